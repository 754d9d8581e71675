"""The recap page: what it says of the small city drawn in `city.py`, and to whom."""

import dataclasses

import pytest

from loaders.ingest import ingest
from reference.periode import Periode
from store import open_store, real_url
from tests import city, forms_city
from tests.recaps import Recap
from tests.test_pages import opened, put, words
from tests.test_rekap_beside import row

HALAMAN = "23_rekap.py"
S1 = Periode.parse("2026-S1")
BARIS = (
    row(city.KEBONSARI_KULON, S1, pemula=(2, 29)),
    row(city.SUKOHARJO, S1, pemula=(1, 12), madya=(1, 15)),
)


def filled(monkeypatch, *baris: dict, contoh: bool = False) -> None:
    rekap = city.frame("rekap", list(baris))
    put(monkeypatch, dataclasses.replace(city.city(), rekap=rekap), contoh=contoh)


def table(app):
    return app.dataframe[0].value


def downloads(app) -> list[str]:
    return [d.proto.label for d in app.get("download_button")]


@pytest.mark.usefixtures("data_dir")
def test_before_the_first_recap_it_says_how_to_send_one_and_gives_one_to_print(
    monkeypatch,
):
    filled(monkeypatch)
    app = opened(HALAMAN)
    assert "Belum ada rekap Lampiran 4.22" in words(app)
    assert "rekap Semester I 2026 di samping laporan kelompok Triwulan II 2026" in (
        words(app)
    )
    assert downloads(app) == ["Unduh Lampiran 4.22"]


@pytest.mark.usefixtures("data_dir")
def test_it_shows_each_difference_with_the_group_that_may_explain_it(monkeypatch):
    filled(monkeypatch, *BARIS)
    app = opened(HALAMAN)
    isi = words(app)
    assert "Rekap sudah ada untuk **2 dari 29 kelurahan**" in isi
    assert "Di **1 kelurahan** ada angka yang berbeda" in isi
    (baris,) = table(app).to_dict("records")
    assert (baris["kelurahan"], baris["tingkat"]) == ("Kebonsari Kulon", "Pemula")
    assert [baris[k] for k in ("rekap_klp", "data_klp", "selisih_klp")] == [2, 1, 1]
    assert [baris[k] for k in ("rekap_orang", "data_orang")] == [29, 20]
    assert baris["sebab"] == "Mungkin Mawar (belum melapor, terakhir Pemula)."


@pytest.mark.usefixtures("data_dir")
def test_what_agrees_is_shown_at_will_and_a_place_shows_its_own(monkeypatch):
    filled(monkeypatch, *BARIS)
    app = opened(HALAMAN, wilayah=city.SUKOHARJO)
    assert "Rekap sudah ada untuk **1 dari 1 kelurahan**" in words(app)
    assert "Tidak ada perbedaan." in words(app)
    app.toggle(key="semua_baris").set_value(True).run()
    assert table(app)["nama_keadaan"].tolist() == [
        "Cocok", "Cocok", *["Tidak diisi di rekap"] * 3
    ]  # fmt: skip


@pytest.mark.usefixtures("data_dir")
def test_the_public_sees_no_kelurahan_with_a_group_that_is_too_small(monkeypatch):
    """Cempaka in Pilang has 4 members at the end of 2026-T2."""
    filled(monkeypatch, *BARIS, row(city.PILANG, S1, pemula=(9, 99)))
    assert "Pilang" in table(opened(HALAMAN))["kelurahan"].tolist()
    monkeypatch.setenv("UP2K_PERAN", "umum")
    app = opened(HALAMAN)
    assert table(app)["kelurahan"].tolist() == ["Kebonsari Kulon"]
    assert "Cempaka" not in words(app)
    assert "1 kelurahan tidak ditampilkan" in words(app)
    assert "Unduh Lampiran 4.22" not in downloads(app)


def test_a_recap_that_was_sent_is_listed_with_its_findings(office):  # noqa: ARG001
    kini = forms_city.KINI
    periode = f"{kini.label} TAHUN".replace(str(kini.tahun), "") + f" {kini.tahun}"
    recap = Recap(jumlah=(9, *(0,) * 9)).put(A4=periode.upper()).write()
    store = open_store(real_url())
    tanda = ingest(store, "rekap kk.xlsx", recap, oleh="uji", diterima=kini.deadline)
    assert tanda.keadaan == "diterima"
    store.close()
    app = opened(HALAMAN, buka_rekap=True)
    isi = words(app)
    assert "rekap Lampiran 4.22" in isi and "rekap kk.xlsx" in isi
    assert "tertulis 9, sedangkan jumlah barisnya 3" in isi
    # two Pemula with 40 members report; the recap says three with 37, and three more
    baris = table(app).set_index("tingkat")
    assert baris.loc["Pemula", ["rekap_klp", "data_klp"]].tolist() == [3, 2]
