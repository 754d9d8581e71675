"""Pages as they were on a past day, and the way from a figure to its cells."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators import INDICATORS
from reference.tulisan import tanggal
from reports.exports import to_csv
from reports.exports_xlsx import to_xlsx
from store import open_store, snapshot
from tests import city
from tests.forms_city import JATI, KINI, PERIODE, PILANG
from tests.past_office import CEMPAKA, HARI, KAS_BARU, since, then
from tests.test_pages import framed, opened, put, words
from ui import cached, downloads

PAGES = sorted(
    p.name
    for p in (Path(__file__).resolve().parents[1] / "pages").glob("[0-9]*.py")
    if "kirim_laporan" not in p.name
)
# nothing came since that they show (words, recaps, actions, lists), or that they show
# before a file is made
UNTOUCHED = (
    "12_tindakan.py",
    "14_sosialisasi.py",
    "15_lomba.py",
    "16_kampanye.py",
    "17_presentasi.py",
    "23_rekap.py",
    "31_definisi.py",
)
SHOWN = (
    "title", "subheader", "markdown", "caption", "info", "warning", "success", "code",
)  # fmt: skip
OF_A_PLACE = ("06_profil.py", "18_rapor.py")


@pytest.fixture(scope="module")
def _stores(tmp_path_factory):
    dulu = then(tmp_path_factory.mktemp("dulu"))
    return dulu, since(dulu, tmp_path_factory.mktemp("nanti"))


@pytest.fixture
def now(data_dir, _stores) -> Path:
    """The app over what counts now."""
    return Path(shutil.copy(_stores[1], data_dir / "up2k.db"))


@pytest.fixture
def files(monkeypatch) -> dict[str, tuple[bytes, bytes]]:
    """Every table that a page offers to take home, as CSV and as XLSX."""
    semua = {}

    def keep(frame, *, judul, nama, kolom, keterangan):
        isi = (frame, judul, kolom, keterangan)
        semua[nama] = to_csv(*isi), to_xlsx(*isi)

    monkeypatch.setattr(downloads, "download_buttons", keep)
    return semua


def everything(app: AppTest) -> dict:
    """All that a page shows: words, numbers, figures and tables."""
    assert not app.exception
    return {
        "kata": [(j, e.value) for j in SHOWN for e in getattr(app, j)],
        "angka": [(m.label, m.value, m.delta) for m in app.metric],
        "gambar": [g.proto.spec for g in app.get("plotly_chart")],
        "tabel": [d.value.to_csv() for d in app.dataframe],
    }


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_a_past_day_is_byte_for_byte_what_it_was(
    page, data_dir, _stores, files, monkeypatch
):
    pilihan = {"wilayah": PILANG} if page in OF_A_PLACE else {}
    berkas = data_dir / "up2k.db"
    shutil.copy(_stores[0], berkas)
    with monkeypatch.context() as hari_itu:
        hari_itu.setattr(cached, "hari_ini", lambda: HARI)
        dulu, unduhan = everything(opened(page, **pilihan)), dict(files)
    files.clear()
    for sisa in data_dir.glob("up2k.db*"):
        sisa.unlink()
    cached._store.cache_clear()
    shutil.copy(_stores[1], berkas)
    nanti = everything(opened(page, pada=HARI, **pilihan))
    assert nanti == dulu
    assert files == unduhan
    assert (everything(opened(page, **pilihan)) == nanti) == (page in UNTOUCHED)


@pytest.mark.usefixtures("now")
def test_the_day_is_in_the_link_and_is_said_with_what_changed():
    app = framed(PAGES[0], pada=HARI.isoformat())
    assert not app.exception
    assert {m.label: m.value for m in app.metric}["Modal UP2K"] == "Rp 8.800.000"
    isi = words(app)
    assert f"Seperti diketahui pada {tanggal(HARI)}" in isi
    assert "1 laporan kelompok masuk" in isi
    assert "tetap masuk ke keadaan hari ini" in isi
    app.button(key="kembali_hari_ini").click().run()
    # without Sukoharjo, with Jati: 1.000.000 + 1.000.000 + 200.000 of three groups
    assert {m.label: m.value for m in app.metric}["Modal UP2K"] == "Rp 6.600.000"
    assert "Seperti diketahui" not in words(app)
    assert "pada" not in app.query_params


@pytest.mark.usefixtures("now")
@pytest.mark.parametrize("hari", ["1990-01-01", "2190-01-01", "kemarin"])
def test_a_link_with_a_day_that_cannot_be_shows_today(hari):
    app = framed(PAGES[0], pada=hari)
    assert not app.exception
    assert {m.label: m.value for m in app.metric}["Modal UP2K"] == "Rp 6.600.000"


@pytest.mark.usefixtures("now")
def test_what_was_revised_since_is_a_table():
    app = framed(PAGES[0], pada=HARI.isoformat())
    app.button(key="lihat_revisi").click().run()
    assert not app.exception
    tabel = [d.value.to_csv(index=False, header=False) for d in app.dataframe]
    angka, laporan, kelompok = tabel[-3:]
    assert f"Cempaka (Pilang),{KINI.label},Kas,Rp 100.000,Rp 140.000" in angka
    assert KAS_BARU == 140_000
    assert f"Dahlia (Jati),{KINI.label}" in laporan
    assert "Kenanga (Sukoharjo),ditutup" in kelompok


@pytest.mark.usefixtures("now")
def test_a_period_that_was_not_reported_yet_gives_way_to_the_newest_known():
    lalu = PERIODE[-2]
    app = framed(PAGES[0], pada=(HARI - dt.timedelta(days=1)).isoformat())
    assert not app.exception
    assert f"Kota Probolinggo · {lalu.label}" in words(app)


def test_handing_in_and_deciding_are_about_today(now):
    app = framed("21_kirim_laporan.py", pada=HARI.isoformat())
    assert not app.exception
    assert "Halaman ini bekerja dengan keadaan hari ini" in words(app)
    assert not [b for b in app.button if b.key == "lihat_revisi"]
    # the coordinator reopens the group that is closed now, though it was open then
    app = framed("22_kiriman.py", pada=HARI.isoformat())
    pilih = next(s for s in app.selectbox if s.label == "Kelompok")
    pilih.select("Kenanga, Sukoharjo (ditutup)")
    app.text_input(key="alasan_kelompok").set_value("keliru")
    tombol = next(b for b in app.button if b.label.endswith("kembali kelompok"))
    tombol.click().run()
    assert not app.exception
    kini = snapshot(open_store(now)).kelompok.set_index("kode_kelompok")
    assert kini["tanggal_tutup"].isna().all()


@pytest.mark.usefixtures("now")
def test_one_click_leads_from_a_card_to_file_sheet_and_cell():
    app = opened(PAGES[0])
    app.button(key="asal_modal_up2k").click().run()
    assert not app.exception
    siapa, sel = (d.value for d in app.dataframe[-2:])
    assert siapa["nama"].tolist() == [
        "Seruni (Pilang)", "Cempaka (Pilang)", "Dahlia (Jati)",
    ]  # fmt: skip
    assert siapa["pembilang"].tolist() == [2_200_000] * 3
    # eight kinds of capital of three groups
    assert len(sel) == 3 * len(INDICATORS["modal_up2k"].variables)
    wajib = sel[sel["isian"] == "Simpanan wajib"].set_index("nama")
    baris = wajib.loc["Cempaka (Pilang)"]
    assert baris["tertulis"] == "Rp 1.000.000"
    assert baris["tempat"].startswith("koreksi.xlsx › Keuangan › ")
    assert "formulir up2k versi" in baris["versi"]
    assert baris["keadaan"] == "diterima"
    assert "tertahan" in wajib.loc["Seruni (Pilang)", "keadaan"]
    assert f"{JATI}-01" in siapa["kode"].tolist()


@pytest.mark.usefixtures("now")
def test_the_cells_of_a_past_day_are_those_that_counted_then():
    app = opened("06_profil.py", wilayah=PILANG, kelompok=CEMPAKA, pada=HARI)
    app.button(key="asal_modal_up2k").click().run()
    assert not app.exception
    (tempat,) = {t.partition(" › ")[0] for t in app.dataframe[-1].value["tempat"]}
    assert tempat == f"{PILANG} {KINI}.xlsx"


@pytest.mark.usefixtures("now")
@pytest.mark.parametrize(
    ("id_", "kata"),
    [
        ("tingkat_pelaporan_pct", "daftar kelompok dan kiriman"),
        ("kehadiran_pct", "dikalikan bobotnya"),
        ("rasio_tunggakan_pct", "jumlah isi sel"),
    ],
)
def test_a_figure_says_how_it_stands_on_its_cells(id_, kata):
    app = opened(PAGES[0])
    app.button(key=f"asal_{id_}").click().run()
    assert not app.exception
    assert kata in words(app)


@pytest.mark.parametrize("isi", [city.city, city.full_city])
def test_a_figure_without_stored_cells_says_so(isi, monkeypatch, data_dir):  # noqa: ARG001
    put(monkeypatch, isi())
    app = opened(PAGES[0])
    app.button(key="asal_anggota").click().run()
    assert not app.exception
    tempat = set(app.dataframe[-1].value["tempat"])
    assert tempat == {"letak selnya tidak tercatat"}


@pytest.mark.usefixtures("now")
def test_the_public_sees_no_cell_and_no_list_of_what_changed(monkeypatch):
    monkeypatch.setenv("UP2K_PERAN", "umum")
    app = framed(PAGES[0], pada=HARI.isoformat())
    assert not app.exception
    assert f"Seperti diketahui pada {tanggal(HARI)}" in words(app)
    kunci = {str(b.key) for b in app.button}
    assert "lihat_revisi" not in kunci
    assert not [k for k in kunci if k.startswith("asal_")]
    assert "diputuskan" not in words(app)


@pytest.mark.usefixtures("data_dir")
def test_an_empty_store_has_no_day_to_look_back_on():
    app = framed(PAGES[0])
    assert not app.exception
    assert not app.sidebar.date_input
