"""Biaya setahun dibanding kekayaan rata-rata."""

from indicators.indicator import Goal, Indicator
from indicators.parts import whole_year, yearly
from reference.kosakata import ASET

INDICATOR = Indicator(
    id="rasio_biaya_pct",
    label="Rasio biaya",
    unit="%",
    kelompok_indikator="kinerja",
    level="kelompok",
    better="low",
    source="WOCCU PEARLS R9 (dibuat untuk koperasi kredit)",
    formula=(
        "biaya selama setahun ÷ rata-rata aset kini dan setahun lalu × 100; hanya "
        "kelompok yang lapor sepanjang tahun"
    ),
    help="Biaya kelompok setahun dibanding kekayaan rata-ratanya.",
    parts=yearly(("biaya",), ASET),
    variables=("biaya", *ASET),
    scale=100,
    goal=Goal(5, "WOCCU PEARLS R9, sasaran untuk koperasi kredit", "<="),
    reads=whole_year,
)
