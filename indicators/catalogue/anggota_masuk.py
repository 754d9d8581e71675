"""Anggota baru selama periode."""

from indicators.indicator import Indicator
from indicators.parts import amount

INDICATOR = Indicator(
    id="anggota_masuk",
    label="Anggota masuk",
    unit="orang",
    kelompok_indikator="keanggotaan",
    level="kelompok",
    better="high",
    source="Formulir UP2K (usulan)",
    formula="anggota masuk selama periode",
    help="Anggota baru selama periode ini.",
    parts=amount(("anggota_masuk",)),
    variables=("anggota_masuk",),
)
