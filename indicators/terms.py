"""What a figure is made of: layers of values, each with its weight.

Every `parts` function of the catalogue is a `Parts`: beside what it computes, it says
how the figure stands on its cells (`CARA`) and names the layers that add up to it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np
import pandas as pd

from indicators.indicator import PartsFunction
from reference.periode import Periode

if TYPE_CHECKING:
    from indicators.data import Data

CARA = {
    "jumlah": "jumlah isi sel",
    "tertimbang": "jumlah isi sel, masing-masing dikalikan bobotnya",
    "hitungan": "banyaknya kelompok atau langkah menurut isi selnya",
    "daftar": "dihitung dari daftar kelompok dan kiriman, bukan dari isi sel",
}
"""The ways in which a figure stands on its cells."""

Cara: TypeAlias = Literal["jumlah", "tertimbang", "hitungan", "daftar"]
Bagian: TypeAlias = Literal["pembilang", "penyebut", "dasar"]


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """One value a group (or place), in one part of a figure.

    `nilai` (float, NaN adds nothing) times `bobot` is what it adds. `variabel` names
    the cell it was read from ("langkah:KODE" for a step, "" for what stands in no
    cell), `isi` the words in it where it holds words. "dasar" was looked at and adds
    nothing.
    """

    bagian: Bagian
    kode: pd.Index
    nilai: np.ndarray
    periode: Periode
    variabel: str = ""
    bobot: np.ndarray | float = 1.0
    isi: np.ndarray | str | None = None


LayersFunction = Callable[["Data", Periode], Sequence[Layer]]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an indicator, and what they are made of.

    Called as `parts(data, periode)`, it gives the frame of `hitung`; `lapis(data,
    periode)` gives the layers that add up to it; `cara` is a key of `CARA`.
    """

    cara: Cara
    hitung: PartsFunction
    lapis: LayersFunction

    def __call__(self, data: "Data", periode: Periode) -> pd.DataFrame:
        """The frame of parts."""
        return self.hitung(data, periode)


def summed(
    data: "Data",
    periode: Periode,
    variables: Sequence[str],
    bagian: Bagian = "pembilang",
    *,
    bobot: np.ndarray | float = 1.0,
    index: pd.Index | None = None,
) -> list[Layer]:
    """The cells of a sum, a layer a variable; none of a group that lacks one of them.

    What does not apply to a group adds nothing, as in `Cut.total`.
    """
    cut = data.at(periode)
    index = cut.index if index is None else index
    lengkap = ~np.isnan(cut.total_of(variables, index))
    return [
        Layer(
            bagian, index, np.where(lengkap, cut.total_of((v,), index), np.nan),
            periode, v, bobot,
        )
        for v in variables
    ]  # fmt: skip


def fixed(
    index: pd.Index, nilai: np.ndarray | float, periode: Periode, isi: str
) -> Layer:
    """A denominator that stands in no cell: `isi` says what it is."""
    tetap = np.broadcast_to(np.asarray(nilai, dtype="float64"), len(index))
    return Layer("penyebut", index, tetap, periode, isi=isi)
