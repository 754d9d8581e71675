"""What a file is, judged by its bytes and never by its name."""

import io
import struct
import zipfile
import zlib
from typing import NoReturn

from loaders.formats.unreadable import UnreadableError

MAX_TERBUKA = 200 * 2**20
MAX_NISBAH = 200
_NISBAH_MULAI = 20 * 2**20

_PANJANG = struct.Struct("<HH")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BUKAN = (
    (b"%PDF", "berkas PDF"),
    (b"\x89PNG", "gambar (PNG)"),
    (b"\xff\xd8\xff", "foto (JPEG)"),
    (b"{\\rtf", "dokumen RTF"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7z"),
)
_SIMPAN_ULANG = "Buka dengan Excel atau LibreOffice, simpan sebagai .xlsx, lalu kirim."


def _not_a_sheet(apa: str, saran: str = "") -> NoReturn:
    kalimat = f"Berkas ini {apa}, bukan lembar kerja Excel, LibreOffice, atau CSV."
    raise UnreadableError("berkas_bukan_lembar_kerja", kalimat, saran)


def open_package(data: bytes) -> zipfile.ZipFile | None:
    """The parts of a file that is a ZIP package; None when it is none.

    Raises UnreadableError when the package is broken.
    """
    if not data.startswith(b"PK"):
        return None
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, EOFError, ValueError) as sebab:
        raise UnreadableError(
            "berkas_rusak", "Berkas terpotong atau rusak, sehingga tidak dapat dibuka."
        ) from sebab


def part(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The content of one part of a package, without the care that files on disk need.

    Never more than the package said; raises ValueError or zlib.error when broken.
    """
    nama, tambahan = _PANJANG.unpack_from(data, info.header_offset + 26)
    awal = info.header_offset + 30 + nama + tambahan
    mentah = data[awal : awal + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        return mentah
    if info.compress_type != zipfile.ZIP_DEFLATED:
        raise ValueError(info.filename)
    return zlib.decompressobj(-15).decompress(mentah, info.file_size)


def sniff(data: bytes, paket: zipfile.ZipFile | None = None) -> str:
    """The format of a file: xlsx, xlsb, ods, xls or csv; `paket` are its parts.

    Raises UnreadableError for anything else, and for a file that is empty, locked,
    broken or that would grow beyond `MAX_TERBUKA` bytes when opened.

    >>> sniff(b"a;b\\n1;2\\n")
    'csv'
    """
    if not data.strip(b"\0 \r\n\t"):
        raise UnreadableError("berkas_kosong", "Berkas kosong: tidak ada isinya.")
    if data.startswith(_OLE):
        return _ole(data)
    if paket:
        return _zip(paket, len(data))
    for awal, apa in _BUKAN:
        if data.startswith(awal):
            _not_a_sheet(apa, "Kirim Formulir UP2K dalam bentuk .xlsx.")
    return _text(data)


def _ole(data: bytes) -> str:
    def holds(nama: str) -> bool:
        return nama.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        locked()
    if holds("WordDocument") or holds("PowerPoint Document"):
        _not_a_sheet("dokumen Word atau PowerPoint lama")
    if holds("Workbook") or holds("Book"):
        return "xls"
    raise UnreadableError(
        "berkas_rusak", "Berkas Excel lama (.xls) ini terpotong atau rusak."
    )


def locked() -> NoReturn:
    """Raises the finding of a file with a password."""
    raise UnreadableError("berkas_terkunci", "Berkas terkunci kata sandi.")


def _zip(paket: zipfile.ZipFile, padat: int) -> str:
    isi = {i.filename: i.file_size for i in paket.infolist()}
    _check_size(sum(isi.values()), padat)
    manifes = "META-INF/manifest.xml"
    if manifes in isi and b"encryption-data" in paket.read(manifes):
        locked()
    if "xl/workbook.bin" in isi:
        return "xlsb"
    if any(n.startswith("xl/") for n in isi):
        return "xlsx"
    if "content.xml" in isi:
        return "ods"
    if any(n.startswith(("word/", "ppt/")) for n in isi):
        _not_a_sheet("dokumen Word atau PowerPoint")
    _not_a_sheet(
        f"arsip ZIP berisi {len(isi)} berkas",
        "Keluarkan isinya dari ZIP, lalu kirim berkas formulirnya satu per satu.",
    )


def _check_size(terbuka: int, padat: int) -> None:
    berlebihan = terbuka > _NISBAH_MULAI and terbuka > MAX_NISBAH * padat
    if terbuka > MAX_TERBUKA or berlebihan:
        raise UnreadableError(
            "berkas_terlalu_besar",
            f"Isi berkas menjadi {terbuka // 2**20} MB bila dibuka; sebuah formulir "
            "tidak pernah sebesar itu.",
        )


def _text(data: bytes) -> str:
    kepala = data[:2048].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in kepala:
        _not_a_sheet("lembar kerja XML Excel 2003", _SIMPAN_ULANG)
    if (
        kepala.startswith((b"<!doctype html", b"<html", b"<table"))
        or b"<html" in kepala
    ):
        _not_a_sheet("halaman web (HTML)", _SIMPAN_ULANG)
    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if not utf16 and b"\0" in data[:4096]:
        _not_a_sheet("berkas yang tidak dikenal")
    return "csv"
