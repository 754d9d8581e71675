"""Perubahan modal UP2K dibanding setahun lalu, kelompok yang sama."""

from indicators.indicator import Indicator
from indicators.parts import growth, with_year_ago
from reference.kosakata import MODAL_UP2K
from reference.periode import Periode

INDICATOR = Indicator(
    id="pertumbuhan_modal_tahun_pct",
    label="Pertumbuhan modal dari setahun lalu",
    unit="%",
    kelompok_indikator="modal",
    level="kelompok",
    better="high",
    source="Pemantauan pertumbuhan modal UP2K Kota Probolinggo; cara hitung usulan",
    formula=(
        "(modal UP2K kini − modal UP2K setahun lalu) ÷ modal UP2K setahun lalu × "
        "100; hanya kelompok yang lapor pada kedua waktu"
    ),
    help="Perubahan modal kelompok yang sama sejak setahun lalu, dalam persen.",
    parts=growth(MODAL_UP2K, Periode.year_ago, relative=True),
    variables=MODAL_UP2K,
    scale=100,
    reads=with_year_ago,
)
