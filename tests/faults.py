"""A small form made by code, and one spoilt copy of it for each kind of finding.

The form has two groups. No sheet has a number column and headings stand in row 1,
so that every address below can be checked by eye: Melati stands in row 2, Mawar in
row 3.
"""

# ruff: noqa: E501 (sentences stand as the sender reads them)
import datetime as dt
import io
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import xlsxwriter

from loaders.form.layout import layouts
from loaders.formats.grid import column_number
from tests.packages import cell, changed, swapped

HARI_INI = dt.date(2026, 10, 10)
LAYOUT = layouts()["formulir_up2k"]
UNDUH = "Unduh Formulir UP2K, isi, lalu kirim formulir itu."


class Galat(str):
    """An error that a formula's cell shows."""


# What both groups report: assets 1.000.000 = capital 1.000.000, 20 + 2 - 1 = 21.
KELOMPOK = [
    "03", dt.date(2015, 8, 17), "Makanan ringan", "Aktif", "Pemula", "UP2K",
    "Tetap UP2K", 20, 2, 1, 21, 21, 20, 10, 5, 3, 3, 15.5, "",
]  # fmt: skip
KEUANGAN = [
    300000, 400000, 100000, 50000, 100000, 0, 0, 0, 0, 0, 0, 20000, 30000,
    250000, 0, 700000, 50000, 0, 10000, 0, 0, 0, 500000, 300000, 0,
    60000, 0, 20000, 40000, 10000, 0, 5000000, 2, 1, 0, 950000, 1000000, 0, "",
]  # fmt: skip
BUKU = [2, 2, 1, 1, 1, 0, 0, 1]
NAMA = (("35.74.04.1006-01", "Melati"), ("35.74.04.1006-02", "Mawar"))


class Form:
    """The sheets of a form as cells by address; written out as xlsx at the end."""

    def __init__(self) -> None:
        judul = {s.nama: [k.judul for k in s.kolom()] for s in LAYOUT.lembar}
        langkah = [""] * (len(judul["Buku dan Langkah"]) - 2 - len(BUKU))
        isi = {
            "Identitas": [
                ["FORMULIR-UP2K/1", ""],
                ["Kelurahan", "Kebonsari Kulon"],
                ["Kecamatan", "Kanigaran"],
                ["Periode", "2026-T3"],
                ["Poksus sudah dibentuk", "Ya"],
                ["Pengurus Poksus (orang)", 5],
                ["Usaha perorangan UP2K (usaha)", 12],
                ["Kader khusus koperasi (orang)", 1],
                ["Kader sudah dilatih (orang)", 2],
                ["Catatan", ""],
            ],
            "Kelompok": [judul["Kelompok"], *([*n, *KELOMPOK] for n in NAMA)],
            "Keuangan": [judul["Keuangan"], *([*n, *KEUANGAN] for n in NAMA)],
            "Buku dan Langkah": [
                judul["Buku dan Langkah"],
                *([*n, *BUKU, *langkah] for n in NAMA),
            ],
            "Kegiatan": [
                judul["Kegiatan"],
                [dt.date(2026, 8, 1), "Rapat", "Balai kelurahan", "TP PKK", 25],
            ],
        }
        self.sheets = {
            nama: {
                (i, j): sel
                for i, baris in enumerate(rows)
                for j, sel in enumerate(baris)
                if sel != ""
            }
            for nama, rows in isi.items()
        }

    def put(self, lembar: str, **sel: object) -> "Form":
        """Sets cells by address: `put("Keuangan", P2="dua puluh")`; None empties."""
        for alamat, nilai in sel.items():
            huruf = alamat.rstrip("0123456789")
            tempat = int(alamat[len(huruf) :]) - 1, column_number(huruf)
            self.sheets.setdefault(lembar, {})[tempat] = nilai
        return self

    def column(self, lembar: str, huruf: str, *sel: object) -> "Form":
        """Sets a whole column from row 1 down."""
        return self.put(
            lembar, **{f"{huruf}{i}": isi for i, isi in enumerate(sel, start=1)}
        )

    def without(self, *lembar: str) -> "Form":
        """Drops sheets."""
        for nama in lembar:
            del self.sheets[nama]
        return self

    def rename(self, lama: str, baru: str) -> "Form":
        """Renames a sheet, keeping its place."""
        self.sheets = {baru if n == lama else n: isi for n, isi in self.sheets.items()}
        return self

    def write(self) -> bytes:
        """The form as xlsx."""
        keluar = io.BytesIO()
        with xlsxwriter.Workbook(keluar) as buku:
            hari = buku.add_format({"num_format": "dd/mm/yyyy"})
            for nama, isi in self.sheets.items():
                lembar = buku.add_worksheet(nama)
                for (i, j), sel in isi.items():
                    _write(lembar, i, j, sel, hari)
        return keluar.getvalue()


