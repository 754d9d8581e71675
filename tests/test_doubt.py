"""The range of a figure: by hand on the small city, and as a property on drawn ones.

In 2026-T3 b2 alone is silent; it last reported 2026-T2: capital 200 thousand, 12
members, loans 100 thousand without arrears. a1, a2, b1, c1 reported capital 750, 300,
1.100, 100 thousand, members 22, 10, 13, 5.
"""

from itertools import chain, combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import INDICATORS
from indicators.compute import compute
from indicators.doubt import last_known, setting, spread
from indicators.indicator import Indicator
from indicators.parts import amount, ratio
from reference.acuan import Butir
from tests.city import (
    KADEMANGAN,
    KANIGARAN,
    KEBONSARI_KULON,
    KINI,
    KODE,
    KOTA,
    LALU,
    SUKOHARJO,
    changed,
    city,
    empty,
    frame,
    without,
)

BY = ("kelurahan", "kecamatan", "kota")


def rentang(id: str, by: str, kode: str, data=None) -> list[float]:
    hasil = spread(INDICATORS[id], data or city(), KINI, by).loc[kode]
    return hasil[["bawah", "value", "atas"]].tolist()


def test_a_sum_lies_between_what_came_in_and_the_last_reports():
    assert rentang("modal_up2k", "kota", KOTA) == [2_250_000, 2_250_000, 2_450_000]
    assert rentang("modal_up2k", "kelurahan", SUKOHARJO) == [
        1_100_000, 1_100_000, 1_300_000,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("by", "kode"), [("kecamatan", KADEMANGAN), ("kelurahan", KEBONSARI_KULON)]
)
def test_there_is_no_doubt_where_everybody_reported(by, kode):
    bawah, nilai, atas = rentang("modal_up2k", by, kode)
    assert bawah == nilai == atas


def test_a_group_that_was_silent_for_long_counts_with_its_last_report():
    data = without(without(city(), "a2", KINI), "c1", KINI)
    # a2 last reported in 2026-T1 (50 + 110), c1 in 2026-T2 (200), b2 200
    assert rentang("modal_up2k", "kota", KOTA, data) == [
        1_850_000, 1_850_000, 1_850_000 + 160_000 + 200_000 + 200_000,
    ]  # fmt: skip


def test_what_was_negative_at_last_may_lower_a_sum():
    shu = Indicator(
        id="uji_shu", label="SHU", unit="Rp", kelompok_indikator="kinerja",
        level="kelompok", better="high", source="", formula="", help="",
        parts=amount(("shu",)), variables=("shu",),
    )  # fmt: skip
    data = without(city(), "c1", KINI)
    hasil = spread(shu, data, KINI, "kota").loc[KOTA]
    # a1 25, a2 5, b1 27; silent: b2 last 3, c1 last -2
    assert hasil[["bawah", "value", "atas"]].tolist() == [55_000, 57_000, 60_000]


def test_a_quotient_lets_both_of_its_parts_come_in_or_not():
    bawah, nilai, atas = rentang("modal_per_anggota", "kota", KOTA)
    assert nilai == 2_250_000 / 50
    assert bawah == pytest.approx(2_250_000 / 62)
    assert atas == pytest.approx(2_450_000 / 50)


def test_a_share_stays_a_share():
    # borrowers 11 + 10 of a1, b1, 4 of a2, 0 of c1: 25 of 50; b2 last 5 of 12
    bawah, nilai, atas = rentang("peminjam_aktif_pct", "kota", KOTA)
    assert nilai == 50
    assert bawah == pytest.approx(25 / (25 + 25 + 7) * 100)
    assert atas == pytest.approx(30 / (30 + 25) * 100)


def test_who_never_reported_is_counted_and_not_guessed():
    data = city()
    posisi = data.posisi
    data = changed(data, posisi=posisi[posisi["kode_kelompok"] != KODE["b2"]])
    hasil = spread(INDICATORS["modal_up2k"], data, KINI, "kota").loc[KOTA]
    assert hasil[["bawah", "atas"]].tolist() == [2_250_000, 2_250_000]
    assert hasil["n_belum_pernah"] == 1


