"""Usaha anggota yang sudah bersertifikat halal."""

from indicators.indicator import Indicator
from indicators.parts import amount

INDICATOR = Indicator(
    id="usaha_ber_halal",
    label="Usaha bersertifikat halal",
    unit="usaha",
    kelompok_indikator="kinerja",
    level="kelompok",
    better="high",
    source="Formulir UP2K (usulan)",
    formula="banyaknya usaha anggota yang bersertifikat halal",
    help="Usaha anggota yang sudah bersertifikat halal pada akhir periode.",
    parts=amount(("usaha_ber_halal",)),
    variables=("usaha_ber_halal",),
)
