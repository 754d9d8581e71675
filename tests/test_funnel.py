"""Funnel, shrunken values and ranks: by hand, and on simulated cities with known truth.

The simulated kelurahan hold 2 to 6 groups; groups differ as real ones do, a few being
many times as rich as most (lognormal). In an equal city every difference between
kelurahan is chance, so that every claim is false.
"""

import numpy as np
import pandas as pd
import pytest

from charts import funnel as gambar
from charts import ranking as batang
from indicators import INDICATORS
from indicators.doubt import spread
from indicators.funnel import ATAS, BAWAH, WAJAR, corong, judge, shrunken
from indicators.ranking import ranking
from tests.city import KINI, changed, city, empty, full_city

BANYAK = 29
PELUANG = 0.02
MODAL = INDICATORS["modal_up2k"]
PER_ANGGOTA = INDICATORS["modal_per_anggota"]


def simulated(acak, sebar: float, *, bagi: bool, lebih: float = 1.0):
    """Groups' parts of one city; the first kelurahan is `lebih` times the others."""
    n_kelompok = acak.integers(2, 7, BANYAK)
    n_kelompok[0] = 5
    tempat = np.repeat(np.arange(BANYAK), n_kelompok)
    anggota = acak.integers(5, 30, len(tempat)).astype("float64")
    penyebut = anggota if bagi else np.ones(len(tempat))
    nilai = acak.lognormal(12, sebar, len(tempat)) * penyebut
    nilai[tempat == 0] *= lebih
    return nilai, penyebut, tempat, n_kelompok >= 3


def claims(nilai, penyebut, tempat, dinilai) -> tuple[np.ndarray, bool]:
    """Which places are called different from the city, and whether any pair is."""
    batas = corong(nilai, penyebut, tempat, dinilai, PELUANG)
    n, d = (np.bincount(tempat, w, BANYAK)[dinilai] for w in (nilai, penyebut))
    bawah, atas = batas.limits(d)
    luar = np.zeros(BANYAK, dtype=bool)
    luar[dinilai] = (n / d < bawah) | (n / d > atas)
    return luar, bool(batas.differ(n / d, d).any())


@pytest.mark.parametrize(("sebar", "bagi"), [(0.6, False), (1.2, True)])
def test_in_an_equal_city_hardly_anybody_is_called_different(sebar, bagi):
    acak = np.random.default_rng(2026)
    keliru = 0
    for _ in range(120):
        luar, pasangan = claims(*simulated(acak, sebar, bagi=bagi))
        keliru += bool(luar.any()) or pasangan
    # 2 of 100 are meant; under 5 of 100 is what is promised
    assert keliru < 0.05 * 120


def test_a_kelurahan_that_is_really_richer_is_found():
    acak = np.random.default_rng(7)
    ketemu = salah = 0
    for _ in range(30):
        luar, pasangan = claims(*simulated(acak, 0.5, bagi=False, lebih=4))
        ketemu += luar[0] and pasangan
        salah += luar[1:].any()
    assert ketemu >= 27
    assert salah <= 2


def test_places_not_judged_are_claimed_about_by_nobody_but_lend_their_groups():
    acak = np.random.default_rng(1)
    nilai, d, tempat, dinilai = simulated(acak, 0.5, bagi=False)
    satu = np.zeros(BANYAK, dtype=bool)
    satu[3] = True
    assert np.isinf(corong(nilai, d, tempat, satu, PELUANG).naik)
    semua = corong(nilai, d, tempat, dinilai, PELUANG)
    assert semua.kota == pytest.approx(nilai.mean())


def test_groups_that_do_not_differ_give_no_claim():
    sama = np.full(12, 5.0)
    tempat = np.repeat(np.arange(4), 3)
    batas = corong(sama, np.ones(12), tempat, np.ones(4, dtype=bool), 0.02)
    assert np.isinf([batas.naik, batas.turun, batas.pasangan]).all()
    assert not batas.differ(np.array([5.0, 9.0]), np.array([3.0, 3.0])).any()


def test_the_same_reports_give_the_same_limits():
    isi = simulated(np.random.default_rng(4), 0.8, bagi=True)
    assert corong(*isi, PELUANG) == corong(*isi, PELUANG)


def test_limits_close_in_as_more_stands_behind():
    batas = corong(*simulated(np.random.default_rng(4), 0.8, bagi=False), PELUANG)
    bawah, atas = batas.limits(np.array([2.0, 4.0, 8.0]))
    assert (np.diff(atas) < 0).all() and (np.diff(bawah) > 0).all()


def test_a_shrunken_value_lies_between_its_own_and_the_citys():
    # three places of two groups: 1 and 3, 11 and 13, 5 and 7: means 2, 12, 6; city 20/3
    nilai = np.array([1.0, 3, 11, 13, 5, 7])
    tempat = np.array([0, 0, 1, 1, 2, 2])
    hasil = shrunken(nilai, np.ones(6), tempat, 3)
    # within: 6 over 6 - 3 = 2; between: 2 x ((14/3)^2 + (16/3)^2 + (2/3)^2) = 304/3,
    # less 2 x 2 over 6 - 12/6 = 73/3; weight = (73/3) / (73/3 + 2/2) = 73/76
    assert hasil == pytest.approx(20 / 3 + 73 / 76 * (np.array([2, 12, 6]) - 20 / 3))


