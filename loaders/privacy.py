"""The stored original without its personal cells (UU 27/2022)."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from lxml import etree

from loaders.bacaan import CATATAN_SEL
from loaders.cells.personal import mask
from loaders.cells.terbaca import plain_text
from loaders.formats.grid import position
from loaders.formats.rebuilt import rebuilt
from loaders.formats.workbook import Workbook
from loaders.formats.xlsx_scan import CATATAN, sheet_names

_TEKS_BERSAMA = "xl/sharedStrings.xml"
_LEMBAR = re.compile(r"xl/worksheets/[^/]+\.xml")
_TERPENDEK = 4

Parts = dict[str, bytes]


def clean(
    data: bytes,
    nama: str,  # noqa: ARG001 (the format is told by the bytes)
    buang: Mapping[str, Sequence[str]],
) -> bytes:
    """The workbook with the cells in `buang` (sheet -> addresses) emptied.

    An xlsx is patched: those cells lose their values, shared texts that no other cell
    uses are emptied, notes on those cells too; every other part stays as it was. Any
    other format becomes an xlsx of the values at the same addresses; so does an xlsx in
    which a dropped text would survive elsewhere (a chart, a link), and one that is not
    written as office programs write.
    Without cells to drop the bytes come back as they are.

    Raises UnreadableError when the bytes are no readable workbook.
    """
    if not any(buang.values()):
        return data
    buku = Workbook(data)
    teks = _dropped(buku, buang)
    if buku.written_plainly():
        bersih = _patch(data, buang, teks)
        if bersih is not None and not _survives(bersih, teks):
            return bersih
    return rebuilt(data, buang)


def _dropped(buku: Workbook, buang: Mapping[str, Sequence[str]]) -> set[str]:
    """The texts and long numbers that must be found nowhere any more."""
    hasil = set()
    for lembar, semua in buang.items():
        if lembar == CATATAN_SEL:
            continue
        grid = buku.grid(lembar)
        for sel in semua:
            i, j = position(sel)
            hasil.add(plain_text(grid.rows[i - grid.baris0][j - grid.kolom0]))
    return {t for t in hasil if len(t) >= _TERPENDEK}


def _survives(data: bytes, teks: set[str]) -> bool:
    """Whether a dropped text is still found somewhere.

    Other cells may rightly hold the word that was somebody's name, but no cell may hold
    a dropped NIK or telephone number.
    """
    semua = {escape(t).encode() for t in teks}
    nomor = {escape(t).encode() for t in teks if mask(t) != t}
    with zipfile.ZipFile(io.BytesIO(data)) as paket:
        for nama in paket.namelist():
            sel = _LEMBAR.fullmatch(nama) or nama == _TEKS_BERSAMA
            isi = paket.read(nama)
            if any(t in isi for t in (nomor if sel else semua)):
                return True
    return False


def _patch(
    data: bytes, buang: Mapping[str, Sequence[str]], teks: set[str]
) -> bytes | None:
    """The package with those cells emptied; None when one of them holds a formula."""
    with zipfile.ZipFile(io.BytesIO(data)) as paket:
        isi: Parts = {i.filename: paket.read(i) for i in paket.infolist()}
        info = paket.infolist()
        bagian = {nama: b for b, nama in sheet_names(paket).items()}
    for lembar, sel in buang.items():
        if lembar == CATATAN_SEL:
            continue
        if sel and not _empty_cells(isi, bagian[lembar], set(sel)):
            return None
        for komentar in _comments_of(isi, bagian[lembar]):
            _empty_notes(isi, komentar, set(sel))
    for nama in filter(CATATAN.fullmatch, isi):
        _mask_notes(isi, nama)
    for nama in filter(_LEMBAR.fullmatch, isi):
        _empty_copies(isi, nama, teks)
    _empty_unused_texts(isi)
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as tulis:
        for satu in info:
            tulis.writestr(satu, isi[satu.filename], satu.compress_type)
    return keluar.getvalue()


def _parse(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False))


def _written(akar: etree._Element) -> bytes:
    return etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)


def _empty_cells(isi: Parts, bagian: str, sel: set[str]) -> bool:
    """Empties cells of one sheet; False when a formula stands in one of them."""
    akar = _parse(isi[bagian])
    for tautan in list(akar.iter("{*}hyperlink")):
        if tautan.get("ref") in sel:
            tautan.getparent().remove(tautan)
    for c in akar.iter("{*}c"):
        if c.get("r") not in sel:
            continue
        if c.find("{*}f") is not None:
            return False
        for anak in list(c):
            c.remove(anak)
        c.attrib.pop("t", None)
        sel.discard(c.get("r"))
    isi[bagian] = _written(akar)
    return not sel


def _empty_copies(isi: Parts, bagian: str, teks: set[str]) -> None:
    """Empties the results of formulas that repeat a dropped text."""
    akar = _parse(isi[bagian])
    ubah = False
    for c in akar.iter("{*}c"):
        v = c.find("{*}v")
        if c.get("t") == "str" and v is not None and v.text in teks:
            v.text, ubah = "", True
    if ubah:
        isi[bagian] = _written(akar)


def _comments_of(isi: Parts, bagian: str) -> list[str]:
    """The parts that hold the notes of one sheet."""
    map_, _, nama = bagian.rpartition("/")
    hubungan = isi.get(f"{map_}/_rels/{nama}.rels")
    if hubungan is None:
        return []
    tuju = [h.get("Target", "") for h in _parse(hubungan)]
    jalur = [t.lstrip("/") if t[:1] == "/" else f"xl/{t.lstrip('./')}" for t in tuju]
    return [j for j in jalur if j in isi and CATATAN.fullmatch(j)]


def _empty_notes(isi: Parts, bagian: str, sel: set[str]) -> None:
    akar = _parse(isi[bagian])
    for catatan in akar.iter("{*}comment", "{*}threadedComment"):
        if catatan.get("ref") in sel:
            for teks in catatan.iter("{*}t", "{*}text"):
                teks.text = None
    isi[bagian] = _written(akar)


def _mask_notes(isi: Parts, bagian: str) -> None:
    """Blots out NIK and telephone numbers in every other note."""
    akar = _parse(isi[bagian])
    ubah = False
    for teks in akar.iter("{*}t", "{*}text"):
        if teks.text and mask(teks.text) != teks.text:
            teks.text, ubah = mask(teks.text), True
    if ubah:
        isi[bagian] = _written(akar)


def _empty_unused_texts(isi: Parts) -> None:
    """Empties the shared texts to which no cell refers any more."""
    if _TEKS_BERSAMA not in isi:
        return
    dipakai = {
        int(c.findtext("{*}v") or -1)
        for nama in filter(_LEMBAR.fullmatch, isi)
        for c in _parse(isi[nama]).iter("{*}c")
        if c.get("t") == "s"
    }
    akar = _parse(isi[_TEKS_BERSAMA])
    for urut, si in enumerate(akar.iterchildren("{*}si")):
        if urut not in dipakai:
            for anak in list(si):
                si.remove(anak)
            etree.SubElement(si, etree.QName(akar, "t"))
    isi[_TEKS_BERSAMA] = _written(akar)
