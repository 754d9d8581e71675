"""An earlier round taken out of a workbook: its sheet, its notes, its colours."""

import re

from lxml import etree

from loaders.formats.perbaikan import CAP, JUDUL_KOLOM, Jejak, found_in
from loaders.marking.book import Book, LembarBuku
from loaders.marking.notes import PENULIS, remove_notes
from loaders.marking.package import Package
from loaders.marking.restoration import Restoration
from loaders.marking.sheet import Sheet

_GAYA_SEL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\bs="(\d+)"')
_BARIS_DILIHAT = 30


def strip(data: bytes) -> bytes:
    """An xlsx as it was before it was marked; unmarked bytes come back as they are.

    Raises NotMarkableError when the workbook must not be patched.
    """
    paket = Package(data)
    buku = Book(paket)
    return paket.to_bytes() if strip_round(paket, buku) else data


def strip_round(paket: Package, buku: Book) -> bool:
    """Takes earlier rounds out of an open package; whether there was any."""
    kami = [(s, j) for s in buku.sheets() if (j := _round_of(paket, buku, s))]
    jejak = kami[0][1] if kami else Jejak()
    for lembar, _ in kami:
        buku.remove(lembar)
    if kami:
        buku.save()
    bercatatan = any(
        PENULIS.encode() in isi
        for nama, isi in paket.isi.items()
        if "comments" in nama.lower()
    )
    if not kami and not bercatatan:
        return False
    gaya = buku.styles()
    pulih = Restoration(paket, gaya, jejak.tanda) if gaya else None
    for lembar in buku.sheets():
        _strip_sheet(paket, lembar, pulih, jejak)
    if gaya and pulih and pulih.ditandai:
        paket.put(gaya, pulih.finish())
    if gaya and jejak.tanda.get("gaya_baru") and pulih and pulih.utuh:
        paket.unrelate(buku.bagian, gaya)
        paket.drop(gaya)
    return True


def _round_of(paket: Package, buku: Book, lembar: LembarBuku) -> Jejak | None:
    """The round that a sheet carries; None when it is one of the sender's."""
    isi = paket.isi[lembar.bagian]
    bersama = buku.shared_texts()
    teks = paket.isi[bersama] if bersama else b""
    cap, judul = CAP.encode(), JUDUL_KOLOM[-3].encode()
    if not (cap in isi or cap in teks or judul in isi or judul in teks):
        return None
    semua = None
    if bersama and (cap in teks or judul in teks):
        semua = [
            "".join(t.text or "" for t in si.iter("{*}t")) for si in paket.xml(bersama)
        ]
    rows = []
    for baris in paket.xml(lembar.bagian).iterfind("{*}sheetData/{*}row"):
        rows.append([_text(c, semua or []) for c in baris.iterchildren("{*}c")])
        if len(rows) == _BARIS_DILIHAT:
            break
    return found_in(rows)


def _text(c: etree._Element, bersama: list[str]) -> str:
    if c.get("t") == "inlineStr":
        return "".join(t.text or "" for t in c.iter("{*}t"))
    isi = c.findtext("{*}v") or ""
    if c.get("t") == "s" and isi.isdigit() and int(isi) < len(bersama):
        return bersama[int(isi)]
    return isi


def _strip_sheet(
    paket: Package, lembar: LembarBuku, pulih: Restoration | None, jejak: Jejak
) -> None:
    ditandai = pulih.ditandai if pulih else set()
    gaya = {int(n) for n in _GAYA_SEL.findall(paket.isi[lembar.bagian])}
    bercatatan = any(
        PENULIS.encode() in paket.isi[n]
        for n in paket.related(lembar.bagian, "comments")
    )
    if not (gaya & ditandai or bercatatan):
        return
    sel = Sheet(paket.xml(lembar.bagian))
    ubah = remove_notes(paket, lembar.bagian, sel)
    for alamat, c in sel.cells():
        nomor = int(c.get("s", 0))
        if pulih and nomor in ditandai:
            ubah = True
            c.set("s", str(pulih.before(nomor, lembar.nama, alamat)))
            if c.get("s") == "0":
                del c.attrib["s"]
    if pulih and pulih.utuh:
        for alamat in jejak.tanda.get("dibuat", {}).get(lembar.nama, ()):
            sel.remove_blank(alamat)
        sel.restore_reach(jejak.tanda.get("jangkauan", {}).get(lembar.nama, {}))
    if ubah:
        paket.put(lembar.bagian, sel.akar)
