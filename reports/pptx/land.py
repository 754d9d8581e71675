"""The land on the slide: where it stands, its shapes, the names upon it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches

from charts.geometry import Ring, project
from reference.wilayah import kelurahan, nama_wilayah
from reports.drawing.palette import palette
from reports.pptx.box import Gaya, Kotak, describe, text_width, words

_NAMA = (12.0, 11.0, 10.0, 9.0, 8.0)


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where the land stands on the slide: EMU a unit of land, and its origin."""

    skala: float
    x: int
    y: int

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the land in inches on the slide; north is up."""
        inci = Inches(1)
        return (self.x + x * self.skala) / inci, (self.y - y * self.skala) / inci


def place(batas: Mapping[str, list[Ring]], kotak: Kotak) -> Tempat:
    """The largest place for the land in a box, in its middle."""
    xs, ys = zip(*(p for b in batas.values() for r in b for p in r), strict=True)
    lebar, tinggi = max(xs) - min(xs), max(ys) - min(ys)
    inci = min((kotak.w - 0.1) / lebar, (kotak.h - 0.35) / tinggi)
    kiri = kotak.x + (kotak.w - lebar * inci) / 2
    skala = Inches(1) * inci
    return Tempat(
        skala,
        round(Inches(kiri) - min(xs) * skala),
        round(Inches(kotak.y + 0.05) + max(ys) * skala),
    )


def freeform(shapes: Any, garis: Sequence[Ring], t: Tempat, *, tutup: bool) -> Any:  # noqa: ANN401
    """The outlines as one shape; closed ones can be filled."""
    awal = garis[0][0]
    jalan = shapes.build_freeform(awal[0], -awal[1], scale=t.skala)
    for i, ring in enumerate(garis):
        if i:
            jalan.move_to(ring[0][0], -ring[0][1])
        jalan.add_line_segments([(x, -y) for x, y in ring[1:]], close=tutup)
    return jalan.convert_to_shape(t.x, t.y)


def name(
    shapes: Any,  # noqa: ANN401
    kode: str,
    bagian: list[Ring],
    t: Tempat,
    warna: str,
) -> None:
    """The name at its point, a line a word, as large as the land is wide there."""
    tengah = _label_point(kode, bagian)
    x, y = t.at(*tengah)
    baris = nama_wilayah(kode).split()
    ruang = breadth(bagian, tengah[1]) * t.skala / Inches(1)
    for ukuran in _NAMA:
        lebar = max(text_width(b, ukuran, tebal=True) for b in baris)
        if lebar <= ruang:
            break
    tinggi = len(baris) * ukuran * 1.2 / 72
    kotak = Kotak(x - lebar / 2 - 0.05, y - tinggi / 2, lebar + 0.1, tinggi)
    gaya = Gaya(ukuran, True, palette().teks_di(warna), PP_ALIGN.CENTER,
                MSO_ANCHOR.MIDDLE)  # fmt: skip
    b = words(shapes, kotak, "\n".join(baris), gaya)
    b.text_frame.word_wrap = False
    describe(b, f"Nama {nama_wilayah(kode)}")


def _label_point(kode: str, bagian: list[Ring]) -> tuple[float, float]:
    tempat = kelurahan().get(kode)
    if tempat is not None:
        return project(tempat.label_lon, tempat.label_lat)
    xs, ys = zip(*bagian[0], strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def breadth(bagian: list[Ring], y: float) -> float:
    """How wide the land is at a height, in its own units.

    >>> breadth([[(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]], 5)
    10.0
    """
    potong = [
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for ring in bagian
        for (x1, y1), (x2, y2) in zip(ring, ring[1:], strict=False)
        if (y1 > y) != (y2 > y)
    ]
    return max(potong) - min(potong) if potong else 0.0
