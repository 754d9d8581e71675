"""What a file is, judged by its bytes and never by its name."""

import struct
import zipfile
from typing import NoReturn

from loaders.formats.csv_text import decode, looks_utf16
from loaders.formats.ole import TANDA as OLE
from loaders.formats.ole import Ole
from loaders.formats.package import check_package, locked
from loaders.formats.package import open_package as open_package
from loaders.formats.package import part as part
from loaders.formats.unreadable import UnreadableError

_BUKAN = (
    (b"%PDF", "berkas PDF"),
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
    (b"MZ", "program komputer"),
    (b"\x4c\0\0\0\x01\x14\x02\0", "pintasan ke berkas lain, bukan berkasnya"),
    (b"SQLite format 3", "basis data"),
    (b"ID;P", "lembar kerja SYLK"),
)
_AWAL_TEKS = (
    ("[internetshortcut]", "tautan ke sebuah alamat web"),
    ("[desktop entry]", "pintasan ke berkas lain"),
    ("begin:vcard", "kartu nama"),
    ("{", "berkas JSON"),
)
_SURAT = ("received:", "from:", "to:", "subject:", "return-path:", "delivered-to:",
          "mime-version:", "date:", "message-id:", "x-")  # fmt: skip
_BIFF_LAMA = (b"\x09\0\x04\0", b"\x09\x02\x06\0", b"\x09\x04\x06\0", b"\x09\x08\x08\0",
              b"\x09\x08\x10\0")  # fmt: skip
_ODF = "application/vnd.oasis.opendocument."
_ODF_LAIN = {
    "text": "dokumen teks LibreOffice",
    "presentation": "presentasi LibreOffice",
    "graphics": "gambar LibreOffice",
    "chart": "grafik LibreOffice",
    "database": "basis data LibreOffice",
}
_SIMPAN_ULANG = "Buka dengan Excel atau LibreOffice, simpan sebagai .xlsx, lalu kirim."
_SALIN = "Salin isinya ke Formulir UP2K (.xlsx), lalu kirim formulir itu."
_UNDUH_DULU = "Unduh dahulu sebagai berkas .xlsx, lalu kirim berkas itu."
_TERKUNCI = "EncryptedPackage".encode("utf-16-le")
_NUL_DILIHAT, _KENDALI_WAJAR = 4096, 2


def _not_a_sheet(apa: str, saran: str = "") -> NoReturn:
    kalimat = f"Berkas ini {apa}, bukan lembar kerja Excel, LibreOffice, atau CSV."
    raise UnreadableError("berkas_bukan_lembar_kerja", kalimat, saran)


def sniff(data: bytes, paket: zipfile.ZipFile | None = None) -> str:
    """The format of a file: xlsx, xlsb, ods, fods, xls, html, xml or csv.

    `paket` are its parts. Raises UnreadableError for anything else, and for a file that
    is empty, locked, broken or must not be opened.

    >>> sniff(b"a;b\\n1;2\\n"), sniff(b"<html><table><tr><td>1</table>")
    ('csv', 'html')
    """
    if not data.strip(b"\0 \r\n\t"):
        raise UnreadableError("berkas_kosong", "Berkas kosong: tidak ada isinya.")
    if data.startswith(OLE):
        return _ole(data)
    if paket:
        return _zip(data, paket)
    if data.startswith(_BIFF_LAMA):
        _not_a_sheet("lembar kerja Excel yang sangat lama", _SIMPAN_ULANG)
    for awal, apa in _BUKAN:
        if data.startswith(awal) and not (len(awal) == 2 and data[:20].isascii()
                                          and b"\0" not in data[:200]):  # fmt: skip
            _not_a_sheet(apa, _SALIN)
    if data[4:8] == b"ftyp":
        _not_a_sheet("foto atau video", _SALIN)
    return _text(data)


def _ole(data: bytes) -> str:
    try:
        isi = Ole(data).streams
    except (ValueError, struct.error, IndexError):
        isi = {}
    if "EncryptedPackage" in isi or (not isi and _TERKUNCI in data):
        locked()
    if "Workbook" in isi or "Book" in isi:
        return "xls"
    if "WordDocument" in isi or "PowerPoint Document" in isi:
        _not_a_sheet("dokumen Word atau PowerPoint lama", _SALIN)
    if any(n.startswith("__properties_version") for n in isi):
        _not_a_sheet("surat Outlook", "Simpan lampirannya, lalu kirim lampiran itu.")
    if isi:
        _not_a_sheet("dokumen lama yang tidak dikenal", _SALIN)
    raise UnreadableError(
        "berkas_rusak", "Berkas Excel lama (.xls) ini terpotong atau rusak."
    )


