"""Langkah menuju koperasi yang rata-rata sudah diselesaikan satu kelompok."""

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.indicator import Indicator
from indicators.next_steps import step_counts
from indicators.parts import frame
from reference.periode import Periode


def parts(data: Data, periode: Periode) -> pd.DataFrame:
    """Steps completed, over 1 for each group that reported any step."""
    jumlah = step_counts(data, periode)
    satu = np.where(jumlah["n_dilaporkan"].isna(), np.nan, 1.0)
    return frame(jumlah.index, jumlah["n_selesai"].to_numpy(), satu)


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
    parts=parts,
)
