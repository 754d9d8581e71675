"""The two sheets in front: instructions, and the kelurahan's own page."""

from collections.abc import Iterable

from xlsxwriter.worksheet import Worksheet

from loaders.template.cetak import Kepala, setup_page
from loaders.template.gaya import Gaya
from loaders.template.isian import IsianFormulir, Nilai
from loaders.template.periksa import aturan, tulisan
from loaders.template.susunan import formulir
from loaders.template.tabel import put, write_title
from reference.kosakata import variables
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.tulisan import tanggal
from reference.wilayah import Kelurahan, kecamatan

_HURUF_PER_BARIS = 92
_TINGGI_BARIS = 14.5

Butir = tuple[str, str]


def _petunjuk(periode: Periode) -> Iterable[tuple[str, tuple[Butir, ...]]]:
    usulan = " (usulan)" if pengaturan().batas_hari_usulan else ""
    batas = f"{tanggal(periode.deadline)}{usulan}"
    yield "Siapa yang mengisi", (
        ("Pengisi", "Poksus UP2K PKK kelurahan bersama ketua dan bendahara kelompok, "
         "dari buku-buku kelompok. Ketua TP PKK kelurahan mengetahui."),
        ("Batas lapor", f"{batas}. Laporan yang terlambat tetap diterima."),
    )  # fmt: skip
    yield "Lembar demi lembar", (
        ("Identitas", "Kelurahan, periode, dan data Poksus serta kader."),
        ("Kelompok", "Satu baris untuk satu kelompok pelaksana (Poklak): identitas, "
         "anggota, dan rapat."),
        ("Keuangan", "Modal, aset, dan tunggakan pada hari terakhir periode; "
         "pinjaman, pendapatan, dan biaya selama periode. Semua dalam rupiah."),
        ("Buku dan Langkah", "Buku kelompok, dan langkah menuju koperasi."),
        ("Kegiatan", "Rapat, pelatihan, dan kegiatan lain selama periode."),
    )  # fmt: skip
    yield "Cara mengisi", (
        ("Sel kuning", "diisi. Sel abu-abu dihitung sendiri oleh formulir."),
        ("Angka", "tulis angkanya saja, misalnya 1500000. Titik pemisah dan Rp muncul "
         "sendiri."),
        ("Kosong", "artinya belum diketahui atau belum dilaporkan."),
        ("0", "artinya memang tidak ada, misalnya tidak ada anggota keluar."),
        ("tidak berlaku", "tulis dua kata ini bila pertanyaannya tidak cocok untuk "
         "kelompok itu."),
        ("Kelompok lama", "baris yang sudah terisi berasal dari laporan sebelumnya; "
         "perbaiki bila berubah. Klik sebuah sel untuk melihat angka periode lalu."),
        ("Kelompok baru", "tulis di baris kosong berikutnya; kode kelompok "
         "dikosongkan, nanti diberikan oleh aplikasi."),
        ("Tidak ada kegiatan", "tetap laporkan kelompoknya, pilih status Nonaktif."),
        ("Sel merah", "ada hitungan yang belum cocok. Perbaiki, atau jelaskan sebabnya "
         "di kolom Catatan."),
    )  # fmt: skip
    yield "Menjaga data warga", (
        ("Jangan menulis", "NIK, nomor telepon, alamat, atau nama anggota di mana pun "
         "dalam formulir ini. Kolom seperti itu dihapus sebelum disimpan."),
        ("Nama", "cukup nama kelompok dan nama lembaga."),
    )  # fmt: skip
    yield "Mengirim", (
        ("Simpan", "sebagai Excel (.xlsx) atau OpenDocument (.ods), bukan PDF atau "
         "foto, dan tanpa kata sandi."),
        ("Kirim", "melalui halaman Kirim Laporan, atau kirim berkasnya kepada "
         f"TP PKK {pengaturan().nama_kota}. Bila ada yang keliru, perbaiki berkas yang "
         "sama lalu kirim lagi; yang terbaru yang dipakai."),
    )  # fmt: skip


