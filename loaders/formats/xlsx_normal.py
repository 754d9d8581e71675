"""The parts of an xlsx written anew, the plain way, when calamine cannot read them.

UTF-8, no comments, no CDATA, every cell with its address, error cells without their
error: nothing that a cell says is changed. What cannot be written anew has its cause
told, in its sheet and cell.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from loaders.formats.grid import column_letters, position
from loaders.formats.package import part
from loaders.formats.seen import Amatan, Jangkauan, refuse_far
from loaders.formats.unreadable import UnreadableError
from loaders.formats.xlsx_scan import look, part_path, sheet_names
from loaders.formats.xml_parts import parse

_AKAR, _REL = "_rels/.rels", "xl/_rels/workbook.xml.rels"
_BUKU, _TEKS = "xl/workbook.xml", "xl/sharedStrings.xml"
_DITULIS = re.compile(r"xl/(?:sharedStrings|styles)\.xml")
_JENIS = frozenset({"b", "d", "e", "inlineStr", "n", "s", "str"})
_KEADAAN = ("visible", "hidden", "veryHidden")
_NAMA_RUANG = re.compile(r"\{[^}]*\}")
Element = ElementTree.Element


def rewritten(data: bytes, paket: zipfile.ZipFile) -> tuple[bytes, dict[str, Amatan]]:
    """The package with its sheets, texts, styles and relations written anew.

    Also gives what is seen in every sheet that has something to tell.

    Raises UnreadableError with the cause, in sheet and cell where there is one.
    """
    isi = {i.filename: part(data, i) for i in paket.infolist()}
    for wajib in (_AKAR, _BUKU, _REL):
        if wajib not in isi:
            raise _missing(wajib)
    besar_kecil = {bagian.lower(): bagian for bagian in isi}
    teks, amatan = _texts(isi), {}
    for tujuan, lembar in sheet_names(paket).items():
        bagian = besar_kecil.get(tujuan.lower())
        if bagian is None:
            raise _missing(tujuan, lembar)
        akar = _root(isi[bagian], bagian, lembar)
        if _name(akar) != "worksheet":
            continue
        isi[bagian], satu = _sheet(akar, lembar, teks)
        if satu:
            amatan[lembar] = satu
    for bagian in (_AKAR, *filter(_DITULIS.fullmatch, list(isi))):
        isi[bagian] = _written(_root(isi[bagian], bagian))
    hubungan = _root(isi[_REL], _REL)
    isi[_BUKU] = _workbook(_root(isi[_BUKU], _BUKU), hubungan)
    isi[_REL] = _relations(hubungan)
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as tulis:
        for bagian, badan in isi.items():
            tulis.writestr(bagian, badan)
    return keluar.getvalue(), amatan


def _missing(bagian: str, lembar: str = "") -> UnreadableError:
    apa = f"isi lembar {lembar}" if lembar else f"bagian {bagian}"
    return UnreadableError(
        "berkas_rusak", f"Berkas tidak utuh: {apa} tidak ada di dalamnya."
    )


def _root(xml: bytes, bagian: str, lembar: str = "") -> Element:
    """The root of a part, all its names in the common name space."""
    try:
        akar = parse(xml, bagian)
    except (ElementTree.ParseError, ValueError, LookupError) as sebab:
        apa = f"Isi lembar {lembar}" if lembar else f"Bagian {bagian}"
        kalimat = f"{apa} terpotong atau rusak, sehingga tidak dapat dibaca."
        raise UnreadableError("berkas_rusak", kalimat) from sebab
    return akar


def _written(akar: Element) -> bytes:
    """A part as UTF-8 without prefixes before the names of the workbook's own."""
    ruang = akar.tag.partition("}")[0].removeprefix("{")
    if ruang:
        for unsur in akar.iter():
            if unsur.tag.startswith(f"{{{ruang}}}"):
                unsur.tag = unsur.tag.partition("}")[2]
        akar.set("xmlns", ruang)
    return ElementTree.tostring(akar, encoding="UTF-8", xml_declaration=True)


def _texts(isi: dict[str, bytes]) -> int | None:
    """How many shared texts there are; None when their part is missing."""
    if _TEKS not in isi:
        return None
    return sum(_name(si) == "si" for si in _root(isi[_TEKS], _TEKS))


