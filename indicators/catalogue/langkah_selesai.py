"""Langkah menuju koperasi yang rata-rata sudah diselesaikan satu kelompok."""

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.indicator import Indicator
from indicators.next_steps import step_counts, step_layers
from indicators.parts import frame
from indicators.terms import Layer, Parts, fixed
from reference.periode import Periode


def parts(data: Data, periode: Periode) -> pd.DataFrame:
    """Steps completed, over 1 for each group that reported any step."""
    jumlah = step_counts(data, periode)
    satu = np.where(jumlah["n_dilaporkan"].isna(), np.nan, 1.0)
    return frame(jumlah.index, jumlah["n_selesai"].to_numpy(), satu)


def layers(data: Data, periode: Periode) -> list[Layer]:
    """The steps completed, and 1 for each group."""
    index = data.at(periode).index
    satu = fixed(index, 1.0, periode, "kelompok yang melaporkan langkahnya")
    return [*step_layers(data, periode, reported=False), satu]


INDICATOR = Indicator(
    id="langkah_selesai",
    label="Langkah selesai per kelompok",
    unit="langkah",
    kelompok_indikator="koperasi",
    level="kelompok",
    better="high",
    source="Langkah menuju koperasi berbadan hukum; lihat sumber tiap langkah",
    formula="langkah yang selesai ÷ kelompok yang melaporkan langkahnya",
    help="Rata-rata banyaknya langkah menuju koperasi yang sudah selesai.",
    parts=Parts("hitungan", parts, layers),
)
