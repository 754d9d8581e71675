"""Opening and end: large words on colour, the city's outline behind them."""

from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from charts.geometry import outlines
from charts.theme import AKSEN, BERURUT, DASAR
from reports.pptx.base import ISI, TEPI
from reports.pptx.box import LEBAR, Gaya, Kotak, describe, fit, flat, rgb, words
from reports.pptx.heading import title
from reports.pptx.land import freeform, place
from reports.slide import AUDIENS, Deck, Slide

_PITA = Kotak(0, 0, LEBAR, 6.75)
_KOTA = Kotak(8.3, 0.85, 4.4, 5.7)
_LEBAR = 9.4


def cover(s: Any, deck: Deck, satu: Slide) -> Kotak:  # noqa: ANN401
    """Draws all but the blocks; gives the room that is left for them."""
    pita = s.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_PITA.emu)
    pita.fill.solid()
    pita.fill.fore_color.rgb = rgb(AKSEN)
    pita.line.fill.background()
    flat(pita)
    describe(pita, "Warna dasar")
    # behind the title, which the layout has put first
    s.shapes._spTree.insert(2, pita._element)  # noqa: SLF001
    if deck.batas:
        _outline(s, deck)
    atas = [deck.judul] if deck.judul != satu.judul else []
    if satu.jenis == "pembuka":
        atas.append(f"untuk {AUDIENS.get(deck.audiens, deck.audiens)}")
    kecil = Kotak(TEPI, 0.9, _LEBAR, 0.4)
    teks = " · ".join(atas)
    words(s.shapes, kecil, teks, Gaya(fit(teks, kecil, (18, 16, 14)), warna=DASAR))
    judul = Kotak(TEPI, 1.5, _LEBAR, 1.6)
    title(s, satu.judul, judul, (54, 48, 44, 40, 36, 32, 28), DASAR)
    kalimat = Kotak(TEPI, 3.2, _LEBAR, 1.15)
    besar = fit(satu.kalimat, kalimat, (26, 24, 22, 20, 18, 16))
    words(s.shapes, kalimat, satu.kalimat, Gaya(besar, warna=DASAR))
    return Kotak(ISI.x, 4.5, ISI.w, 2.1)


def _outline(s: Any, deck: Deck) -> None:  # noqa: ANN401
    """The city as an ornament: it says nothing that words do not."""
    t = place(deck.batas, _KOTA)
    garis = freeform(s.shapes, outlines(deck.batas), t, tutup=False)
    garis.fill.background()
    garis.line.color.rgb, garis.line.width = rgb(BERURUT[3]), Pt(1.75)
    flat(garis)
    describe(garis, "Garis Kota Probolinggo")
    s.shapes._spTree.insert(3, garis._element)  # noqa: SLF001
