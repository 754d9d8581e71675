"""Kelompok pada tahap pra-koperasi."""

from indicators.indicator import Indicator
from indicators.parts import category

INDICATOR = Indicator(
    id="kelompok_pra_koperasi",
    label="Kelompok tahap pra-koperasi",
    unit="kelompok",
    kelompok_indikator="koperasi",
    level="kelompok",
    better=None,
    source="Sosialisasi UP2K Kota Probolinggo, 20 September 2022",
    formula="banyaknya kelompok yang melaporkan tahap pra-koperasi",
    help="Kelompok yang menurut laporannya berada pada tahap pra-koperasi.",
    parts=category("tahap", "pra_koperasi"),
    variables=("tahap",),
)
