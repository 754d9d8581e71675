"""A quick look into the parts of an xlsx for what calamine does not tell.

Calamine gives a cell with an error as blank, and sets aside memory for every cell
between the first and the last: both are seen here before it opens the file.
"""

import re
import zipfile
from xml.etree import ElementTree

from loaders.cells.personal import mask, may_hold
from loaders.formats.grid import column_letters, column_number
from loaders.formats.sniff import part
from loaders.formats.unreadable import UnreadableError

MAX_SEL = 2_000_000

CATATAN = re.compile(r"xl/(?:comments|threadedComments/).*\.xml")
_TEKS_BERSAMA = "xl/sharedStrings.xml"
_TANDA_XML = re.compile(r"<(?!/si>)[^>]*>")
_LEMBAR = re.compile(r"xl/worksheets/[^/]+\.xml")
_BARIS = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"')
_BARIS_WAJAR = 3000
_SEL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_SEL_GALAT = re.compile(
    rb'<(?:\w+:)?c\b(?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>'
    rb"(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<",
    re.S,
)
_NS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

Errors = dict[str, list[tuple[int, int, str]]]


def scan(data: bytes, paket: zipfile.ZipFile) -> Errors:
    """The error cells of every sheet: (row, column, text), both from 0.

    Raises UnreadableError when a sheet reaches so far that it cannot be a form.
    """
    galat: dict[str, list[tuple[int, int, str]]] = {}
    for info in paket.infolist():
        bagian = info.filename
        if not _LEMBAR.fullmatch(bagian):
            continue
        xml = part(data, info)
        _check_reach(xml, bagian, paket)
        # The text of every error begins with #, a byte that is looked for fastest.
        if b"#" in xml and b't="e"' in xml:
            galat[bagian] = [
                (int(b) - 1, column_number(k.decode()), v.decode())
                for k, b, v in _SEL_GALAT.findall(xml)
            ]
    nama = sheet_names(paket) if galat else {}
    return {nama.get(bagian, bagian): isi for bagian, isi in galat.items()}


def may_hold_personal(data: bytes, paket: zipfile.ZipFile) -> bool:
    """Whether any text of the workbook could hold a NIK or a telephone number.

    Looks at the shared texts alone, in which Excel, LibreOffice and WPS keep all text
    that was typed; a package without them is not judged.
    """
    teks = next((i for i in paket.infolist() if i.filename == _TEKS_BERSAMA), None)
    if teks is None:
        return True
    xml = part(data, teks).decode("utf-8", errors="replace")
    return may_hold(_TANDA_XML.sub("", xml) if "<r>" in xml else xml)


def personal_notes(data: bytes, paket: zipfile.ZipFile) -> bool:
    """Whether a note on a cell holds a NIK or a telephone number."""
    for info in paket.infolist():
        if CATATAN.fullmatch(info.filename):
            teks = _TANDA_XML.sub("", part(data, info).decode("utf-8", "replace"))
            if mask(teks) != teks:
                return True
    return False


def _check_reach(xml: bytes, bagian: str, paket: zipfile.ZipFile) -> None:
    """Refuses a sheet whose last cells are far away from any table."""
    akhir = xml.rfind(b"<row ")
    if akhir < 0:
        akhir = xml.rfind(b":row ")
    terakhir = _BARIS.search(xml, max(akhir - 40, 0)) if akhir >= 0 else None
    baris = int(terakhir[1]) if terakhir else 0
    if baris <= _BARIS_WAJAR:
        return
    isi = [(column_number(k.decode()), int(b)) for k, b in _SEL.findall(xml)]
    kolom = max((k for k, _ in isi), default=0)
    baris = max((b for _, b in isi), default=0)
    if (kolom + 1) * baris > MAX_SEL:
        raise too_far(sheet_names(paket).get(bagian, bagian), baris, kolom + 1)


def too_far(lembar: str, baris: int, kolom: int) -> UnreadableError:
    """The error of a sheet that is filled far beyond any table."""
    sel = f"{column_letters(kolom - 1)}{baris}"
    return UnreadableError(
        "berkas_terlalu_besar",
        f"Lembar {lembar} terisi sampai sel {sel}, jauh di luar tabel formulir.",
        "Hapus isi yang jauh di bawah atau di kanan tabel, lalu kirim ulang.",
        lembar,
        sel,
    )


def sheet_names(paket: zipfile.ZipFile) -> dict[str, str]:
    """The name of every sheet by the part that holds it."""
    hubungan = ElementTree.fromstring(paket.read("xl/_rels/workbook.xml.rels"))
    target = {h.get("Id"): h.get("Target", "") for h in hubungan}
    buku = ElementTree.fromstring(paket.read("xl/workbook.xml"))
    hasil = {}
    for lembar in buku.iter():
        if lembar.tag.endswith("}sheet"):
            tuju = next((v for k, v in lembar.items() if k.endswith("}id")), "")
            bagian = target.get(tuju, "")
            jalur = bagian.lstrip("/") if bagian.startswith("/") else f"xl/{bagian}"
            hasil[jalur] = lembar.get("name", "")
    return hasil
