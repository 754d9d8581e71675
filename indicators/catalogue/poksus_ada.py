"""Kelurahan yang sudah membentuk Poksus UP2K."""

from indicators.indicator import Indicator
from indicators.parts import of_kelurahan

INDICATOR = Indicator(
    id="poksus_ada",
    label="Poksus sudah dibentuk",
    unit="kelurahan",
    kelompok_indikator="koperasi",
    level="kelurahan",
    better="high",
    source="Formulir UP2K (usulan)",
    formula="banyaknya kelurahan yang melaporkan Poksus sudah dibentuk",
    help="Kelurahan yang sudah mempunyai kelompok khusus (Poksus) UP2K.",
    parts=of_kelurahan("poksus_ada"),
    variables=("poksus_ada",),
)
