"""The profile, the submissions and the definitions, as their readers meet them."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators import INDICATORS
from loaders.ingest import ingest
from reference.kosakata import variables
from reference.tulisan import hari_ini
from store import open_store, snapshot
from tests.forms_city import JATI, KINI, PILANG, form

PAGES = Path(__file__).resolve().parents[1] / "pages"


def opened(halaman: str, **pilihan: str) -> AppTest:
    """A page alone, reached by a link that carries the choices."""
    app = AppTest.from_file(str(PAGES / halaman), default_timeout=60)
    for kunci, nilai in pilihan.items():
        app.session_state[kunci] = nilai
    return app.run()


def words(app: AppTest) -> str:
    bagian = [
        e.value
        for jenis in ("title", "markdown", "caption", "info", "warning", "error")
        for e in getattr(app, jenis)
    ]
    return "\n".join(bagian).replace("\\", "")


def frames(app: AppTest) -> list[str]:
    return [str(d.value.to_numpy().tolist()) for d in app.dataframe]


@pytest.mark.usefixtures("data_dir")
@pytest.mark.parametrize("halaman", ["06_profil.py", "22_kiriman.py"])
def test_an_empty_store_says_what_to_do(halaman):
    app = opened(halaman)
    assert not app.exception
    assert "Belum ada laporan" in words(app)
    assert "Kirim Laporan" in words(app)


@pytest.mark.usefixtures("office")
def test_a_kelurahan_has_its_sums_beside_kecamatan_and_city():
    app = opened("06_profil.py", wilayah=PILANG)
    assert not app.exception
    assert app.title[0].value.replace("\\", "") == "Kelurahan Pilang"
    # each of two groups: 1.000.000 + 1.000.000 (800.000 + 2 × 100.000) + 200.000
    nilai = {m.label: m.value for m in app.metric}
    assert nilai["Modal UP2K"] == "Rp 4.400.000"
    assert nilai["Anggota"] == "40 orang"
    # Pilang is alone in its kecamatan; the city has three such kelurahan
    app = opened("06_profil.py", wilayah=PILANG, bagian_profil="Di samping")
    baris = next(f for f in frames(app) if "Modal UP2K" in f)
    assert "'Rp 4.400.000', 'Rp 4.400.000', 'Rp 13.200.000'" in baris
    assert "2 dari 2 kelompok" in baris
    app = opened("06_profil.py", wilayah=PILANG, bagian_profil="Kelompok")
    assert any("Seruni" in f and "Cempaka" in f for f in frames(app))


@pytest.mark.usefixtures("office")
def test_a_group_has_its_own_numbers_and_its_ten_steps():
    app = opened("06_profil.py", wilayah=PILANG, kelompok=f"{PILANG}-01")
    assert not app.exception
    assert app.title[0].value == "Seruni"
    assert {m.label: m.value for m in app.metric}["Modal UP2K"] == "Rp 2.200.000"
    app = opened(
        "06_profil.py", wilayah=PILANG, kelompok=f"{PILANG}-01",
        bagian_profil="Jalan ke koperasi", bagian_jalan="Langkah",
    )  # fmt: skip
    langkah = next(f for f in frames(app) if "○ belum" in f)
    assert langkah.count("○ belum") == 10


@pytest.mark.usefixtures("office")
def test_a_number_leads_back_to_file_sheet_and_cell():
    app = opened("06_profil.py", wilayah=PILANG, angka="pinjaman_beredar", asal=True)
    assert not app.exception
    asal = next(f for f in frames(app) if " › Keuangan › " in f)
    assert f"{PILANG} {KINI}.xlsx › Keuangan › " in asal
    assert asal.count("Rp 2.100.000") == 2
    assert any("Unduh berkas asli" in b.label for b in app.download_button)


@pytest.mark.usefixtures("office")
def test_a_kelurahan_without_a_report_says_so():
    app = opened("06_profil.py", wilayah=JATI)
    assert not app.exception
    assert "Belum ada laporan Kelurahan Jati" in words(app)


@pytest.mark.usefixtures("office")
def test_without_a_kelurahan_all_of_them_are_offered():
    app = opened("06_profil.py")
    assert not app.exception
    assert {"Pilang", "Jati"} <= {b.label for b in app.button}
    assert len([b for b in app.button if b.key.startswith("ke_")]) == 29


@pytest.mark.usefixtures("office")
def test_the_public_sees_no_cell_and_no_original(monkeypatch):
    monkeypatch.setenv("UP2K_PERAN", "umum")
    app = opened("06_profil.py", wilayah=PILANG, asal=True)
    assert not app.exception
    assert not any("sel mana" in e.label for e in app.expander)
    assert not any("asli" in b.label for b in app.download_button)


@pytest.mark.usefixtures("office")
def test_the_matrix_shows_who_sent_in_time_and_who_did_not():
    app = opened("22_kiriman.py")
    assert not app.exception
    matriks = app.dataframe[0].value.set_index("Kelurahan")
    kini = matriks.columns[0]
    assert kini == KINI.label_pendek
    assert len(matriks) == 29
    assert matriks.loc["Pilang", kini] == "T"
    belum = "·" if hari_ini() <= KINI.deadline else "B"
    assert matriks.loc["Jati", kini] == belum
    assert "3 dari 29 kelurahan sudah melapor" in words(app)


@pytest.mark.usefixtures("office")
def test_the_reminder_is_ready_to_paste():
    app = opened("22_kiriman.py")
    grup = app.code[0].value
    assert grup.startswith("Yth. Ibu-ibu TP PKK Kelurahan,")
    assert "(26 kelurahan)" in grup
    assert "Pilang" not in grup
    app.selectbox(key="pengingat_untuk").select(JATI).run()
    assert "dari Kelurahan Jati belum kami terima" in app.code[1].value


def test_a_box_opens_its_findings_and_its_file(office):
    salah = form(PILANG, Seruni={"kas": "dua juta"})
    hasil = ingest(
        open_store(office / "up2k.db"), "perbaikan.xlsx", salah, oleh="petugas"
    )
    assert hasil.keadaan == "sebagian"
    app = opened("22_kiriman.py", wilayah=PILANG)
    assert not app.exception
    assert app.dataframe[0].value.set_index("Kelurahan").iloc[:, 0]["Pilang"] == "S"
    assert "“dua juta” bukan angka" in words(app)
    assert any("perbaikan" in b.label for b in app.download_button)
    app.selectbox(key="pengingat_untuk").select(PILANG).run()
    assert "1 kelompok: Seruni" in app.code[1].value


@pytest.mark.usefixtures("office")
def test_the_public_sees_the_matrix_alone(monkeypatch):
    monkeypatch.setenv("UP2K_PERAN", "umum")
    app = opened("22_kiriman.py", wilayah=PILANG)
    assert not app.exception
    assert len(app.dataframe[0].value) == 29
    assert not app.code
    assert not any("asli" in b.label for b in app.download_button)


def test_the_coordinator_closes_a_period_with_a_reason(office):
    app = opened("22_kiriman.py")
    tutup = next(b for b in app.button if "periode" in b.label)
    tutup.click().run()
    assert "Tulis alasannya terlebih dahulu." in words(app)
    app.text_input(key="alasan_periode").input("Sudah dirapatkan")
    next(b for b in app.button if "periode" in b.label).click().run()
    assert not app.exception
    periode = snapshot(open_store(office / "up2k.db")).periode
    assert list(periode.loc[periode["ditutup"], "periode"]) == [str(KINI)]


def test_the_coordinator_closes_a_group_with_a_reason(office):
    app = opened("22_kiriman.py")
    pilih = next(s for s in app.selectbox if s.label == "Kelompok")
    pilih.select(f"{PILANG}-02")
    app.text_input(key="alasan_kelompok").input("Bubar")
    next(b for b in app.button if "kelompok" in b.label).click().run()
    assert not app.exception
    kelompok = snapshot(open_store(office / "up2k.db")).kelompok
    tutup = kelompok.set_index("kode_kelompok")["tanggal_tutup"].dropna()
    assert list(tutup.index) == [f"{PILANG}-02"]
    assert tutup.iloc[0].date() <= hari_ini()


@pytest.mark.parametrize(
    "halaman",
    ["01_ringkasan.py", "05_menuju_koperasi.py", "06_profil.py", "22_kiriman.py"],
)
def test_what_a_sender_wrote_is_never_markup(office, halaman):
    gambar = "![x](http://jahat.example/a.png)"
    ingest(
        open_store(office / "up2k.db"), f"{gambar}.xlsx",
        form(JATI, kelompok=(gambar,), **{gambar: {"kas": "dua juta"}}), oleh="petugas",
    )  # fmt: skip
    ingest(
        open_store(office / "up2k.db"), "jati.xlsx",
        form(JATI, kelompok=(gambar,)), oleh="petugas",
    )  # fmt: skip
    pilihan = {"wilayah": JATI, "kelompok": f"{JATI}-01"}
    app = opened(halaman, **pilihan if halaman > "06" else {})
    assert not app.exception
    jenis = ("title", "markdown", "caption", "subheader", "expander", "button", "info")
    teks = [
        f"{getattr(satu, 'label', '')} {getattr(satu, 'value', '')}"
        for j in jenis
        for satu in getattr(app, j)
    ]
    assert not [t for t in teks if "![x](" in t]
    if halaman > "06":
        assert any(r"\!\[x\]\(" in t for t in teks)


@pytest.mark.usefixtures("data_dir")
@pytest.mark.parametrize(
    ("bagian", "banyak"),
    [("Indikator", len(INDICATORS)), ("Isian formulir", len(variables()))],
)
def test_every_word_that_runs_is_defined(bagian, banyak):
    app = opened("31_definisi.py", bagian=bagian)
    assert not app.exception
    assert f"{banyak} dari {banyak} istilah" in words(app)


@pytest.mark.usefixtures("data_dir")
def test_definitions_are_searched_by_all_words_and_name_what_is_only_proposed():
    app = opened("31_definisi.py", bagian="Isian formulir", cari="tunggakan 180")
    assert not app.exception
    assert "Tunggakan lebih dari 180 hari" in words(app)
    assert "Tunggakan 1-30 hari" not in words(app)
    app.text_input[0].input("iuran swadaya").run()
    assert "Sumber: Definisi UP2K PKK" in words(app)
    app.text_input[0].input("bidang usaha").run()
    assert ":orange-badge[usulan]" in words(app)
    app.text_input[0].input("tidakadakataini").run()
    assert "Tidak ada istilah yang memuat kata itu." in words(app)


def _broken_page():
    from ui import gangguan

    assert gangguan.show(KeyError("rahasia"))


def test_a_page_that_breaks_says_so_without_its_insides():
    app = AppTest.from_function(_broken_page).run()
    assert not app.exception
    assert app.error[0].value.startswith("Halaman ini sedang mengalami gangguan.")
    assert "rahasia" not in words(app)
