"""UP2K yang dijalankan keluarga sendiri-sendiri."""

from indicators.indicator import Indicator
from indicators.parts import of_kelurahan

INDICATOR = Indicator(
    id="usaha_perorangan",
    label="Usaha perorangan UP2K",
    unit="usaha",
    kelompok_indikator="kinerja",
    level="kelurahan",
    better=None,
    source="Definisi UP2K PKK: perorangan maupun kelompok",
    formula="jumlah usaha perorangan UP2K",
    help="UP2K yang dijalankan keluarga sendiri-sendiri, di luar kelompok.",
    parts=of_kelurahan("usaha_perorangan"),
    variables=("usaha_perorangan",),
)
