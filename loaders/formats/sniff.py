"""What a file is, judged by its bytes and never by its name."""

import struct
import zipfile

from loaders.formats.csv_text import decode, looks_utf16
from loaders.formats.ole import TANDA as OLE
from loaders.formats.ole import Ole
from loaders.formats.package import RUSAK, check_package, locked
from loaders.formats.package import open_package as open_package
from loaders.formats.package import part as part
from loaders.formats.strangers import (
    LAMPIRAN,
    SALIN,
    is_mail,
    not_a_sheet,
    refuse_binary,
    refuse_text,
    unreadable_here,
)
from loaders.formats.unreadable import UnreadableError

_ODF = "application/vnd.oasis.opendocument."
_ODF_LAIN = {
    "text": "dokumen teks LibreOffice",
    "presentation": "presentasi LibreOffice",
    "graphics": "gambar LibreOffice",
    "chart": "grafik LibreOffice",
    "database": "basis data LibreOffice",
}
_TERKUNCI = "EncryptedPackage".encode("utf-16-le")
_NUL_DILIHAT, _KENDALI_WAJAR = 4096, 2


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
        try:
            return _zip(data, paket)
        except RUSAK as sebab:
            raise UnreadableError(
                "berkas_rusak", "Isi berkas rusak, sehingga tidak dapat dibaca."
            ) from sebab
    refuse_binary(data)
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
        not_a_sheet("dokumen Word atau PowerPoint lama")
    if any(n.startswith("__properties_version") for n in isi):
        not_a_sheet("surat Outlook", LAMPIRAN)
    if isi:
        not_a_sheet("dokumen Office lama")
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
        not_a_sheet("dokumen Word atau PowerPoint")
    if any(n.endswith(".iwa") for n in isi) or "Index.zip" in isi:
        not_a_sheet(
            "dokumen Apple (Numbers, Pages, atau Keynote)",
            "Di Numbers pilih Berkas, Ekspor ke, Excel, lalu kirim hasilnya.",
        )
    not_a_sheet(
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
        not_a_sheet(apa)
    if jenis.startswith("application/vnd.sun.xml."):
        unreadable_here("dokumen OpenOffice yang sangat lama")
    return "ods"


def _text(data: bytes) -> str:
    if not looks_utf16(data) and _binary(data):
        raise UnreadableError(
            "berkas_bukan_lembar_kerja",
            "Isi berkas ini tidak dikenal; bukan lembar kerja Excel, LibreOffice, "
            "atau CSV.",
            SALIN,
        )
    kepala = decode(data[:_NUL_DILIHAT]).lstrip("\ufeff \r\n\t").lower()
    if (
        "urn:schemas-microsoft-com:office:spreadsheet" in kepala
        and kepala[0] == "<"
        and "<html" not in kepala
    ):
        return "xml"
    if kepala.startswith("<") and "opendocument:xmlns:office" in kepala:
        if "opendocument.spreadsheet" not in kepala:
            not_a_sheet("dokumen LibreOffice")
        return "fods"
    if kepala.startswith(
        ("<!doctype html", "<html", "<table", "<div", "<meta", "<style")
    ):
        return "html"
    if "<html" in kepala or "<table" in kepala:
        if is_mail(kepala):
            unreadable_here("halaman web dalam bentuk surel (MHTML)")
        return "html"
    if kepala.startswith(("<?xml", "<svg")):
        not_a_sheet("berkas XML")
    refuse_text(kepala)
    return "csv"


def _binary(data: bytes) -> bool:
    """Whether bytes are no text: control characters that nobody types."""
    awal = data[:_NUL_DILIHAT]
    kendali = sum(b < 9 or 13 < b < 27 for b in awal.rstrip(b"\0"))
    return kendali > max(_KENDALI_WAJAR, len(awal) // 100)