def test_where_nobody_reported_yet_a_sum_still_has_its_range():
    data = without(city(), "b1", KINI)
    bawah, nilai, atas = rentang("modal_up2k", "kelurahan", SUKOHARJO, data)
    assert pd.isna(nilai)
    # b1 600, b2 200 in 2026-T2
    assert (bawah, atas) == (0, 800_000)
    assert np.isnan(rentang("modal_per_anggota", "kelurahan", SUKOHARJO, data)).all()


def test_where_nothing_is_known_there_is_no_range():
    assert np.isnan(rentang("modal_up2k", "kelurahan", "35.74.03.1004")).all()
    hasil = spread(INDICATORS["modal_up2k"], empty(), KINI, "kota")
    assert hasil[["bawah", "atas"]].isna().all(axis=None)


def test_a_closed_group_is_not_waited_for():
    assert KODE["c2"] not in last_known(INDICATORS["modal_up2k"], city(), KINI).index


def test_reporting_itself_is_known_for_sure():
    assert rentang("tingkat_pelaporan_pct", "kota", KOTA) == [80, 80, 80]


def test_coverage_is_judged_by_groups_over_families_that_are_known():
    hasil = spread(
        INDICATORS["cakupan_keluarga_per_100_kk"], city(), KINI, "kecamatan"
    ).loc[KANIGARAN]
    # families of members: 20 + 10 + 12, and b2's last 12
    assert hasil["atas"] / hasil["value"] == pytest.approx(54 / 42)
    assert hasil["bawah"] == hasil["value"]


def test_of_a_kelurahan_number_kelurahan_are_waited_for():
    lama = frame(
        "kelurahan",
        [{"kode_wilayah": SUKOHARJO, "kode_kecamatan": KANIGARAN,
          "periode": "2026-T2", "kader_dilatih_orang": 4}],
    )  # fmt: skip
    data = city()
    data = changed(data, kelurahan=pd.concat([data.kelurahan, lama]))
    hasil = spread(INDICATORS["kader_dilatih"], data, KINI, "kota").loc[KOTA]
    # Kebonsari Kulon 6 and Pilang 2; Sukoharjo did not say, 4 a quarter before
    assert hasil[["bawah", "value", "atas"]].tolist() == [8, 8, 12]
    assert hasil["n_belum_pernah"] == 26


def test_every_indicator_has_its_value_within_its_range():
    for satu in INDICATORS.values():
        for by in BY:
            hasil = spread(satu, city(), KINI, by).dropna(subset="value")
            tengah = compute(satu, city(), KINI, by)["value"].dropna()
            pd.testing.assert_series_equal(hasil["value"], tengah)
            ada = hasil.dropna(subset="bawah")
            assert (ada["bawah"] <= ada["value"] + 1e-9).all(), satu.id
            assert (ada["value"] <= ada["atas"] + 1e-9).all(), satu.id


def test_settings_are_proposals_that_people_may_change():
    assert setting(city(), "lapor_peta", KINI) == 75
    data = changed(city())
    baru = Butir("keraguan", "lapor_peta", "", {"nilai": 60}, "", True, "Pokja II")
    object.__setattr__(data, "acuan", data.acuan.plus([baru]))
    assert setting(data, "lapor_peta", KINI) == 60


# Drawn cities: what groups reported in the two periods, any sizes, any changes.

