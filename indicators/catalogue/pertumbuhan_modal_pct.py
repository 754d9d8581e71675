"""Perubahan modal UP2K dibanding periode lalu, kelompok yang sama."""

from indicators.indicator import Indicator
from indicators.parts import growth, with_previous
from reference.kosakata import MODAL_UP2K
from reference.periode import Periode

INDICATOR = Indicator(
    id="pertumbuhan_modal_pct",
    label="Pertumbuhan modal dari periode lalu",
    unit="%",
    kelompok_indikator="modal",
    level="kelompok",
    better="high",
    source="Pemantauan pertumbuhan modal UP2K Kota Probolinggo; cara hitung usulan",
    formula=(
        "(modal UP2K kini − modal UP2K periode lalu) ÷ modal UP2K periode lalu × "
        "100; hanya kelompok yang lapor pada kedua waktu"
    ),
    help="Perubahan modal kelompok yang sama sejak periode lalu, dalam persen.",
    parts=growth(MODAL_UP2K, Periode.previous, relative=True),
    variables=MODAL_UP2K,
    scale=100,
    reads=with_previous,
)
