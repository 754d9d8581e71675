"""Capital as a fan: what was steady stays, what jumped may jump, and it holds."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from bench.forecast import growing
from charts import fan as fan_chart
from indicators import INDICATORS
from indicators.compute import series
from indicators.data import Data
from planning.forecast import capital, capital_score
from planning.forecast.growth import learn
from reference.periode import Periode
from tests import city

PADA = dt.date(2026, 9, 30)
PERIODES = [Periode.parse("2026-T3").shift(i - 11) for i in range(12)]
TEMPAT = ("35.74.01.1001", "35.74.02.1001")


def capital_city(nilai: np.ndarray, periodes: list[Periode] = PERIODES) -> Data:
    """Groups (rows) with this capital in rupiah; NaN is a report that did not come."""
    posisi, daftar = [], []
    for g, baris in enumerate(nilai):
        w = TEMPAT[g % 2]
        kode = {"kode_kelompok": f"{w}-{g:02d}", "kode_wilayah": w,
                "kode_kecamatan": w[:8]}  # fmt: skip
        daftar.append({**kode, "periode_pertama": str(periodes[0])})
        uang = dict.fromkeys(capital.MODAL_UP2K, 0)
        posisi += [
            {**kode, **uang, "periode": str(p), "simpanan_wajib": v}
            for p, v in zip(periodes, baris, strict=True)
            if not np.isnan(v)
        ]
    kosong = {
        n: getattr(Data.empty(), n)
        for n in ("kelurahan", "langkah", "kegiatan", "kiriman")
    }
    return Data(
        posisi=city.frame("posisi", posisi), kelompok=city.frame("kelompok", daftar),
        **kosong,
    )  # fmt: skip


def steady(kelompok: int = 20, periode: int = 12) -> np.ndarray:
    return np.full((kelompok, periode), 1_000_000.0)


def test_capital_that_never_moved_is_expected_to_stay():
    kipas = capital.fan(capital_city(steady()), "kota", "35.74", PADA)
    # 20 groups of a million each; a year is four quarters
    assert kipas["periode"].tolist() == [
        "2026-T3", "2026-T4", "2027-T1", "2027-T2", "2027-T3",
    ]  # fmt: skip
    assert (kipas[["bawah", "tengah", "atas"]] == 20_000_000).all(axis=None)
    assert set(kipas["n_kelompok"]) == {20}


def test_only_the_groups_that_reported_now_are_in_the_fan():
    nilai = steady()
    nilai[:6, -1] = np.nan
    data = capital_city(nilai)
    assert capital.fan(data, "kota", "35.74", PADA)["tengah"].iloc[0] == 14_000_000
    # even rows stand in the first kelurahan: ten, of which 0, 2 and 4 are silent
    kipas = capital.fan(data, "kelurahan", TEMPAT[0], PADA)
    assert (kipas["tengah"].iloc[-1], kipas["n_kelompok"].iloc[-1]) == (7_000_000, 7)


def test_the_fan_opens_with_time_and_with_jumps():
    acak = np.random.default_rng(3)
    tenang = steady() * np.exp(acak.normal(0, 0.01, (20, 12)).cumsum(axis=1))
    hibah = tenang + np.where(acak.random((20, 12)) < 0.1, 500_000, 0).cumsum(axis=1)
    lebar = []
    for nilai in (tenang, hibah):
        kipas = capital.fan(capital_city(nilai.round()), "kota", "35.74", PADA)
        jarak = (kipas["atas"] - kipas["bawah"]) / kipas["tengah"]
        assert jarak.iloc[0] == 0
        assert jarak.iloc[1:].is_monotonic_increasing
        lebar.append(jarak.iloc[-1])
    assert lebar[1] > lebar[0]


def test_a_grant_of_one_group_is_not_its_pace():
    nilai = np.array([1e6 * 1.02 ** np.arange(12)] * 20)
    nilai[0, 6:] += 1_000_000
    hasil = learn(nilai, np.zeros((20, 12), dtype=int), 10)
    assert hasil is not None
    # all others grow by the same two per cent, so a pace of its own is next to nothing
    assert abs(hasil.kali.sendiri[0]) < 0.001


@pytest.mark.parametrize(
    ("nilai", "by", "kode", "alasan"),
    [
        (steady(9), "kota", "35.74",
         "data belum cukup: baru 0 pasangan periode berturut-turut dengan 10 kelompok "
         "yang sama, paling sedikit 6 (batas usulan)"),
        (steady(20, 6), "kota", "35.74",
         "data belum cukup: baru 5 pasangan periode berturut-turut dengan 10 kelompok "
         "yang sama, paling sedikit 6 (batas usulan)"),
        (steady(), "kelurahan", "35.74.03.1001",
         "data belum cukup: kelompok di wilayah ini belum melaporkan modal Triwulan "
         "III 2026"),
        (steady(), "kelompok", "35.74.03.1001-01",
         "data belum cukup: kelompok ini belum melaporkan modal Triwulan III 2026"),
    ],
)  # fmt: skip
def test_too_little_is_said_and_not_drawn(nilai, by, kode, alasan):
    data = capital_city(nilai, PERIODES[-nilai.shape[1] :])
    assert capital.refusal(data, by, kode, PADA) == alasan
    assert capital.fan(data, by, kode, PADA).empty
    assert list(capital.fan(data, by, kode, PADA)) == list(capital.KOLOM)


def test_nothing_reported_gives_no_fan():
    assert capital.fan(Data.empty(), "kota", "35.74", PADA).empty
    assert capital_score.score(Data.empty(), "kota", PADA).n_diperiksa == 0


def test_past_fans_are_held_against_what_came():
    data = capital_city(steady())
    # six pairs need seven periods, and a year after them: days 7 and 8 of 12 periods
    hasil = capital_score.score(data, "kelurahan", PADA)
    assert (hasil.n_diperiksa, hasil.n_tepat) == (4, 4)
    lipat = steady()
    lipat[:, -2:] *= 2
    hasil = capital_score.score(capital_city(lipat), "kelurahan", PADA)
    assert (hasil.n_diperiksa, hasil.n_tepat) == (4, 0)


@pytest.mark.parametrize("langkah", [1, 4])
def test_fans_hold_75_to_85_times_of_100_where_the_truth_is_known(langkah):
    hasil = growing(range(200), langkah)
    assert {by: n for by, (n, _) in hasil.items() if by != "kelompok"} == {
        "kecamatan": 1000,
        "kota": 200,
    }
    for n, tepat in hasil.values():
        assert 0.75 <= tepat / n <= 0.85


def test_the_picture_has_the_fan_in_words_and_in_its_table():
    data = capital_city(steady())
    deret = series(INDICATORS["modal_up2k"], data, PERIODES, "kota")
    kipas = capital.fan(data, "kota", "35.74", PADA)
    gambar = fan_chart.draw(
        deret, kipas, nama="Kota Probolinggo", bagian=80, contoh=True
    )
    assert gambar.alt == (
        "Grafik garis modal UP2K Kota Probolinggo sejak Triwulan IV 2024 dan kipas "
        "perkiraannya: Rp 20.000.000 pada Triwulan III 2026; pada Triwulan III 2027 80 "
        "dari 100 kali antara Rp 20.000.000 dan Rp 20.000.000."
    )
    # eight quarters that were, four to come, in their order
    assert list(gambar.figure.layout.xaxis.categoryarray) == [
        p.label_pendek
        for p in (*PERIODES[-8:], *(PERIODES[-1].shift(i) for i in (1, 2, 3, 4)))
    ]
    assert gambar.table["value"].notna().sum() == 8
    assert gambar.table["atas"].notna().sum() == 4
    assert pd.Series(gambar.table["nama_periode"]).is_unique
