"""Penjualan usaha anggota selama periode."""

from indicators.indicator import Indicator
from indicators.parts import amount

INDICATOR = Indicator(
    id="omzet_usaha",
    label="Omzet usaha anggota",
    unit="Rp",
    kelompok_indikator="kinerja",
    level="kelompok",
    better="high",
    source="Formulir UP2K (usulan)",
    formula="omzet usaha anggota selama periode",
    help="Perkiraan penjualan usaha semua anggota selama periode ini.",
    parts=amount(("omzet_usaha",)),
    variables=("omzet_usaha",),
)
