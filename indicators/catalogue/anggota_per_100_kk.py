"""Anggota UP2K dibanding semua keluarga, bila keluarga anggota belum dilaporkan."""

from indicators.indicator import Indicator
from indicators.parts import per_family

INDICATOR = Indicator(
    id="anggota_per_100_kk",
    label="Anggota per 100 keluarga",
    unit="orang per 100 KK",
    kelompok_indikator="keanggotaan",
    level="kecamatan",
    better="high",
    source="Keluarga: Dukcapil Kota Probolinggo, Buku Agregat Semester I 2024, Tabel 7",
    formula=(
        "anggota akhir ÷ semua keluarga di kecamatan × 100; kelompok yang belum "
        "lapor tidak ikut, sehingga angka ini batas bawah"
    ),
    help="Banyaknya anggota UP2K untuk setiap 100 keluarga kecamatan.",
    parts=per_family("anggota_akhir"),
    variables=("anggota_akhir",),
    scale=100,
)