def write_petunjuk(
    lembar: Worksheet, gaya: Gaya, periode: Periode, kepala: Kepala
) -> None:
    """Writes the instructions."""
    setup_page(lembar, kepala)
    lembar.fit_to_pages(1, 1)
    lembar.set_column(0, 0, 20)
    lembar.set_column(1, 1, 88)
    write_title(lembar, gaya, "Formulir UP2K PKK: petunjuk", kepala)
    baris = 2
    if kepala.contoh:
        contoh = "CONTOH: isi formulir ini buatan, bukan data sebenarnya."
        lembar.write_string(baris, 0, contoh, gaya["contoh"])
    for bagian, butir in _petunjuk(periode):
        baris += 1
        lembar.set_row(baris, 24)
        lembar.write_string(baris, 0, bagian, gaya["bagian"])
        lembar.write_blank(baris, 1, None, gaya["bagian"])
        for nama, teks in butir:
            baris += 1
            tinggi = _TINGGI_BARIS * (1 + len(teks) // _HURUF_PER_BARIS)
            lembar.set_row(baris, tinggi)
            lembar.write_string(baris, 0, nama, gaya["bungkus_tebal"])
            lembar.write_string(baris, 1, teks, gaya["bungkus"])


def _tempat(
    kelurahan: Kelurahan, periode: Periode, isian: IsianFormulir
) -> dict[str, tuple[Nilai, str]]:
    hari = f"{tanggal(periode.start)} sampai {tanggal(periode.end)}"
    nama = isian.kelurahan or kelurahan.nama
    return {
        "kelurahan": (nama, f"Kode wilayah {kelurahan.kode}"),
        "kecamatan": (kecamatan()[kelurahan.kode_kecamatan].nama, ""),
        "periode": (str(periode), f"{periode.label}: {hari}"),
    }


def write_identitas(
    lembar: Worksheet,
    gaya: Gaya,
    kelurahan: Kelurahan,
    periode: Periode,
    kepala: Kepala,
    isian: IsianFormulir,
) -> None:
    """Writes the stamp, the place, the period and the kelurahan's own numbers."""
    setup_page(lembar, kepala)
    lembar.fit_to_pages(1, 1)
    lembar.set_column(0, 0, 30)
    lembar.set_column(1, 1, 28)
    lembar.set_column(2, 2, 46)
    atas = isian.perubahan.judul_tambahan.get("Identitas", ())
    write_title(lembar, gaya, "Identitas kelurahan dan periode", kepala, atas)
    baris = len(atas) + 2
    cap = formulir().stamp(contoh=kepala.contoh)
    lembar.write_string(baris, 0, cap, gaya["contoh" if kepala.contoh else "redup"])
    baris += 1
    tempat = _tempat(kelurahan, periode, isian)
    for kolom in formulir().sheet("Identitas").kolom():
        baris += 1
        lembar.set_row(baris, 48 if kolom.peran == "catatan" else 26)
        lembar.write_string(baris, 0, kolom.judul, gaya["label"])
        if kolom.peran == "isian":
            nilai, keterangan = tempat[kolom.nama]
            put(lembar, baris, 1, nilai, gaya["teks"])
        elif kolom.peran == "catatan":
            keterangan = "Hal lain yang perlu diketahui; jangan menulis nama orang."
            put(lembar, baris, 1, isian.catatan, gaya["teks"])
        else:
            v = variables()[kolom.nama]
            keterangan = v.help
            nilai = tulisan(v, isian.nilai.get(v.name))
            put(lembar, baris, 1, nilai, gaya.untuk(v.type))
            lembar.data_validation(baris, 1, baris, 1, aturan(v, kepala.paling_akhir))
        lembar.write_string(baris, 2, keterangan, gaya["redup_bungkus"])
