"""The page of events: numbers, places not reached, the archive, an event typed in."""

import dataclasses
import datetime as dt

import pandas as pd
import pytest

from indicators.data import Data
from reference.wilayah import kelurahan
from store import open_store, real_url, snapshot
from tests import city
from tests.outreach_city import frames, reached_city
from tests.test_outreach import ACARA, JATI, KEHADIRAN
from tests.test_pages import figures, opened, words
from ui import cached, isian_acara

PAGE = "14_sosialisasi.py"
HARI = dt.date(2026, 9, 20)
BAGIAN = ("Acara", "Jangkauan", "Sebelum dan sesudah")


def events_city() -> Data:
    return dataclasses.replace(city.city(), **frames(ACARA, KEHADIRAN))


def put(monkeypatch, data: Data, kunci: str, hari: dt.date = HARI) -> None:
    kosong = snapshot(open_store(real_url()))
    bingkai = {f.name for f in dataclasses.fields(kosong)} & set(vars(data))
    isi = {n: getattr(data, n) for n in bingkai}
    daftar = {n: getattr(data, n) for n in ("acara", "kehadiran")}
    isi = dataclasses.replace(kosong, **isi, daftar={**kosong.daftar, **daftar})
    sumber = cached.Sumber(real_url(), f"acara-{kunci}", True)
    monkeypatch.setattr(cached, "_look", lambda: sumber)
    monkeypatch.setattr(cached, "_snapshot", lambda _url, _jejak: isi)
    monkeypatch.setattr(cached, "hari", lambda: hari)


@pytest.fixture
def small(monkeypatch, data_dir) -> None:  # noqa: ARG001
    put(monkeypatch, events_city(), "kecil")


@pytest.fixture
def whole(monkeypatch, data_dir) -> None:  # noqa: ARG001
    put(monkeypatch, reached_city(7), "penuh", dt.date(2027, 1, 20))


def metrics(app) -> dict[str, str]:
    return {m.label: m.value for m in app.metric}


def archived(isi: str) -> None:
    for kata in (
        "20 September 2022", "Ombass Caffe & Resto", "75 peserta", "LAPENKOP",
        "Jawa Timur", "harianbhirawa.co.id", "Bukan data contoh",
        "tidak dihitung dalam jumlah",
    ):  # fmt: skip
        assert kata in isi


@pytest.mark.usefixtures("data_dir")
def test_without_events_it_says_how_to_begin_and_shows_the_archive(monkeypatch):
    put(monkeypatch, Data.empty(), "kosong")
    app = opened(PAGE)
    assert not app.exception
    isi = words(app)
    assert "Belum ada acara yang dilaporkan" in isi and "Kirim Laporan" in isi
    archived(isi)


@pytest.mark.usefixtures("small")
def test_numbers_stand_with_who_said_them():
    app = opened(PAGE)
    assert not app.exception
    isi = words(app)
    kartu = [(m.label, m.value) for m in app.metric]
    # A and C; 9 of 14 came
    assert kartu[:3] == [
        ("Acara", "2"), ("Peserta", "40 orang"), ("Kehadiran", "64,3 %"),
    ]  # fmt: skip
    assert "dari 1 dari 2 acara yang menyebut jumlahnya" in isi
    assert "9 hadir dari 14 yang diundang, pada 5 dari 6 baris" in isi
    assert "Peserta menurut penyelenggara: belum ada data" in isi
    assert "direncanakan" in isi
    archived(isi)
    # the 75 of the archive are in no sum
    assert ("Peserta", "75 orang") in kartu[3:]


@pytest.mark.usefixtures("small")
def test_an_event_is_found_by_its_year_and_place():
    isi = words(opened(PAGE, tahun_acara="2025"))
    assert "**2 acara**" in isi
    isi = words(opened(PAGE, wilayah=JATI))
    assert "**2 acara**" in isi and "seluruh acara yang mencatat wilayah ini" in isi


@pytest.mark.usefixtures("small")
def test_who_was_not_reached_for_a_year_is_named():
    app = opened(PAGE, bagian_sosialisasi="Jangkauan")
    assert not app.exception
    assert metrics(app) == {
        "Semua peran": "2 dari 29", "TP PKK": "1 dari 29", "Poksus": "1 dari 29",
    }  # fmt: skip
    isi = words(app)
    assert "Belum terjangkau 12 bulan: 26 kelurahan" in isi
    assert "Pilang (19 Sep 2025)" in isi
    assert "20 September 2025 sampai 20 September 2026 (12 bulan, usulan)" in isi
    (peta,) = figures(app)
    assert "terjangkau 2; ada acara, kehadirannya tidak tercatat 1" in peta.alt
    assert "CONTOH" in peta.spec and len(peta.spec) < 40_000


