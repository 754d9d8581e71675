"""Kelompok pada tingkat mandiri."""

from indicators.indicator import Indicator
from indicators.parts import category

INDICATOR = Indicator(
    id="kelompok_mandiri",
    label="Kelompok tingkat mandiri",
    unit="kelompok",
    kelompok_indikator="koperasi",
    level="kelompok",
    better=None,
    source="Lampiran 4.22 Data Kegiatan PKK Pokja II, kolom 26-33",
    formula="banyaknya kelompok yang melaporkan tingkat mandiri",
    help="Kelompok yang menurut laporannya berada pada tingkat mandiri.",
    parts=category("tingkat", "mandiri"),
    variables=("tingkat",),
)
