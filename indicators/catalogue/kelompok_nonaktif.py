"""Kelompok yang tidak berkegiatan selama periode."""

from indicators.indicator import Indicator
from indicators.parts import category

INDICATOR = Indicator(
    id="kelompok_nonaktif",
    label="Kelompok nonaktif",
    unit="kelompok",
    kelompok_indikator="koperasi",
    level="kelompok",
    better="low",
    source="Pernyataan TP PKK Kota Probolinggo, Desember 2023",
    formula="banyaknya kelompok yang melaporkan status nonaktif",
    help="Kelompok yang menurut laporannya tidak berkegiatan.",
    parts=category("status", "nonaktif"),
    variables=("status",),
)
