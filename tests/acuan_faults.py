"""One spoilt workbook of rules for each kind of finding that only such a one has."""

# ruff: noqa: E501 (sentences stand as the sender reads them)
import datetime as dt

from loaders.acuan.write import sheet_names
from reference.acuan import bawaan
from tests.acuan_books import Buku
from tests.faults import HARI_INI, Fault

KOTA, PERIODE = "35.74", "2026-T4"
PENDIRI, PAKET, RENCANA = (sheet_names()[n] for n in ("pendiri", "paket", "rencana"))

BARU = f"A{7 + len(bawaan().entries('rencana'))}"
"""Where the first new row of the plan's limits stands."""


def _book() -> Buku:
    return Buku(hari=HARI_INI)


def _only_guide() -> bytes:
    buku = _book()
    for nama in sheet_names().values():
        if nama != PENDIRI:
            del buku.isi[nama]
    buku.isi[PENDIRI]["A1"].value = "ACUAN UP2K/1/daftar_lama"
    return buku.write()


def _no_heading() -> bytes:
    buku = _book()
    buku.isi[PENDIRI]["A6"].value = None
    return buku.write()


ACUAN_FAULTS: dict[str, Fault] = {
    "isi_acuan_tidak_sesuai": Fault(
        lambda: _book().isikan("paket", "bantu_lapor", "Anggapan peluang berhasil (%)", 1.4).write(),
        f"Lembar {PAKET}, sel E7: Anggapan peluang berhasil (%) “1.4” tidak boleh lebih dari 1. Perbaiki sel itu, lalu kirim ulang.",
        PAKET, "E7", kode=KOTA, periode=PERIODE,
    ),
    "masa_acuan_terbalik": Fault(
        lambda: _book().isikan("pendiri", "pendiri_primer", "Berlaku sampai", dt.date(1990, 1, 1)).write(),
        f"Lembar {PENDIRI}, sel H7: berlaku sampai 1 Januari 1990, sebelum berlaku sejak 21 Oktober 1992. Perbaiki salah satu tanggalnya, lalu kirim ulang.",
        PENDIRI, "H7", kode=KOTA, periode=PERIODE,
    ),
    "kode_acuan_ganda": Fault(
        lambda: _book().tambah("rencana", Kode="pagu", Nama="Pagu", Nilai=3).write(),
        f"Lembar {RENCANA}, sel A7 dan {BARU}: “pagu” ditulis 2 kali dengan hari yang sama. Hapus salah satu baris, atau bedakan tanggal Berlaku sejak.",
        RENCANA, "A7", (BARU,), kode=KOTA, periode=PERIODE,
    ),
    "masa_acuan_bertumpang": Fault(
        lambda: _book().isikan("pendiri", "pendiri_primer", "Berlaku sampai", dt.date(2021, 12, 31)).write(),
        f"Lembar {PENDIRI}, sel H7 dan G8: “Pendiri koperasi primer” berlaku sampai 31 Desember 2021, padahal yang berikutnya mulai 2 November 2020. Samakan Berlaku sampai dengan sehari sebelum penggantinya mulai.",
        PENDIRI, "H7", ("G8",), kode=KOTA, periode=PERIODE,
    ),
    "penetap_bukan_lembaga": Fault(
        lambda: _book().isikan("pendiri", "pendiri_primer", "Ditetapkan oleh", "Ibu Siti Aminah").write(),
        f"Lembar {PENDIRI}, sel F7: yang menetapkan tidak dikenal sebagai lembaga, sehingga tidak disimpan. Tulis lembaganya, misalnya Pokja II TP PKK.",
        PENDIRI, "F7", kode=KOTA, periode=PERIODE,
    ),
    "judul_acuan_hilang": Fault(
        _no_heading,
        f"Lembar {PENDIRI}: judul kolom Kode dan Nama tidak ditemukan. Kembalikan judul kolomnya, atau unduh lagi Acuan UP2K.",
        PENDIRI, kode=KOTA, periode=PERIODE,
    ),
    "acuan_kosong": Fault(
        _only_guide,
        "Tidak ada satu daftar pun. Unduh lagi Acuan UP2K dari halaman Definisi, ubah yang perlu, lalu kirim ulang.",
        kode=KOTA, periode=PERIODE,
    ),
}  # fmt: skip
