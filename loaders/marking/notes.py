"""Notes on the cells of one sheet: ours put in and taken out, the sender's left."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from loaders.cells.personal import mask
from loaders.formats.grid import column_letters, position
from loaders.marking import shapes
from loaders.marking.package import UTAMA, Package, add, parse
from loaders.marking.shapes import Kotak
from loaders.marking.sheet import Sheet

PENULIS = "Pemeriksaan UP2K"
_AWALAN = f"{PENULIS}: "
_SAMBUNG = "\n\n"
_JENIS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_JENIS_GAMBAR = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_KOSONG = f'<comments xmlns="{UTAMA}"><authors/><commentList/></comments>'.encode()
_MILIK_KAMI = re.compile(rf"(?:\A|\n)\s*{re.escape(_AWALAN)}")


@dataclass(frozen=True, slots=True)
class Catatan:
    """One note: its heading, what it says, and the colour of its box."""

    judul: str
    isi: str
    warna: str

    @property
    def teks(self) -> str:
        """The whole text, without personal data."""
        return mask(f"{_AWALAN}{self.judul}\n{self.isi}")


def add_notes(
    paket: Package,
    bagian: str,
    lembar: Sheet,
    catatan: Mapping[tuple[int, int], Catatan],
) -> None:
    """Puts notes on cells of a sheet, after what the sender noted there.

    A cell on which people hold a conversation gets none: Excel writes the notes of
    such cells itself.
    """
    bercakap = {
        c.get("ref")
        for b in paket.related(bagian, "threadedComment")
        for c in paket.xml(b)
    }
    nama, akar = _comments(paket, bagian)
    daftar = akar.find("{*}commentList")
    ada = {c.get("ref"): c for c in daftar}
    penulis = _author(akar)
    kotak = []
    for (i, j), satu in catatan.items():
        sel = f"{column_letters(j)}{i + 1}"
        if sel in bercakap:
            continue
        if sel in ada:
            _append(ada[sel].find("{*}text"), satu, _SAMBUNG)
            continue
        baru = add(daftar, "comment", ref=sel, authorId=str(penulis), shapeId="0")
        _append(add(baru, "text"), satu, "")
        kotak.append(Kotak(i, j, satu.teks, satu.warna))
    paket.put(nama, akar)
    if kotak:
        _draw(paket, bagian, lembar, kotak)


def _comments(paket: Package, bagian: str) -> tuple[str, etree._Element]:
    """The part with the notes of a sheet, made where there is none."""
    for nama in paket.related(bagian, "comments"):
        akar = paket.xml(nama)
        if akar.find("{*}authors") is None:
            akar.insert(0, add(akar, "authors"))
        if akar.find("{*}commentList") is None:
            add(akar, "commentList")
        return nama, akar
    map_ = bagian.rpartition("/")[0].rpartition("/")[0]
    nama = paket.free(f"{map_}/comments{{}}.xml" if map_ else "comments{}.xml")
    paket.relate(bagian, "comments", nama)
    paket.declare(nama, _JENIS)
    return nama, parse(_KOSONG)


def _author(akar: etree._Element) -> int:
    semua = akar.find("{*}authors")
    for nomor, satu in enumerate(semua):
        if satu.text == PENULIS:
            return nomor
    add(semua, "author").text = PENULIS
    return len(semua) - 1


def _append(teks: etree._Element, satu: Catatan, pemisah: str) -> None:
    """Adds our words to a note; a plain text becomes one with runs."""
    for t in teks.findall("{*}t"):
        teks.remove(t)
        _run(teks, t.text or "", tebal=False, polos=True)
    kepala, baris, isi = satu.teks.partition("\n")
    _run(teks, f"{pemisah}{kepala}", tebal=True)
    _run(teks, f"{baris}{isi}", tebal=False)


def _run(teks: etree._Element, isi: str, *, tebal: bool, polos: bool = False) -> None:
    r = add(teks, "r")
    if not polos:
        sifat = add(r, "rPr")
        if tebal:
            add(sifat, "b")
        add(sifat, "sz", val="9")
        add(sifat, "color", indexed="81")
        add(sifat, "rFont", val="Tahoma")
        add(sifat, "family", val="2")
    t = add(r, "t")
    t.text = isi
    t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _draw(paket: Package, bagian: str, lembar: Sheet, kotak: list[Kotak]) -> None:
    nomor = lembar.shapes()
    nama = next((t for i, _, t in paket.relations(bagian) if i == nomor), "")
    if nama in paket:
        vml = shapes.decode(paket.isi[nama])
    else:
        lain = [shapes.decode(paket.isi[n]) for n in paket.isi if n.endswith(".vml")]
        vml = shapes.new_drawing(lain, len(kotak))
        map_ = bagian.rpartition("/")[0].rpartition("/")[0]
        pola = "drawings/vmlDrawing{}.vml"
        nama = paket.free(f"{map_}/{pola}" if map_ else pola)
        paket.declare(nama, _JENIS_GAMBAR)
        lembar.point_to_shapes(paket.relate(bagian, "vmlDrawing", nama))
    paket.put(nama, shapes.encode(shapes.with_boxes(vml, kotak, lembar)))


def remove_notes(paket: Package, bagian: str, lembar: Sheet | None) -> bool:
    """Takes our notes off a sheet; whether that changed the sheet's own part.

    `lembar` is the sheet if it was read already.
    """
    for nama in paket.related(bagian, "comments"):
        if PENULIS.encode() not in paket.isi[nama]:
            continue
        akar = paket.xml(nama)
        hilang = _take_out(akar)
        _undraw(paket, bagian, hilang)
        if len(akar.find("{*}commentList")):
            paket.put(nama, akar)
            continue
        paket.unrelate(bagian, nama)
        paket.drop(nama)
        if lembar is not None and _forget_empty(paket, bagian, lembar):
            return True
    return False


def _take_out(akar: etree._Element) -> set[tuple[int, int]]:
    """Our words out of all notes; gives the cells whose whole note was ours."""
    penulis = [a.text for a in akar.find("{*}authors")]
    hilang = set()
    for satu in list(akar.find("{*}commentList")):
        teks = satu.find("{*}text")
        isi = "".join(t.text or "" for t in teks.iter("{*}t"))
        awal = _MILIK_KAMI.search(isi)
        if awal is None:
            continue
        if awal.start() == 0:
            satu.getparent().remove(satu)
            hilang.add(position(satu.get("ref")))
        else:
            _cut(teks, awal.start())
    if penulis and penulis[-1] == PENULIS:
        akar.find("{*}authors")[-1].getparent().remove(akar.find("{*}authors")[-1])
    return hilang


def _cut(teks: etree._Element, panjang: int) -> None:
    """Shortens a note to its first characters."""
    for t in list(teks.iter("{*}t")):
        isi = t.text or ""
        t.text, panjang = isi[:panjang], panjang - len(isi[:panjang])
        r = t.getparent()
        if not t.text and r is not teks:
            teks.remove(r)
    runs = teks.findall("{*}r")
    if len(runs) == 1 and runs[0].find("{*}rPr") is None:
        t = runs[0].find("{*}t")
        teks.remove(runs[0])
        if t.text == t.text.strip():
            t.attrib.clear()
        teks.append(t)


def _undraw(paket: Package, bagian: str, sel: set[tuple[int, int]]) -> None:
    for nama in paket.related(bagian, "vmlDrawing"):
        vml = shapes.decode(paket.isi[nama])
        baru = shapes.without_boxes(vml, sel)
        if baru != vml:
            paket.put(nama, shapes.encode(baru))


def _forget_empty(paket: Package, bagian: str, lembar: Sheet) -> bool:
    nomor = lembar.shapes()
    nama = next((t for i, _, t in paket.relations(bagian) if i == nomor), "")
    if nama not in paket or not shapes.is_empty(shapes.decode(paket.isi[nama])):
        return False
    lembar.forget_shapes()
    paket.unrelate(bagian, nama)
    paket.drop(nama)
    return True
