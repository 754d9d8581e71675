"""Langkah menuju koperasi yang selesai di antara langkah yang dilaporkan."""

import pandas as pd

from indicators.data import Data
from indicators.indicator import Indicator
from indicators.next_steps import step_counts, step_layers
from indicators.parts import frame
from indicators.terms import Layer, Parts
from reference.periode import Periode


def parts(data: Data, periode: Periode) -> pd.DataFrame:
    """Steps completed, over steps reported."""
    jumlah = step_counts(data, periode)
    return frame(
        jumlah.index, jumlah["n_selesai"].to_numpy(), jumlah["n_dilaporkan"].to_numpy()
    )


def layers(data: Data, periode: Periode) -> list[Layer]:
    """The steps completed, and all that were reported."""
    return step_layers(data, periode, reported=True)


INDICATOR = Indicator(
    id="langkah_selesai_pct",
    label="Bagian langkah yang selesai",
    unit="%",
    kelompok_indikator="koperasi",
    level="kelompok",
    better="high",
    source="Langkah menuju koperasi berbadan hukum; lihat sumber tiap langkah",
    formula="langkah yang selesai ÷ langkah yang dilaporkan × 100",
    help="Bagian langkah menuju koperasi yang sudah selesai, dari yang dilaporkan.",
    parts=Parts("hitungan", parts, layers),
    scale=100,
    bagian=True,
)
