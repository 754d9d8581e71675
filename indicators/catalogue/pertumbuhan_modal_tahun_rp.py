"""Perubahan modal UP2K dibanding setahun lalu, kelompok yang sama."""

from indicators.indicator import Indicator
from indicators.parts import growth, with_year_ago
from reference.kosakata import MODAL_UP2K
from reference.periode import Periode

INDICATOR = Indicator(
    id="pertumbuhan_modal_tahun_rp",
    label="Pertambahan modal dari setahun lalu",
    unit="Rp",
    kelompok_indikator="modal",
    level="kelompok",
    better="high",
    source="Pemantauan pertumbuhan modal UP2K Kota Probolinggo; cara hitung usulan",
    formula=(
        "modal UP2K kini − modal UP2K setahun lalu; hanya kelompok yang lapor "
        "pada kedua waktu"
    ),
    help="Perubahan modal kelompok yang sama sejak setahun lalu.",
    parts=growth(MODAL_UP2K, Periode.year_ago),
    variables=MODAL_UP2K,
    reads=with_year_ago,
)
