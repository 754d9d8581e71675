"""Kelengkapan dan ketertiban delapan buku kelompok."""

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.indicator import Indicator
from indicators.parts import frame
from indicators.terms import Layer, Parts, fixed, summed
from reference.kosakata import BUKU
from reference.periode import Periode

NILAI_TERTINGGI = 2 * len(BUKU)


def parts(data: Data, periode: Periode) -> pd.DataFrame:
    """The score of all books over the best score there is."""
    cut = data.at(periode)
    tertinggi = np.full(len(cut.index), float(NILAI_TERTINGGI))
    return frame(cut.index, cut.total(BUKU), tertinggi)


def layers(data: Data, periode: Periode) -> list[Layer]:
    """The score of each book, and the best score there is."""
    tertinggi = fixed(
        data.at(periode).index, NILAI_TERTINGGI, periode, "nilai tertinggi semua buku"
    )
    return [*summed(data, periode, BUKU), tertinggi]


INDICATOR = Indicator(
    id="nilai_buku_pct",
    label="Nilai pembukuan",
    unit="%",
    kelompok_indikator="kinerja",
    level="kelompok",
    better="high",
    source="Daftar buku kelompok (usulan)",
    formula="jumlah nilai delapan buku (0 tidak ada, 1 ada, 2 tertib) ÷ 16 × 100",
    help="Kelengkapan dan ketertiban buku administrasi kelompok.",
    parts=Parts("jumlah", parts, layers),
    variables=BUKU,
    scale=100,
    bagian=True,
)
