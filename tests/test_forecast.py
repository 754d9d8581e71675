"""When groups climb: ranges that hold 80 of 100 times, or a plain refusal.

What can be counted is counted by hand on the small city of `city.py`; whether ranges
hold is proved on made-up cities whose truth is known (`planning.forecast.simulate`).
"""

import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from bench.forecast import Bukti, climbing, past
from indicators.data import Data
from planning.forecast import (
    character,
    history,
    listing,
    rungs,
    score,
    simulate,
    spread,
)
from planning.forecast.batas import Batas
from planning.forecast.tally import Hitungan
from reference.acuan import bawaan
from reference.kosakata import pilihan_untuk
from reference.periode import Periode
from tests import city

PADA = dt.date(2026, 9, 30)


def with_limit(data: Data, **nilai: int) -> Data:
    """The same city under other limits."""
    lama = bawaan().pada("perkiraan", PADA)
    baru = [replace(lama[k], isi={**lama[k].isi, "nilai": n}) for k, n in nilai.items()]
    nama = ("posisi", "kelurahan", "langkah", "kegiatan", "kelompok", "kiriman")
    return Data(**{n: getattr(data, n) for n in nama}, acuan=bawaan().plus(baru))


def with_rungs(*jenjang: str, kelompok: str = "a1") -> Data:
    """The small city in which one group reported these rungs, "-" being silence."""
    kode = city.KODE[kelompok]
    p = city.city().posisi
    periodes = [city.KINI.shift(i + 1 - len(jenjang)) for i in range(len(jenjang))]
    contoh = p[(p["kode_kelompok"] == kode) & (p["periode"] == str(city.KINI))]
    baris = [
        contoh.assign(periode=str(q), tingkat=j)
        for q, j in zip(periodes, jenjang, strict=True)
        if j != "-"
    ]
    return city.changed(
        city.city(), posisi=pd.concat([p[p["kode_kelompok"] != kode], *baris])
    )


def test_the_chance_of_the_first_rise_by_hand():
    # 0,2 at once; 0,8 x 0,5 = 0,4 in the next step; 0,8 x 0,5 = 0,4 later
    peluang = spread.first_time(np.array([[0.2, 0.5]]))
    assert peluang[0] == pytest.approx([0.2, 0.4, 0.4])
    assert spread.middle(peluang).tolist() == [1]


def test_what_is_not_known_of_the_chance_widens_the_time():
    # never or at once, with equal chance, is not the same as half a chance each time
    tahu = spread.first_time(np.array([[0.5, 0.5]])).mean(axis=0)
    tidak = spread.first_time(np.array([[0.0, 0.0], [1.0, 1.0]])).mean(axis=0)
    assert tahu.tolist() == [0.5, 0.25, 0.25]
    assert tidak.tolist() == [0.5, 0.0, 0.5]


@pytest.mark.parametrize(
    ("peluang", "awal", "akhir"),
    [
        # the shortest stretch of exactly 0,8
        ([0.1, 0.3, 0.5, 0.1], 1, 2),
        # nothing holds 0,8: 0,75 is nearer than 1,0
        ([0.0, 0.75, 0.25], 1, 1),
        # most often later than all steps: from the second lump on it is 0,8
        ([0.1, 0.1, 0.1, 0.7], 2, 3),
        # steps that hardly add anything are left out
        ([0.001, 0.8, 0.199], 1, 1),
    ],
)
def test_the_range_is_the_shortest_that_comes_nearest_to_80_of_100(
    peluang, awal, akhir
):
    hasil = spread.choose(np.array([peluang]), 0.8)
    assert [int(x[0]) for x in hasil] == [awal, akhir]


def test_only_pairs_that_can_be_compared_count():
    r = history.read(city.city(), "tingkat", city.KINI)
    tabel = history.exposures(r)
    # pairs of consecutive reports: a1 4, a2 2 (silent in T2), b1 4, b2 3, c1 4, c2 3
    assert tabel["kode_kelompok"].value_counts().to_dict() == {
        city.KODE["a1"]: 4, city.KODE["a2"]: 2, city.KODE["b1"]: 4,
        city.KODE["b2"]: 3, city.KODE["c1"]: 4, city.KODE["c2"]: 3,
    }  # fmt: skip
    # a1 rose in the last quarter; b1 and c1 fell, which is no rise
    naik = tabel[tabel["naik"] == 1]
    assert naik[["kode_kelompok", "periode"]].values.tolist() == [
        [city.KODE["a1"], "2026-T3"]
    ]


def test_silence_is_neither_a_rise_nor_its_absence():
    data = with_rungs("pemula", "-", "madya", "madya")
    tabel = history.exposures(history.read(data, "tingkat", city.KINI))
    a1 = tabel[tabel["kode_kelompok"] == city.KODE["a1"]]
    assert a1["periode"].tolist() == ["2026-T3"]
    assert a1["naik"].tolist() == [0]


