"""The budget planner on screen: the question, the plan, and what stands behind it."""

from functools import partial

import streamlit as st

from charts import plan as gambar_pagu
from planning.budget.answer import Jawaban, answer, firmness
from planning.budget.ceilings import ceilings
from planning.budget.limits import days
from planning.budget.request import Permintaan
from reference.tulisan import angka, daftar, rupiah
from ui import cached, downloads, gambar, plan_export, plan_inputs, selection
from ui.downloads import XLSX, Kolom
from ui.plan_rows import KOKOH, TERPILIH, firm_words, gap_labels, limits_in_words, rows
from ui.plan_table import ANGGAPAN, provenance
from ui.teks import plain

SEBUT = 8
PAGU = {
    "pagu_rp": Kolom("Pagu", "Rp"),
    "biaya_rp": Kolom("Biaya rencana terbaik", "Rp"),
    "langkah": Kolom("Langkah, rencana terbaik (anggapan)", desimal=2),
    "langkah_sederhana": Kolom("Langkah, urutan sederhana (anggapan)", desimal=2),
    "terbukti": Kolom("Terbukti terbaik"),
}


def budget(pilihan: selection.Selection) -> None:
    """The question and its answer."""
    st.subheader("Siapa yang dibina dengan uang dan hari yang ada?")
    minta = plan_inputs.request(pilihan)
    if minta.coba:
        coba = daftar([p.label for p in minta.coba])
        st.warning(
            f"**Percobaan, tidak disimpan:** angka {coba} diubah di halaman ini.",
            icon=":material/science:",
        )
    with st.spinner("Menghitung rencana terbaik …"):
        jawab = cached.of(answer, minta)
    if not _possible(jawab):
        return
    _headline(minta, jawab)
    selection.sections(
        {
            "Yang dipilih": lambda: _chosen(pilihan, minta, jawab),
            "Dibanding urutan sederhana": lambda: _compared(jawab),
            "Seberapa kokoh": lambda: _firm(pilihan, minta),
            "Bila pagunya lain": lambda: _ceilings(pilihan, minta),
        },
        key="bagian_anggaran",
    )
    st.caption(ANGGAPAN)


def _possible(jawab: Jawaban) -> bool:
    """Says why there is no plan, if there is none; and what could not be proven."""
    if jawab.rencana.sebab:
        sebab = "\n".join(f"- {plain(s)}" for s in jawab.rencana.sebab)
        mungkin = jawab.rencana.status == "belum_terbukti"
        judul = (
            "Waktu hitung habis sebelum ada rencana."
            if mungkin
            else "Tidak ada rencana yang memenuhi semua batas."
        )
        st.error(
            f"**{judul}**\n\n{sebab}",
            icon=":material/block:",
        )
        return False
    if not jawab.rencana.pilihan:
        st.info("Tidak ada kelompok yang dapat dibantu dengan pagu dan batas ini.")
        return False
    if jawab.rencana.status == "belum_terbukti":
        atas = jawab.rencana.paling_banyak or 0.0
        st.warning(
            "Waktu hitung habis: rencana ini memenuhi semua batas, tetapi belum "
            "terbukti yang terbaik. Paling banyak "
            f"{angka(atas / 10_000, 2)} langkah mungkin dicapai.",
            icon=":material/timer_off:",
        )
    return True


def _headline(minta: Permintaan, jawab: Jawaban) -> None:
    r = jawab.rencana
    batas = "" if minta.hari is None else f" dari {days(minta.hari)}"
    st.markdown(
        f"**{angka(len(r.pilihan))} kelompok** dibina dengan **{rupiah(r.biaya_rp)}** "
        f"dari pagu {rupiah(minta.pagu_rp)} dan **{days(r.hari)}**{batas}; "
        f"**{angka(r.langkah, 1)} langkah yang diharapkan menurut anggapan**."
    )
    if r.status == "terbukti":
        st.caption(
            "Terbukti: dengan anggapan dan batas ini tidak ada pilihan lain yang "
            "memberi lebih banyak langkah."
        )


def _chosen(pilihan: selection.Selection, minta: Permintaan, jawab: Jawaban) -> None:
    isi = cached.of(rows, minta, "rencana")
    keterangan = provenance(pilihan, limits_in_words(pilihan, minta))
    judul = f"Rencana pembinaan, {pilihan.nama}"
    downloads.table(
        isi, judul=judul, nama="rencana", kolom=TERPILIH, keterangan=keterangan
    )
    awalan = "contoh_" if keterangan.contoh else ""
    st.download_button(
        "Unduh rencana lengkap (Excel, dengan anggapan)",
        partial(
            plan_export.workbook, judul, isi, cached.of(rows, minta, "urutan"),
            TERPILIH, minta, jawab, keterangan, cached.of(gap_labels, minta.berlaku),
        ),
        f"{awalan}rencana_pembinaan.xlsx", XLSX, key="rencana_lengkap",
        on_click="ignore", icon=":material/print:",
    )  # fmt: skip


def _compared(jawab: Jawaban) -> None:
    """What the plan changed against the plain ranking, and why."""
    if jawab.banding is None:
        return
    st.markdown(
        "**Urutan sederhana** mengambil paket dengan langkah terbanyak per rupiah dari "
        "atas ke bawah sampai pagu atau hari habis."
    )
    st.markdown(plain(jawab.banding.judul))
    if n := jawab.banding.n_sama:
        st.caption(f"{angka(n)} kelompok dipilih sama oleh keduanya.")
    sebut = jawab.banding.ubahan[:SEBUT]
    if sebut:
        st.markdown("\n".join(f"- {plain(u.kalimat)}" for u in sebut))
    if (sisa := len(jawab.banding.ubahan) - SEBUT) > 0:
        st.caption(f"{angka(sisa)} perbedaan lain ada di unduhan rencana lengkap.")


def _firm(pilihan: selection.Selection, minta: Permintaan) -> None:
    """Whether the choices stand when the assumed chances are wrong."""
    with st.spinner("Mencoba anggapan lain, beberapa detik …"):
        kokoh = cached.of(firmness, minta)
    isi = cached.of(rows, minta, "kokoh")
    st.markdown(firm_words(kokoh, isi))
    downloads.table(
        isi.sort_values(["tetap", "kode_kelompok"], kind="stable"),
        judul=f"Seberapa kokoh rencana pembinaan, {pilihan.nama}",
        nama="kokoh",
        kolom=KOKOH,
        keterangan=provenance(pilihan, limits_in_words(pilihan, minta)),
    )
    belum = kokoh.belum_terbukti
    st.caption(
        f"{kokoh.n_percobaan} percobaan dalam {angka(kokoh.detik, 1)} detik"
        + (f"; {belum} di antaranya belum terbukti terbaik." if belum else ".")
    )


def _ceilings(pilihan: selection.Selection, minta: Permintaan) -> None:
    with st.spinner("Menghitung dengan pagu lain …"):
        pagu = cached.of(ceilings, minta)
    gambar.draw(
        gambar_pagu.draw(pagu, contoh=cached.contoh()),
        nama="pagu_lain",
        judul=f"Langkah yang diharapkan menurut pagu, {pilihan.nama}",
        kolom=PAGU,
        keterangan=provenance(pilihan, limits_in_words(pilihan, minta)),
    )
    st.caption(
        "Garis tegak: pagu yang diisi. Batas lainnya tetap. Langkah menurut anggapan."
    )
