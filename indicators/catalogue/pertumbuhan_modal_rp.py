"""Perubahan modal UP2K dibanding periode lalu, kelompok yang sama."""

from indicators.indicator import Indicator
from indicators.parts import growth, with_previous
from reference.kosakata import MODAL_UP2K
from reference.periode import Periode

INDICATOR = Indicator(
    id="pertumbuhan_modal_rp",
    label="Pertambahan modal dari periode lalu",
    unit="Rp",
    kelompok_indikator="modal",
    level="kelompok",
    better="high",
    source="Pemantauan pertumbuhan modal UP2K Kota Probolinggo; cara hitung usulan",
    formula=(
        "modal UP2K kini − modal UP2K periode lalu; hanya kelompok yang lapor "
        "pada kedua waktu"
    ),
    help="Perubahan modal kelompok yang sama sejak periode lalu.",
    parts=growth(MODAL_UP2K, Periode.previous),
    variables=MODAL_UP2K,
    reads=with_previous,
)
