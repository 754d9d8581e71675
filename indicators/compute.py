"""From an indicator to its values: ratio of sums, never mean of ratios."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.indicator import Indicator
from indicators.places import BY, place_index, places
from reference.periode import Periode
from reference.wilayah import kelurahan

COLUMNS = ("numerator", "denominator", "value", "n_kelompok", "n_lapor")


def compute(
    indicator: Indicator, data: Data, periode: Periode, by: str
) -> pd.DataFrame:
    """The values of an indicator in one period.

    `by` is "kelompok" (the groups open in the period), "kelurahan" (29),
    "kecamatan" (5) or "kota" (1); indexed by `kode`, all places always present.
    Columns `numerator`, `denominator`, `value` (NaN when nobody has both parts, or
    when the denominator is 0), `n_kelompok` (groups open; for an indicator of
    kelurahan: kelurahan expected) and `n_lapor` (those that have both parts).

    Raises ValueError when `by` is none of these.
    """
    if by not in BY:
        raise ValueError(f"by harus salah satu dari {', '.join(BY)}; diterima {by!r}.")
    return aggregate(indicator, indicator.parts(data, periode), data, periode, by)


def aggregate(
    indicator: Indicator, bagian: pd.DataFrame, data: Data, periode: Periode, by: str
) -> pd.DataFrame:
    """`compute` from parts that are given: those of some groups only, for instance."""
    if by == "kelompok":
        kode = data.at(periode).index.rename("kode")
    else:
        kode = place_index(by)
    jumlah = _expected(indicator, data, periode, by, kode)
    posisi = _positions(indicator, data, periode, by, bagian.index)
    return _frame(indicator, bagian, posisi, kode, jumlah)


def series(
    indicator: Indicator, data: Data, periodes: Iterable[Periode], by: str
) -> pd.DataFrame:
    """`compute` for several periods, stacked, with a `periode` column (its code)."""
    lapis = [compute(indicator, data, p, by).assign(periode=str(p)) for p in periodes]
    if lapis:
        return pd.concat(lapis)
    kosong = {k: pd.Series(dtype="float64") for k in COLUMNS}
    kosong["periode"] = pd.Series(dtype="str")
    return pd.DataFrame(kosong, index=pd.Index([], dtype="str", name="kode"))


def _expected(
    indicator: Indicator, data: Data, periode: Periode, by: str, kode: pd.Index
) -> np.ndarray:
    if by == "kelompok":
        return np.ones(len(kode), dtype=np.int64)
    if indicator.level == "kelurahan":
        di = _place_positions("kelurahan", by, pd.Index(places("kelurahan")))
    else:
        di = data.at(periode).di[by]
    return np.bincount(di, minlength=len(kode))


def _positions(
    indicator: Indicator, data: Data, periode: Periode, by: str, index: pd.Index
) -> np.ndarray:
    """Where each row of the parts belongs; -1 where it belongs to no place shown."""
    if indicator.level != "kelompok":
        return _place_positions(indicator.level, by, index)
    cut = data.at(periode)
    if by == "kelompok":
        return cut.index.get_indexer(index)
    if index is cut.index:
        return cut.di[by]
    di = data.groups.index.get_indexer(index)
    return np.where(di >= 0, data.positions[by][di], -1)


def _place_positions(level: str, by: str, index: pd.Index) -> np.ndarray:
    if by == "kota":
        return np.zeros(len(index), dtype=np.intp)
    if by == level:
        return place_index(by).get_indexer(index)
    if level == "kelurahan" and by == "kecamatan":
        induk = [kelurahan()[k].kode_kecamatan for k in index]
        return place_index(by).get_indexer(pd.Index(induk))
    return np.full(len(index), -1)


def _frame(
    indicator: Indicator,
    bagian: pd.DataFrame,
    posisi: np.ndarray,
    kode: pd.Index,
    jumlah: np.ndarray,
) -> pd.DataFrame:
    atas = bagian["numerator"].to_numpy("float64")
    ada_bawah = "denominator" in bagian.columns
    bawah = bagian["denominator"].to_numpy("float64") if ada_bawah else atas
    lengkap = ~np.isnan(atas) & ~np.isnan(bawah) & (posisi >= 0)
    lapor = bagian["lapor"].to_numpy("float64")[lengkap] if "lapor" in bagian else None

    def add(nilai: np.ndarray | None) -> np.ndarray:
        return np.bincount(posisi[lengkap], weights=nilai, minlength=len(kode))

    n_lapor = add(lapor).astype(np.int64)
    ada = (n_lapor if indicator.needs_report else add(None)) > 0
    numerator = np.where(ada, add(atas[lengkap]), np.nan)
    denominator = np.where(ada, add(bawah[lengkap]), np.nan) if ada_bawah else np.nan
    dibagi = np.where(denominator == 0, np.nan, denominator) if ada_bawah else 1.0
    return pd.DataFrame(
        {
            "numerator": numerator,
            "denominator": np.broadcast_to(denominator, len(kode)),
            "value": numerator / dibagi * indicator.scale,
            "n_kelompok": jumlah,
            "n_lapor": n_lapor,
        },
        index=kode,
    )
