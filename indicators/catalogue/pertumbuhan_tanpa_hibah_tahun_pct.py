"""Perubahan modal UP2K di luar hibah dibanding setahun lalu, kelompok yang sama."""

from indicators.indicator import Indicator
from indicators.parts import growth, with_year_ago
from reference.kosakata import HIBAH, MODAL_UP2K
from reference.periode import Periode

TANPA_HIBAH = tuple(n for n in MODAL_UP2K if n not in HIBAH)

INDICATOR = Indicator(
    id="pertumbuhan_tanpa_hibah_tahun_pct",
    label="Pertumbuhan modal tanpa hibah dari setahun lalu",
    unit="%",
    kelompok_indikator="modal",
    level="kelompok",
    better="high",
    source="Pemantauan pertumbuhan modal UP2K Kota Probolinggo; cara hitung usulan",
    formula=(
        "((modal UP2K − hibah) kini − (modal UP2K − hibah) setahun lalu) ÷ (modal "
        "UP2K − hibah) setahun lalu × 100; hanya kelompok yang lapor pada kedua "
        "waktu"
    ),
    help="Perubahan modal dari usaha anggota sendiri sejak setahun lalu, dalam persen.",
    parts=growth(TANPA_HIBAH, Periode.year_ago, relative=True),
    variables=TANPA_HIBAH,
    scale=100,
    reads=with_year_ago,
)