def _write(lembar, i: int, j: int, sel: object, hari) -> None:
    if isinstance(sel, Galat):
        lembar.write_formula(i, j, "=Hilang!A1", None, str(sel))
    elif isinstance(sel, bool):
        lembar.write_boolean(i, j, sel)
    elif isinstance(sel, dt.date):
        lembar.write_datetime(i, j, dt.datetime.combine(sel, dt.time()), hari)
    elif isinstance(sel, int | float):
        lembar.write_number(i, j, sel)
    elif sel is not None:
        lembar.write_string(i, j, str(sel))


@dataclass(frozen=True)
class Fault:
    """A spoilt file and what must be said of it: sentence, sheet, cells, group."""

    buat: Callable[[], bytes]
    pesan: str
    lembar: str | None = None
    sel: str | None = None
    sel_lain: tuple[str, ...] = ()
    kelompok: str | None = None
    nama: str = "formulir.xlsx"
    kode: str = "35.74.04.1006"
    periode: str = "2026-T3"


def _locked() -> bytes:
    """What a spreadsheet with a password looks like from outside."""
    kepala = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    return kepala + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(480)


def _swollen() -> bytes:
    """A package that would open to 300 MB."""
    keluar = io.BytesIO()
    with (
        zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as paket,
        paket.open("xl/worksheets/sheet1.xml", "w") as bagian,
    ):
        for _ in range(300):
            bagian.write(bytes(2**20))
    return keluar.getvalue()


def form(lembar: str = "", **sel: object) -> Callable[[], bytes]:
    return lambda: (Form().put(lembar, **sel) if lembar else Form()).write()


MELATI, MAWAR = "35.74.04.1006-01", "35.74.04.1006-02"
ALASAN = "bila memang benar, tulis alasannya."