@pytest.mark.usefixtures("small")
def test_poksus_alone():
    app = opened(PAGE, bagian_sosialisasi="Jangkauan", peran_acara="poksus")
    # Sukoharjo was reached; everybody else was not
    assert "Belum terjangkau 12 bulan: 28 kelurahan" in words(app)


@pytest.mark.usefixtures("small")
def test_too_little_is_refused():
    isi = words(opened(PAGE, bagian_sosialisasi="Sebelum dan sesudah"))
    assert "Data belum cukup." in isi
    assert "paling sedikit 8 (usulan)" in isi
    assert "Sesudah bukan berarti karena" in isi


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize("wilayah", [None, "35.74.04", city.KEBONSARI_KULON])
@pytest.mark.parametrize("bagian", BAGIAN)
def test_every_part_works_in_every_place(bagian, wilayah):
    pilihan = {"wilayah": wilayah} if wilayah else {}
    app = opened(PAGE, bagian_sosialisasi=bagian, **pilihan)
    assert not app.exception


@pytest.mark.usefixtures("whole")
def test_what_came_after_is_told_beside_others():
    isi = words(opened(PAGE, bagian_sosialisasi="Sebelum dan sesudah"))
    assert "12 kelurahan yang terjangkau" in isi
    assert "**Terjangkau acara ini**: 12 kelurahan, 60 kelompok" in isi
    assert "**Tidak terjangkau acara apa pun**: 17 kelurahan, 85 kelompok" in isi


@pytest.mark.usefixtures("small")
def test_the_public_hands_in_nothing(monkeypatch):
    monkeypatch.setenv("UP2K_PERAN", "umum")
    app = opened(PAGE)
    assert "Laporkan sebuah acara" not in words(app)
    assert "kode A" not in words(app)


def test_a_typed_grid_keeps_blank_and_nothing_apart():
    grid = isian_acara._grid()
    assert isian_acara.rows(grid) == ()
    grid.loc[0, "poksus|hadir_orang"] = 0
    grid.loc[2, ["tp_pkk|diundang_orang", "tp_pkk|hadir_orang"]] = [4, 3]
    kode = list(kelurahan())
    assert isian_acara.rows(grid) == (
        {"peserta": kode[0], "peran": "poksus", "hadir_orang": 0},
        {"peserta": kode[2], "peran": "tp_pkk", "diundang_orang": 4, "hadir_orang": 3},
    )


@pytest.mark.usefixtures("data_dir")
def test_a_typed_event_is_stored_like_an_upload(monkeypatch):
    grid = isian_acara._grid()
    grid.loc[0, ["poksus|diundang_orang", "poksus|hadir_orang"]] = [3, 2]
    monkeypatch.setattr(isian_acara.st, "data_editor", lambda *_a, **_k: grid)
    app = opened(PAGE, buka_isian_acara=True)
    app.button[[b.label for b in app.button].index("Periksa")].click().run()
    assert "Nama acara dan tanggalnya perlu diisi" in words(app)
    app.text_input(key="acara_nama_0").set_value("Pelatihan Buku Kas")
    app.text_input(key="acara_penyelenggara_0").set_value("TP PKK Kota")
    app.date_input(key="acara_tanggal_0").set_value(dt.date(2026, 9, 1))
    app.number_input(key="acara_peserta_orang_0").set_value(2)
    app.button[[b.label for b in app.button].index("Periksa")].click().run()
    assert not app.exception
    isi = snapshot(open_store(real_url()))
    assert isi.daftar["acara"].empty
    app.button(key="simpan").click().run()
    assert not app.exception
    isi = snapshot(open_store(real_url())).daftar
    (acara,) = isi["acara"].itertuples()
    assert (acara.nama, acara.peserta_orang) == ("Pelatihan Buku Kas", 2)
    assert acara.tanggal == pd.Timestamp(2026, 9, 1)
    (baris,) = isi["kehadiran"].itertuples()
    assert (baris.peserta, baris.peran, baris.diundang_orang, baris.hadir_orang) == (
        next(iter(kelurahan())), "poksus", 3, 2,
    )  # fmt: skip
    assert "Tanda terima" in words(app)
