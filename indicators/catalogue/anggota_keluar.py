"""Anggota yang berhenti selama periode."""

from indicators.indicator import Indicator
from indicators.parts import amount

INDICATOR = Indicator(
    id="anggota_keluar",
    label="Anggota keluar",
    unit="orang",
    kelompok_indikator="keanggotaan",
    level="kelompok",
    better="low",
    source="Formulir UP2K (usulan)",
    formula="anggota keluar selama periode",
    help="Anggota yang berhenti selama periode ini.",
    parts=amount(("anggota_keluar",)),
    variables=("anggota_keluar",),
)