FAULTS: dict[str, Fault] = {
    "berkas_kosong": Fault(
        lambda: b"",
        "Berkas kosong: tidak ada isinya. Buka berkas di komputer Anda, pastikan ada "
        "isinya, lalu kirim ulang.",
    ),
    "berkas_terkunci": Fault(
        _locked,
        "Berkas terkunci kata sandi. Buka berkas, hapus kata sandinya (Simpan Sebagai, "
        "kosongkan kata sandi), lalu kirim ulang.",
    ),
    "berkas_rusak": Fault(
        lambda: Form().write()[:4000],
        "Berkas terpotong atau rusak, sehingga tidak dapat dibuka. Buka berkas di Excel "
        "atau LibreOffice, simpan lagi sebagai .xlsx, lalu kirim ulang.",
    ),
    "berkas_bukan_lembar_kerja": Fault(
        lambda: b"<html><body><p>Laporan terlampir.</p></body></html>",
        "Berkas ini halaman web (HTML) tanpa tabel, bukan lembar kerja. Buka dengan Excel "
        "atau LibreOffice, simpan sebagai .xlsx, lalu kirim ulang.",
        nama="laporan.xls",
    ),
    "berkas_berbahaya": Fault(
        lambda: changed(Form().write(), r"xl/styles\.xml", swapped(b"<styleSheet", b'<!DOCTYPE x [<!ENTITY a "b">]><styleSheet')),
        "Berkas ini memuat perintah XML (DOCTYPE di bagian xl/styles.xml) yang tidak "
        "pernah ditulis Excel atau LibreOffice. Jangan membuka berkas itu; salin angkanya "
        "ke Formulir UP2K yang baru, lalu kirim yang baru itu.",
    ),
    "temuan_terlalu_banyak": Fault(
        lambda: _all_words().write(),
        "Berkas ini menimbulkan lebih dari 2.000 temuan; susunannya mungkin bergeser atau "
        "isinya bukan laporan. Bandingkan dengan Formulir UP2K yang baru; salin isinya ke "
        "sana, lalu kirim ulang.",
    ),
    "tersembunyi": Fault(
        lambda: changed(Form().write(), r"xl/worksheets/sheet3\.xml", swapped(b'<row r="3"', b'<row hidden="1" r="3"')),
        "Lembar Keuangan, sel A3: baris 3 tersembunyi, tetapi tetap dibaca. Tidak perlu "
        "apa-apa bila isinya memang laporan; bila bukan, hapus bagian itu, lalu kirim "
        "ulang.",
        "Keuangan", "A3",
    ),
    "rumus_belum_dihitung": Fault(
        lambda: changed(Form().write(), r"xl/worksheets/sheet3\.xml", cell("P3", b"<c@><f>SUM(Q3:S3)</f></c>")),
        "Lembar Keuangan, sel P3: rumus di sel ini belum dihitung (Kas, kelompok Mawar). "
        "Buka berkas di Excel atau LibreOffice, simpan, lalu kirim ulang.",
        "Keuangan", "P3", (), MAWAR,
    ),
    "berkas_terlalu_besar": Fault(
        _swollen,
        "Isi berkas menjadi 300 MB bila dibuka; sebuah formulir tidak pernah sebesar "
        "itu. Salin isi formulir ke Formulir UP2K yang baru, lalu kirim yang baru itu.",
    ),
    "bukan_formulir": Fault(
        lambda: b"Nama barang;Harga;Jumlah\nGula;15000;3\n",
        "Bukan Formulir UP2K: berkas berisi tabel CSV dengan judul kolom “Nama barang”, "
        "“Harga”, dan “Jumlah”; lembar Identitas, Kelompok, Keuangan, Buku dan Langkah, "
        f"dan Kegiatan tidak ada. {UNDUH}",
    ),
    "perlu_pemetaan": Fault(
        lambda: (
            b"Laporan Kelurahan Jati Triwulan III 2026;;;\n"
            b"Nama klp;Jml anggota;Kas;Arisan\nMelati;21;250000;5000\nMawar;14;90000;0\n"
        ),
        "Lembar CSV, sel A2: arti 4 kolom perlu dipastikan (3 sudah ditebak), karena "
        "susunan ini belum pernah dipastikan. Buka berkas ini di halaman Kirim Laporan, "
        "periksa arti tiap kolom, lalu pastikan.",
        "CSV", "A2", nama="rekap.csv",
    ),
    "banyak_kelurahan": Fault(
        lambda: (
            b"Kelurahan;Nama kelompok;Anggota;Kas\n"
            b"Jati;Melati;21;250000\nPilang;Mawar;14;90000\n"
        ),
        "Lembar CSV, sel B1: tabel ini memuat kelompok dari 2 kelurahan: Pilang dan "
        "Jati. Pisahkan menjadi satu berkas untuk tiap kelurahan, lalu kirim satu per "
        "satu.",
        "CSV", "B1", nama="rekap.csv",
    ),
    "versi_berbeda": Fault(
        form("Identitas", A1="FORMULIR-UP2K/9"),
        "Lembar Identitas, sel A1: formulir ini versi 9, yang berlaku versi 1. Untuk "
        "periode berikutnya unduh formulir terbaru.",
        "Identitas", "A1",
    ),
    "cap_tidak_ada": Fault(
        form("Identitas", A1=None),
        "Tanda formulir tidak ditemukan. Untuk periode berikutnya isi formulir yang "
        "diunduh dari aplikasi.",
    ),
    "lembar_hilang": Fault(
        lambda: Form().without("Keuangan").write(),
        "Lembar Keuangan tidak ada; semua isinya dicatat belum dilaporkan. Kirim ulang "
        "dengan lembar itu, atau tulis alasannya.",
    ),
    "lembar_berganti_nama": Fault(
        lambda: Form().rename("Keuangan", "Uang TW 3").write(),
        "Lembar Uang TW 3: lembar ini dibaca sebagai lembar Keuangan. Tidak perlu "
        "apa-apa; sebaiknya nama lembar tidak diubah.",
        "Uang TW 3",
    ),
    "lembar_tidak_dikenal": Fault(
        form("Coretan", A1="Jadwal arisan"),
        "Lembar Coretan: lembar ini tidak dibaca. Tidak perlu apa-apa bila lembar itu "
        "memang catatan sendiri.",
        "Coretan",
    ),
    "lembar_ganda": Fault(
        lambda: _two_sheets().write(),
        "Lembar Uang 1 dan Uang 2 sama-sama cocok dengan lembar Keuangan. Hapus lembar "
        "yang tidak dipakai, lalu kirim ulang.",
    ),
    "kolom_hilang": Fault(
        form("Keuangan", P1=None, P2=None, P3=None),
        "Lembar Keuangan: kolom “Kas (Rp)” tidak ada. Kembalikan judul kolom seperti di "
        "formulir, lalu kirim ulang.",
        "Keuangan",
    ),
    "kolom_tidak_dikenal": Fault(
        lambda: Form().column("Keuangan", "AP", "Iuran arisan", 5000, 7000).write(),
        "Lembar Keuangan, sel AP1: kolom “Iuran arisan” tidak dikenal dan tidak dibaca. "
        "Bila isinya penting, pindahkan ke kolom formulir yang sesuai.",
        "Keuangan", "AP1",
    ),
    "judul_ganda": Fault(
        lambda: Form().column("Keuangan", "AP", "Kas (Rp)", 1, 2).write(),
        "Lembar Keuangan, sel P1 dan AP1: judul “Kas (Rp)” muncul 2 kali. Hapus kolom "
        "yang tidak dipakai, lalu kirim ulang.",
        "Keuangan", "P1", ("AP1",),
    ),
    "satuan_judul": Fault(
        form("Keuangan", P1="Kas (Rp.000)"),
        "Lembar Keuangan, sel P1: judul “Kas (Rp.000)” memakai satuan lain. Tulis nilai "
        "rupiah penuh dan kembalikan judul kolomnya, lalu kirim ulang.",
        "Keuangan", "P1",
    ),
    "kelurahan_kosong": Fault(
        form("Identitas", B2=None),
        "Lembar Identitas, sel B2: kelurahan belum diisi. Isi kelurahan di lembar "
        "Identitas, lalu kirim ulang.",
        "Identitas", "B2",
    ),
    "kelurahan_tidak_dikenal": Fault(
        form("Identitas", B2="Pohsangit Lor"),
        "Lembar Identitas, sel B2: Pohsangit Lor (Kecamatan Wonomerto, Kabupaten "
        "Probolinggo) bukan bagian kota ini. Tulis salah satu dari 29 kelurahan di kota "
        "ini. Yang mirip: Pohsangit Kidul.",
        "Identitas", "B2",
    ),
    "kecamatan_berbeda": Fault(
        form("Identitas", B3="Kedopok"),
        "Lembar Identitas, sel B3: Kelurahan Kebonsari Kulon berada di Kecamatan "
        "Kanigaran, bukan Kecamatan Kedopok. Perbaiki kelurahan atau kecamatan di lembar "
        "Identitas, lalu kirim ulang.",
        "Identitas", "B3",
    ),
    "kecamatan_tidak_dikenal": Fault(
        form("Identitas", B3="Kraksaan"),
        "Lembar Identitas, sel B3: “Kraksaan” bukan kecamatan di kota ini; Kebonsari "
        "Kulon berada di Kecamatan Kanigaran. Perbaiki nama kecamatan pada kiriman "
        "berikutnya.",
        "Identitas", "B3",
    ),
    "periode_kosong": Fault(
        form("Identitas", B4="-"),
        "Lembar Identitas, sel B4: periode belum diisi. Isi periode di lembar Identitas, "
        "misalnya 2026-T3, lalu kirim ulang.",
        "Identitas", "B4",
    ),
    "periode_tidak_dikenal": Fault(
        form("Identitas", B4="akhir tahun"),
        "Lembar Identitas, sel B4: periode “akhir tahun” tidak dikenal. Tulis periode "
        "misalnya 2026-T3 atau Triwulan III 2026, lalu kirim ulang.",
        "Identitas", "B4",
    ),
    "periode_menurut_akhirnya": Fault(
        form("Identitas", B4="per 30 September 2026"),
        "Lembar Identitas, sel B4: periode “per 30 September 2026” dibaca Triwulan III "
        "2026. Tidak perlu apa-apa bila periodenya benar; bila tidak, tulis misalnya "
        "2026-T3 lalu kirim ulang.",
        "Identitas", "B4",
    ),
    "periode_mendatang": Fault(
        form("Identitas", B4="Triwulan IV 2026"),
        "Lembar Identitas, sel B4: Triwulan IV 2026 baru berakhir pada 31 Desember 2026. "
        "Perbaiki periodenya, atau kirim setelah 31 Desember 2026.",
        "Identitas", "B4",
    ),
    "irama_berbeda": Fault(
        form("Identitas", B4="Semester I 2026"),
        "Lembar Identitas, sel B4: Semester I 2026 adalah laporan semester; yang berlaku "
        "laporan triwulan. Tulis periode triwulan, misalnya 2026-T3, lalu kirim ulang.",
        "Identitas", "B4",
    ),
    "tidak_ada_kelompok": Fault(
        lambda: _no_groups().write(),
        "Lembar Kelompok: tidak ada kelompok. Isi satu baris untuk tiap kelompok, atau "
        "tulis alasannya.",
        "Kelompok",
    ),
    "baris_tanpa_kelompok": Fault(
        form("Keuangan", P4=75000, R4=0),
        "Lembar Keuangan, sel P4: baris 4 berisi data tanpa kode dan nama kelompok. Isi "
        "nama kelompok pada baris itu, lalu kirim ulang.",
        "Keuangan", "P4",
    ),
    "kelompok_ganda": Fault(
        form("Keuangan", A3=MELATI, B3="Melati"),
        "Lembar Keuangan, sel B2 dan B3: kelompok Melati ditulis dua kali. Hapus salah "
        "satu baris, atau bedakan nama kelompoknya, lalu kirim ulang.",
        "Keuangan", "B2", ("B3",), MELATI,
    ),
    "kelompok_tidak_terdaftar": Fault(
        form("Keuangan", A3=None, B3="Mawarr"),
        "Lembar Keuangan, sel B3: kelompok “Mawarr” tidak ada di lembar Kelompok. "
        "Mungkin maksudnya “Mawar”; samakan namanya, lalu kirim ulang.",
        "Keuangan", "B3", (), "Mawarr",
    ),
    "kelompok_tidak_diisi": Fault(
        lambda: _row_gone("Keuangan", 3).write(),
        "Lembar Keuangan: kelompok Mawar tidak ada di lembar ini. Isi baris kelompok itu "
        "di lembar yang disebut, atau tulis alasannya.",
        "Keuangan", None, (), MAWAR,
    ),
    "kelompok_kosong": Fault(
        lambda: _identity_only().write(),
        "Lembar Kelompok: kelompok Mawar belum diisi satu angka pun. Isi angkanya; bila "
        "kelompok tidak berkegiatan, pilih status Nonaktif.",
        "Kelompok", None, (), MAWAR,
    ),
    "baris_sesudah_jumlah": Fault(
        form("Kelompok", A4="JUMLAH", J4=40, A5="", B5="Kenanga", J5=9, M5=9),
        "Lembar Kelompok, sel B5: “Kenanga” berada di bawah baris jumlah. Pindahkan "
        "baris itu ke atas baris JUMLAH, lalu kirim ulang.",
        "Kelompok", "B5",
    ),
    "kode_salah": Fault(
        lambda: _other_code("35.74.05.1001-02").write(),
        "Lembar Kelompok, sel A3: kode kelompok “35.74.05.1001-02” milik kelurahan lain "
        "(Jrebeng Kulon). Salin kode dari formulir yang diunduh; kosongkan untuk "
        "kelompok baru.",
        "Kelompok", "A3", (), "35.74.05.1001-02",
    ),
    "nama_tidak_cocok": Fault(
        form("Keuangan", B3="Kenanga"),
        f"Lembar Keuangan, sel B3: kode {MAWAR} di sini bernama “Kenanga”, sedangkan di "
        "lembar Kelompok “Mawar”. Samakan kode dan nama kelompok pada semua lembar, lalu "
        "kirim ulang.",
        "Keuangan", "B3", (), MAWAR,
    ),
    "bukan_angka": Fault(
        form("Keuangan", P2="dua puluh"),
        "Lembar Keuangan, sel P2: “dua puluh” bukan angka (Kas, kelompok Melati). Tulis "
        "angka saja, misalnya 250000.",
        "Keuangan", "P2", (), MELATI,
    ),
    "angka_rancu": Fault(
        form("Keuangan", P2="1,500", P3="2.000.000"),
        "Lembar Keuangan, sel P2: “1,500” dapat berarti 1,50 atau 1.500 (Kas, kelompok "
        "Melati). Tulis angka tanpa titik atau koma, misalnya 1500000.",
        "Keuangan", "P2", (), MELATI,
    ),
    "angka_menurut_kolom": Fault(
        form("Kelompok", T2="15.5", T3="1.500"),
        "Lembar Kelompok, sel T3: “1.500” dibaca 1,50 karena kolom ini memakai titik "
        "untuk pecahan (Hadir rata-rata). Tidak perlu apa-apa bila bacaannya benar; bila "
        "tidak, tulis angka tanpa titik atau koma.",
        "Kelompok", "T3",
    ),
    "angka_tidak_bulat": Fault(
        form("Kelompok", J3=20.5),
        "Lembar Kelompok, sel J3: “20,50” bukan bilangan bulat (Anggota awal, kelompok "
        "Mawar). Tulis bilangan bulat, lalu kirim ulang.",
        "Kelompok", "J3", (), MAWAR,
    ),
    "rupiah_dibulatkan": Fault(
        form("Keuangan", P3=250000.4),
        "Lembar Keuangan, sel P3: “250.000,40” dibulatkan menjadi Rp 250.000 (Kas, "
        "kelompok Mawar). Tidak perlu apa-apa bila pembulatan itu benar.",
        "Keuangan", "P3", (), MAWAR,
    ),
    "sel_galat": Fault(
        form("Keuangan", P3=Galat("#REF!")),
        "Lembar Keuangan, sel P3: rumus di sel ini rusak (#REF!) (Kas, kelompok Mawar). "
        "Perbaiki rumusnya atau tulis angkanya, lalu kirim ulang.",
        "Keuangan", "P3", (), MAWAR,
    ),
    "bukan_tanggal": Fault(
        form("Kelompok", D2="12/31/2015"),
        "Lembar Kelompok, sel D2: “12/31/2015” bukan tanggal (Tanggal berdiri, kelompok "
        "Melati). Tulis tanggal misalnya 31/12/2025 atau 31 Desember 2025.",
        "Kelompok", "D2", (), MELATI,
    ),
    "tanggal_rancu": Fault(
        form("Kegiatan", A2="7/8/2026", A3="7/31/2026", B3="Rapat", E3=20),
        "Lembar Kegiatan, sel A2: “7/8/2026” dapat berarti 7 Agustus 2026 atau 8 Juli "
        "2026 (Tanggal kegiatan). Tulis nama bulannya, misalnya 7 Agustus 2026.",
        "Kegiatan", "A2",
    ),
    "tanggal_tidak_lengkap": Fault(
        form("Kelompok", D2=2015),
        "Lembar Kelompok, sel D2: tanggal “2015” tidak lengkap (Tanggal berdiri, "
        "kelompok Melati). Lengkapi tanggalnya bila diketahui.",
        "Kelompok", "D2", (), MELATI,
    ),
    "tanggal_janggal": Fault(
        form("Kegiatan", A2=dt.date(2026, 6, 30)),
        "Lembar Kegiatan, sel A2: tanggal kegiatan 30 Juni 2026 di luar Triwulan III "
        "2026. Periksa tanggalnya, atau tulis alasannya.",
        "Kegiatan", "A2",
    ),
    "pilihan_tidak_dikenal": Fault(
        form("Kelompok", G3="Pratama"),
        "Lembar Kelompok, sel G3: “Pratama” bukan pilihan yang dikenal (Tingkat, "
        "kelompok Mawar). Pilih Pemula, Madya, Utama, atau Mandiri.",
        "Kelompok", "G3", (), MAWAR,
    ),
    "jumlah_tidak_cocok": Fault(
        form("Keuangan", A4="JUMLAH", P4=250_000, S4=100_000),
        "Lembar Keuangan, sel P4: “JUMLAH” pada kolom Kas tertulis Rp 250.000, sedangkan "
        "jumlah baris-barisnya Rp 500.000 (selisih Rp 250.000); mungkin baris 3 (Mawar) "
        "tidak ikut dijumlahkan. Betulkan rumus jumlahnya agar memuat semua baris, atau "
        "tulis alasannya.",
        "Keuangan", "P4",
    ),
    "hitungan_tidak_cocok": Fault(
        form("Keuangan", AL2=900_000, AN2=50_000),
        "Lembar Keuangan, sel AL2 dan F2: Jumlah modal tertulis Rp 900.000, sedangkan "
        "jumlah bagian-bagiannya Rp 950.000 (selisih Rp 50.000); mungkin karena Dana "
        "cadangan (Rp) tidak ikut dijumlahkan (kelompok Melati). Periksa angka itu dan "
        "bagian-bagiannya; bila memang benar, tulis alasannya.",
        "Keuangan", "AL2", ("F2",), MELATI,
    ),
    "langkah_tanpa_status": Fault(
        form("Buku dan Langkah", O2=dt.date(2024, 5, 1)),
        "Lembar Buku dan Langkah, sel O2: Penyuluhan tidak mempunyai status (kelompok "
        "Melati). Pilih Belum, Proses, atau Selesai pada langkah itu.",
        "Buku dan Langkah", "O2", (), MELATI,
    ),
    "sel_pribadi": Fault(
        form("Kelompok", U2="hubungi 0812-0000-0000"),
        "Lembar Kelompok, sel U2: isi sel ini memuat NIK atau nomor telepon. Jangan "
        "menulis NIK atau nomor telepon di formulir.",
        "Kelompok", "U2",
    ),
    "kolom_pribadi": Fault(
        lambda: Form().column("Kelompok", "V", "Nama ketua", "Bu Contoh").write(),
        "Lembar Kelompok, sel V1: kolom “Nama ketua” berisi data pribadi dan tidak "
        "disimpan. Jangan menyertakan data pribadi anggota di formulir.",
        "Kelompok", "V1",
    ),
    "bagian_lebih_dari_anggota": Fault(
        form("Kelompok", N2=22),
        "Lembar Kelompok, sel N2 dan M2: Anggota perempuan (22 orang) lebih banyak dari "
        "anggota akhir (21 orang) (kelompok Melati). Perbaiki salah satunya, lalu kirim "
        "ulang.",
        "Kelompok", "N2", ("M2",), MELATI,
    ),
    "keluarga_lebih_dari_anggota": Fault(
        form("Kelompok", O2=23),
        "Lembar Kelompok, sel O2 dan M2: Keluarga anggota (23 KK) lebih banyak dari "
        "anggota akhir (21 orang) (kelompok Melati). Periksa keduanya; " + ALASAN,
        "Kelompok", "O2", ("M2",), MELATI,
    ),
    "hadir_lebih_dari_anggota": Fault(
        form("Kelompok", T2=22.5),
        "Lembar Kelompok, sel T2 dan M2: Hadir rata-rata (22,5 orang) lebih banyak dari "
        "anggota (22 orang) (kelompok Melati). Perbaiki salah satunya, lalu kirim ulang.",
        "Kelompok", "T2", ("M2",), MELATI,
    ),
    "anggota_tidak_cocok": Fault(
        form("Kelompok", K2=3, L2=2, M2=12, N2=12, O2=12, T2=12),
        "Lembar Kelompok, sel M2: Anggota awal + masuk - keluar = anggota akhir "
        "berselisih 9 orang; mungkin Anggota akhir (dua digit tertukar: 12 orang, "
        "seharusnya 21 orang) (kelompok Melati). Periksa Anggota akhir; " + ALASAN,
        "Kelompok", "M2", ("J2", "K2", "L2"), MELATI,
    ),
    "di_bawah_batas": Fault(
        form("Keuangan", AH2=-5),
        "Lembar Keuangan, sel AH2: Omzet usaha anggota -Rp 5 kurang dari Rp 0 (kelompok "
        "Melati). Tulis angka tanpa minus, atau kosongkan bila belum tahu.",
        "Keuangan", "AH2", (), MELATI,
    ),
    "di_atas_batas": Fault(
        form("Keuangan", AH2=50_000_000_000),
        "Lembar Keuangan, sel AH2: Omzet usaha anggota Rp 50.000.000.000 lebih dari "
        "batas wajar Rp 10.000.000.000 (kelompok Melati). Periksa banyaknya nol; " + ALASAN,
        "Keuangan", "AH2", (), MELATI,
    ),
    "angka_mustahil": Fault(
        form("Keuangan", AH2="99999999999999999999"),
        "Lembar Keuangan, sel AH2: Omzet usaha anggota tidak mungkin sebesar itu (20 "
        "angka) (kelompok Melati). Periksa banyaknya nol, lalu kirim ulang.",
        "Keuangan", "AH2", (), MELATI,
    ),
    "rapat_melebihi_rencana": Fault(
        form("Kelompok", S2=4),
        "Lembar Kelompok, sel S2 dan R2: Rapat terlaksana (4 kali) lebih banyak dari "
        "yang direncanakan (3 kali) (kelompok Melati). Periksa keduanya; bila memang ada "
        "rapat tambahan, tulis alasannya.",
        "Kelompok", "S2", ("R2",), MELATI,
    ),
    "nonaktif_berkegiatan": Fault(
        form("Kelompok", F2="Nonaktif"),
        "Lembar Kelompok, sel F2 dan S2: Status kelompok Nonaktif, padahal ada kegiatan "
        "(Rapat terlaksana 3 kali, Pinjaman disalurkan Rp 500.000, Angsuran pokok Rp "
        "300.000, dan Jasa diterima Rp 60.000) (kelompok Melati). Periksa keduanya; " + ALASAN,
        "Kelompok", "F2", ("S2",), MELATI,
    ),
    "neraca_tidak_seimbang": Fault(
        form("Keuangan", P2=25000),
        "Lembar Keuangan, sel P2: Jumlah aset = modal + pinjaman + simpanan sukarela + "
        "SHU belum dibagi berselisih Rp 225.000; mungkin Kas (nol kurang: Rp 25.000, "
        "seharusnya Rp 250.000) (kelompok Melati). Periksa Kas; " + ALASAN,
        "Keuangan", "P2", (), MELATI,
    ),
    "shu_tidak_cocok": Fault(
        form("Keuangan", AE2=-40000),
        "Lembar Keuangan, sel AE2: SHU = jasa diterima + pendapatan lain - biaya "
        "berselisih Rp 80.000; mungkin SHU periode ini (tanda minus keliru: -Rp 40.000, "
        "seharusnya Rp 40.000) (kelompok Melati). Periksa SHU periode ini; " + ALASAN,
        "Keuangan", "AE2", ("AB2", "AC2", "AD2"), MELATI,
    ),
    "tunggakan_melebihi_pinjaman": Fault(
        form("Keuangan", X2=800_000),
        "Lembar Keuangan, sel X2: Jumlah tunggakan Rp 810.000 melebihi pinjaman beredar "
        "Rp 700.000 (kelompok Melati). Perbaiki tunggakan atau pinjaman beredar, lalu "
        "kirim ulang.",
        "Keuangan", "X2", ("U2", "V2", "W2", "R2"), MELATI,
    ),
}  # fmt: skip


