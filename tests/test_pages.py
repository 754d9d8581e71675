"""Every page, alone and in its frame, with nothing, a part and a whole city behind it.

What stands in the sentences follows by hand from the small city drawn in `city.py`:
in 2026-T3 four of five groups reported (b2 did not); a2 was silent in 2026-T2.
"""

import dataclasses
import json
from itertools import count
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators.data import Data
from reference.wilayah import kelurahan
from store import open_store, real_url, snapshot
from tests import city
from ui import cached, halaman

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(p.name for p in (ROOT / "pages").glob("[0-9]*.py"))
CITIES = {"kosong": Data.empty, "sebagian": city.city, "penuh": city.full_city}
BATAS_BYTE = 40_000
_KE = count()


def put(monkeypatch, data: Data, *, contoh: bool = True) -> None:
    """Let the app read a city made in memory; its own store stays empty."""
    kosong = snapshot(open_store(real_url()))
    bingkai = {f.name for f in dataclasses.fields(kosong)} & set(vars(data))
    isi = dataclasses.replace(
        kosong,
        **{n: getattr(data, n) for n in bingkai},
        daftar={n: getattr(data, n) for n in kosong.daftar},
    )
    sumber = cached.Sumber(real_url(), f"uji-{next(_KE)}", contoh)
    monkeypatch.setattr(cached, "_look", lambda: sumber)
    monkeypatch.setattr(cached, "_snapshot", lambda _url, _jejak: isi)


@pytest.fixture(params=CITIES)
def keadaan(request, monkeypatch, data_dir) -> str:  # noqa: ARG001
    data = CITIES[request.param]()
    put(monkeypatch, data, contoh=len(data.posisi) > 0)
    return request.param


@pytest.fixture
def small(monkeypatch, data_dir) -> None:  # noqa: ARG001
    """The small city that can be computed by hand, as sample data."""
    put(monkeypatch, city.city())


def opened(page: str, **choices: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "pages" / page), default_timeout=60)
    for kunci, nilai in choices.items():
        app.session_state[kunci] = nilai
    return app.run()


def framed(page: str, **links: str) -> AppTest:
    bingkai = ROOT / "ui" / "bingkai" / "bingkai.py"
    app = AppTest.from_file(str(bingkai), default_timeout=60)
    for kunci, nilai in links.items():
        app.query_params[kunci] = nilai
    app.run()
    if page != PAGES[0]:
        app.switch_page(str(ROOT / "pages" / page)).run()
    return app


def words(app: AppTest) -> str:
    jenis = ("title", "subheader", "markdown", "caption", "info", "warning", "success")
    return "\n".join(e.value for j in jenis for e in getattr(app, j)).replace("\\", "")


