"""What people send that is no sheet at all, and what to tell them."""

from typing import NoReturn

from loaders.formats.unreadable import UnreadableError

_BUKAN = (
    (b"%PDF", "dokumen PDF"),
    (b"\x89PNG", "gambar (PNG)"),
    (b"\xff\xd8\xff", "foto (JPEG)"),
    (b"GIF8", "gambar (GIF)"),
    (b"BM", "gambar (BMP)"),
    (b"II*\0", "gambar (TIFF)"),
    (b"MM\0*", "gambar (TIFF)"),
    (b"{\\rtf", "dokumen RTF"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7z"),
    (b"\x1f\x8b", "arsip GZIP"),
    (b"MZ\x90", "program komputer"),
    (b"SQLite format 3", "basis data"),
)
_PINTASAN_WINDOWS = b"\x4c\0\0\0\x01\x14\x02\0"
_PINTASAN = ("[internetshortcut]", "[desktop entry]")
_AWAL_TEKS = (
    ("begin:vcard", "kartu nama"),
    ("{", "berkas JSON"),
)
_SURAT = ("received:", "from:", "to:", "subject:", "return-path:", "delivered-to:",
          "mime-version:", "date:", "message-id:", "x-")  # fmt: skip
_BIFF_LAMA = (b"\x09\0\x04\0", b"\x09\x02\x06\0", b"\x09\x04\x06\0", b"\x09\x08\x08\0",
              b"\x09\x08\x10\0")  # fmt: skip
SIMPAN_ULANG = "Buka dengan Excel atau LibreOffice, simpan sebagai .xlsx, lalu kirim."
SALIN = "Salin isinya ke Formulir UP2K (.xlsx), lalu kirim formulir itu."
UNDUH_DULU = "Unduh dahulu sebagai berkas .xlsx, lalu kirim berkas itu."
LAMPIRAN = "Simpan lampirannya, lalu kirim lampiran itu."


def not_a_sheet(apa: str, saran: str = SALIN) -> NoReturn:
    """Raises the finding of a file that is something else."""
    kalimat = f"Berkas ini {apa}, bukan lembar kerja Excel, LibreOffice, atau CSV."
    raise UnreadableError("berkas_bukan_lembar_kerja", kalimat, saran)


def unreadable_here(apa: str) -> NoReturn:
    """Raises the finding of a sheet of a kind that is not read."""
    kalimat = f"Berkas ini {apa}, yang tidak dapat dibaca di sini."
    raise UnreadableError("berkas_bukan_lembar_kerja", kalimat, SIMPAN_ULANG)


def _shortcut(ke: str) -> NoReturn:
    kalimat = f"Berkas ini hanya pintasan ke {ke}, bukan berkasnya sendiri."
    raise UnreadableError("berkas_bukan_lembar_kerja", kalimat, UNDUH_DULU)


def refuse_binary(data: bytes) -> None:
    """Refuses a file that begins like something else than text or a workbook.

    >>> refuse_binary(b"Kas;Bank")
    """
    if data.startswith(_BIFF_LAMA):
        unreadable_here("lembar kerja Excel yang sangat lama")
    if data.startswith(_PINTASAN_WINDOWS):
        _shortcut("berkas lain")
    for awal, apa in _BUKAN:
        if data.startswith(awal) and not (len(awal) == 2 and data[:200].isascii()):
            not_a_sheet(apa)
    if data[4:8] == b"ftyp":
        not_a_sheet("foto atau video")


def refuse_text(kepala: str) -> None:
    """Refuses a text that is something else than a table; `kepala` in lower case.

    >>> refuse_text("kas;bank")
    """
    if "docs.google.com" in kepala and kepala.startswith("{"):
        _shortcut("Google Spreadsheet")
    if kepala.startswith(_PINTASAN):
        _shortcut("tempat lain")
    if kepala.startswith("id;p"):
        unreadable_here("lembar kerja SYLK")
    for awal, apa in _AWAL_TEKS:
        if kepala.startswith(awal):
            not_a_sheet(apa)
    baris = kepala.splitlines()[:3]
    if len(baris) == 3 and all(b.startswith((*_SURAT, " ", "\t")) for b in baris):
        not_a_sheet("surel", LAMPIRAN)


def is_mail(kepala: str) -> bool:
    """Whether a text in lower case begins with the headings of a letter.

    >>> is_mail("from: a@b.c"), is_mail("kas;bank")
    (True, False)
    """
    return kepala.startswith(_SURAT)
