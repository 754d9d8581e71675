"""Selisih anggota masuk dan keluar selama periode."""

from indicators.indicator import Indicator
from indicators.parts import amount

INDICATOR = Indicator(
    id="pertumbuhan_anggota_bersih",
    label="Pertambahan anggota bersih",
    unit="orang",
    kelompok_indikator="keanggotaan",
    level="kelompok",
    better="high",
    source="Formulir UP2K (usulan)",
    formula="anggota masuk − anggota keluar",
    help="Anggota masuk dikurangi anggota keluar selama periode ini.",
    parts=amount(("anggota_masuk",), ("anggota_keluar",)),
    variables=("anggota_masuk", "anggota_keluar"),
)