def figures(app: AppTest) -> list:
    return [g.proto for g in app.get("plotly_chart")]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_alone_works_in_every_state(keadaan, page):
    app = opened(page)
    assert not app.exception
    assert app.title[0].value
    if keadaan == "kosong" and page not in ("21_kirim_laporan.py", "31_definisi.py"):
        assert "Kirim Laporan" in words(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_in_the_frame_works_in_every_state(keadaan, page):
    app = framed(page)
    assert not app.exception
    assert ("Data contoh, bukan data sebenarnya" in words(app)) == (keadaan != "kosong")
    assert [s.label for s in app.sidebar.selectbox] == ["Periode", "Wilayah"]


@pytest.mark.parametrize("page", PAGES)
def test_every_figure_speaks_says_it_is_a_sample_and_is_light(keadaan, page):
    gambar = figures(opened(page))
    for satu in gambar:
        assert satu.alt.endswith(".")
        assert ("CONTOH" in json.dumps(json.loads(satu.spec))) == (keadaan != "kosong")
    assert sum(len(satu.spec) for satu in gambar) < BATAS_BYTE


@pytest.mark.usefixtures("small")
def test_the_summary_gives_each_number_with_who_stands_behind_it():
    app = opened("01_ringkasan.py")
    kartu = {m.label: m for m in app.metric}
    # 750 + 300 + 1.100 + 100 thousand rupiah of a1, a2, b1, c1
    assert kartu["Modal UP2K"].value == "Rp 2.250.000"
    # members 22 + 10 + 13 + 5; the same three groups went from 43 to 40
    assert kartu["Anggota"].value == "50 orang"
    assert kartu["Anggota"].delta == "-3 orang"
    assert kartu["Tingkat pelaporan"].value == "80,0 %"
    isi = words(app)
    assert "Dilaporkan 4 dari 5 kelompok." in isi
    assert "Perubahan sejak TW II 26 pada 3 kelompok yang sama." in isi
    assert "**2** Pemula, **2** Madya, **0** Utama, dan **0** Mandiri" in isi


@pytest.mark.usefixtures("small")
def test_the_summary_of_one_kelurahan_is_its_own():
    app = opened("01_ringkasan.py", wilayah=city.KEBONSARI_KULON)
    kartu = {m.label: m.value for m in app.metric}
    assert kartu["Modal UP2K"] == "Rp 1.050.000"
    assert "Kelurahan Kebonsari Kulon · Triwulan III 2026" in words(app)


@pytest.mark.usefixtures("small")
def test_a_place_that_did_not_report_is_told_so_and_not_counted_as_zero():
    app = opened("01_ringkasan.py", wilayah="35.74.03.1004")
    assert "Belum ada laporan Kelurahan Jati untuk Triwulan III 2026" in words(app)
    assert {m.value for m in app.metric} == {"belum ada data"}


@pytest.mark.usefixtures("small")
def test_the_map_says_the_city_and_hatches_who_is_silent():
    app = opened("02_peta.py", indikator="anggota")
    assert "Anggota seluruh kota pada Triwulan III 2026: **50 orang**" in words(app)
    (peta,) = figures(app)
    nama = [t.get("name") for t in json.loads(peta.spec)["data"]]
    # three of 29 kelurahan have a value
    assert "Belum ada data (26)" in nama
    assert "Tertinggi Kebonsari Kulon (32 orang)" in peta.alt


@pytest.mark.usefixtures("small")
def test_the_map_has_the_same_classes_in_every_period():
    def classes(periode: str) -> list[str]:
        (peta,) = figures(opened("02_peta.py", indikator="anggota", periode=periode))
        nama = [t["name"] for t in json.loads(peta.spec)["data"] if t.get("name")]
        return [n.rpartition(" (")[0] for n in nama]

    assert classes("2026-T3") == classes("2025-T3")


@pytest.mark.usefixtures("small")
def test_growth_is_that_of_the_same_groups_with_and_without_grants():
    app = opened("03_modal.py")
    kartu = {m.label: m for m in app.metric}
    # a1 710 -> 750, b1 600 -> 1.100 (a grant of 500), c1 200 -> 100 thousand rupiah
    assert kartu["Kelompok yang sama"].delta == "+Rp 440.000"
    assert kartu["Kelompok yang sama, tanpa hibah"].delta == "-Rp 60.000"


@pytest.mark.usefixtures("small")
def test_members_who_came_and_went():
    isi = words(opened("04_keanggotaan.py"))
    # a1 3 in 1 out, a2 1 in, b1 2 out, c1 3 out
    assert "**4 orang masuk** dan **6 orang keluar**" in isi
    assert "dilaporkan 4 dari 5 kelompok" in isi


@pytest.mark.usefixtures("small")
def test_moves_between_rungs():
    isi = words(opened("05_menuju_koperasi.py"))
    assert "**1 kelompok naik**, 1 tetap, dan **1 turun**" in isi
    assert "3 lainnya baru berdiri, tutup, atau tidak lapor" in isi


@pytest.mark.parametrize(
    ("page", "key", "bagian"),
    [
        ("03_modal.py", "bagian_modal", "Asal modal"),
        ("03_modal.py", "bagian_modal", "Urutan kelurahan"),
        ("03_modal.py", "bagian_modal", "Pinjaman dan tunggakan"),
        ("04_keanggotaan.py", "bagian_anggota", "Kehadiran"),
        ("04_keanggotaan.py", "bagian_anggota", "Peminjam"),
        ("04_keanggotaan.py", "bagian_anggota", "Cakupan keluarga"),
        ("05_menuju_koperasi.py", "bagian_koperasi", "Tahap"),
        ("05_menuju_koperasi.py", "bagian_koperasi", "Langkah"),
        ("05_menuju_koperasi.py", "bagian_koperasi", "Paling dekat"),
    ],
)
@pytest.mark.parametrize("wilayah", [None, "35.74.04", city.KEBONSARI_KULON])
def test_every_part_of_a_page_works_in_every_place(keadaan, page, key, bagian, wilayah):
    pilihan = {key: bagian} | ({"wilayah": wilayah} if wilayah else {})
    app = opened(page, **pilihan)
    assert not app.exception
    if keadaan != "kosong":
        assert app.subheader or app.selectbox


@pytest.mark.usefixtures("small")
def test_a_link_may_carry_a_code_or_words():
    for tautan in (city.KEBONSARI_KULON, "Kebonsari Kulon"):
        app = framed(PAGES[0], wilayah=tautan)
        assert "Kelurahan Kebonsari Kulon" in words(app)
        assert app.query_params["wilayah"] == "Kebonsari Kulon"


@pytest.mark.usefixtures("small")
def test_a_link_with_an_unknown_place_shows_the_city():
    app = framed(PAGES[0], wilayah="Pohsangit Lor")
    assert not app.exception
    assert "Kota Probolinggo · Triwulan III 2026" in words(app)


@pytest.mark.usefixtures("small")
def test_a_table_stands_behind_a_figure():
    app = opened("01_ringkasan.py", buka_modal=True)
    assert not app.exception


@pytest.mark.usefixtures("small")
def test_playing_goes_through_the_periods_and_comes_back():
    app = framed("02_peta.py", indikator="anggota")
    app.button(key="putar").click().run()
    # 18 + 8 + 16 + 12 + 10 + 6 members of all six groups, five quarters ago
    assert "pada Triwulan III 2025: **70 orang**" in words(app)
    app.button(key="putar").click().run()
    assert "pada Triwulan III 2026: **50 orang**" in words(app)


def test_the_public_sees_no_number_of_a_single_small_group(monkeypatch, data_dir):  # noqa: ARG001
    data = city.without(city.city(), "c1", city.KINI)
    posisi = data.posisi.copy()
    b1 = posisi["kode_kelompok"].eq(city.KODE["b1"]) & posisi["periode"].eq("2026-T3")
    posisi.loc[b1, "anggota_akhir"] = 4
    put(monkeypatch, city.changed(data, posisi=posisi), contoh=False)
    monkeypatch.setenv("UP2K_PERAN", "umum")
    app = opened("01_ringkasan.py", wilayah=city.SUKOHARJO)
    assert "tidak ditampilkan tersendiri" in words(app)
    assert not app.metric
    # with Sukoharjo alone hidden, Kanigaran less Kebonsari Kulon would give it away
    app = opened("02_peta.py", indikator="anggota")
    assert "2 kelurahan tidak ditampilkan" in words(app)
    assert "Belum ada data (29)" in figures(app)[0].spec


@pytest.mark.usefixtures("small")
def test_only_the_coordinator_may_start_empty(monkeypatch):
    assert "mulai_kosong" in {b.key for b in framed(PAGES[0]).button}
    monkeypatch.setenv("UP2K_PERAN", "petugas")
    assert "mulai_kosong" not in {b.key for b in framed(PAGES[0]).button}


def test_starting_empty_asks_first_and_then_shows_what_to_do(data_dir, monkeypatch):  # noqa: ARG001
    from store import is_started, sample_url, write
    from store.schema import note

    with write(open_store(sample_url())) as conn:
        note(conn, "mulai_kosong", "uji")
    app = framed(PAGES[0])
    assert "Data contoh, bukan data sebenarnya" in words(app)
    app.button(key="mulai_kosong").click().run()
    assert not is_started(open_store(real_url()))
    app.button(key="mulai_ya").click().run()
    assert is_started(open_store(real_url()))
    app.run()
    assert "Data contoh" not in words(app)
    assert "Belum ada laporan" in words(app)


def test_every_page_says_what_it_is():
    for satu in halaman.semua().values():
        assert satu.judul and satu.bantuan.endswith(".")
        assert satu.icon.startswith(":material/")
        assert satu.bagian


def test_places_are_picked_by_kecamatan_then_kelurahan():
    from ui.selection import wilayah_options

    urutan = wilayah_options()
    assert urutan[0] == "35.74.01"
    assert len(urutan) == 5 + len(kelurahan())