def test_the_top_rung_is_not_at_risk():
    data = with_rungs("mandiri", "mandiri", "mandiri")
    tabel = history.exposures(history.read(data, "tingkat", city.KINI))
    assert city.KODE["a1"] not in set(tabel["kode_kelompok"])
    kira = rungs.next_rung(data, city.KODE["a1"], PADA)
    assert (kira.cukup, kira.alasan) == (False, "sudah Mandiri, tingkat yang tertinggi")


def test_few_rises_give_no_forecast():
    kira = rungs.next_rung(city.city(), city.KODE["a1"], PADA)
    assert not kira.cukup
    assert kira.kalimat == (
        "Data belum cukup: baru 1 kali tercatat naik tingkat di kota, paling sedikit "
        "20 (batas usulan)."
    )
    assert (kira.n_kejadian, kira.bulan_bawah, kira.bulan_atas) == (1, None, None)


@pytest.mark.parametrize(
    ("kelompok", "pada", "alasan"),
    [
        ("c1", PADA, "kelompok nonaktif, jadi kapan naik tidak diperkirakan"),
        ("c2", PADA, "kelompok ini sudah tutup atau belum berdiri"),
        ("a1", dt.date(2025, 6, 30),
         "data belum cukup: kelompok ini belum melaporkan tingkat"),
        # its report of June is nine months old in March
        ("b2", dt.date(2027, 3, 31),
         "data belum cukup: laporan terakhir Triwulan II 2026, lebih dari 6 bulan "
         "sebelumnya (batas usulan)"),
    ],
)  # fmt: skip
def test_who_gets_no_forecast_is_told_why(kelompok, pada, alasan):
    kira = rungs.next_rung(city.city(), city.KODE[kelompok], pada)
    assert (kira.cukup, kira.alasan) == (False, alasan)


def test_an_unknown_group_is_an_error():
    with pytest.raises(KeyError):
        rungs.next_rung(city.city(), "35.74.01.1001-99", PADA)


def test_nothing_reported_gives_nothing():
    assert rungs.next_rungs(Data.empty(), PADA).empty
    assert listing.listing(Data.empty(), PADA, "tahap", "35.74").empty
    assert score.score(Data.empty()).hitungan.n_diperiksa == 0


@pytest.fixture(scope="module")
def kota() -> simulate.Simulasi:
    return simulate.city(1)


def test_the_limits_are_those_of_the_list(kota):
    n = int(rungs.next_rungs(kota.data, PADA)["n_kejadian"].iloc[0])
    assert rungs.next_rungs(with_limit(kota.data, kejadian_kota=n), PADA)["cukup"].any()
    lebih = rungs.next_rungs(with_limit(kota.data, kejadian_kota=n + 1), PADA)
    assert not lebih["cukup"].any()
    assert Batas.pada(kota.data, PADA).bagian == 80


def test_a_rung_that_nobody_left_gets_no_forecast(kota):
    r = history.read(kota.data, "tingkat", simulate.TERAKHIR)
    tabel = history.exposures(r)
    utama = list(pilihan_untuk("tingkat")).index("utama")
    dari = tabel[tabel["jenjang"] == utama]["naik"].sum()
    ketat = with_limit(kota.data, kejadian_jenjang=int(dari) + 1)
    hasil = rungs.next_rungs(ketat, PADA)
    alasan = set(hasil[hasil["jenjang"] == "utama"]["alasan"])
    assert all("naik dari Utama" in a or "laporan terakhir" in a for a in alasan)
    assert hasil[hasil["jenjang"] == "pemula"]["cukup"].any()


def test_the_past_knows_nothing_of_what_came_after(kota):
    dulu = Periode.parse("2026-T1")
    p = kota.data.posisi
    hanya = p[[Periode.parse(q) <= dulu for q in p["periode"]]]
    terpotong = city.changed(kota.data, posisi=hanya)
    kini = rungs.next_rungs(kota.data, dulu.end)
    assert kini["cukup"].any()
    assert kini.equals(rungs.next_rungs(terpotong, dulu.end))


def test_months_count_from_the_day_asked_to_the_end_of_a_period(kota):
    kuartal = rungs.next_rungs(kota.data, PADA)
    sesudah = rungs.next_rungs(kota.data, dt.date(2026, 11, 24))
    ada = kuartal.index[kuartal["cukup"] & (kuartal["bulan_bawah"] > 3)]
    assert len(ada)
    # the same ends of quarters, two months nearer; 36 months reach no further quarter
    jarak = kuartal["bulan_bawah"][ada] - sesudah["bulan_bawah"][ada]
    assert (jarak[kuartal["bulan_bawah"][ada] <= 33] == 2).all()
    assert set(kuartal["bulan_bawah"][ada] % 3) <= {0, 1}


