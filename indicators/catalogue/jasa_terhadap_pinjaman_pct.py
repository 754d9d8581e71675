"""Jasa yang diterima setahun dibanding pinjaman rata-rata."""

from indicators.indicator import Indicator
from indicators.parts import whole_year, yearly

INDICATOR = Indicator(
    id="jasa_terhadap_pinjaman_pct",
    label="Jasa terhadap pinjaman",
    unit="%",
    kelompok_indikator="pinjaman",
    level="kelompok",
    better=None,
    source="WOCCU PEARLS R1 (dibuat untuk koperasi kredit), tanpa penyisihan",
    formula=(
        "jasa diterima selama setahun ÷ rata-rata pinjaman beredar kini dan "
        "setahun lalu × 100; hanya kelompok yang lapor sepanjang tahun"
    ),
    help="Jasa setahun dibanding pinjaman rata-rata pada anggota.",
    parts=yearly(("jasa_diterima",), ("pinjaman_beredar",)),
    variables=("jasa_diterima", "pinjaman_beredar"),
    scale=100,
    reads=whole_year,
)