def _all_words() -> Form:
    """Ninety groups that report words where numbers belong."""
    form = Form()
    for i in range(1, 91):
        for nama in ("Kelompok", "Keuangan"):
            form.sheets[nama][i, 1] = f"Kelompok {i}"
            form.sheets[nama].pop((i, 0), None)
        for j in range(2, 32):
            form.sheets["Keuangan"][i, j] = "banyak"
    return form


def _two_sheets() -> Form:
    form = Form().rename("Keuangan", "Uang 1")
    form.sheets["Uang 2"] = dict(form.sheets["Uang 1"])
    return form


def _no_groups() -> Form:
    form = Form()
    for nama in ("Kelompok", "Keuangan", "Buku dan Langkah"):
        form.sheets[nama] = {t: s for t, s in form.sheets[nama].items() if t[0] == 0}
    return form


def _other_code(kode: str) -> Form:
    form = Form()
    for nama in ("Kelompok", "Keuangan", "Buku dan Langkah"):
        form.put(nama, A3=kode)
    return form


def _row_gone(lembar: str, baris: int) -> Form:
    form = Form()
    isi = form.sheets[lembar]
    form.sheets[lembar] = {t: s for t, s in isi.items() if t[0] != baris - 1}
    return form


def _identity_only() -> Form:
    """The second group as the form came: identity and opening members only."""
    form = Form()
    for nama in ("Keuangan", "Buku dan Langkah"):
        isi = form.sheets[nama]
        form.sheets[nama] = {t: s for t, s in isi.items() if t[0] != 2 or t[1] < 2}
    isi = form.sheets["Kelompok"]
    form.sheets["Kelompok"] = {t: s for t, s in isi.items() if t[0] != 2 or t[1] < 10}
    return form


def xls_record(kode: int, isi: bytes) -> bytes:
    """One record of an old Excel file."""
    return struct.pack("<HH", kode, len(isi)) + isi
