"""The boxes in which notes on cells are shown: a drawing in VML, patched as text.

Excel's own VML is not always well-formed, so that it is never parsed as XML.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from loaders.marking.sheet import Sheet

_BENTUK = re.compile(r"[ \t]*<v:shape\b(?:(?!</v:shape>).)*</v:shape>\s*", re.S)
_BENTUK_APA_PUN = re.compile(r"<v:(?:shape|rect|oval|line|group|image)\b")
_NOMOR = re.compile(r"\b_x0000_s(\d+)")
_KELOMPOK_NOMOR = re.compile(r'<o:idmap\b[^>]*\bdata="([\d,]+)"')
_BARIS, _KOLOM = re.compile(r"<x:Row>(\d+)<"), re.compile(r"<x:Column>(\d+)<")
_JENIS_BENTUK = """<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"
 path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path
 gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
"""
_PAKAI_JENIS = 'type="#_x0000_t202"'
_KEPALA = """<xml xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap
 v:ext="edit" data="{}"/></o:shapelayout>
"""
_KOTAK = """<v:shape id="_x0000_s{nomor}" type="#_x0000_t202" style='position:absolute;
 z-index:{urut};visibility:hidden' fillcolor="#{warna}" o:insetmode="auto"><v:fill
 color2="#{warna}"/><v:shadow on="t" color="black" obscured="t"/><v:path
 o:connecttype="none"/><v:textbox style='mso-direction-alt:auto'><div
 style='text-align:left'></div></v:textbox><x:ClientData
 ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{letak}</x:Anchor>\
<x:AutoFill>False</x:AutoFill><x:Row>{baris}</x:Row><x:Column>{kolom}</x:Column>\
</x:ClientData></v:shape>
"""
_PER_KELOMPOK = 1024
_LEBAR = 290
_HURUF_PER_BARIS = 46
_TINGGI_TEKS = 17
_PALING_TINGGI = 400
_KOLOM_TERAKHIR, _BARIS_TERAKHIR = 16_383, 1_048_575


@dataclass(frozen=True, slots=True)
class Kotak:
    """One box: the cell that it belongs to (from 0), its text and its colour."""

    baris: int
    kolom: int
    teks: str
    warna: str


def decode(isi: bytes) -> str:
    """A drawing as text; what is not UTF-8 comes back unharmed from `encode`."""
    return isi.decode("utf-8", "surrogateescape")


def encode(teks: str) -> bytes:
    """A drawing as bytes."""
    return teks.encode("utf-8", "surrogateescape")


def new_drawing(lain: Sequence[str], banyak: int) -> str:
    """An empty drawing for so many boxes, numbered apart from the other drawings."""
    semua = [int(n) for v in lain for k in _KELOMPOK_NOMOR.findall(v)
             for n in k.split(",")]  # fmt: skip
    awal = max(semua, default=0) + 1
    nomor = range(awal, awal + (banyak // _PER_KELOMPOK) + 1)
    return _KEPALA.format(",".join(map(str, nomor))) + "</xml>"


def with_boxes(vml: str, kotak: Sequence[Kotak], lembar: Sheet) -> str:
    """A drawing with boxes added; what is in it already stays as it is."""
    kepala, tutup, ekor = vml.rpartition("</xml>")
    if not tutup:
        raise ValueError("no VML")
    pakai = [int(n) for n in _NOMOR.findall(vml)]
    kelompok = _KELOMPOK_NOMOR.search(vml)
    awal = int(kelompok[1].split(",")[0]) * _PER_KELOMPOK if kelompok else 0
    nomor = max([*pakai, awal]) + 1
    isi = "" if 'id="_x0000_t202"' in vml else _JENIS_BENTUK
    for urut, k in enumerate(kotak):
        isi += _KOTAK.format(
            nomor=nomor + urut, urut=urut + 1, warna=k.warna[2:].lower(),
            letak=_place(k, lembar), baris=k.baris, kolom=k.kolom,
        )  # fmt: skip
    return kepala + isi + tutup + ekor


def without_boxes(vml: str, sel: Collection[tuple[int, int]]) -> str:
    """A drawing without the boxes of the notes on these cells."""

    def keep(cocok: re.Match[str]) -> str:
        baris, kolom = _BARIS.search(cocok[0]), _KOLOM.search(cocok[0])
        if not (baris and kolom and 'ObjectType="Note"' in cocok[0]):
            return cocok[0]
        return "" if (int(baris[1]), int(kolom[1])) in sel else cocok[0]

    sisa = _BENTUK.sub(keep, vml)
    return sisa if _PAKAI_JENIS in sisa else sisa.replace(_JENIS_BENTUK, "")


def is_empty(vml: str) -> bool:
    """Whether a drawing shows nothing any more."""
    return not _BENTUK_APA_PUN.search(vml)


def _lines(teks: str) -> int:
    return sum(1 + len(b) // _HURUF_PER_BARIS for b in teks.split("\n"))


def _place(k: Kotak, lembar: Sheet) -> str:
    """Where a box stands: beside its cell, wide and high enough for its text."""
    tinggi = min(_lines(k.teks) * _TINGGI_TEKS + 20, _PALING_TINGGI)
    kiri = min(k.kolom + 1, _KOLOM_TERAKHIR - 4)
    atas = min(max(k.baris - 1, 0), _BARIS_TERAKHIR - 30)
    kanan, sisa_x = _reach(kiri, _LEBAR + 15, lembar.width, _KOLOM_TERAKHIR)
    bawah, sisa_y = _reach(atas, tinggi, lembar.height, _BARIS_TERAKHIR)
    return f"{kiri}, 15, {atas}, 2, {kanan}, {sisa_x}, {bawah}, {sisa_y}"


def _reach(mulai: int, jauh: float, ukuran, akhir: int) -> tuple[int, int]:  # noqa: ANN001
    """The column or row in which a length ends, and how far into it."""
    while mulai < akhir and jauh > ukuran(mulai):
        jauh -= ukuran(mulai)
        mulai += 1
    return mulai, max(int(jauh), 0)
