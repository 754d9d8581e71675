"""Boxes on the slide in inches, and words that fit into them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Inches, Pt

from charts.theme import TEKS
from reports.drawing.letters import width, wrap

LEBAR, TINGGI = 13.333, 7.5
# Arial's letters are a tenth wider than those that are measured; what a bare Linux puts
# in its place is wider still, and words must not run out of their boxes there either
_LEBIH_LEBAR = 1.28
_JARAK_BARIS = 1.2


@dataclass(frozen=True, slots=True)
class Kotak:
    """A box: left, upper edge, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def emu(self) -> tuple[Any, Any, Any, Any]:
        """The four as python-pptx wants them."""
        return Inches(self.x), Inches(self.y), Inches(self.w), Inches(self.h)

    def below(self, tinggi: float) -> "Kotak":
        """What is left under a strip of that height.

        >>> Kotak(0, 0, 10, 5).below(2)
        Kotak(x=0, y=2, w=10, h=3)
        """
        return Kotak(self.x, self.y + tinggi, self.w, self.h - tinggi)

    def above(self, tinggi: float) -> "Kotak":
        """What is left over a strip of that height at the bottom."""
        return Kotak(self.x, self.y, self.w, self.h - tinggi)


@dataclass(frozen=True, slots=True)
class Gaya:
    """How words are written: size in points, weight, colour, where they stand."""

    ukuran: float
    tebal: bool = False
    warna: str = TEKS
    jajar: PP_ALIGN = PP_ALIGN.LEFT
    tegak: MSO_ANCHOR = MSO_ANCHOR.TOP


def text_width(teks: str, ukuran: float, *, tebal: bool = False) -> float:
    """How wide a text is on the slide, in inches, at a size in points."""
    return width(teks, ukuran, 700 if tebal else 400) * _LEBIH_LEBAR / 72


def lines(teks: str, lebar: float, ukuran: float, *, tebal: bool = False) -> int:
    """In how many lines a text stands in a box of that width in inches."""
    if not teks:
        return 0
    isi = lebar * 72 / _LEBIH_LEBAR
    return sum(
        len(wrap(b, isi, ukuran, 700 if tebal else 400)) for b in teks.split("\n")
    )


def height(teks: str, lebar: float, ukuran: float, *, tebal: bool = False) -> float:
    """How high a text stands in a box of that width, in inches."""
    return lines(teks, lebar, ukuran, tebal=tebal) * ukuran * _JARAK_BARIS / 72


def fit(
    teks: str, kotak: Kotak, ukuran: Sequence[float], *, tebal: bool = False
) -> float:
    """The first of some sizes, largest first, at which a text fits into a box.

    No word may be wider than the box; the last size is taken when none fits.
    """
    for besar in ukuran:
        kata = max((text_width(k, besar, tebal=tebal) for k in teks.split()), default=0)
        if kata <= kotak.w and height(teks, kotak.w, besar, tebal=tebal) <= kotak.h:
            return besar
    return ukuran[-1]


def rgb(warna: str) -> RGBColor:
    """A colour of ours as python-pptx wants it.

    >>> str(rgb("#0B7A75"))
    '0B7A75'
    """
    return RGBColor.from_string(warna.lstrip("#").upper())


def frame(bentuk: Any, gaya: Gaya) -> Any:  # noqa: ANN401
    """The text frame of a shape: no margins, words broken, no size of its own."""
    isi = bentuk.text_frame
    isi.margin_left = isi.margin_right = isi.margin_top = isi.margin_bottom = 0
    isi.word_wrap, isi.auto_size = True, MSO_AUTO_SIZE.NONE
    isi.vertical_anchor = gaya.tegak
    return isi


def say(paragraf: Any, teks: str, gaya: Gaya) -> None:  # noqa: ANN401
    """Words into a paragraph."""
    paragraf.alignment = gaya.jajar
    huruf = paragraf.add_run()
    huruf.text = teks
    huruf.font.size, huruf.font.bold = Pt(gaya.ukuran), gaya.tebal
    huruf.font.color.rgb = rgb(gaya.warna)
    huruf._r.get_or_add_rPr().set("lang", "id-ID")  # noqa: SLF001


def words(shapes: Any, kotak: Kotak, teks: str, gaya: Gaya) -> Any:  # noqa: ANN401
    """A box of words; gives the shape."""
    bentuk = shapes.add_textbox(*kotak.emu)
    isi = frame(bentuk, gaya)
    for i, baris in enumerate(teks.split("\n")):
        say(isi.paragraphs[0] if i == 0 else isi.add_paragraph(), baris, gaya)
    return bentuk


def flat(bentuk: Any) -> None:  # noqa: ANN401
    """Takes away the shadow that the theme gives to every shape."""
    for acuan in bentuk._element.xpath("./p:style/a:effectRef"):  # noqa: SLF001
        acuan.set("idx", "0")


def describe(bentuk: Any, nama: str, alt: str = "") -> None:  # noqa: ANN401
    """The name of a shape in the list of objects, and its text for who cannot see."""
    bentuk.name = nama
    if alt:
        sifat = bentuk._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001
        sifat.set("descr", alt)