def test_a_list_says_the_same_as_one_group(kota):
    daftar = listing.listing(kota.data, PADA, "tingkat", "35.74.01")
    assert daftar.index.str.startswith("35.74.01").all()
    kode = daftar.index[0]
    kira = rungs.next_rung(kota.data, kode, PADA)
    assert kira.kalimat == (
        f"80 dari 100 kali {daftar['perkiraan'].iloc[0]}. Perkiraan menurut riwayat "
        "kota ini; bukan janji."
    )
    assert daftar["peluang_setahun"].dropna().is_monotonic_decreasing


@pytest.fixture(scope="module")
def jarang() -> Bukti:
    return climbing(range(7), peluang=0.11)


@pytest.fixture(scope="module")
def sering() -> Bukti:
    return climbing(range(20, 25), peluang=0.3)


@pytest.mark.parametrize("bukti", ["jarang", "sering"])
def test_ranges_hold_75_to_85_times_of_100_where_the_truth_is_known(bukti, request):
    b = request.getfixturevalue(bukti)
    assert b.n > 400
    assert 0.75 <= b.tepat / b.n <= 0.85


@pytest.mark.parametrize("bukti", ["jarang", "sering"])
def test_it_beats_no_change_and_same_pace(bukti, request):
    b = request.getfixturevalue(bukti)
    assert b.kami < b.tetap
    assert b.kami < b.laju


def test_the_score_it_shows_of_itself_is_what_it_promised():
    n, tepat, janji = past(range(40, 42), peluang=0.2)
    assert n > 300
    assert 0.75 <= tepat / n <= 0.87
    assert abs(100 * tepat / n - janji) < 5


def test_the_score_says_how_many_could_be_checked():
    assert Hitungan(120, 97).kalimat == (
        "Dari 120 perkiraan yang sudah dapat diperiksa, 97 kali kenyataan ada di "
        "dalamnya (81 dari 100)."
    )


@pytest.mark.parametrize(
    ("jenjang", "paling_awal", "paling_lambat"),
    [
        # known on "pemula" in the first period; steps count from there
        (("pemula", "pemula", "madya", "madya"), 2, 2),
        # silent before it was seen higher: in one of the two
        (("pemula", "-", "madya", "madya"), 1, 2),
        # fell and came back: that is no rise
        (("madya", "pemula", "madya", "madya"), 4, 4),
        (("pemula", "pemula", "pemula", "pemula"), 4, 4),
    ],
)
def test_when_it_came_as_far_as_it_is_known(jenjang, paling_awal, paling_lambat):
    r = history.read(with_rungs(*jenjang), "tingkat", city.KINI)
    g = np.array([r.kode.get_loc(city.KODE["a1"])])
    mulai = len(r.periodes) - 3
    hasil = score.truth(r, g, np.array([mulai - 1]), mulai, np.array([3]))
    assert [int(x[0]) for x in hasil] == [paling_awal, paling_lambat]


def test_a_group_that_never_rose_is_not_expected_to_hurry():
    # two hundred groups, eight chances of one in three each; half rise at every one
    g = np.repeat(np.arange(200), 8)
    naik = (g < 100).astype("float64")
    watak = character.learn(np.full(1600, np.log(1 / 2)), naik, g)
    _, geser = watak.draw(np.array([0, 150, 999]), 400)
    rata = geser.mean(axis=0)
    # an unknown group (999) stands between the two kinds
    assert rata[1] < -0.5 < rata[2] < 0.5 < rata[0]


def test_groups_that_differ_by_luck_alone_are_taken_as_alike():
    acak = np.random.default_rng(5)
    g = np.repeat(np.arange(200), 8)
    naik = (acak.random(1600) < 1 / 3).astype("float64")
    watak = character.learn(np.full(1600, np.log(1 / 2)), naik, g)
    _, geser = watak.draw(np.arange(200), 400)
    assert np.abs(geser.mean(axis=0)).max() < 0.5


def test_the_guess_to_beat_is_the_pace_so_far_and_that_of_all_for_who_has_none():
    tabel = pd.DataFrame(
        {"kode_kelompok": ["a", "a", "b", "b"], "naik": [1.0, 0.0, 0.0, 0.0]}
    )
    # a rose in 1 of 2: 1 - 0.5 x 0.5; b never; c has no pair, all rose in 1 of 4
    hasil = history.same_pace(tabel, pd.Index(["a", "b", "c"]), 2)
    assert hasil.tolist() == [0.75, 0.0, 1 - 0.75**2]
