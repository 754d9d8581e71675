"""One slide: heading, its blocks, the stamp, the number, the notes."""

import copy
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from charts.theme import DASAR, LIHAT, TEKS, TEKS_LEMBUT
from reports.pptx.base import KAKI, TEPI
from reports.pptx.blocks import block
from reports.pptx.box import LEBAR, Gaya, Kotak, describe, fit, flat, frame, rgb, say
from reports.pptx.cover import cover
from reports.pptx.heading import heading
from reports.pptx.layout import SELA, arrange
from reports.pptx.map import draw_map, legend_height
from reports.pptx.qr import code
from reports.slide import Deck, Peta, Slide

CONTOH = "Data contoh"
_KODE = 2.4
_TANAH = Kotak(7.35, 0.8, LEBAR - TEPI - 7.35, 6.0)


def add(p: Any, deck: Deck, nomor: int) -> None:  # noqa: ANN401
    """Add the slide of that number (from 1)."""
    satu, s = deck.slides[nomor - 1], p.slides.add_slide(p.slide_layouts[0])
    s.name = satu.id
    berkode = bool(deck.alamat) and nomor in (1, len(deck.slides))
    if satu.jenis in ("pembuka", "penutup"):
        _blocks(s, deck, satu, _beside_code(cover(s, deck, satu), berkode=berkode))
    elif isinstance(next(iter(satu.isi), None), Peta) and not berkode:
        _with_map(s, deck, satu)
    else:
        _blocks(s, deck, satu, _beside_code(heading(s, satu), berkode=berkode))
    if berkode:
        code(s.shapes, deck.alamat, Kotak(LEBAR - TEPI - _KODE, 3.6, _KODE, _KODE))
    _foot(s, deck)
    if deck.cap.contoh:
        _badge(s.shapes)
    if satu.catatan:
        s.notes_slide.notes_text_frame.text = satu.catatan


def _beside_code(kotak: Kotak, *, berkode: bool) -> Kotak:
    if not berkode:
        return kotak
    return Kotak(kotak.x, kotak.y, kotak.w - _KODE - SELA, kotak.h)


def _blocks(s: Any, deck: Deck, satu: Slide, kotak: Kotak) -> None:  # noqa: ANN401
    warna = DASAR if satu.jenis in ("pembuka", "penutup") else TEKS
    for isi, di in zip(satu.isi, arrange(satu.isi, kotak), strict=True):
        block(s.shapes, isi, di, deck, judul=satu.judul, warna=warna)


def _with_map(s: Any, deck: Deck, satu: Slide) -> None:  # noqa: ANN401
    """The map from top to bottom at the right, words and legend beside it."""
    kotak = heading(s, satu, _TANAH.x - TEPI - SELA)
    peta, lain = satu.isi[0], satu.isi[1:]
    if not isinstance(peta, Peta):
        raise TypeError(peta)
    tinggi = legend_height(peta, deck) if lain else kotak.h
    draw_map(s.shapes, peta, _TANAH, deck,
             Kotak(kotak.x, kotak.y, kotak.w, tinggi))  # fmt: skip
    sisa = kotak.below(tinggi + SELA)
    for isi, di in zip(lain, arrange(lain, sisa), strict=True):
        block(s.shapes, isi, di, deck, judul=satu.judul)


def _foot(s: Any, deck: Deck) -> None:  # noqa: ANN401
    """The stamp and the number, as the placeholders that footers are in PowerPoint."""
    for p in s.slide_layout.placeholders:
        nama = p.placeholder_format.type.name
        if nama not in ("FOOTER", "SLIDE_NUMBER"):
            continue
        baru = copy.deepcopy(p._element)  # noqa: SLF001
        baru.nvSpPr.cNvPr.set("id", str(max(x.shape_id for x in s.shapes) + 1))
        s.shapes._spTree.append(baru)  # noqa: SLF001
        if nama == "FOOTER":
            ukuran = fit(deck.cap.kalimat, KAKI, (12, 11, 10, 9))
            kaki = s.shapes[-1].text_frame
            kaki.word_wrap = True
            say(kaki.paragraphs[0], deck.cap.kalimat, Gaya(ukuran, warna=TEKS_LEMBUT))


def _badge(shapes: Any) -> None:  # noqa: ANN401
    """The word that the numbers are samples, at the upper right of each slide."""
    lebar = 1.75
    tempat = Kotak(LEBAR - TEPI - lebar, 0.3, lebar, 0.38)
    b = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *tempat.emu)
    b.fill.solid()
    b.fill.fore_color.rgb = rgb(DASAR)
    b.line.color.rgb, b.line.width = rgb(LIHAT), Pt(1.5)
    flat(b)
    describe(b, CONTOH, "Angka di slide ini contoh, bukan data sebenarnya")
    gaya = Gaya(14, True, TEKS, PP_ALIGN.CENTER, MSO_ANCHOR.MIDDLE)
    say(frame(b, gaya).paragraphs[0], CONTOH, gaya)
