"""Usaha anggota yang sudah mempunyai PIRT."""

from indicators.indicator import Indicator
from indicators.parts import amount

INDICATOR = Indicator(
    id="usaha_ber_pirt",
    label="Usaha ber-PIRT",
    unit="usaha",
    kelompok_indikator="kinerja",
    level="kelompok",
    better="high",
    source="Formulir UP2K (usulan)",
    formula="banyaknya usaha anggota yang mempunyai PIRT",
    help="Usaha anggota yang sudah mempunyai PIRT pada akhir periode.",
    parts=amount(("usaha_ber_pirt",)),
    variables=("usaha_ber_pirt",),
)
