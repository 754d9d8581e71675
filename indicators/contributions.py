"""From a figure to what it is the sum of: which group, which period, which cell."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from indicators.compute import aggregate
from indicators.data import Data
from indicators.indicator import Indicator
from indicators.places import in_place
from indicators.terms import Layer, Parts
from reference.periode import Periode

COLUMNS = (
    "kode", "periode", "bagian", "variabel", "isi", "nilai", "bobot", "sumbangan",
)  # fmt: skip
_DTYPE = {
    "kode": "str", "periode": "str", "bagian": "str", "variabel": "str",
    "isi": "object",
}  # fmt: skip


def parts_of(indicator: Indicator) -> Parts:
    """What an indicator is made of.

    Raises TypeError for one whose parts do not say it: `indicators.parts` has shapes
    that do.
    """
    if not isinstance(indicator.parts, Parts):
        raise TypeError(f"Indikator {indicator.id} tidak menyebut asal bagiannya.")
    return indicator.parts


def contributions(
    indicator: Indicator, data: Data, periode: Periode, by: str, kode: str
) -> pd.DataFrame:
    """Everything that a figure of one place (or group) is the sum of.

    A row a group (or kelurahan), part and cell: `kode`, `periode` (code), `bagian`
    ("pembilang", "penyebut"; "dasar" was looked at and adds nothing), `variabel`
    ("langkah:KODE" for a step, "" for what stands in no cell), `isi` (the words in the
    cell, or what a number without a cell is; else None), `nilai` (float; of words 1
    when counted, else 0), `bobot` and `sumbangan` = nilai × bobot.

    The sumbangan of each part add up to numerator and denominator of `compute`. Empty
    where the figure is unknown. Raises KeyError for a place that `by` does not have.
    """
    bagian = indicator.parts(data, periode)
    angka = aggregate(indicator, bagian, data, periode, by).loc[kode]
    if np.isnan(angka["numerator"]):
        return _frame([])
    ada = [k for k in ("numerator", "denominator") if k in bagian]
    ikut = bagian.index[bagian[ada].notna().all(axis=1).to_numpy()]
    ikut = ikut[in_place(ikut, kode)]
    rows = _Rows(ikut, per_kecamatan=indicator.level == "kecamatan")
    return _frame(
        [rows.of(lapis) for lapis in parts_of(indicator).lapis(data, periode)]
    )


class _Rows:
    """The rows of layers, of those that take part in the figure alone."""

    def __init__(self, ikut: pd.Index, *, per_kecamatan: bool) -> None:
        self.ikut, self.per_kecamatan = ikut, per_kecamatan
        self._kena: dict[int, np.ndarray] = {}

    def of(self, lapis: Layer) -> tuple[np.ndarray, ...]:
        """One layer as the columns of `COLUMNS`."""
        kena = self._in(lapis.kode) & ~np.isnan(lapis.nilai)
        n, m = len(lapis.kode), int(kena.sum())
        isi = lapis.isi if isinstance(lapis.isi, np.ndarray) else np.full(n, lapis.isi)
        nilai = lapis.nilai[kena]
        bobot = np.broadcast_to(np.asarray(lapis.bobot, dtype="float64"), n)[kena]
        tetap = (str(lapis.periode), lapis.bagian, lapis.variabel)
        return (
            lapis.kode.to_numpy(dtype=object)[kena],
            *(np.full(m, kata, dtype=object) for kata in tetap),
            isi[kena].astype(object),
            nilai,
            bobot,
            nilai * bobot,
        )

    def _in(self, kode: pd.Index) -> np.ndarray:
        if id(kode) not in self._kena:
            satuan = kode.str[:8] if self.per_kecamatan else kode
            self._kena[id(kode)] = satuan.isin(self.ikut)
        return self._kena[id(kode)]


def _frame(lapis: Sequence[tuple[np.ndarray, ...]]) -> pd.DataFrame:
    kosong = (np.empty(0, dtype=object),) * len(COLUMNS)
    kolom = [np.concatenate(k) for k in zip(*(lapis or [kosong]), strict=True)]
    return pd.DataFrame(
        {
            nama: pd.Series(isi, dtype=_DTYPE.get(nama, "float64"))
            for nama, isi in zip(COLUMNS, kolom, strict=True)
        }
    )


def by_unit(rows: pd.DataFrame) -> pd.DataFrame:
    """What each group (or place) adds: `pembilang`, `penyebut`, the largest first.

    Indexed by kode; NaN where it adds nothing to that part.
    """
    isi = rows[rows["bagian"] != "dasar"]
    per = isi.groupby(["kode", "bagian"])["sumbangan"].sum().unstack()
    jumlah = per.reindex(columns=["pembilang", "penyebut"])
    return jumlah.sort_values("pembilang", ascending=False, kind="stable")
