"""Kelompok pada tahap UP2K."""

from indicators.indicator import Indicator
from indicators.parts import category

INDICATOR = Indicator(
    id="kelompok_up2k",
    label="Kelompok tahap UP2K",
    unit="kelompok",
    kelompok_indikator="koperasi",
    level="kelompok",
    better=None,
    source="Sosialisasi UP2K Kota Probolinggo, 20 September 2022",
    formula="banyaknya kelompok yang melaporkan tahap UP2K",
    help="Kelompok yang menurut laporannya berada pada tahap UP2K.",
    parts=category("tahap", "up2k"),
    variables=("tahap",),
)
