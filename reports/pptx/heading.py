"""Title and sentence of a slide, and what is left for its blocks."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

from charts.theme import AKSEN
from reports.pptx.base import ISI, JUDUL
from reports.pptx.box import Gaya, Kotak, fit, frame, height, say, words
from reports.slide import Slide

_KALIMAT = Kotak(ISI.x, 1.18, ISI.w, 0.85)
_KALIMAT_SEMPIT = 1.35


def heading(s: Any, satu: Slide, lebar: float = ISI.w) -> Kotak:  # noqa: ANN401
    """Writes both; in a narrow column the title has two lines and the sentence more."""
    sempit = lebar < JUDUL.w
    judul = Kotak(JUDUL.x, JUDUL.y, lebar, 1.05) if sempit else JUDUL
    title(s, satu.judul, judul, (34, 32, 30, 28, 26, 24, 22), AKSEN)
    atas = judul.y + judul.h + (0.1 if sempit else 0.0)
    akhir = ISI.y + ISI.h
    if not satu.kalimat:
        return Kotak(ISI.x, atas, lebar, akhir - atas)
    ruang = Kotak(ISI.x, atas, lebar, _KALIMAT_SEMPIT if sempit else _KALIMAT.h)
    besar = fit(satu.kalimat, ruang, (22, 20, 18, 16, 14))
    tinggi = height(satu.kalimat, lebar, besar)
    words(s.shapes, Kotak(ruang.x, ruang.y, lebar, tinggi), satu.kalimat, Gaya(besar))
    atas += tinggi + 0.2
    return Kotak(ISI.x, atas, lebar, akhir - atas)


def title(
    s: Any,  # noqa: ANN401
    teks: str,
    kotak: Kotak,
    ukuran: Sequence[float],
    warna: str,
) -> None:
    """Words into the slide's own title, as large as they fit."""
    judul = s.shapes.title
    judul.left, judul.top, judul.width, judul.height = kotak.emu
    gaya = Gaya(fit(teks, kotak, ukuran, tebal=True), True, warna, PP_ALIGN.LEFT,
                MSO_ANCHOR.MIDDLE)  # fmt: skip
    say(frame(judul, gaya).paragraphs[0], teks, gaya)
