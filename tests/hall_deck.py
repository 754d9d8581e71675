"""A presentation made by hand: every kind of block, gaps, zeros and an unkind name."""

import datetime as dt
from functools import cache

from charts.geometry import rings
from reference.boundaries import standard
from reference.tulisan import WIB
from reference.wilayah import nama_wilayah
from reports.exports import Keterangan
from reports.slide import (
    Angka,
    BarisAngka,
    Butir,
    Deck,
    Grafik,
    KelasPeta,
    Peta,
    Seri,
    Slide,
    Tabel,
)

JAHAT = "<script>document.title='jahat'</script>"
ALAMAT = "https://up2k.contoh.id/dasbor"
TW = ("TW III 2025", "TW IV 2025", "TW I 2026", "TW II 2026", "TW III 2026")
KECAMATAN = ("Kademangan", "Wonoasih", "Mayangan", "Kanigaran", "Kedopok")

GARIS = Grafik(
    "Modal UP2K seluruh kota", "garis", TW,
    (Seri("Modal", (310_250_000, 318_000_000, None, 389_000_000, 412_345_678)),),
    "Rp", "Modal naik dari Rp 310.250.000 ke Rp 412.345.678.",
    "87 dari 112 kelompok melapor", sorot=3,
)  # fmt: skip
BANYAK_GARIS = Grafik(
    "Modal per kecamatan", "garis", TW,
    tuple(
        Seri(nama, tuple((60 + 9 * i + j) * 1e6 if (i, j) != (2, 1) else None
                         for j in range(5)))
        for i, nama in enumerate(KECAMATAN)
    ),
    "Rp", "Lima garis modal.", goal=(80e6, "Target Rp 80 juta (usulan)"),
)  # fmt: skip
BATANG = Grafik(
    "Anggota per kecamatan", "batang", (*KECAMATAN, "Kota Probolinggo"),
    (Seri("Anggota", (320, 160, 0, None, 401, 1006)),), "orang",
    "Anggota terbanyak di Kedopok.", sorot=4,
)  # fmt: skip
BERPASANGAN = Grafik(
    "Pertumbuhan modal", "batang", KECAMATAN,
    (Seri("Periode lalu", (3.25, -2.5, 5.0, 1.1, None)),
     Seri("Periode ini", (4.25, -1.25, 7.25, None, 2.0))),
    "%", "Pertumbuhan dua periode.", goal=(5.0, "Batas 5 % (usulan)"),
)  # fmt: skip
KOLOM = Grafik(
    "SHU per triwulan", "kolom", TW,
    (Seri("SHU", (12_500_000, -3_125_000, None, 250_000, 15_750_000)),), "Rp",
    "SHU per triwulan.", sorot=4,
)  # fmt: skip
TUMPUK = Grafik(
    "Kelompok per tingkat", "tumpuk", KECAMATAN,
    (Seri("Pemula", (10, 8, 12, None, 7)), Seri("Madya", (6, 7, 5, None, 8)),
     Seri("Utama", (3, 2, 4, None, 5)), Seri("Mandiri", (1, 0, 2, None, None))),
    "kelompok", "Kelompok menurut tingkat.",
)  # fmt: skip
GRAFIK = (GARIS, BANYAK_GARIS, BATANG, BERPASANGAN, KOLOM, TUMPUK)

KELAS = (
    KelasPeta("di bawah 0", "#F1A340", "-"),
    KelasPeta("0 – 5 juta", "#B5DAD5"),
    KelasPeta("5 – 10 juta", "#74B9B2"),
    KelasPeta("10 – 20 juta", "#2F8F88"),
    KelasPeta("20 juta ke atas", "#0B5C57"),
)


@cache
def batas() -> dict[str, list[list[tuple[int, int]]]]:
    """The standard boundaries."""
    return rings(standard())


