"""Kelompok yang lapor dibanding kelompok yang ada."""

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.indicator import Indicator
from indicators.parts import frame
from indicators.terms import Layer, Parts, fixed
from reference.periode import Periode


def parts(data: Data, periode: Periode) -> pd.DataFrame:
    """1 for a group that reported, 0 for an open group that did not; over 1."""
    cut = data.at(periode)
    lapor = cut.lapor.astype("float64")
    return frame(cut.index, lapor, np.ones(len(lapor)), lapor)


def layers(data: Data, periode: Periode) -> list[Layer]:
    """Every open group: whether it reported."""
    cut = data.at(periode)
    isi = np.where(cut.lapor, "sudah lapor", "belum lapor")
    lapor = cut.lapor.astype("float64")
    return [
        Layer("pembilang", cut.index, lapor, periode, isi=isi),
        fixed(cut.index, 1.0, periode, "kelompok yang ada"),
    ]


INDICATOR = Indicator(
    id="tingkat_pelaporan_pct",
    label="Tingkat pelaporan",
    unit="%",
    kelompok_indikator="pelaporan",
    level="kelompok",
    better="high",
    source="Daftar kelompok pada aplikasi ini",
    formula=(
        "kelompok yang laporannya diterima ÷ kelompok yang ada pada periode itu × 100"
    ),
    help="Bagian kelompok yang laporannya sudah diterima.",
    parts=Parts("daftar", parts, layers),
    scale=100,
    needs_report=False,
)
