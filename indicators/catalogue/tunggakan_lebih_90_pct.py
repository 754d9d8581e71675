"""Pokok yang menunggak lebih dari 90 hari dibanding pinjaman yang beredar."""

from indicators.indicator import Indicator
from indicators.parts import ratio

LEBIH_90 = ("tunggakan_91_180", "tunggakan_lebih_180")

INDICATOR = Indicator(
    id="tunggakan_lebih_90_pct",
    label="Tunggakan lebih dari 90 hari",
    unit="%",
    kelompok_indikator="pinjaman",
    level="kelompok",
    better="low",
    source="Umur tunggakan dalam hari (usulan; pinjaman UP2K tanpa agunan)",
    formula=(
        "(tunggakan 91–180 hari + tunggakan lebih dari 180 hari) ÷ pinjaman "
        "beredar × 100"
    ),
    help="Bagian pinjaman anggota yang pokoknya terlambat lebih dari 90 hari.",
    parts=ratio(LEBIH_90, ("pinjaman_beredar",)),
    variables=(*LEBIH_90, "pinjaman_beredar"),
    scale=100,
    bagian=True,
)
