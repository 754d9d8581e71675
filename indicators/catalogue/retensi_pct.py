"""Bagian anggota yang bertahan selama periode."""

from indicators.indicator import Indicator
from indicators.parts import ratio

INDICATOR = Indicator(
    id="retensi_pct",
    label="Anggota bertahan",
    unit="%",
    kelompok_indikator="keanggotaan",
    level="kelompok",
    better="high",
    source="SEEP/SAVIX, retensi (belum dikonfirmasi)",
    formula="(1 − anggota keluar ÷ (anggota akhir + anggota keluar)) × 100",
    help="Bagian anggota yang tidak berhenti selama periode ini.",
    parts=ratio(("anggota_akhir",), ("anggota_akhir", "anggota_keluar")),
    variables=("anggota_akhir", "anggota_keluar"),
    scale=100,
    bagian=True,
)
