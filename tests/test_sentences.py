"""What Ringkasan says in words: only what the reports allow."""

import datetime as dt

import pandas as pd
import pytest

from indicators.attention import attention
from indicators.sentences import sentences
from reference.periode import Periode
from tests.city import (
    KANIGARAN,
    KINI,
    KODE,
    LALU,
    PILANG,
    SUKOHARJO,
    TAHUN_LALU,
    changed,
    city,
    empty,
    full_city,
    without,
)

SESUDAH_BATAS = dt.date(2026, 10, 30)
SEBELUM_BATAS = dt.date(2026, 10, 11)
MAYANGAN = "35.74.03"


def kalimat(jenis, data=None, pembanding=LALU, hari=SESUDAH_BATAS, wilayah=None):
    semua = sentences(data or city(), KINI, pembanding, hari, wilayah)
    return next(k.teks for k in semua if k.jenis == jenis)


def perhatian(jenis, data=None, hari=SESUDAH_BATAS, wilayah=None):
    semua = attention(data or city(), KINI, hari, wilayah)
    return next((p for p in semua if p.jenis == jenis), None)


def test_there_are_three_sentences_in_this_order():
    jenis = [k.jenis for k in sentences(city(), KINI, LALU, SESUDAH_BATAS)]
    assert jenis == ["modal", "anggota", "perhatian"]


def test_capital_is_compared_over_the_same_groups():
    assert kalimat("modal") == (
        "Modal UP2K 3 kelompok yang lapor pada Triwulan II 2026 dan Triwulan III 2026 "
        "naik Rp 440.000 (29,1 %) menjadi Rp 1.950.000; di luar hibah turun Rp 60.000 "
        "(4,8 %) menjadi Rp 1.200.000. "
        "Modal UP2K seluruhnya Rp 2.250.000 (4 dari 5 kelompok lapor)."
    )


def test_grants_are_not_named_where_there_was_none():
    teks = kalimat("modal", wilayah=PILANG)
    assert "turun Rp 100.000 (50,0 %) menjadi Rp 100.000." in teks
    assert "hibah" not in teks


def test_capital_against_a_year_ago():
    # 1.600.000 then, 2.250.000 now, all four groups reported both
    assert "naik Rp 650.000 (40,6 %)" in kalimat("modal", pembanding=TAHUN_LALU)


def test_members_are_compared_over_the_same_groups():
    assert kalimat("anggota") == (
        "Anggota 3 kelompok yang sama turun 3 orang (7,0 %) menjadi 40 orang sejak "
        "Triwulan II 2026. Anggota seluruhnya 50 orang (4 dari 5 kelompok lapor)."
    )


def test_unchanged_is_called_unchanged():
    # a1 +2 and b1 -2
    assert "yang sama tetap 35 orang" in kalimat("anggota", wilayah=KANIGARAN)


@pytest.mark.parametrize("jenis", ["modal", "anggota"])
def test_without_anything_to_compare_with_it_says_so(jenis):
    lama = Periode.parse("2024-T1")
    teks = kalimat(jenis, pembanding=lama)
    assert "belum dapat dibandingkan" in teks
    assert "4 dari 5 kelompok lapor" in teks
    assert "naik" not in teks and "turun" not in teks


def test_a_first_amount_after_nothing_has_no_percentage():
    data = city()
    nol = data.posisi.copy()
    di = (nol["periode"] == str(LALU)) & (nol["kode_kelompok"] == KODE["c1"])
    nol.loc[di, ["simpanan_pokok", "simpanan_wajib"]] = 0
    teks = kalimat("modal", changed(data, posisi=nol), wilayah=PILANG)
    assert "naik Rp 100.000 menjadi Rp 100.000." in teks


@pytest.mark.parametrize("data", [empty(), without(city(), "c1", KINI)])
def test_a_silent_place_gets_no_number(data):
    assert kalimat("modal", data, wilayah=PILANG) == (
        "Belum ada kelompok yang melaporkan modalnya untuk Triwulan III 2026."
    )
    assert kalimat("anggota", data, wilayah=PILANG) == (
        "Belum ada kelompok yang melaporkan anggotanya untuk Triwulan III 2026."
    )


def test_who_is_missing_is_named():
    assert kalimat("perhatian", wilayah=KANIGARAN).startswith(
        "4 dari 6 kelurahan, yaitu Tisnonegaran, Kanigaran, Kebonsari Wetan, dan 1 "
        "lainnya, belum lapor (batas lapor 15 Oktober 2026)."
    )


def test_before_the_deadline_nobody_is_reproached():
    assert perhatian("belum_lapor", hari=SEBELUM_BATAS) is None
    menunggu = perhatian("menunggu", hari=SEBELUM_BATAS, wilayah=MAYANGAN)
    assert menunggu.kalimat == (
        "Semua 5 kelurahan masih ditunggu sampai 15 Oktober 2026."
    )


def test_one_kelurahan_alone_is_called_by_its_name():
    hasil = perhatian("belum_lapor", wilayah="35.74.03.1001")
    assert hasil.kalimat == (
        "Kelurahan Mayangan belum lapor (batas lapor 15 Oktober 2026)."
    )


def test_a_rejected_file_is_named():
    data = city()
    k = data.kiriman
    hasil = perhatian("ditolak", changed(data, kiriman=k[k["kiriman_id"] != 7]))
    assert hasil.kode == (SUKOHARJO,)
    assert hasil.kalimat == "Berkas dari Sukoharjo ditolak dan belum diganti."


def test_held_groups_are_named():
    hasil = perhatian("tertahan")
    assert hasil.kode == (SUKOHARJO,)
    assert hasil.kalimat == (
        "Isian 1 kelompok tertahan dan perlu diperbaiki: Sukoharjo."
    )


def test_a_silent_group_of_a_reporting_kelurahan_is_named():
    hasil = perhatian("kelompok_belum_lapor")
    assert hasil.kode == (KODE["b2"],)
    assert "Anggrek (Sukoharjo)" in hasil.kalimat


def test_arrears_above_the_goal_are_named_with_the_source():
    hasil = perhatian("tunggakan")
    # Sukoharjo 140 / 1.000, Kebonsari Kulon 60 / 1.000
    assert hasil.kalimat == (
        "Rasio tunggakan 2 kelurahan di atas 5 % (WOCCU PEARLS A1, sasaran untuk "
        "koperasi kredit): Sukoharjo 14,0 % dan Kebonsari Kulon 6,0 %."
    )


def test_dormant_groups_are_named():
    hasil = perhatian("nonaktif")
    assert hasil.kode == (KODE["c1"],)
    assert "Seruni (Pilang)" in hasil.kalimat


def test_where_all_is_well_it_says_what_was_looked_at():
    data = full_city(2)
    posisi = data.posisi.assign(status="aktif")
    lengkap = changed(data, posisi=posisi)
    for kode in lengkap.at(KINI).index[~lengkap.at(KINI).lapor]:
        tutup = lengkap.kelompok["kode_kelompok"] == kode
        lengkap = changed(
            lengkap,
            kelompok=lengkap.kelompok.assign(
                tanggal_tutup=lengkap.kelompok["tanggal_tutup"].mask(
                    tutup, pd.Timestamp("2026-07-01")
                )
            ),
        )
    assert attention(lengkap, KINI, SESUDAH_BATAS) == []
    assert kalimat("perhatian", lengkap) == (
        "Semua 29 kelurahan sudah lapor untuk Triwulan III 2026; menurut laporannya "
        "tidak ada isian tertahan, tunggakan di atas batas, atau kelompok nonaktif."
    )
