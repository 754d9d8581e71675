"""The page of reports: one kelurahan, all at once, the city and its tables."""

import pytest

from reference.wilayah import kelurahan
from tests import city
from tests.test_pages import CITIES, opened, put, words
from ui import cached, rapor

PAGE = "18_rapor.py"
SEKALIGUS = "Sekaligus"


@pytest.fixture
def small(monkeypatch, data_dir) -> None:  # noqa: ARG001
    put(monkeypatch, city.city())


def downloads(app) -> set[str]:
    return {b.proto.label for b in app.get("download_button")}


@pytest.mark.usefixtures("small")
def test_nothing_is_made_until_a_kelurahan_is_chosen():
    app = opened(PAGE)
    assert "Pilih kelurahan untuk melihat rapornya" in words(app)
    assert not app.get("image") and not downloads(app)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "pilihan", [{"wilayah": city.PILANG}, {"rapor_untuk": city.PILANG}]
)
def test_a_report_is_seen_copied_and_downloaded(pilihan):
    app = opened(PAGE, **pilihan)
    assert downloads(app) == {"Unduh rapor (PDF)", "Unduh gambar"}
    assert len(app.get("image")) == 1
    assert "Pilang" in app.code[0].value
    assert "CONTOH" in app.code[0].value


@pytest.mark.usefixtures("small")
def test_a_report_is_made_once_however_often_the_page_runs(monkeypatch):
    dibuat = []
    asli = rapor.png
    monkeypatch.setattr(rapor, "png", lambda *a: (dibuat.append(1), asli(*a))[1])
    app = opened(PAGE, wilayah=city.PILANG)
    app.run()
    app.run()
    assert len(dibuat) == 1


@pytest.mark.usefixtures("small")
def test_all_of_a_place_are_made_in_one_action_and_kept_until_the_data_change(
    monkeypatch,
):
    app = opened(PAGE, bagian_rapor=SEKALIGUS, wilayah=city.KADEMANGAN)
    banyak = sum(k.startswith(city.KADEMANGAN) for k in kelurahan())
    assert f"**{banyak} rapor**" in words(app)
    assert not downloads(app)
    app.button(key="buat_semua").click().run()
    assert downloads(app) == {f"Unduh {banyak} rapor (ZIP)"}
    app.run()
    assert downloads(app) == {f"Unduh {banyak} rapor (ZIP)"}
    put(monkeypatch, city.without(city.city(), "c1", city.KINI))
    lagi = opened(PAGE, bagian_rapor=SEKALIGUS, wilayah=city.KADEMANGAN)
    assert not downloads(lagi)


@pytest.mark.usefixtures("small")
def test_progress_names_the_report_that_is_made(monkeypatch):
    kata = []

    def fake(konteks, kode, progress) -> bytes:  # noqa: ARG001
        progress(12, 29, "Pilang")
        return b"zip"

    class Bar:
        def progress(self, bagian: float, teks: str) -> None:
            kata.append((round(bagian, 3), teks))

        def empty(self) -> None:
            pass

    monkeypatch.setattr("reports.rapor.rapor_all", fake)
    monkeypatch.setattr(rapor.st, "progress", lambda *_: Bar())
    app = opened(PAGE, bagian_rapor=SEKALIGUS)
    app.button(key="buat_semua").click().run()
    assert kata == [(0.414, "12 dari 29: Pilang")]


@pytest.mark.usefixtures("small")
def test_the_city_has_a_report_and_tables():
    app = opened(PAGE, bagian_rapor="Kota dan lampiran")
    assert downloads(app) == {"Unduh rapor kota (PDF)", "Unduh lampiran (Excel)"}


@pytest.mark.parametrize("bagian", ["Satu kelurahan", SEKALIGUS, "Kota dan lampiran"])
@pytest.mark.parametrize("keadaan", CITIES)
def test_every_part_works_with_nothing_a_part_and_a_whole_city(
    monkeypatch,
    data_dir,  # noqa: ARG001
    keadaan,
    bagian,
):
    put(monkeypatch, CITIES[keadaan](), contoh=False)
    app = opened(PAGE, bagian_rapor=bagian)
    assert not app.exception
    assert ("Kirim Laporan" in words(app)) == (keadaan == "kosong")


def test_the_public_is_offered_no_report_of_one_small_group(monkeypatch, data_dir):  # noqa: ARG001
    data = city.without(city.city(), "c1", city.KINI)
    posisi = data.posisi.copy()
    b1 = posisi["kode_kelompok"].eq(city.KODE["b1"]) & posisi["periode"].eq("2026-T3")
    posisi.loc[b1, "anggota_akhir"] = 4
    put(monkeypatch, city.changed(data, posisi=posisi), contoh=False)
    monkeypatch.setenv("UP2K_PERAN", "umum")
    app = opened(PAGE)
    ditawarkan = app.selectbox(key="rapor_untuk").options
    assert "Sukoharjo" not in ditawarkan
    # Sukoharjo and Kebonsari Kulon are hidden together
    assert len(ditawarkan) == len(kelurahan()) - 2
    assert "**27 rapor**" in words(opened(PAGE, bagian_rapor=SEKALIGUS))


@pytest.mark.usefixtures("small")
def test_the_shelf_is_of_one_source():
    rak = cached.shelf("uji", "kunci")
    rak["zip"] = b"isi"
    assert cached.shelf("uji", "kunci") == {"zip": b"isi"}
    assert cached.shelf("uji", "lain") == {}
