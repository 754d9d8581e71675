"use strict";
(() => {
  const akar = document.documentElement;
  const cari = (apa) => document.querySelector(apa);
  const panggung = cari("#panggung");
  const slides = [...document.querySelectorAll(".slide")];
  const kendali = cari("#kendali");
  const petunjuk = cari("#petunjuk");
  const catatan = cari("#catatan");
  const kemajuan = cari("#kemajuan");
  const hitam = cari("#gelap-total");
  const bantuan = cari("#bantuan");
  const daftar = cari("#daftar");
  const lama = cari("#lama");
  const tombol = (laku) => cari(`[data-laku=${laku}]`);
  const judul = (i) => slides[i].querySelector("h2").textContent;
  const LANGKAH_MS = 250;
  const SEMBUNYI_MS = 3000;
  const USAP_PX = 50;
  let kini = -1;
  let putaran = 0;
  let sejak = 0;
  let diam = 0;

  if (!slides.length) return;
  akar.classList.add("jalan");

  // the browser's own tooltips are small and late: ours say the same
  for (const kata of document.querySelectorAll(".gambar g > title")) {
    kata.parentNode.dataset.tip = kata.textContent;
    kata.remove();
  }
  slides.forEach((s, i) => {
    const baris = document.createElement("li");
    const pilih = document.createElement("button");
    pilih.textContent = `${i + 1}. ${judul(i)}`;
    pilih.addEventListener("click", () => { daftar.close(); pergi(i); });
    baris.append(pilih);
    daftar.querySelector("ol").append(baris);
  });

  function muat() {
    const skala = Math.min(innerWidth / 1280, innerHeight / 720);
    const x = (innerWidth - 1280 * skala) / 2;
    const y = (innerHeight - 720 * skala) / 2;
    panggung.style.transform = `translate(${x}px, ${y}px) scale(${skala})`;
  }

  function pergi(ke) {
    const i = Math.max(0, Math.min(slides.length - 1, ke));
    sejak = Date.now();
    if (i === kini) return;
    kini = i;
    slides.forEach((s, j) => { s.hidden = j !== i; });
    cari("#nomor").textContent = i + 1;
    cari("#kabar").textContent = slides[i].getAttribute("aria-label");
    daftar.querySelectorAll("button").forEach((b, j) => {
      if (j === i) b.setAttribute("aria-current", "true"); else b.removeAttribute("aria-current");
    });
    tulisCatatan();
    sembunyikanPetunjuk();
    scrollTo(0, 0);
    // a page within a page may have no address of its own to change
    try { history.replaceState(null, "", `#${i + 1}`); } catch (salah) { void salah; }
  }

  function tulisCatatan() {
    catatan.replaceChildren(
      ...[...slides[kini].querySelector(".catatan").children].map((p) => p.cloneNode(true)));
    if (!catatan.children.length) {
      const kosong = document.createElement("p");
      kosong.textContent = "Tidak ada catatan untuk slide ini.";
      catatan.append(kosong);
    }
    const berikut = document.createElement("p");
    berikut.className = "berikut";
    berikut.textContent = kini + 1 < slides.length
      ? `Slide ${kini + 1} dari ${slides.length} · berikutnya: ${judul(kini + 1)}`
      : `Slide ${kini + 1} dari ${slides.length} · terakhir`;
    catatan.append(berikut);
  }

  function putar() {
    if (putaran) { berhenti(); return; }
    sejak = Date.now();
    kemajuan.hidden = false;
    tombol("putar").setAttribute("aria-pressed", "true");
    tombol("putar").textContent = "Jeda";
    putaran = setInterval(() => {
      const bagian = (Date.now() - sejak) / (1000 * Number(lama.value));
      kemajuan.firstElementChild.style.width = `${Math.min(100, bagian * 100)}%`;
      if (bagian >= 1) pergi((kini + 1) % slides.length);
    }, LANGKAH_MS);
  }

  function berhenti() {
    clearInterval(putaran);
    putaran = 0;
    kemajuan.hidden = true;
    kemajuan.firstElementChild.style.width = "0";
    tombol("putar").setAttribute("aria-pressed", "false");
    tombol("putar").textContent = "Putar";
  }

  function tampilkanKendali() {
    kendali.classList.remove("sembunyi");
    akar.style.cursor = "";
    clearTimeout(diam);
    diam = setTimeout(() => {
      kendali.classList.add("sembunyi");
      akar.style.cursor = "none";
    }, SEMBUNYI_MS);
  }

  const LAKU = {
    maju: () => pergi(kini + 1),
    mundur: () => pergi(kini - 1),
    awal: () => pergi(0),
    akhir: () => pergi(slides.length - 1),
    putar,
    catatan: () => {
      catatan.hidden = !catatan.hidden;
      tombol("catatan").setAttribute("aria-pressed", String(!catatan.hidden));
    },
    tema: () => {
      const gelap = akar.dataset.tema !== "gelap";
      akar.dataset.tema = gelap ? "gelap" : "terang";
      tombol("tema").setAttribute("aria-pressed", String(gelap));
    },
    penuh: () => {
      const janji = document.fullscreenElement
        ? document.exitFullscreen() : akar.requestFullscreen?.();
      janji?.catch(() => { cari("#kabar").textContent = "Layar penuh tidak diizinkan di sini."; });
    },
    hitam: () => { hitam.hidden = !hitam.hidden; },
    bantuan: () => bantuan.showModal(),
    daftar: () => { daftar.showModal(); daftar.querySelector("[aria-current]").focus(); },
    tutup: () => { bantuan.close(); daftar.close(); },
  };
  const TOMBOL = {
    ArrowRight: "maju", ArrowDown: "maju", PageDown: "maju", " ": "maju", Enter: "maju",
    ArrowLeft: "mundur", ArrowUp: "mundur", PageUp: "mundur", Backspace: "mundur",
    Home: "awal", End: "akhir", p: "putar", a: "putar", n: "catatan", t: "tema", f: "penuh",
    b: "hitam", ".": "hitam", o: "daftar", "?": "bantuan", h: "bantuan",
  };

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || bantuan.open || daftar.open) return;
    const laku = TOMBOL[e.key.length === 1 ? e.key.toLowerCase() : e.key];
    if (putaran && laku !== "putar" && e.key !== "Shift" && e.key !== "Tab") berhenti();
    if (e.target instanceof HTMLSelectElement) return;
    if (e.target instanceof HTMLButtonElement && (e.key === " " || e.key === "Enter")) return;
    if (!hitam.hidden && laku) { hitam.hidden = true; e.preventDefault(); return; }
    if (e.key === "Escape") sembunyikanPetunjuk();
    const gulir = e.key === "ArrowDown" || e.key === "ArrowUp";
    if (!laku || (gulir && akar.scrollHeight > innerHeight)) return;
    e.preventDefault();
    LAKU[laku]();
  });
  document.addEventListener("click", (e) => {
    const laku = e.target.closest("[data-laku]")?.dataset.laku;
    if (!laku) return;
    if (putaran && laku !== "putar") berhenti();
    LAKU[laku]();
    // after a click the space bar shall move on, not press the same button again
    if (e.detail > 0) document.activeElement?.closest("nav") && document.activeElement.blur();
  });
  hitam.addEventListener("click", () => { hitam.hidden = true; });
  lama.addEventListener("change", () => { sejak = Date.now(); });
  addEventListener("resize", muat);
  addEventListener("hashchange", () => pergi(nomorAlamat()));
  for (const apa of ["pointermove", "pointerdown", "focusin"]) {
    document.addEventListener(apa, tampilkanKendali, { passive: true });
  }

  let mulai = null;
  document.addEventListener("touchstart", (e) => {
    mulai = e.touches.length === 1 && !e.target.closest("nav, dialog, #catatan, .tabel")
      ? e.touches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", (e) => {
    if (!mulai || bantuan.open || daftar.open) return;
    const dx = e.changedTouches[0].clientX - mulai.clientX;
    const dy = e.changedTouches[0].clientY - mulai.clientY;
    mulai = null;
    if (Math.abs(dx) < USAP_PX || Math.abs(dx) < Math.abs(dy) * 1.5) return;
    if (putaran) berhenti();
    pergi(kini + (dx < 0 ? 1 : -1));
  }, { passive: true });

  function sembunyikanPetunjuk() { petunjuk.hidden = true; }
  function tunjukkan(e) {
    const tanda = e.target.closest?.("[data-tip]");
    if (!tanda) { sembunyikanPetunjuk(); return; }
    petunjuk.textContent = tanda.dataset.tip;
    petunjuk.hidden = false;
    const { width, height } = petunjuk.getBoundingClientRect();
    const x = e.clientX + 18 + width > innerWidth ? e.clientX - width - 18 : e.clientX + 18;
    const y = e.clientY - height - 14 < 0 ? e.clientY + 22 : e.clientY - height - 14;
    petunjuk.style.left = `${Math.max(4, Math.min(x, innerWidth - width - 4))}px`;
    petunjuk.style.top = `${Math.max(4, y)}px`;
  }
  panggung.addEventListener("pointermove", tunjukkan, { passive: true });
  panggung.addEventListener("pointerdown", tunjukkan, { passive: true });
  panggung.addEventListener("pointerleave", sembunyikanPetunjuk);

  function nomorAlamat() { return (parseInt(location.hash.slice(1), 10) || 1) - 1; }
  muat();
  pergi(nomorAlamat());
  tampilkanKendali();
})();