@cache
def peta() -> Peta:
    """Every fifth kelurahan in one class; the fifth and the tenth not known."""
    kode = list(batas())
    kelas = {k: None if i in (4, 9) else i % 5 for i, k in enumerate(kode)}
    nilai = {k: None if c is None else c * 5e6 for k, c in kelas.items()}
    tip = {k: f"{nama_wilayah(k)}\nRp 5.000.000\n4 dari 5 kelompok" for k in kode}
    return Peta(
        "Modal per kelurahan", "Rp", KELAS, kelas, nilai, tip,
        "Peta 29 kelurahan menurut modal.", "87 dari 112 kelompok melapor",
        sorot="35.74.04",
    )  # fmt: skip


ANGKA = BarisAngka(
    (
        Angka("Modal UP2K", "Rp 412.345.678", 412_345_678, "Rp", "87 dari 112 melapor"),
        Angka("Anggota", "1.006 orang", 1006, "orang", "naik 24 orang"),
        Angka("Pra-koperasi", "14 kelompok", 14, "kelompok"),
        Angka("Melapor", "77,7 %", 77.7, "%"),
    )
)
TABEL = Tabel(
    "Kelompok yang naik", ("Kelompok", "Kelurahan", "Dari", "Menjadi", "Modal"),
    ((JAHAT, "Kebonsari Kulon", "Pemula", "Madya", "Rp 12.345.000"),
     ("Mawar Merah Jaya Sentosa", "Sumber Wetan", "Madya", "Utama", "Rp 250.000"),
     ("Anggrek", "Jrebeng Kidul", "Pemula", "Madya", "belum ada data")),
    "87 dari 112 kelompok melapor",
)  # fmt: skip
MINTA = Butir(
    ("Kirim laporan paling lambat tanggal 15.",
     "Dampingi kelompok yang modalnya turun; daftarnya ada di rapor kelurahan."),
    "Dua hal",
)  # fmt: skip


def deck(*, contoh: bool = True, alamat: str = ALAMAT) -> Deck:
    """Ten slides with every kind of block."""
    slides = (
        Slide("pembuka", "Usaha keluarga tumbuh menjadi koperasi",
              "Keadaan Triwulan III 2026 di 29 kelurahan.", (),
              "Ucapkan salam.\nSebut nama Ketua.", "pembuka"),
        Slide("sekilas", "Keadaan kota dalam empat angka", "Modal naik.", (ANGKA,)),
        Slide("peta", "Di mana modal tumbuh", "Dua kelurahan belum ada datanya.",
              (peta(), MINTA), "Tunjuk Kanigaran."),
        Slide("modal", "Modal UP2K seluruh kota", "Naik Rp 23.345.678.", (GARIS,)),
        Slide("kecamatan", "Modal per kecamatan", "Kedopok tertinggi.",
              (ANGKA, BANYAK_GARIS)),
        Slide("anggota", "Anggota dan pertumbuhan", "Kedopok terbanyak.",
              (BATANG, BERPASANGAN)),
        Slide("hasil", "Hasil usaha dan tingkat", "SHU kembali positif.",
              (KOLOM, TUMPUK)),
        Slide("naik", f"Siapa yang naik {JAHAT}", "Tiga kelompok naik.", (TABEL,),
              JAHAT),
        Slide("minta", "Yang kami minta", "Sebelum 15 Januari 2027.", (MINTA,)),
        Slide("penutup", "Terima kasih", "Rapor dapat dibawa pulang.", (), "",
              "penutup"),
    )  # fmt: skip
    cap = Keterangan(
        "Triwulan III 2026", "Kota Probolinggo", 87, 112,
        dt.datetime(2026, 10, 5, 10, tzinfo=WIB), contoh=contoh,
        pada=dt.date(2026, 11, 24),
    )  # fmt: skip
    return Deck("UP2K PKK Kota Probolinggo, Triwulan III 2026", "pimpinan", slides,
                cap, batas(), alamat)  # fmt: skip
