"""What stands on a slide: big numbers, points, tables; charts and maps elsewhere."""

from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from charts.theme import AKSEN, DASAR_KEDUA, GARIS, TEKS, TEKS_LEMBUT
from reports.pptx.box import (
    Gaya,
    Kotak,
    describe,
    fit,
    flat,
    frame,
    height,
    rgb,
    say,
    text_width,
    words,
)
from reports.pptx.chart import chart
from reports.pptx.layout import cards
from reports.pptx.map import draw_map
from reports.pptx.table import table
from reports.slide import Angka, BarisAngka, Butir, Deck, Grafik, Isi, Peta, Tabel

_JUDUL, _SUMBER = 16.0, 12.0


def block(
    shapes: Any,  # noqa: ANN401
    b: Isi,
    kotak: Kotak,
    deck: Deck,
    *,
    judul: str,
    warna: str = TEKS,
) -> None:
    """Draws a block into its box; `judul` is that of the slide, not said twice, `warna`
    that of points."""
    if isinstance(b, BarisAngka):
        _numbers(shapes, b, kotak)
    elif isinstance(b, Butir):
        _points(shapes, b, kotak, warna)
    else:
        isi = _framed(shapes, b, kotak, judul)
        if isinstance(b, Grafik):
            chart(shapes, b, isi, contoh=deck.cap.contoh)
        elif isinstance(b, Peta):
            draw_map(shapes, b, isi, deck)
        else:
            table(shapes, b, isi)


def _framed(
    shapes: Any, b: Grafik | Peta | Tabel, kotak: Kotak, judul: str  # noqa: ANN401
) -> Kotak:  # fmt: skip
    """The block's title above and its source below; gives what is left."""
    if b.judul and b.judul != judul:
        tinggi = height(b.judul, kotak.w, _JUDUL, tebal=True) + 0.08
        words(shapes, kotak, b.judul, Gaya(_JUDUL, True)).height = Inches(tinggi)
        kotak = kotak.below(tinggi)
    if b.sumber:
        tinggi = height(b.sumber, kotak.w, _SUMBER) + 0.05
        di = Kotak(kotak.x, kotak.y + kotak.h - tinggi, kotak.w, tinggi)
        words(shapes, di, b.sumber, Gaya(_SUMBER, warna=TEKS_LEMBUT))
        kotak = kotak.above(tinggi + 0.05)
    return kotak


def _numbers(shapes: Any, b: BarisAngka, kotak: Kotak) -> None:  # noqa: ANN401
    tempat = cards(len(b.angka), kotak)
    dalam = Kotak(0, 0, tempat[0].w - 0.4, tempat[0].h * 0.3)
    besar = min(_one_line(a.teks, dalam) for a in b.angka)
    label = min(fit(a.label, Kotak(0, 0, dalam.w, 0.32), (18, 16, 14, 12, 11))
                for a in b.angka)  # fmt: skip
    kecil = min(_note_size(a, tempat[0], label, besar) for a in b.angka)
    for a, di in zip(b.angka, tempat, strict=True):
        _card(shapes, a, di, (label, besar, kecil))


def _one_line(teks: str, dalam: Kotak) -> float:
    """The largest size at which a number stands in one line."""
    for besar in (54, 48, 44, 40, 36, 32, 28, 24, 20, 18, 16):
        muat = besar * 1.2 / 72 <= dalam.h
        if muat and text_width(teks, besar, tebal=True) <= dalam.w:
            break
    return besar


def _note_size(a: Angka, kotak: Kotak, label: float, besar: float) -> float:
    dalam = kotak.w - 0.4
    sisa = kotak.h - 0.15 - sum(height(t, dalam, u) for t, u in
                                ((a.label, label), (a.teks, besar)))  # fmt: skip
    return fit(a.keterangan, Kotak(0, 0, dalam, sisa), (16, 14, 13, 12, 11, 10, 9))


def _card(
    shapes: Any,  # noqa: ANN401
    a: Angka,
    kotak: Kotak,
    ukuran: tuple[float, float, float],
) -> None:
    """One number: a single shape with its words, so that it moves as a whole."""
    label, besar, kecil = ukuran
    kartu = shapes.add_shape(MSO_SHAPE.RECTANGLE, *kotak.emu)
    kartu.fill.solid()
    kartu.fill.fore_color.rgb = rgb(DASAR_KEDUA)
    kartu.line.color.rgb, kartu.line.width = rgb(GARIS), Pt(1)
    flat(kartu)
    describe(kartu, a.label, f"{a.label}: {a.teks}. {a.keterangan}".strip())
    isi = frame(kartu, Gaya(besar))
    isi.margin_top = Inches(0.12)
    isi.margin_left = isi.margin_right = Inches(0.2)
    say(isi.paragraphs[0], a.label, Gaya(label, warna=TEKS_LEMBUT))
    say(isi.add_paragraph(), a.teks, Gaya(besar, True, AKSEN))
    if a.keterangan:
        say(isi.add_paragraph(), a.keterangan, Gaya(kecil))


def _points(shapes: Any, b: Butir, kotak: Kotak, warna: str) -> None:  # noqa: ANN401
    if b.judul:
        words(shapes, kotak, b.judul, Gaya(_JUDUL, True, warna)).height = Inches(0.4)
        kotak = kotak.below(0.45)
    teks = "\n".join(b.butir)
    jarak = Kotak(0, 0, kotak.w - 0.4, kotak.h - 0.12 * len(b.butir))
    ukuran = fit(teks, jarak, (24, 22, 20, 18, 16, 14, 12))
    isi = frame(shapes.add_textbox(*kotak.emu), Gaya(ukuran))
    for i, satu in enumerate(b.butir):
        paragraf = isi.paragraphs[0] if i == 0 else isi.add_paragraph()
        say(paragraf, satu, Gaya(ukuran, warna=warna))
        paragraf.space_after = Pt(8)
        _bulleted(paragraf)


def _bulleted(paragraf: Any) -> None:  # noqa: ANN401
    sifat = paragraf._p.get_or_add_pPr()  # noqa: SLF001
    sifat.set("marL", str(Inches(0.32)))
    sifat.set("indent", str(-Inches(0.32)))
    awalan = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    sifat.append(sifat.makeelement(f"{awalan}buChar", {"char": "•"}))
