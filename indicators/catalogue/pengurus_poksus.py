"""Pengurus Poksus UP2K."""

from indicators.indicator import Indicator
from indicators.parts import of_kelurahan

INDICATOR = Indicator(
    id="pengurus_poksus",
    label="Pengurus Poksus",
    unit="orang",
    kelompok_indikator="koperasi",
    level="kelurahan",
    better=None,
    source="Formulir UP2K (usulan)",
    formula="jumlah pengurus Poksus",
    help="Jumlah pengurus Poksus UP2K di kelurahan.",
    parts=of_kelurahan("pengurus_poksus_orang"),
    variables=("pengurus_poksus_orang",),
)
