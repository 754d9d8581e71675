"""Bagian anggota yang perempuan."""

from indicators.indicator import Indicator
from indicators.parts import ratio

INDICATOR = Indicator(
    id="perempuan_pct",
    label="Anggota perempuan",
    unit="%",
    kelompok_indikator="keanggotaan",
    level="kelompok",
    better=None,
    source="SAVIX, bagian anggota perempuan (belum dikonfirmasi)",
    formula="anggota perempuan ÷ anggota akhir × 100",
    help="Bagian anggota yang perempuan pada akhir periode.",
    parts=ratio(("anggota_perempuan",), ("anggota_akhir",)),
    variables=("anggota_perempuan", "anggota_akhir"),
    scale=100,
    bagian=True,
)