def test_places_that_differ_no_more_than_groups_do_all_get_the_citys_value():
    nilai = np.array([1.0, 9, 2, 8, 0, 10])
    hasil = shrunken(nilai, np.ones(6), np.array([0, 0, 1, 1, 2, 2]), 4)
    assert hasil[:3] == pytest.approx([5, 5, 5])
    assert np.isnan(hasil[3])


def test_a_sum_is_judged_by_its_mean_per_group():
    hasil = judge(MODAL, full_city(), KINI)
    tabel = hasil.tabel
    assert hasil.per_kelompok
    assert tabel["value"].to_numpy() == pytest.approx(
        (tabel["numerator"] / tabel["n_lapor"]).to_numpy()
    )


def planted():
    """The made-up city; the members of one kelurahan have ten times the capital."""
    data, kode = full_city(), "35.74.04.1006"
    posisi = data.posisi.copy()
    sini = posisi["kode_wilayah"] == kode
    posisi.loc[sini, "simpanan_wajib"] = posisi.loc[sini, "simpanan_wajib"] * 10
    return changed(data, posisi=posisi), kode


def test_who_really_differs_stands_alone_and_all_others_share_the_rest():
    data, kode = planted()
    tabel = judge(PER_ANGGOTA, data, KINI).tabel
    assert tabel.index[0] == kode
    assert tabel.loc[kode, ["putusan", "peringkat"]].tolist() == [ATAS, 1]
    lain = tabel[(tabel["alasan"] == "") & (tabel.index != kode)]
    assert set(lain["putusan"]) == {WAJAR}
    # nobody else is really better than anybody: behind the one, or beside it
    assert set(lain["peringkat"]) == {1, 2}
    assert set(lain["sampai"]) == {len(lain) + 1}
    assert tabel.loc[kode, "sampai"] == 1 + (lain["peringkat"] == 1).sum()
    assert lain["seri"].all()


def test_no_rank_under_the_group_count():
    tabel = judge(MODAL, city(), KINI).tabel
    # at most two groups reported anywhere; three are asked for
    assert tabel["peringkat"].isna().all()
    assert set(tabel["putusan"]) == {""}
    assert tabel.iloc[0]["alasan"] == "hanya 1 kelompok lapor"
    assert judge(MODAL, empty(), KINI).tabel["value"].isna().all()


def test_kecamatan_whose_ranges_meet_share_their_ranks():
    cakupan = INDICATORS["anggota_per_100_kk"]
    nilai = pd.DataFrame(
        {"value": [9.0, 8.0, 3.0], "n_lapor": 3, "n_kelompok": 4},
        index=["35.74.01", "35.74.03", "35.74.04"],
    )  # fmt: skip
    rentang = pd.DataFrame(
        {"bawah": [9.0, 8.0, 3.0], "atas": [11.0, 9.5, 3.5]}, index=nilai.index
    )
    hasil = ranking(cakupan, nilai, 1, rentang)
    assert hasil["peringkat"].tolist() == [1, 1, 3]
    assert hasil["sampai"].tolist() == [2, 2, 3]
    assert hasil["seri"].tolist() == [True, True, False]


def test_ranking_of_the_full_city_follows_its_ranges():
    cakupan = INDICATORS["anggota_per_100_kk"]
    ragu = spread(cakupan, full_city(), KINI, "kecamatan")
    nilai = ragu[["value", "n_lapor", "n_kelompok"]]
    hasil = ranking(cakupan, nilai, 1, ragu)
    for a in hasil.index:
        lebih = (ragu["bawah"].round(1) > ragu.loc[a, "atas"].round(1)).sum()
        assert hasil.loc[a, "peringkat"] == 1 + lebih


class TestFigures:
    def drawn(self):
        data, kode = planted()
        hasil = judge(PER_ANGGOTA, data, KINI)
        return kode, hasil, gambar.draw(
            hasil.tabel, hasil.corong, label="Modal per anggota", satuan="Rp",
            pembagi="anggota akhir", contoh=True,
        )  # fmt: skip

    def test_who_is_beyond_the_limits_is_named_and_has_a_shape(self):
        _, _, chart = self.drawn()
        di_luar = next(t for t in chart.figure.data if t.name.startswith(ATAS))
        assert list(di_luar.text) == ["Kebonsari Kulon"]
        assert di_luar.marker.symbol == "triangle-up"
        assert "Di atas batas wajar: Kebonsari Kulon." in chart.alt

    def test_the_table_says_which_ranks_are_possible(self):
        kode, hasil, _ = self.drawn()
        chart = batang.draw(
            hasil.tabel, label="Modal", satuan="Rp", kota=1.0, contoh=False
        )
        n = (hasil.tabel["alasan"] == "").sum()
        assert chart.table.loc[kode, "urutan"].startswith("1–")
        assert chart.table["urutan"].iloc[n - 1] == f"2–{n}"
        kata = next(
            t for t in chart.figure.data if t.type == "scatter" and t.mode == "text"
        )
        assert "▲" in kata.text[-1]

    def test_an_empty_city_draws_an_empty_funnel(self):
        hasil = judge(MODAL, empty(), KINI)
        chart = gambar.draw(
            hasil.tabel, hasil.corong, label="Modal", satuan="Rp", pembagi="kelompok",
            contoh=False,
        )  # fmt: skip
        assert chart.alt.endswith("Belum ada data.")

    def test_below_the_limits_points_down(self):
        assert gambar._TANDA[BAWAH][0] == "triangle-down"
