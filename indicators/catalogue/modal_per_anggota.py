"""Modal UP2K yang dipunyai kelompok untuk tiap anggota."""

from indicators.indicator import Indicator
from indicators.parts import ratio
from reference.kosakata import MODAL_UP2K

INDICATOR = Indicator(
    id="modal_per_anggota",
    label="Modal per anggota",
    unit="Rp",
    kelompok_indikator="modal",
    level="kelompok",
    better="high",
    source=(
        "indikit.net 308 (tabungan rata-rata per anggota), disesuaikan dengan "
        "modal UP2K"
    ),
    formula="modal UP2K ÷ anggota akhir",
    help="Modal UP2K kelompok dibagi jumlah anggotanya pada akhir periode.",
    parts=ratio(MODAL_UP2K, ("anggota_akhir",)),
    variables=(*MODAL_UP2K, "anggota_akhir"),
)
