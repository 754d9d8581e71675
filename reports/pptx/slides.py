"""One slide: title, sentence, its blocks, the stamp, the number, the notes."""

import copy
from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from charts.theme import AKSEN, DASAR, LIHAT, TEKS, TEKS_LEMBUT
from reports.pptx.base import ISI, JUDUL, KAKI, TEPI
from reports.pptx.blocks import block
from reports.pptx.box import (
    LEBAR,
    Gaya,
    Kotak,
    describe,
    fit,
    frame,
    height,
    rgb,
    say,
    words,
)
from reports.pptx.qr import code
from reports.slide import AUDIENS, BarisAngka, Deck, Grafik, Isi, Peta, Slide

CONTOH = "Data contoh"
_SELA = 0.35
_KODE = 2.6
_KALIMAT = Kotak(TEPI, 1.18, LEBAR - 2 * TEPI, 0.8)
_SAMPUL = Kotak(TEPI, 1.55, LEBAR - 2 * TEPI, 2.3)


def add(p: Any, deck: Deck, nomor: int) -> None:  # noqa: ANN401
    """Add the slide of that number (from 1)."""
    satu, s = deck.slides[nomor - 1], p.slides.add_slide(p.slide_layouts[0])
    s.name = satu.id
    sampul = satu.jenis in ("pembuka", "penutup")
    kotak = _cover(s, deck, satu) if sampul else _head(s, satu)
    if deck.alamat and nomor in (1, len(deck.slides)):
        kotak = Kotak(kotak.x, kotak.y, kotak.w - _KODE - _SELA, kotak.h)
        di = Kotak(LEBAR - TEPI - _KODE, ISI.y + ISI.h - _KODE - 0.6, _KODE, _KODE)
        code(s.shapes, deck.alamat, di)
    for isi, di in zip(satu.isi, arrange(satu.isi, kotak), strict=True):
        block(s.shapes, isi, di, deck, judul=satu.judul)
    _foot(s, deck)
    if deck.cap.contoh:
        _badge(s.shapes)
    if satu.catatan:
        s.notes_slide.notes_text_frame.text = satu.catatan


def _head(s: Any, satu: Slide) -> Kotak:  # noqa: ANN401
    """Title and sentence; gives the room that is left."""
    _title(s, satu.judul, JUDUL, (34, 30, 26, 22), AKSEN)
    if not satu.kalimat:
        return Kotak(ISI.x, _KALIMAT.y, ISI.w, ISI.y + ISI.h - _KALIMAT.y)
    besar = fit(satu.kalimat, _KALIMAT, (22, 20, 18, 16, 14))
    words(s.shapes, _KALIMAT, satu.kalimat, Gaya(besar))
    tinggi = height(satu.kalimat, _KALIMAT.w, besar) + 0.2
    atas = min(_KALIMAT.y + tinggi, ISI.y)
    return Kotak(ISI.x, atas, ISI.w, ISI.y + ISI.h - atas)


def _title(
    s: Any, teks: str, kotak: Kotak, ukuran: Sequence[float], warna: str  # noqa: ANN401
) -> None:  # fmt: skip
    judul = s.shapes.title
    judul.left, judul.top, judul.width, judul.height = kotak.emu
    gaya = Gaya(fit(teks, kotak, ukuran, tebal=True), True, warna, PP_ALIGN.LEFT,
                MSO_ANCHOR.MIDDLE)  # fmt: skip
    say(frame(judul, gaya).paragraphs[0], teks, gaya)


