"""Indicator values as a role may see them: small groups are hidden from the public.

Pure, like what they cut; `siapa` is the role ("umum", "petugas", "koordinator").
"""

import dataclasses

import numpy as np
import pandas as pd

from indicators import INDICATORS
from indicators.chain import chained as compute_chained
from indicators.change import change as compute_change
from indicators.compute import compute
from indicators.compute import series as compute_series
from indicators.data import Data
from indicators.doubt import spread as compute_spread
from indicators.funnel import Penilaian, judge
from indicators.privacy import PUBLIC, hidden_groups, hidden_places, without_small
from reference.periode import Periode


def change(
    data: Data,
    indikator: str,
    periode: Periode,
    pembanding: Periode,
    by: str,
    siapa: str,
) -> pd.DataFrame:
    """`indicators.change` of one indicator, as a role may see it."""
    hasil = compute_change(INDICATORS[indikator], data, periode, pembanding, by)
    sembunyi = [
        kode
        for p in (periode, pembanding)
        for sembunyi in (hidden_places, hidden_groups)
        for kode in sembunyi(data, p, siapa)
    ]
    angka = [k for k in hasil.columns if not k.startswith("n_")]
    hasil.loc[hasil.index.isin(sembunyi), angka] = np.nan
    return hasil


def values(
    data: Data, indikator: str, periode: Periode, by: str, siapa: str
) -> pd.DataFrame:
    """`compute` of one indicator, as a role may see it."""
    hasil = compute(INDICATORS[indikator], data, periode, by)
    if by in ("kecamatan", "kota"):
        return hasil
    return without_small(hasil, data, periode, siapa)[0]


def spread(
    data: Data, indikator: str, periode: Periode, by: str, siapa: str
) -> pd.DataFrame:
    """`indicators.doubt.spread` of one indicator, as a role may see it."""
    hasil = compute_spread(INDICATORS[indikator], data, periode, by)
    if siapa != PUBLIC:
        return hasil
    # the width of one silent group's range is what that group last reported
    satu = hasil["n_kelompok"] - hasil["n_lapor"] - hasil["n_belum_pernah"] == 1
    sembunyi = [
        *hidden_places(data, periode, siapa),
        *hidden_groups(data, periode, siapa),
    ]
    kena = satu | hasil.index.isin(sembunyi)
    hasil.loc[kena, ["bawah", "atas"]] = np.nan
    hasil.loc[hasil.index.isin(sembunyi), "value"] = np.nan
    return hasil


def chained(
    data: Data, indikator: str, periodes: tuple[Periode, ...], by: str, siapa: str
) -> pd.DataFrame:
    """`indicators.chain.chained` of one indicator, as a role may see it."""
    hasil = compute_chained(INDICATORS[indikator], data, periodes, by)
    sembunyi = {k for p in periodes for k in hidden_places(data, p, siapa)}
    hasil.loc[hasil.index.isin(sembunyi), "value"] = np.nan
    return hasil


def judged(data: Data, indikator: str, periode: Periode, siapa: str) -> Penilaian:
    """`indicators.funnel.judge` of the kelurahan, as a role may see them."""
    hasil = judge(INDICATORS[indikator], data, periode)
    sembunyi = hidden_places(data, periode, siapa)
    if not sembunyi:
        return hasil
    tabel = hasil.tabel.drop(sembunyi, errors="ignore")
    return dataclasses.replace(hasil, tabel=tabel)


def series(
    data: Data, indikator: str, periodes: tuple[Periode, ...], by: str, siapa: str
) -> pd.DataFrame:
    """`indicators.series` of one indicator, as a role may see it."""
    lapis = [
        values(data, indikator, p, by, siapa).assign(periode=str(p)) for p in periodes
    ]
    return (
        pd.concat(lapis)
        if lapis
        else compute_series(INDICATORS[indikator], data, (), by)
    )
