"""Kelompok yang ada tetapi laporannya belum diterima."""

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.indicator import Indicator
from indicators.parts import frame
from indicators.terms import Layer, Parts
from reference.periode import Periode


def parts(data: Data, periode: Periode) -> pd.DataFrame:
    """1 for an open group without a report, 0 for one with."""
    cut = data.at(periode)
    lapor = cut.lapor.astype("float64")
    return frame(cut.index, 1 - lapor, lapor=lapor)


def layers(data: Data, periode: Periode) -> list[Layer]:
    """Every open group: whether it reported."""
    cut = data.at(periode)
    isi = np.where(cut.lapor, "sudah lapor", "belum lapor")
    belum = 1 - cut.lapor.astype("float64")
    return [Layer("pembilang", cut.index, belum, periode, isi=isi)]


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
    parts=Parts("daftar", parts, layers),
    needs_report=False,
)