def _cover(s: Any, deck: Deck, satu: Slide) -> Kotak:  # noqa: ANN401
    """Opening and end: a coloured band with large words; gives the room below it."""
    pita = s.shapes.add_shape(MSO_SHAPE.RECTANGLE, *Kotak(0, 0, LEBAR, 4.1).emu)
    pita.fill.solid()
    pita.fill.fore_color.rgb = rgb(AKSEN)
    pita.line.fill.background()
    describe(pita, "Pita warna")
    s.shapes._spTree.insert(2, pita._element)  # noqa: SLF001
    atas = [deck.judul] if deck.judul != satu.judul else []
    if satu.jenis == "pembuka":
        atas.append(f"untuk {AUDIENS.get(deck.audiens, deck.audiens)}")
    kecil = Kotak(TEPI, 0.9, 9.8, 0.5)
    words(s.shapes, kecil, " · ".join(atas), Gaya(18, warna=DASAR))
    judul = Kotak(_SAMPUL.x, _SAMPUL.y, _SAMPUL.w, 1.35)
    _title(s, satu.judul, judul, (54, 48, 40, 34, 28), DASAR)
    kalimat = Kotak(_SAMPUL.x, _SAMPUL.y + 1.4, _SAMPUL.w, 0.95)
    besar = fit(satu.kalimat, kalimat, (26, 24, 22, 20, 18, 16))
    words(s.shapes, kalimat, satu.kalimat, Gaya(besar, warna=DASAR))
    return Kotak(ISI.x, 4.4, ISI.w, ISI.y + ISI.h - 4.4)


def arrange(isi: Sequence[Isi], kotak: Kotak) -> list[Kotak]:
    """The boxes of the blocks: numbers above or below a chart, else side by side.

    A map and a chart take more of the width than words do.
    """
    if len(isi) < 2:
        return [kotak] * len(isi)
    berpeta = any(isinstance(b, Peta) for b in isi)
    if any(isinstance(b, BarisAngka) for b in isi) and not berpeta:
        return _rows(isi, kotak)
    berat = [
        1.5 if isinstance(b, Peta) else 1.3 if isinstance(b, Grafik) else 1.0
        for b in isi
    ]
    ruang, hasil, x = kotak.w - _SELA * (len(isi) - 1), [], kotak.x
    for w in berat:
        lebar = ruang * w / sum(berat)
        hasil.append(Kotak(x, kotak.y, lebar, kotak.h))
        x += lebar + _SELA
    return hasil


def _rows(isi: Sequence[Isi], kotak: Kotak) -> list[Kotak]:
    angka = sum(isinstance(b, BarisAngka) for b in isi)
    ruang = kotak.h - _SELA * (len(isi) - 1)
    rendah = ruang / angka if angka == len(isi) else min(1.6, ruang * 0.4)
    lain = (ruang - rendah * angka) / max(len(isi) - angka, 1)
    hasil, y = [], kotak.y
    for b in isi:
        tinggi = rendah if isinstance(b, BarisAngka) else lain
        hasil.append(Kotak(kotak.x, y, kotak.w, tinggi))
        y += tinggi + _SELA
    return hasil


def _foot(s: Any, deck: Deck) -> None:  # noqa: ANN401
    """The stamp and the number, as the placeholders that footers are in PowerPoint."""
    pohon = s.shapes._spTree  # noqa: SLF001
    for p in s.slide_layout.placeholders:
        nama = p.placeholder_format.type.name
        if nama not in ("FOOTER", "SLIDE_NUMBER"):
            continue
        baru = copy.deepcopy(p._element)  # noqa: SLF001
        baru.nvSpPr.cNvPr.set("id", str(max(x.shape_id for x in s.shapes) + 1))
        pohon.append(baru)
        if nama == "FOOTER":
            gaya = Gaya(fit(deck.cap.kalimat, KAKI, (11, 10, 9)), warna=TEKS_LEMBUT)
            kaki = s.shapes[-1].text_frame
            kaki.word_wrap = True
            say(kaki.paragraphs[0], deck.cap.kalimat, gaya)


def _badge(shapes: Any) -> None:  # noqa: ANN401
    """The word that the numbers are samples, at the upper right of each slide."""
    lebar = 1.75
    b = shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE,
        *Kotak(LEBAR - TEPI - lebar, 0.3, lebar, 0.38).emu,
    )
    b.fill.solid()
    b.fill.fore_color.rgb = rgb(DASAR)
    b.line.color.rgb, b.line.width = rgb(LIHAT), Pt(1.5)
    describe(b, CONTOH, "Angka di slide ini contoh, bukan data sebenarnya")
    gaya = Gaya(14, True, TEKS, PP_ALIGN.CENTER, MSO_ANCHOR.MIDDLE)
    say(frame(b, gaya).paragraphs[0], CONTOH, gaya)
