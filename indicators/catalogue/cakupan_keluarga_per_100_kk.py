"""Keluarga anggota UP2K dibanding semua keluarga, hanya tingkat kecamatan dan kota."""

from indicators.indicator import Indicator
from indicators.parts import per_family

INDICATOR = Indicator(
    id="cakupan_keluarga_per_100_kk",
    label="Cakupan keluarga",
    unit="KK per 100 KK",
    kelompok_indikator="keanggotaan",
    level="kecamatan",
    better="high",
    source="Keluarga: Dukcapil Kota Probolinggo, Buku Agregat Semester I 2024, Tabel 7",
    formula=(
        "keluarga anggota ÷ semua keluarga di kecamatan × 100; kelompok yang belum "
        "lapor tidak ikut, sehingga angka ini batas bawah"
    ),
    help="Banyaknya keluarga anggota UP2K di antara setiap 100 keluarga kecamatan.",
    parts=per_family("keluarga_anggota_kk"),
    variables=("keluarga_anggota_kk",),
    scale=100,
)
