"""Perubahan jumlah modal UP2K dibanding setahun lalu, siapa pun yang lapor."""

from indicators.indicator import Indicator
from indicators.parts import plain_growth, with_year_ago
from reference.kosakata import MODAL_UP2K
from reference.periode import Periode

INDICATOR = Indicator(
    id="pertumbuhan_kasar_tahun_pct",
    label="Pertumbuhan kasar modal dari setahun lalu",
    unit="%",
    kelompok_indikator="modal",
    level="kelompok",
    better=None,
    source="Pemantauan pertumbuhan modal UP2K Kota Probolinggo; cara hitung usulan",
    formula=(
        "(modal UP2K kini − modal UP2K setahun lalu) ÷ modal UP2K setahun lalu × "
        "100; semua kelompok yang lapor pada masing-masing waktu"
    ),
    help=(
        "Perubahan jumlah modal sejak setahun lalu; ikut berubah bila kelompok "
        "yang lapor berbeda."
    ),
    parts=plain_growth(MODAL_UP2K, Periode.year_ago, relative=True),
    variables=MODAL_UP2K,
    scale=100,
    reads=with_year_ago,
)
