"""Kader yang sudah mengikuti pelatihan."""

from indicators.indicator import Indicator
from indicators.parts import of_kelurahan

INDICATOR = Indicator(
    id="kader_dilatih",
    label="Kader sudah dilatih",
    unit="orang",
    kelompok_indikator="koperasi",
    level="kelurahan",
    better="high",
    source="Lampiran 4.22 Data Kegiatan PKK Pokja II, kolom 23-25",
    formula="jumlah kader yang sudah dilatih",
    help="Jumlah kader yang sudah mengikuti pelatihan.",
    parts=of_kelurahan("kader_dilatih_orang"),
    variables=("kader_dilatih_orang",),
)