def _name(unsur: Element) -> str:
    return _NAMA_RUANG.sub("", unsur.tag)


def _workbook(akar: Element, hubungan: Element) -> bytes:
    """The workbook with its worksheets alone: no macro sheets, charts or dialogs."""
    jenis = {h.get("Id"): h.get("Type", "") for h in hubungan}
    for sheets in (s for s in akar if _name(s) == "sheets"):
        for lembar in list(sheets):
            tuju = next((v for k, v in lembar.items() if k.endswith("}id")), None)
            if not jenis.get(tuju, "").endswith("/worksheet"):
                sheets.remove(lembar)
            elif lembar.get("state", "visible") not in _KEADAAN:
                lembar.attrib.pop("state")
    return _written(akar)


def _relations(akar: Element) -> bytes:
    for hubungan in akar:
        if hubungan.get("TargetMode") != "External":
            hubungan.set("Target", "/" + part_path(hubungan.get("Target", "")))
    return _written(akar)


def _cells(akar: Element) -> Iterator[tuple[int, int, Element]]:
    """Every cell with its place (from 0), also where no address is written."""
    baris = -1
    for satu in (r for d in akar if _name(d) == "sheetData" for r in d):
        tertulis = satu.get("r", "")
        baris = int(tertulis) - 1 if tertulis.isdecimal() else baris + 1
        kolom = -1
        for sel in satu:
            if _name(sel) != "c":
                continue
            alamat = sel.get("r")
            i, kolom = position(alamat.upper()) if alamat else (baris, kolom + 1)
            yield i, kolom, sel


def _sheet(akar: Element, lembar: str, teks: int | None) -> tuple[bytes, Amatan]:
    """A sheet written anew, its cells checked one by one, and what is seen in it."""
    for unsur in [u for u in akar if _name(u) == "dimension"]:
        akar.remove(unsur)
    galat = _check_cells(akar, lembar, teks)
    xml = _written(akar)
    amatan = look(xml)
    if galat:
        for sel in galat:
            sel.attrib.pop("t")
            sel[:] = []
        xml = _written(akar)
    return xml, amatan


def _check_cells(akar: Element, lembar: str, teks: int | None) -> list[Element]:
    """Gives every cell its address; returns those with an error."""
    jauh, ada, galat = Jangkauan(), set(), []
    try:
        for i, j, sel in _cells(akar):
            alamat = f"{column_letters(j)}{i + 1}"
            sel.attrib = {"r": alamat} | {k: v for k, v in sel.items() if k != "r"}
            if (i, j) in ada:
                raise _in_cell("ditulis dua kali di dalam berkas", lembar, alamat)
            ada.add((i, j))
            if len(sel):
                jauh.add(i, j)
            if sel.get("t") == "e":
                galat.append(sel)
            _check_kind(sel, lembar, alamat, teks)
    except ValueError as sebab:
        raise _broken(
            f"Lembar {lembar}: alamat sel “{sebab}” tidak sah", lembar
        ) from sebab
    refuse_far([(lembar, jauh)])
    return galat


def _check_kind(sel: Element, lembar: str, alamat: str, teks: int | None) -> None:
    jenis = sel.get("t", "n")
    if jenis not in _JENIS:
        raise _in_cell(
            f"berisi nilai berjenis “{jenis}” yang tidak dikenal", lembar, alamat
        )
    if jenis != "s":
        return
    nomor = next((a.text or "" for a in sel if _name(a) == "v"), "")
    if nomor and teks is None:
        raise _missing(_TEKS)
    if nomor and not (nomor.strip().isdecimal() and int(nomor) < (teks or 0)):
        kalimat = (
            f"menunjuk teks nomor {nomor.strip()[:20]} yang tidak ada di dalam berkas"
        )
        raise _in_cell(kalimat, lembar, alamat)


def _in_cell(kalimat: str, lembar: str, sel: str) -> UnreadableError:
    return _broken(f"Lembar {lembar}, sel {sel}: sel ini {kalimat}", lembar, sel)


def _broken(kalimat: str, lembar: str, sel: str = "") -> UnreadableError:
    return UnreadableError("berkas_rusak", f"{kalimat}.", "", lembar, sel)
