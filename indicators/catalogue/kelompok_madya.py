"""Kelompok pada tingkat madya."""

from indicators.indicator import Indicator
from indicators.parts import category

INDICATOR = Indicator(
    id="kelompok_madya",
    label="Kelompok tingkat madya",
    unit="kelompok",
    kelompok_indikator="koperasi",
    level="kelompok",
    better=None,
    source="Lampiran 4.22 Data Kegiatan PKK Pokja II, kolom 26-33",
    formula="banyaknya kelompok yang melaporkan tingkat madya",
    help="Kelompok yang menurut laporannya berada pada tingkat madya.",
    parts=category("tingkat", "madya"),
    variables=("tingkat",),
)
