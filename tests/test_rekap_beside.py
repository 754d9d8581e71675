"""The recap beside the groups, on the small city that can be computed by hand.

At the end of 2026-T2 Melati (a1) is Pemula with 20 members, Mawar (a2) silent (last
Pemula, 9), Kenanga (b1) Madya 15, Anggrek (b2) Pemula 12. At the end of 2026-T3 Melati
is Madya 22, Mawar Pemula 10, Kenanga a koperasi on Madya 13, Anggrek silent, Seruni
(c1) Pemula 5 after Madya and nonaktif; Cempaka (c2), Pemula 4, closed on 15 August.
"""

import dataclasses

import pandas as pd
import pytest

from indicators.data import Data
from indicators.rekap import Titik, beside, meeting_point, without_recap
from indicators.rekap_kelompok import Kelompok, Laporan
from indicators.rekap_sebab import explain
from reference.periode import Periode
from reference.rekap import columns_of
from tests import city

S1, T2, T3 = map(Periode.parse, ("2026-S1", "2026-T2", "2026-T3"))
PADA_T2, PADA_T3 = Titik(S1, T2), Titik(T3, T3)


def row(tempat: str, periode: Periode, nama: str = "RW 01", **jenjang: tuple) -> dict:
    """A row of a kelurahan's recap: `pemula=(groups, members)`."""
    isi = {"kode_wilayah": tempat, "periode": str(periode), "nama_baris": nama,
           "tingkat_wilayah": "kelurahan", "urut": 0, "baris": 11, "kiriman_id": 1,
           "pembacaan_id": int(tempat.replace(".", "")), "jumlah": False,
           "diterima_pada": "2026-07-05 09:00"}  # fmt: skip
    for j, dua in jenjang.items():
        isi |= dict(zip(columns_of(j), dua, strict=True))
    return isi


def held(*baris: dict) -> Data:
    rekap = city.frame("rekap", list(baris))
    return dataclasses.replace(city.city(), rekap=rekap)


def line(data: Data, titik: Titik, tempat: str, jenjang: str) -> pd.Series:
    semua = beside(data, titik)
    (satu,) = semua[
        (semua["kode_wilayah"] == tempat) & (semua["jenjang"] == jenjang)
    ].itertuples()
    return satu


def test_a_half_year_meets_the_quarter_that_ends_with_it():
    data = held(row(city.PILANG, S1))
    assert meeting_point(data, T3) == PADA_T2
    assert meeting_point(data, T2) == PADA_T2
    assert (
        meeting_point(held(row(city.PILANG, S1), row(city.PILANG, T3)), T3) == PADA_T3
    )


def test_without_recaps_it_is_the_last_half_year_that_has_ended():
    assert meeting_point(city.city(), T3) == PADA_T2
    assert meeting_point(city.city(), T2) == PADA_T2
    kosong = meeting_point(Data.empty(), T3)
    assert (str(kosong.rekap), str(kosong.kelompok)) == ("2026-S1", "2026-T2")


def test_equal_counts_agree():
    data = held(row(city.SUKOHARJO, S1, pemula=(1, 12), madya=(1, 15)))
    for jenjang, klp, orang in (("pemula", 1, 12), ("madya", 1, 15)):
        x = line(data, PADA_T2, city.SUKOHARJO, jenjang)
        assert (x.keadaan, x.data_klp, x.data_orang) == ("cocok", klp, orang)
        assert (x.selisih_klp, x.selisih_orang, x.sebab) == (0, 0, "")
    assert line(data, PADA_T2, city.SUKOHARJO, "utama").keadaan == "kosong"
    assert line(data, PADA_T2, city.SUKOHARJO, "pemula").kelompok == "Anggrek (12)"


def test_a_silent_group_may_be_what_the_recap_has_more():
    data = held(row(city.KEBONSARI_KULON, S1, pemula=(2, 29)))
    x = line(data, PADA_T2, city.KEBONSARI_KULON, "pemula")
    assert (x.selisih_klp, x.selisih_orang, x.tepat) == (1, 9, True)
    assert x.sebab == "Mungkin Mawar (belum melapor, terakhir Pemula)."


def test_a_group_that_moved_up_may_stand_on_its_old_rung_in_the_recap():
    data = held(row(city.KEBONSARI_KULON, T3, pemula=(2, 32), madya=(0, 0)))
    for jenjang, selisih in (("pemula", (1, 22)), ("madya", (-1, -22))):
        x = line(data, PADA_T3, city.KEBONSARI_KULON, jenjang)
        assert (x.selisih_klp, x.selisih_orang) == selisih
        assert x.sebab == "Mungkin Melati (sebelumnya Pemula, kini Madya)."


def test_members_may_be_those_of_half_a_year_ago():
    dulu = tuple(Laporan("madya", "up2k", n) for n in (14, 15, 16))
    k = Kelompok("x-01", "Kenanga", Laporan("madya", "up2k", 13), dulu)
    assert explain([k], "madya", 0, 2).kalimat == (
        "Mungkin Kenanga (sebelumnya 15 anggota, kini 13)."
    )
    assert not explain([k], "madya", 0, 3).dugaan