def _zip(data: bytes, paket: zipfile.ZipFile) -> str:
    check_package(data, paket)
    isi = set(paket.namelist())
    if "xl/workbook.bin" in isi:
        return "xlsb"
    if any(n.startswith("xl/") for n in isi):
        return "xlsx"
    if "content.xml" in isi:
        return _odf(paket)
    if any(n.startswith(("word/", "ppt/", "visio/")) for n in isi):
        _not_a_sheet("dokumen Word atau PowerPoint", _SALIN)
    if any(n.endswith(".iwa") for n in isi) or "Index.zip" in isi:
        _not_a_sheet(
            "dokumen Apple (Numbers, Pages, atau Keynote)",
            "Di Numbers pilih Berkas, Ekspor ke, Excel, lalu kirim hasilnya.",
        )
    _not_a_sheet(
        f"arsip ZIP berisi {len(isi)} berkas",
        "Keluarkan isinya dari ZIP, lalu kirim berkas formulirnya satu per satu.",
    )


def _odf(paket: zipfile.ZipFile) -> str:
    manifes = "META-INF/manifest.xml"
    if manifes in paket.NameToInfo and b"encryption-data" in paket.read(manifes):
        locked()
    jenis = ""
    if "mimetype" in paket.NameToInfo:
        jenis = paket.read("mimetype").decode("ascii", "replace").strip()
    apa = _ODF_LAIN.get(jenis.removeprefix(_ODF).removesuffix("-template"))
    if apa:
        _not_a_sheet(apa, _SALIN)
    if jenis.startswith("application/vnd.sun.xml."):
        _not_a_sheet("dokumen OpenOffice 1 yang sangat lama", _SIMPAN_ULANG)
    return "ods"


def _text(data: bytes) -> str:
    if not looks_utf16(data) and _binary(data):
        _not_a_sheet("berkas yang tidak dikenal", _SALIN)
    kepala = decode(data[:_NUL_DILIHAT]).lstrip("\ufeff \r\n\t").lower()
    if (
        "urn:schemas-microsoft-com:office:spreadsheet" in kepala
        and kepala[0] == "<"
        and "<html" not in kepala
    ):
        return "xml"
    if kepala.startswith("<") and "opendocument:xmlns:office" in kepala:
        return "fods"
    if kepala.startswith(
        ("<!doctype html", "<html", "<table", "<div", "<meta", "<style")
    ):
        return "html"
    if "<html" in kepala or "<table" in kepala:
        if kepala.startswith(_SURAT):
            _not_a_sheet("halaman web satu berkas (MHTML)", _SIMPAN_ULANG)
        return "html"
    if kepala.startswith(("<?xml", "<svg")):
        _not_a_sheet("berkas XML yang tidak dikenal", _SIMPAN_ULANG)
    _other_text(kepala)
    return "csv"


def _binary(data: bytes) -> bool:
    """Whether bytes are no text: control characters that nobody types."""
    awal = data[:_NUL_DILIHAT]
    kendali = sum(b < 9 or 13 < b < 27 for b in awal.rstrip(b"\0"))
    return kendali > max(_KENDALI_WAJAR, len(awal) // 100)


def _other_text(kepala: str) -> None:
    """Refuses texts that are something else than a table."""
    if "docs.google.com" in kepala and kepala.startswith("{"):
        _not_a_sheet("pintasan ke Google Spreadsheet, bukan berkasnya", _UNDUH_DULU)
    for awal, apa in _AWAL_TEKS:
        if kepala.startswith(awal):
            _not_a_sheet(apa, _UNDUH_DULU if "tautan" in apa else _SALIN)
    baris = kepala.splitlines()[:3]
    if len(baris) == 3 and all(b.startswith((*_SURAT, " ", "\t")) for b in baris):
        _not_a_sheet("surel", "Simpan lampirannya, lalu kirim lampiran itu.")
