"""Anggota kelompok pada akhir periode."""

from indicators.indicator import Indicator
from indicators.parts import amount

INDICATOR = Indicator(
    id="anggota",
    label="Anggota",
    unit="orang",
    kelompok_indikator="keanggotaan",
    level="kelompok",
    better="high",
    source="Lampiran 4.22 Data Kegiatan PKK Pokja II, kolom peserta",
    formula="anggota akhir",
    help="Jumlah anggota kelompok pada akhir periode.",
    parts=amount(("anggota_akhir",)),
    variables=("anggota_akhir",),
)
