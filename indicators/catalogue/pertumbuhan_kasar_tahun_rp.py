"""Perubahan jumlah modal UP2K dibanding setahun lalu, siapa pun yang lapor."""

from indicators.indicator import Indicator
from indicators.parts import plain_growth, with_year_ago
from reference.kosakata import MODAL_UP2K
from reference.periode import Periode

INDICATOR = Indicator(
    id="pertumbuhan_kasar_tahun_rp",
    label="Pertambahan kasar modal dari setahun lalu",
    unit="Rp",
    kelompok_indikator="modal",
    level="kelompok",
    better=None,
    source="Pemantauan pertumbuhan modal UP2K Kota Probolinggo; cara hitung usulan",
    formula=(
        "modal UP2K kini − modal UP2K setahun lalu; semua kelompok yang lapor "
        "pada masing-masing waktu"
    ),
    help=(
        "Perubahan jumlah modal sejak setahun lalu; ikut berubah bila kelompok "
        "yang lapor berbeda."
    ),
    parts=plain_growth(MODAL_UP2K, Periode.year_ago),
    variables=MODAL_UP2K,
    reads=with_year_ago,
)
