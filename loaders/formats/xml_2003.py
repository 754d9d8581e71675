"""SpreadsheetML of 2003: a workbook that is one XML file, often named .xls."""

import datetime as dt
from collections.abc import Iterator
from xml.etree import ElementTree

from loaders.formats.grid import ErrorCell, Grid, UncalculatedCell
from loaders.formats.seen import Amatan, Jangkauan, refuse_far
from loaders.formats.unreadable import UnreadableError
from loaders.formats.xml_parts import parse

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_X = "{urn:schemas-microsoft-com:office:excel}"
_KOLOM_TERBANYAK = 16_384
Element = ElementTree.Element


def read_sheets(xml: bytes) -> tuple[list[Grid], dict[str, Amatan], frozenset[str]]:
    """The sheets, what was seen in each, and which of them are hidden.

    Raises UnreadableError when it is none, or reaches too far, and
    ElementTree.ParseError, ValueError when it is broken.
    """
    lembar = list(parse(xml, "berkas").iter(f"{_SS}Worksheet"))
    if not lembar:
        raise UnreadableError(
            "berkas_bukan_lembar_kerja",
            "Berkas ini XML Excel 2003 tanpa lembar kerja.",
        )
    grids, amatan = [], {}
    for satu in lembar:
        nama = satu.get(f"{_SS}Name", "")
        isi = {(i, j): nilai for i, j, nilai in _cells(satu)}
        jauh = Jangkauan()
        for i, j in isi:
            jauh.add(i, j)
        refuse_far([(nama, jauh)])
        grids.append(Grid(nama, _rows(isi)))
        amatan[nama] = Amatan(baris=_hidden(satu, "Row"), kolom=_hidden(satu, "Column"))
    sembunyi = (n.get(f"{_SS}Name", "") for n in lembar if _invisible(n))
    return grids, amatan, frozenset(sembunyi)


def _rows(isi: dict[tuple[int, int], object]) -> list[list[object]]:
    if not isi:
        return []
    tinggi, lebar = (max(n) + 1 for n in zip(*isi, strict=True))
    return [[isi.get((i, j), "") for j in range(lebar)] for i in range(tinggi)]


def _placed(induk: Element, apa: str) -> Iterator[tuple[int, Element]]:
    """Children with their number from 0; those that span more push the next on."""
    urut = 0
    for anak in induk.findall(f"{_SS}{apa}"):
        urut = int(anak.get(f"{_SS}Index", urut + 1)) - 1
        yield urut, anak
        lewat = "MergeAcross" if apa == "Cell" else "Span"
        urut += int(anak.get(f"{_SS}{lewat}", "0")) + 1


def _cells(lembar: Element) -> Iterator[tuple[int, int, object]]:
    for tabel in lembar.findall(f"{_SS}Table"):
        for i, baris in _placed(tabel, "Row"):
            for j, sel in _placed(baris, "Cell"):
                nilai = _value(sel)
                if nilai != "":
                    yield i, j, nilai


def _value(sel: Element) -> object:
    data = sel.find(f"{_SS}Data")
    rumus = sel.get(f"{_SS}Formula")
    if data is None:
        return "" if rumus is None else UncalculatedCell(rumus)
    teks = "".join(data.itertext())
    jenis = data.get(f"{_SS}Type", "String")
    if jenis == "Number":
        return float(teks)
    if jenis == "Boolean":
        return teks.strip() in ("1", "true")
    if jenis == "DateTime":
        saat = dt.datetime.fromisoformat(teks.strip())
        return saat if saat.time() else saat.date()
    return ErrorCell(teks or "#GALAT") if jenis == "Error" else teks


def _hidden(lembar: Element, apa: str) -> list[int]:
    hasil: list[int] = []
    for tabel in lembar.findall(f"{_SS}Table"):
        for urut, satu in _placed(tabel, apa):
            if satu.get(f"{_SS}Hidden") == "1":
                banyak = int(satu.get(f"{_SS}Span", "0")) + 1
                hasil += range(urut, urut + min(banyak, _KOLOM_TERBANYAK))
    return hasil


def _invisible(lembar: Element) -> bool:
    tampak = lembar.find(f"{_X}WorksheetOptions/{_X}Visible")
    return tampak is not None and (tampak.text or "").startswith("Sheet")
