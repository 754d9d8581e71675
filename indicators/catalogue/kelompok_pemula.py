"""Kelompok pada tingkat pemula."""

from indicators.indicator import Indicator
from indicators.parts import category

INDICATOR = Indicator(
    id="kelompok_pemula",
    label="Kelompok tingkat pemula",
    unit="kelompok",
    kelompok_indikator="koperasi",
    level="kelompok",
    better=None,
    source="Lampiran 4.22 Data Kegiatan PKK Pokja II, kolom 26-33",
    formula="banyaknya kelompok yang melaporkan tingkat pemula",
    help="Kelompok yang menurut laporannya berada pada tingkat pemula.",
    parts=category("tingkat", "pemula"),
    variables=("tingkat",),
)
