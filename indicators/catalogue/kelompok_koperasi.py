"""Kelompok pada tahap koperasi berbadan hukum."""

from indicators.indicator import Indicator
from indicators.parts import category

INDICATOR = Indicator(
    id="kelompok_koperasi",
    label="Kelompok tahap koperasi berbadan hukum",
    unit="kelompok",
    kelompok_indikator="koperasi",
    level="kelompok",
    better=None,
    source="Sosialisasi UP2K Kota Probolinggo, 20 September 2022",
    formula="banyaknya kelompok yang melaporkan tahap koperasi berbadan hukum",
    help="Kelompok yang menurut laporannya berada pada tahap koperasi berbadan hukum.",
    parts=category("tahap", "koperasi"),
    variables=("tahap",),
)
