"""Kelompok pada tingkat utama."""

from indicators.indicator import Indicator
from indicators.parts import category

INDICATOR = Indicator(
    id="kelompok_utama",
    label="Kelompok tingkat utama",
    unit="kelompok",
    kelompok_indikator="koperasi",
    level="kelompok",
    better=None,
    source="Lampiran 4.22 Data Kegiatan PKK Pokja II, kolom 26-33",
    formula="banyaknya kelompok yang melaporkan tingkat utama",
    help="Kelompok yang menurut laporannya berada pada tingkat utama.",
    parts=category("tingkat", "utama"),
    variables=("tingkat",),
)
