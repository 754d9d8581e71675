"""Charts and maps on a slide: wide and narrow, light and dark, one is shown."""

from collections.abc import Callable
from html import escape

from reports.drawing import chart
from reports.drawing import map as peta
from reports.html.layout import Kotak, lines_high
from reports.slide import Deck, Grafik, Peta

JUDUL, SUMBER = 26, 18
_SEMPIT, _HURUF_SEMPIT = 560, 27
_BARIS_SEMPIT = 62
_LEBAR_PENUH = 900

Gambar = Callable[..., str]


def figure(b: Grafik | Peta, kotak: Kotak, deck: Deck, tanda: str, judul: str) -> str:
    """The block as a `<figure>` with title and source; `judul` is that of the slide.

    Four drawings stand in it (wide and narrow, light and dark), and the style sheet
    shows one: letters keep their size on a telephone.
    """
    kepala = b.judul if b.judul != judul else ""
    tinggi = kotak.tinggi - (
        lines_high(kepala, kotak.lebar, JUDUL) + (6 if kepala else 0)
        + lines_high(b.sumber, kotak.lebar, SUMBER)
    )  # fmt: skip
    huruf = 24 if kotak.lebar > _LEBAR_PENUH else 22
    isi = [f"<h3>{escape(kepala)}</h3>"] if kepala else []
    for bentuk, (lebar, tegak, besar) in {
        "lebar": (kotak.lebar, tinggi, huruf),
        "sempit": (_SEMPIT, _narrow_height(b), _HURUF_SEMPIT),
    }.items():
        for tema in ("terang", "gelap"):
            gambar = _drawing(b, deck)(
                lebar, tegak, gelap=tema == "gelap", contoh=deck.cap.contoh,
                huruf=besar, tanda=f"{tanda}{bentuk[0]}{tema[0]}",
            )  # fmt: skip
            isi.append(f'<div class="{bentuk} {tema}">{gambar}</div>')
    if b.sumber:
        isi.append(f"<figcaption>{escape(b.sumber)}</figcaption>")
    return f'<figure id="{tanda}" class="blok gambar">{"".join(isi)}</figure>'


def _drawing(b: Grafik | Peta, deck: Deck) -> Gambar:
    def draw(lebar: float, tinggi: float, **lain: object) -> str:
        if isinstance(b, Peta):
            return peta.svg(b, deck.batas, lebar, tinggi, **lain)  # type: ignore[arg-type]
        return chart.svg(b, lebar, tinggi, **lain)  # type: ignore[arg-type]

    return draw


def _narrow_height(b: Grafik | Peta) -> float:
    """How high a drawing is on a telephone: a row needs room for a finger."""
    if isinstance(b, Peta):
        return 700 + (len(b.kelas) + 1) * _HURUF_SEMPIT * 1.4 + 60
    if b.jenis in ("batang", "tumpuk"):
        return len(b.kategori) * _BARIS_SEMPIT * min(len(b.seri), 2) + 110
    return 520
