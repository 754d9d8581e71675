"""Kader khusus koperasi."""

from indicators.indicator import Indicator
from indicators.parts import of_kelurahan

INDICATOR = Indicator(
    id="kader_koperasi",
    label="Kader khusus koperasi",
    unit="orang",
    kelompok_indikator="koperasi",
    level="kelurahan",
    better="high",
    source="Lampiran 4.22 Data Kegiatan PKK Pokja II, kolom 21",
    formula="jumlah kader khusus koperasi",
    help="Jumlah kader khusus koperasi di kelurahan.",
    parts=of_kelurahan("kader_koperasi_orang"),
    variables=("kader_koperasi_orang",),
)
