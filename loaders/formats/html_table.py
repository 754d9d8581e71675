"""The tables of a web page, which many programs name .xls."""

import re
from collections.abc import Iterator
from typing import Any

from loaders.formats.csv_text import decode
from loaders.formats.grid import ErrorCell, Grid
from loaders.formats.seen import MAX_SEL, too_far
from loaders.formats.unreadable import UnreadableError

_NAMA = re.compile(r"<x:Name>\s*([^<]{1,31}?)\s*</x:Name>", re.I)
# A day is a number beside its text, too, but only the text says that it is a day.
_TAMPAK_TANGGAL = re.compile(r"\d[/-]\d{1,2}[/-]\d|\d:\d\d|\d [^\W\d]+ \d{4}$")
_TANPA_TEKS = frozenset({"script", "style", "head", "title"})
_GABUNG_TERBANYAK = 1000
Element = Any  # lxml is imported only where a web page is read


def read_tables(data: bytes) -> list[Grid]:
    """Every table of a page as a sheet; merged cells have their value in the first.

    Addresses count from the table's own first cell. Raises UnreadableError when the
    page has no table.
    """
    from lxml import html

    teks = decode(data).replace("\0", "")
    pengurai = html.HTMLParser(encoding="utf-8", no_network=True)
    akar = html.document_fromstring(teks.encode(), parser=pengurai)
    grids = [g for t in akar.iter("table") if (g := Grid("", _rows(t))).rows]
    if not grids:
        raise _no_table(akar)
    nama = _NAMA.findall(teks)
    for urut, grid in enumerate(grids, start=1):
        grid.nama = nama[0] if len(grids) == len(nama) == 1 else f"Tabel {urut}"
    return grids


def _no_table(akar: Element) -> UnreadableError:
    apa = "tanpa tabel"
    if next(akar.iter("frameset", "frame"), None) is not None:
        apa = "yang tabelnya ada di berkas lain"
    return UnreadableError(
        "berkas_bukan_lembar_kerja",
        f"Berkas ini halaman web (HTML) {apa}, bukan lembar kerja.",
    )


def _rows(tabel: Element) -> list[list[object]]:
    """The cells of one table; [] when none of them holds anything."""
    isi: dict[tuple[int, int], object] = {}
    sampai: dict[int, int] = {}  # the last row that a cell from above covers, by column
    for i, baris in enumerate(_own(tabel, "tr")):
        j = 0
        for sel in _own(baris, "td", "th"):
            while sampai.get(j, -1) >= i:
                j += 1
            lebar, tinggi = _span(sel, "colspan"), _span(sel, "rowspan")
            if tinggi > 1:
                sampai.update(dict.fromkeys(range(j, j + lebar), i + tinggi - 1))
            if (nilai := _value(sel)) != "":
                isi[i, j] = nilai
            j += lebar
    if not isi:
        return []
    tinggi, lebar = (max(n) + 1 for n in zip(*isi, strict=True))
    if tinggi * lebar > MAX_SEL:
        raise too_far("Tabel", tinggi - 1, lebar - 1)
    return [[isi.get((i, j), "") for j in range(lebar)] for i in range(tinggi)]


def _own(unsur: Element, *apa: str) -> Iterator[Element]:
    """Rows of a table, or cells of a row, but not those of a table inside."""
    for anak in unsur:
        if anak.tag in apa:
            yield anak
        elif anak.tag in ("thead", "tbody", "tfoot") or (
            anak.tag != "table" and isinstance(anak.tag, str) and unsur.tag != "td"
        ):
            yield from _own(anak, *apa)


def _span(sel: Element, apa: str) -> int:
    tertulis = sel.get(apa, "1").strip()
    if not tertulis.isdecimal():
        return 1
    return min(max(int(tertulis[:6]), 1), _GABUNG_TERBANYAK)


def _value(sel: Element) -> object:
    """What a cell holds: the number that Excel or LibreOffice kept beside its text."""
    teks = " ".join("".join(_texts(sel)).split())
    if sel.get("x:err") is not None:
        return ErrorCell(teks or sel.get("x:err") or "#GALAT")
    angka = sel.get("x:num") or sel.get("sdval")
    if angka and teks and not _TAMPAK_TANGGAL.search(teks):
        try:
            return float(angka)
        except ValueError:
            return teks
    return teks


def _texts(unsur: Element) -> Iterator[str]:
    yield unsur.text or ""
    for anak in unsur:
        if anak.tag in ("br", "p", "div"):
            yield " "
        if isinstance(anak.tag, str) and anak.tag not in ("table", *_TANPA_TEKS):
            yield from _texts(anak)
        yield anak.tail or ""
