"""Perubahan modal UP2K di luar hibah dibanding periode lalu, kelompok yang sama."""

from indicators.indicator import Indicator
from indicators.parts import growth, with_previous
from reference.kosakata import HIBAH, MODAL_UP2K
from reference.periode import Periode

TANPA_HIBAH = tuple(n for n in MODAL_UP2K if n not in HIBAH)

INDICATOR = Indicator(
    id="pertumbuhan_tanpa_hibah_pct",
    label="Pertumbuhan modal tanpa hibah dari periode lalu",
    unit="%",
    kelompok_indikator="modal",
    level="kelompok",
    better="high",
    source="Pemantauan pertumbuhan modal UP2K Kota Probolinggo; cara hitung usulan",
    formula=(
        "((modal UP2K − hibah) kini − (modal UP2K − hibah) periode lalu) ÷ (modal "
        "UP2K − hibah) periode lalu × 100; hanya kelompok yang lapor pada kedua "
        "waktu"
    ),
    help="Perubahan modal dari usaha anggota sendiri sejak periode lalu, dalam persen.",
    parts=growth(TANPA_HIBAH, Periode.previous, relative=True),
    variables=TANPA_HIBAH,
    scale=100,
    reads=with_previous,
)
