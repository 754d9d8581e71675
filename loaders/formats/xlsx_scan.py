"""A quick look into the parts of an xlsx for what calamine does not tell.

Calamine gives a cell with an error, or with a formula that was never worked out, as
blank, and sets aside memory for every cell between the first and the last: all this is
seen here before it opens the file. Only what office programs really write is
understood; a sheet written in another way is irregular and is first written anew
(`xlsx_normal`).
"""

import posixpath
import re
import zipfile
from functools import cache, lru_cache
from html import unescape

from loaders.cells.personal import mask, may_hold
from loaders.formats.grid import column_number
from loaders.formats.package import part
from loaders.formats.seen import Amatan, Jangkauan, refuse_far
from loaders.formats.xml_parts import parse, plain

CATATAN = re.compile(r"xl/(?:comments|threadedComments/).*\.xml")
_TEKS_BERSAMA = "xl/sharedStrings.xml"
_TANDA_XML = re.compile(r"<(?!/si>)[^>]*>")
LEMBAR = re.compile(r"xl/worksheets/[^/]+\.xml", re.I)
_BARIS_WAJAR = 3000
_SEL_BIASA = re.compile(rb'<c r="[A-Z]{1,3}[1-9]\d*"(?: \w+="[^"]*")*/?>')
_ALAMAT = re.compile(rb'<c r="([A-Z]{1,3})(\d+)"')
_SEL_GALAT = re.compile(
    rb'<c r="([A-Z]{1,3})(\d+)"(?=[^>]*\bt="e")[^>]*>'
    rb"(?:(?!</c>).)*?<v>([^<]*)<",
    re.S,
)
# The result of a formula that gives an empty text is blank, and rightly so; so is the
# form's own formula that repeats a name which is not there yet.
_TANPA_HASIL = re.compile(
    rb'><f(?<!t="str"><f)(?:[^>]*/>|[^>]*>(?!IF\(Kelompok!)([^<]*)</f>)'
    rb"(?:</c>|<v/></c>|<v></v></c>)"
)
_BARIS_SEMBUNYI = re.compile(rb'<row (?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
_KOLOM_SEMBUNYI = re.compile(rb"<col [^>]*>")
_ATRIBUT = re.compile(rb'\s([\w:]+)="([^"]*)"')
_HUBUNGAN = re.compile(rb'<Relationship (?:[^>"]|"[^"]*")*>')
_SHEET = re.compile(rb'<sheet (?:[^>"]|"[^"]*")*>')
_REL, _BUKU = "xl/_rels/workbook.xml.rels", "xl/workbook.xml"
_KURUNG = ord("<")
_KOLOM_TERBANYAK = 16_384


def scan(data: bytes, paket: zipfile.ZipFile) -> dict[str, Amatan] | None:
    """What is seen in every sheet that has something to tell; None for irregular ones.

    Raises UnreadableError when a sheet reaches so far that it cannot be a form.
    """
    amatan: dict[str, Amatan] = {}
    ada = False
    for info in paket.infolist():
        bagian = info.filename
        if not LEMBAR.fullmatch(bagian):
            continue
        xml = part(data, info)
        if not _regular(xml):
            return None
        ada = True
        _check_reach(xml, bagian, paket)
        if satu := look(xml):
            amatan[bagian] = satu
    nama = sheet_names(paket) if amatan else {}
    dikenal = {nama.get(bagian, bagian): isi for bagian, isi in amatan.items()}
    return dikenal if ada else None


def _regular(xml: bytes) -> bool:
    """Whether a sheet is written the way office programs write it."""
    if not plain(xml) or (b"[" in xml and b"<![CDATA[" in xml) or _commented(xml):
        return False
    pertama = xml.find(b"<c ")
    if pertama < 0:
        return b"<row" in xml or b"sheetData" not in xml or b"<sheetData" in xml
    return _SEL_BIASA.match(xml, pertama) is not None


def _commented(xml: bytes) -> bool:
    """Whether a part holds a comment; looks at every ! alone, which is fast."""
    tanda = xml.find(b"!")
    while tanda >= 0:
        if xml[tanda - 1] == _KURUNG:
            return True
        tanda = xml.find(b"!", tanda + 1)
    return False


def look(xml: bytes) -> Amatan:
    """What is seen in one sheet that is written regularly."""
    amatan = Amatan()
    # The text of every error begins with #, a byte that is looked for fastest.
    if b"#" in xml and b't="e"' in xml:
        amatan.galat = [
            (*_place(k, b), v.decode()) for k, b, v in _SEL_GALAT.findall(xml)
        ]
    if b"<f" in xml:
        amatan.tanpa_hasil = _without_result(xml)
    if b"hidden" in xml and (b'hidden="1"' in xml or b'hidden="true"' in xml):
        amatan.baris = [int(b) - 1 for b in _BARIS_SEMBUNYI.findall(xml)]
        amatan.kolom = _hidden_columns(xml)
    return amatan


def _place(huruf: bytes, baris: bytes) -> tuple[int, int]:
    return int(baris) - 1, _column(huruf)


@cache
def _column(huruf: bytes) -> int:
    return column_number(huruf.decode())


def _without_result(xml: bytes) -> list[tuple[int, int, str]]:
    hasil = []
    for cocok in _TANPA_HASIL.finditer(xml):
        awal = cocok.start()
        alamat = _ALAMAT.match(xml, xml.rfind(b"<c ", 0, awal))
        if alamat and xml.find(b' t="str"', alamat.end(), awal) < 0:
            rumus = (cocok[1] or b"").decode("utf-8", "replace")
            hasil.append((*_place(alamat[1], alamat[2]), f"={rumus}"))
    return hasil


def _hidden_columns(xml: bytes) -> list[int]:
    hasil: list[int] = []
    for tanda in _KOLOM_SEMBUNYI.findall(xml, 0, xml.find(b"<sheetData")):
        isi = dict(_ATRIBUT.findall(tanda))
        if isi.get(b"hidden") in (b"1", b"true"):
            akhir = min(int(isi[b"max"]), _KOLOM_TERBANYAK)
            hasil += range(int(isi[b"min"]) - 1, akhir)
    return hasil


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
    """Refuses a sheet whose last filled cells are far away from any table."""
    nilai = xml.rfind(b"<v>")
    terakhir = _ref_before(xml, max(nilai, xml.rfind(b"<is>", max(nilai, 0))))
    if terakhir is None or terakhir[0] < _BARIS_WAJAR:
        return
    jauh = Jangkauan()
    akhir = xml.find(b"</row>")
    while akhir >= 0:
        awal, akhir = akhir, xml.find(b"</row>", akhir + 6)
        if letak := _ref_before(xml, awal):
            jauh.add(*letak)
    refuse_far([(sheet_names(paket).get(bagian, bagian), jauh)])


def _ref_before(xml: bytes, tempat: int) -> tuple[int, int] | None:
    """The address of the last cell that begins before a place."""
    if tempat < 0:
        return None
    cocok = _ALAMAT.match(xml, max(xml.rfind(b"<c ", 0, tempat), 0))
    return _place(cocok[1], cocok[2]) if cocok else None


def sheet_names(paket: zipfile.ZipFile) -> dict[str, str]:
    """The name of every sheet by the part that holds it."""
    return _names(paket.read(_REL), paket.read(_BUKU))


@lru_cache(maxsize=64)
def _names(rel: bytes, buku: bytes) -> dict[str, str]:
    if not (plain(rel) and plain(buku) and _SHEET.search(buku)):
        return _parsed_names(rel, buku)
    target = {}
    for hubungan in _HUBUNGAN.findall(rel):
        isi = dict(_ATRIBUT.findall(hubungan))
        target[isi.get(b"Id")] = unescape(isi.get(b"Target", b"").decode())
    hasil = {}
    for lembar in _SHEET.findall(buku):
        isi = dict(_ATRIBUT.findall(lembar))
        tuju = next((v for k, v in isi.items() if k.endswith(b":id")), b"")
        nama = unescape(isi.get(b"name", b"").decode())
        hasil[part_path(target.get(tuju, ""))] = nama
    return hasil


def _parsed_names(rel: bytes, buku: bytes) -> dict[str, str]:
    """The same, of parts that are written in another way."""
    target = {h.get("Id"): h.get("Target", "") for h in parse(rel, _REL)}
    hasil = {}
    for lembar in parse(buku, _BUKU).iter():
        if lembar.tag.endswith("}sheet"):
            tuju = next((v for k, v in lembar.items() if k.endswith("}id")), "")
            hasil[part_path(target.get(tuju, ""))] = lembar.get("name", "")
    return hasil


@cache
def part_path(target: str) -> str:
    """The part to which a relationship of the workbook leads.

    >>> part_path("worksheets/sheet1.xml"), part_path("/xl/./worksheets/sheet1.xml")
    ('xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml')
    """
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
