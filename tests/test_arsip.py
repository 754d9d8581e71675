"""The archive says what its sources say: the facts stand here once more, by hand."""

import datetime as dt

import pytest

from indicators.data import Data
from reference.arsip import GOLONGAN, KEYAKINAN, arsip, event, figures
from reference.wilayah import kecamatan, kelurahan, nama_wilayah
from reports.story import story
from tests import city

HARI = dt.date(2026, 10, 25)


def test_every_entry_has_a_source_with_an_address_and_known_places():
    for p in arsip():
        assert p.golongan in GOLONGAN
        assert p.keyakinan in KEYAKINAN
        assert p.sumber
        assert all(nama and alamat.startswith("https://") for nama, alamat in p.sumber)
        dikenal = {*kelurahan(), *kecamatan()}
        assert {*p.wilayah, *(kode for kode, _ in p.hasil)} <= dikenal


def test_the_contest_of_2019_took_two_days_and_names_two_kelurahan_of_mayangan():
    p = event("lomba-2019")
    assert (p.tanggal, p.sampai) == (dt.date(2019, 8, 21), dt.date(2019, 8, 22))
    wakil = [nama_wilayah(k) for k in p.results("wakil kecamatan")]
    assert wakil == ["Sukabumi", "Mangunharjo"]


def test_the_socialisation_had_75_participants_and_its_year_is_said_to_be_derived():
    p = event("sosialisasi-2022")
    assert (p.tanggal, p.angka[0][1:]) == (dt.date(2022, 9, 20), (75, "orang"))
    assert p.tanggal.strftime("%A") == "Tuesday"
    assert p.keyakinan == "D"
    assert "Tahun 2022 disimpulkan dari" in p.catatan
    assert "Ombass Caffe & Resto" in p.kalimat
    assert "LAPENKOP" in p.kalimat


def test_the_evaluation_of_2023_had_23_winners_and_six_kelurahan_below_the_standard():
    p = event("evaluasi-2023")
    assert p.tanggal == dt.date(2023, 12, 12)
    assert [n for _, n, _ in p.angka] == [23, 6]
    assert {nama_wilayah(k) for k in p.results("di bawah standar")} == {
        "Kedung Asem", "Kedunggaleng", "Kedopok", "Jrebeng Kulon", "Kareng Lor",
        "Sumber Wetan",
    }  # fmt: skip
    assert {k[:8] for k in p.results("di bawah standar")} == {"35.74.02", "35.74.05"}


def test_the_campaign_and_its_announcement_are_two_entries():
    p, hasil = event("kampanye-2022"), event("kampanye-2022-hasil")
    assert (p.tanggal, p.sampai) == (dt.date(2022, 9, 19), dt.date(2022, 10, 31))
    assert hasil.tanggal == dt.date(2022, 11, 15)
    assert [n for _, n, _ in hasil.angka] == [820_000, 80_000, 1_290_000, 116_000]


def test_kkmp_names_no_day_that_its_source_does_not_name():
    assert event("kkmp-2025").kapan == "pertengahan 2025"
    assert event("kkmp-2025").angka[0][1] == 29
    assert event("kkmp-2025-pelatihan").kapan == "Agustus 2025"


def test_figures_that_sources_disagree_on_stand_each_with_its_time_and_source():
    koperasi = [a for a in figures() if a.golongan == "koperasi"]
    assert [a.nilai for a in koperasi] == [219, 200, 226, 234, 200]
    assert all(a.waktu and a.sumber for a in figures())
    modal = {a.waktu: a.nilai for a in figures() if a.golongan == "modal"}
    assert modal == {"2001": 250_000, "2012": 500_000}


def test_the_story_ends_on_the_day_that_is_shown():
    semua = story(Data.empty(), HARI, False)
    assert len(semua) == len(arsip())
    dulu = story(Data.empty(), dt.date(2022, 10, 1), False)
    assert [s.tanggal.year for s in dulu] == [2019, 2022, 2022]


@pytest.mark.parametrize("contoh", [True, False])
def test_what_was_sent_in_stands_beside_the_archive_and_samples_say_so(contoh):
    acara = city.empty().acara
    baris = dict.fromkeys(acara.columns, None) | {
        "kode_acara": "SO-1", "nama": "Pelatihan buku kas", "jenis": "pelatihan",
        "tanggal": "2026-02-03", "peserta_orang": 40,
    }  # fmt: skip
    isi = acara.reindex([0]).assign(**{k: [v] for k, v in baris.items()})
    data = Data(**{**_frames(), "acara": isi.astype(acara.dtypes.to_dict())})
    satu = story(data, HARI, contoh)[-1]
    assert satu.kapan == "3 Februari 2026"
    assert satu.kalimat == "Pelatihan; 40 peserta."
    assert satu.sebutan.endswith("(contoh)") is contoh
    assert not any(s.contoh for s in story(data, HARI, contoh) if s.asal == "arsip")


def _frames() -> dict:
    kosong = city.empty()
    nama = ("posisi", "kelurahan", "langkah", "kegiatan", "kelompok", "kiriman")
    return {n: getattr(kosong, n) for n in nama}
