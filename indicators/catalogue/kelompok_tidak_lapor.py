"""Kelompok yang ada tetapi laporannya belum diterima."""

import pandas as pd

from indicators.data import Data
from indicators.indicator import Indicator
from indicators.parts import frame
from reference.periode import Periode


def parts(data: Data, periode: Periode) -> pd.DataFrame:
    """1 for an open group without a report, 0 for one with."""
    cut = data.at(periode)
    lapor = cut.lapor.astype("float64")
    return frame(cut.index, 1 - lapor, lapor=lapor)


INDICATOR = Indicator(
    id="kelompok_tidak_lapor",
    label="Kelompok belum lapor",
    unit="kelompok",
    kelompok_indikator="pelaporan",
    level="kelompok",
    better="low",
    source="Pernyataan TP PKK Kota Probolinggo, Desember 2023 (keadaan kelompok)",
    formula="kelompok yang ada pada periode itu − kelompok yang laporannya diterima",
    help="Kelompok yang laporannya belum diterima.",
    parts=parts,
    needs_report=False,
)
