"""Bagian anggota yang masih mempunyai pinjaman."""

from indicators.indicator import Indicator
from indicators.parts import ratio

INDICATOR = Indicator(
    id="peminjam_aktif_pct",
    label="Peminjam aktif",
    unit="%",
    kelompok_indikator="keanggotaan",
    level="kelompok",
    better=None,
    source="DreamSave, anggota yang mempunyai pinjaman",
    formula="peminjam aktif ÷ anggota akhir × 100",
    help="Bagian anggota yang masih mempunyai pinjaman pada akhir periode.",
    parts=ratio(("peminjam_aktif",), ("anggota_akhir",)),
    variables=("peminjam_aktif", "anggota_akhir"),
    scale=100,
    bagian=True,
)
