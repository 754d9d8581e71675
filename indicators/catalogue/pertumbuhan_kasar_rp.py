"""Perubahan jumlah modal UP2K dibanding periode lalu, siapa pun yang lapor."""

from indicators.indicator import Indicator
from indicators.parts import plain_growth, with_previous
from reference.kosakata import MODAL_UP2K
from reference.periode import Periode

INDICATOR = Indicator(
    id="pertumbuhan_kasar_rp",
    label="Pertambahan kasar modal dari periode lalu",
    unit="Rp",
    kelompok_indikator="modal",
    level="kelompok",
    better=None,
    source="Pemantauan pertumbuhan modal UP2K Kota Probolinggo; cara hitung usulan",
    formula=(
        "modal UP2K kini − modal UP2K periode lalu; semua kelompok yang lapor "
        "pada masing-masing waktu"
    ),
    help=(
        "Perubahan jumlah modal sejak periode lalu; ikut berubah bila kelompok "
        "yang lapor berbeda."
    ),
    parts=plain_growth(MODAL_UP2K, Periode.previous),
    variables=MODAL_UP2K,
    reads=with_previous,
)
