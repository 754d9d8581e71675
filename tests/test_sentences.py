"""What Ringkasan says in words: only what the reports allow."""

import datetime as dt
from dataclasses import replace

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


def bolder(data, **batas):
    """The same city with other thresholds for what a sentence may say."""
    dasar = {"kelompok_paling_sedikit": 1, "peluang_kebetulan": 100} | batas
    semua = data.acuan.pada("kalimat", SESUDAH_BATAS)
    baru = [
        replace(semua[k], isi={**semua[k].isi, "batas": v}) for k, v in dasar.items()
    ]
    return replace(data, acuan=data.acuan.plus(baru))


def kalimat(jenis, data=None, pembanding=LALU, hari=SESUDAH_BATAS, wilayah=None):
    semua = sentences(data or bolder(city()), KINI, pembanding, hari, wilayah)
    return next((k.teks for k in semua if k.jenis == jenis), None)


def perhatian(jenis, data=None, hari=SESUDAH_BATAS, wilayah=None):
    semua = attention(data or city(), KINI, hari, wilayah)
    return next((p for p in semua if p.jenis == jenis), None)


def test_they_stand_in_the_order_of_their_rules():
    jenis = [k.jenis for k in sentences(bolder(city()), KINI, LALU, SESUDAH_BATAS)]
    assert jenis == [
        "pelaporan", "modal", "anggota", "tunggakan", "tingkat", "perhatian",
    ]  # fmt: skip


def test_capital_is_compared_over_the_same_groups():
    # a1 710 -> 750, b1 600 -> 1.100 (500 of it a grant), c1 200 -> 100 thousand
    assert kalimat("modal") == (
        "Modal UP2K 3 kelompok yang sama naik Rp 440.000 (29,1 %) menjadi "
        "Rp 1.950.000 sejak Triwulan II 2026; di luar hibah turun Rp 60.000 (4,8 %) "
        "menjadi Rp 1.200.000."
    )


def test_grants_are_not_named_where_there_was_none():
    assert kalimat("modal", wilayah=PILANG) == (
        "Modal UP2K 1 kelompok yang sama turun Rp 100.000 (50,0 %) menjadi Rp 100.000 "
        "sejak Triwulan II 2026."
    )


def test_capital_against_a_year_ago():
    # 1.600.000 then, 2.250.000 now, all four groups reported both
    assert "naik Rp 650.000 (40,6 %)" in kalimat("modal", pembanding=TAHUN_LALU)


def test_members_are_compared_over_the_same_groups():
    assert kalimat("anggota") == (
        "Anggota 3 kelompok yang sama turun 3 orang (7,0 %) menjadi 40 orang sejak "
        "Triwulan II 2026."
    )


def test_arrears_are_held_against_their_goal():
    # a1 and b1: 80 of 1.500 then, 200 of 1.800 now
    assert kalimat("tunggakan") == (
        "Rasio tunggakan 3 kelompok yang sama naik dari 5,3 % menjadi 11,1 % "
        "(5,8 poin) sejak Triwulan II 2026, di atas batas 5 %."
    )


def test_one_group_speaks_of_itself():
    assert kalimat("anggota", wilayah=KODE["b1"]) == (
        "Anggota turun 2 orang (13,3 %) menjadi 13 orang sejak Triwulan II 2026."
    )
    assert kalimat("tingkat", wilayah=KODE["a1"]) == (
        "Tingkat yang dilaporkan naik dari Pemula menjadi Madya sejak Triwulan II 2026."
    )
    assert kalimat("pelaporan", wilayah=KODE["b2"]) == (
        "Kelompok ini belum lapor untuk Triwulan III 2026 (batas lapornya 15 Oktober "
        "2026)."
    )


def test_too_few_groups_and_too_short_a_history_say_nothing_of_a_direction():
    semua = {k.jenis: k for k in sentences(city(), KINI, LALU, SESUDAH_BATAS)}
    assert not semua.keys() & {"modal", "anggota", "tunggakan"}
    assert semua["tenang"].teks == (
        "Perubahan modal, anggota, dan rasio tunggakan belum dapat dikatakan: baru 3 "
        "kelompok yang sama, dan baru ada 3 perubahan terdahulu untuk dibandingkan."
    )


def test_unchanged_is_no_change():
    # a1 +2 and b1 -2
    assert kalimat("anggota", wilayah=KANIGARAN) is None
    assert "anggota" in kalimat("tenang", wilayah=KANIGARAN)


def test_without_anything_to_compare_with_it_says_so():
    lama = Periode.parse("2024-T1")
    assert kalimat("tenang", pembanding=lama) == (
        "Perubahan modal, anggota, dan rasio tunggakan belum dapat dikatakan: tidak "
        "ada kelompok yang melaporkannya pada Triwulan I 2024 dan Triwulan III 2026."
    )
    assert kalimat("modal", pembanding=lama) is None


def test_a_first_amount_after_nothing_has_no_percentage():
    data = city()
    nol = data.posisi.copy()
    di = (nol["periode"] == str(LALU)) & (nol["kode_kelompok"] == KODE["c1"])
    nol.loc[di, ["simpanan_pokok", "simpanan_wajib"]] = 0
    teks = kalimat("modal", bolder(changed(data, posisi=nol)), wilayah=PILANG)
    assert "naik Rp 100.000 menjadi Rp 100.000 sejak" in teks


@pytest.mark.parametrize("data", [empty(), without(city(), "c1", KINI)])
def test_a_silent_place_gets_no_number(data):
    for jenis in ("modal", "anggota", "tunggakan", "tenang", "tingkat"):
        assert kalimat(jenis, bolder(data), wilayah=PILANG) is None


def test_the_reporting_rate_comes_first():
    assert kalimat("pelaporan") == (
        "4 dari 5 kelompok sudah lapor untuk Triwulan III 2026."
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
