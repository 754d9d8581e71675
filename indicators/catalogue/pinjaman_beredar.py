"""Pinjaman yang masih ada pada anggota."""

from indicators.indicator import Indicator
from indicators.parts import amount

INDICATOR = Indicator(
    id="pinjaman_beredar",
    label="Pinjaman beredar",
    unit="Rp",
    kelompok_indikator="pinjaman",
    level="kelompok",
    better=None,
    source="Formulir UP2K (usulan)",
    formula="pinjaman beredar",
    help="Sisa pokok pinjaman pada anggota di akhir periode.",
    parts=amount(("pinjaman_beredar",)),
    variables=("pinjaman_beredar",),
)