def test_a_koperasi_may_also_be_counted_on_its_level():
    data = held(row(city.SUKOHARJO, T3, madya=(1, 13), koperasi=(1, 13)))
    assert line(data, PADA_T3, city.SUKOHARJO, "koperasi").keadaan == "cocok"
    x = line(data, PADA_T3, city.SUKOHARJO, "madya")
    assert (x.data_klp, x.selisih_klp, x.selisih_orang) == (0, 1, 13)
    assert x.sebab == (
        "Mungkin Kenanga (koperasi, dapat saja juga dihitung menurut tingkatnya)."
    )


def test_a_closed_group_may_still_be_counted():
    data = held(row(city.PILANG, T3, pemula=(2, 9)))
    x = line(data, PADA_T3, city.PILANG, "pemula")
    assert x.sebab == (
        "Mungkin Cempaka (tutup 15 Agustus 2026, dapat saja masih dihitung)."
    )
    assert x.kelompok == "Seruni (5)"


def test_what_no_few_groups_explain_is_said_to_be_so():
    data = held(row(city.PILANG, T3, pemula=(9, 99)))
    x = line(data, PADA_T3, city.PILANG, "pemula")
    assert (x.keadaan, x.tepat) == ("beda", False)
    assert x.sebab == "Belum terjelaskan oleh satu sampai 3 kelompok."


def test_members_that_do_not_add_up_leave_a_weaker_guess():
    data = held(row(city.KEBONSARI_KULON, S1, pemula=(2, 35)))
    x = line(data, PADA_T2, city.KEBONSARI_KULON, "pemula")
    assert not x.tepat
    assert x.sebab == (
        "Mungkin Mawar (belum melapor, terakhir Pemula). Banyak orangnya belum persis."
    )


def test_rows_are_summed_and_a_total_is_not_counted_twice():
    satu = row(city.SUKOHARJO, S1, "RW 01", pemula=(1, 12))
    dua = {**row(city.SUKOHARJO, S1, "RW 02", madya=(1, 15)), "urut": 1}
    total = {**row(city.SUKOHARJO, S1, "JUMLAH", pemula=(1, 12), madya=(1, 15)),
             "urut": 2, "jumlah": True}  # fmt: skip
    data = held(satu, dua, total)
    x = line(data, PADA_T2, city.SUKOHARJO, "pemula")
    assert (x.rekap_klp, x.rekap_orang, x.urut) == (1, 12, 2)
    tanpa = line(held(satu, dua), PADA_T2, city.SUKOHARJO, "madya")
    assert (tanpa.rekap_klp, pd.isna(tanpa.urut)) == (1, True)


def test_a_kecamatan_speaks_for_each_of_its_kelurahan():
    baris = {**row(city.KANIGARAN, S1, "Sukoharjo", pemula=(1, 14)),
             "tingkat_wilayah": "kecamatan", "kode_baris": city.SUKOHARJO}  # fmt: skip
    sendiri = row(city.SUKOHARJO, S1, pemula=(1, 12))
    data = held(baris, sendiri)
    isi = beside(data, PADA_T2)
    pemula = isi[isi["jenjang"] == "pemula"].set_index("menurut")
    assert pemula["kode_wilayah"].tolist() == [city.SUKOHARJO] * 2
    assert pemula.loc["kelurahan", "keadaan"] == "cocok"
    assert pemula.loc["kecamatan", "selisih_orang"] == 2
    assert len(without_recap(data, PADA_T2)) == 28


def test_of_one_place_and_day_the_newest_recap_counts():
    lama = row(city.SUKOHARJO, S1, pemula=(5, 50))
    baru = {**row(city.SUKOHARJO, T2, pemula=(1, 12)), "pembacaan_id": 7777,
            "diterima_pada": "2026-07-20 09:00"}  # fmt: skip
    x = line(held(lama, baru), PADA_T2, city.SUKOHARJO, "pemula")
    assert (x.rekap_klp, x.keadaan) == (1, "cocok")


def test_where_nobody_reports_there_is_nothing_to_hold_it_against():
    jati = "35.74.03.1004"
    x = line(held(row(jati, S1, pemula=(1, 12))), PADA_T2, jati, "pemula")
    assert (x.keadaan, pd.isna(x.data_klp), x.sebab) == ("belum_lapor", True, "")


def test_a_group_of_which_nothing_is_known_never_makes_a_guess_exact():
    baru = Kelompok("x-01", "Baru", None)
    hasil = explain([baru], "pemula", 1, 15)
    assert (hasil.tepat, hasil.kalimat) == (
        False,
        "Mungkin Baru (belum melapor, tingkatnya tidak diketahui). Banyak orangnya "
        "belum persis.",
    )


@pytest.mark.parametrize("lain", [1, 2])
def test_equally_likely_guesses_are_counted_not_hidden(lain):
    semua = [
        Kelompok(f"x-0{n}", nama, Laporan("madya", "up2k", 10))
        for n, nama in enumerate(("Melati", "Mawar", "Soka")[: lain + 1])
    ]
    kalimat = explain(semua, "madya", -1, -10).kalimat
    assert kalimat.endswith(f"Ada {lain} kemungkinan lain.")
