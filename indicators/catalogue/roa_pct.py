"""Hasil usaha setahun dibanding kekayaan rata-rata."""

from indicators.indicator import Indicator
from indicators.parts import whole_year, yearly
from reference.kosakata import ASET

INDICATOR = Indicator(
    id="roa_pct",
    label="Hasil usaha terhadap aset",
    unit="%",
    kelompok_indikator="kinerja",
    level="kelompok",
    better="high",
    source="WOCCU PEARLS R12 (dibuat untuk koperasi kredit)",
    formula=(
        "SHU selama setahun ÷ rata-rata aset kini dan setahun lalu × 100; hanya "
        "kelompok yang lapor sepanjang tahun"
    ),
    help="Sisa hasil usaha setahun dibanding kekayaan rata-rata kelompok.",
    parts=yearly(("shu",), ASET),
    variables=("shu", *ASET),
    scale=100,
    reads=whole_year,
)
