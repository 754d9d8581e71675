"""Pokok yang menunggak dibanding pinjaman yang beredar."""

from indicators.indicator import Goal, Indicator
from indicators.parts import ratio
from reference.kosakata import TUNGGAKAN

INDICATOR = Indicator(
    id="rasio_tunggakan_pct",
    label="Rasio tunggakan",
    unit="%",
    kelompok_indikator="pinjaman",
    level="kelompok",
    better="low",
    source="WOCCU PEARLS A1 (dibuat untuk koperasi kredit)",
    formula="tunggakan pokok semua umur ÷ pinjaman beredar × 100",
    help="Bagian pinjaman anggota yang pokoknya terlambat dibayar.",
    parts=ratio(TUNGGAKAN, ("pinjaman_beredar",)),
    variables=(*TUNGGAKAN, "pinjaman_beredar"),
    scale=100,
    goal=Goal(5, "WOCCU PEARLS A1, sasaran untuk koperasi kredit", "<="),
    bagian=True,
)
