"""Usaha anggota yang sudah mempunyai NIB."""

from indicators.indicator import Indicator
from indicators.parts import amount

INDICATOR = Indicator(
    id="usaha_ber_nib",
    label="Usaha ber-NIB",
    unit="usaha",
    kelompok_indikator="kinerja",
    level="kelompok",
    better="high",
    source="Formulir UP2K (usulan)",
    formula="banyaknya usaha anggota yang mempunyai NIB",
    help="Usaha anggota yang sudah mempunyai NIB pada akhir periode.",
    parts=amount(("usaha_ber_nib",)),
    variables=("usaha_ber_nib",),
)
