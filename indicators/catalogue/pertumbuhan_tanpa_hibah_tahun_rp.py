"""Perubahan modal UP2K di luar hibah dibanding setahun lalu, kelompok yang sama."""

from indicators.indicator import Indicator
from indicators.parts import growth, with_year_ago
from reference.kosakata import HIBAH, MODAL_UP2K
from reference.periode import Periode

TANPA_HIBAH = tuple(n for n in MODAL_UP2K if n not in HIBAH)

INDICATOR = Indicator(
    id="pertumbuhan_tanpa_hibah_tahun_rp",
    label="Pertambahan modal tanpa hibah dari setahun lalu",
    unit="Rp",
    kelompok_indikator="modal",
    level="kelompok",
    better="high",
    source="Pemantauan pertumbuhan modal UP2K Kota Probolinggo; cara hitung usulan",
    formula=(
        "(modal UP2K − hibah) kini − (modal UP2K − hibah) setahun lalu; hanya "
        "kelompok yang lapor pada kedua waktu"
    ),
    help="Perubahan modal dari usaha anggota sendiri sejak setahun lalu.",
    parts=growth(TANPA_HIBAH, Periode.year_ago),
    variables=TANPA_HIBAH,
    reads=with_year_ago,
)