_JUMLAH = Indicator(
    id="uji_jumlah", label="", unit="Rp", kelompok_indikator="modal",
    level="kelompok", better="high", source="", formula="", help="",
    parts=amount(("shu",)), variables=("shu",),
)  # fmt: skip
_BAGI = Indicator(
    id="uji_bagi", label="", unit="Rp", kelompok_indikator="modal",
    level="kelompok", better="high", source="", formula="", help="",
    parts=ratio(("kas",), ("anggota_akhir",)), variables=("kas", "anggota_akhir"),
)  # fmt: skip
_BAGIAN = Indicator(
    id="uji_bagian", label="", unit="%", kelompok_indikator="modal",
    level="kelompok", better="high", source="", formula="", help="", scale=100,
    parts=ratio(("peminjam_aktif",), ("peminjam_aktif", "anggota_akhir")),
    variables=("peminjam_aktif", "anggota_akhir"), bagian=True,
)  # fmt: skip
_ISI = st.fixed_dictionaries(
    {
        "shu": st.integers(-1000, 1000),
        "kas": st.integers(0, 1000),
        "anggota_akhir": st.integers(0, 40),
        "peminjam_aktif": st.integers(0, 40),
    }
)
_LAPORAN = st.fixed_dictionaries(
    {k: st.tuples(st.none() | _ISI, st.none() | _ISI) for k in ("a1", "a2", "b1", "b2")}
)


def drawn(laporan: dict) -> object:
    baris = [
        {**isi, "kode_kelompok": KODE[k], "kode_wilayah": KODE[k][:-3],
         "kode_kecamatan": KODE[k][:8], "periode": str(p)}
        for k, dua in laporan.items()
        for p, isi in zip((LALU, KINI), dua, strict=True)
        if isi is not None
    ]  # fmt: skip
    return changed(city(), posisi=frame("posisi", baris))


def width(indicator: Indicator, baris: pd.Series) -> float:
    """How wide a range is: in units, for a quotient as a factor (a share: of odds)."""
    bawah, atas = baris["bawah"], baris["atas"]
    if pd.isna(bawah):
        return np.inf
    if indicator is _JUMLAH:
        return atas - bawah
    if indicator is _BAGIAN:
        bawah, atas = (
            v / (100 - v) if v < 100 - 1e-9 else np.inf for v in (bawah, atas)
        )
    if bawah == atas:
        return 1.0
    return atas / bawah if bawah > 0 else np.inf


@settings(max_examples=40, deadline=None)
@given(_LAPORAN, st.sampled_from(["a1", "a2", "b1", "b2"]))
def test_dropping_a_report_never_narrows_a_range(laporan, siapa):
    lebih, kurang = drawn(laporan), drawn({**laporan, siapa: (laporan[siapa][0], None)})
    for satu in (_JUMLAH, _BAGI, _BAGIAN):
        for by in BY:
            a, b = (spread(satu, d, KINI, by) for d in (lebih, kurang))
            for kode in (SUKOHARJO, KEBONSARI_KULON, KANIGARAN, KOTA):
                if kode in a.index:
                    sempit, lebar = width(satu, a.loc[kode]), width(satu, b.loc[kode])
                    assert lebar >= sempit * (1 - 1e-9) - 1e-6, (satu.id, kode)


@settings(max_examples=40, deadline=None)
@given(_LAPORAN)
def test_a_range_holds_whatever_some_of_the_silent_could_make_of_it(laporan):
    data = drawn(laporan)
    for satu in (_JUMLAH, _BAGI, _BAGIAN):
        hasil = spread(satu, data, KINI, "kota").loc[KOTA]
        if pd.isna(hasil["bawah"]) or pd.isna(hasil["value"]):
            continue
        kini, lama = satu.parts(data, KINI).dropna(), last_known(satu, data, KINI)
        for siapa in subsets(lama.dropna().index):
            jumlah = (kini.sum() + lama.loc[list(siapa)].sum()) * satu.scale
            if "denominator" in jumlah:
                jumlah["numerator"] /= jumlah["denominator"] / satu.scale
            assert hasil["bawah"] - 1e-6 <= jumlah["numerator"] <= hasil["atas"] + 1e-6


def subsets(kode: pd.Index) -> chain:
    return chain.from_iterable(combinations(kode, n) for n in range(len(kode) + 1))
