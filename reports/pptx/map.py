"""The 29 kelurahan as shapes of their own, coloured by class, with a counted legend."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.dml import MSO_PATTERN
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from charts.geometry import Ring, outlines
from charts.theme import CONTOH, DASAR, GARIS_TANPA_DATA, LIHAT, TEKS, TEKS_LEMBUT
from reference.tulisan import bernilai
from reference.wilayah import nama_wilayah
from reports.drawing.palette import palette
from reports.pptx.box import Gaya, Kotak, describe, flat, rgb, text_width, words
from reports.pptx.land import Tempat, freeform, name, place
from reports.slide import Deck, KelasPeta, Peta

BELUM_ADA = "Belum ada data"
_LEGENDA = 14.0
_BARIS = 0.38
_POLA = {"/": MSO_PATTERN.OUTLINED_DIAMOND, "-": MSO_PATTERN.DASHED_HORIZONTAL}


def draw_map(
    shapes: Any,  # noqa: ANN401
    peta: Peta,
    kotak: Kotak,
    deck: Deck,
    legenda: Kotak | None = None,
) -> None:
    """Draws the map as one group that can be taken apart, and its legend.

    The legend stands in a box of its own, under the map's title and over its source,
    or at the right of the land, where both are written by somebody else.
    """
    butir = _entries(peta, deck)
    if legenda is None:
        lebar = max(text_width(t, _LEGENDA) for t, _ in butir) + 0.5
        legenda = Kotak(kotak.x + kotak.w - lebar, kotak.y + 0.15, lebar, kotak.h)
        kotak = Kotak(kotak.x, kotak.y, kotak.w - lebar - 0.2, kotak.h)
    else:
        legenda = _titled(shapes, peta, legenda, len(butir))
    _group(shapes, peta, kotak, deck)
    _legend(shapes, butir, legenda)


def legend_height(peta: Peta, deck: Deck) -> float:
    """How high a legend with title and source is."""
    return len(_entries(peta, deck)) * _BARIS + 0.85


def _entries(peta: Peta, deck: Deck) -> list[tuple[str, KelasPeta | None]]:
    di = [peta.kelas_di.get(k) for k in deck.batas]
    butir: list[tuple[str, KelasPeta | None]] = [
        (f"{k.label} ({di.count(i)})", k) for i, k in enumerate(peta.kelas)
    ]
    return [*butir, (f"{BELUM_ADA} ({di.count(None)})", None)] if None in di else butir


def _titled(shapes: Any, peta: Peta, kotak: Kotak, n: int) -> Kotak:  # noqa: ANN401
    words(shapes, Kotak(kotak.x, kotak.y, kotak.w, 0.35), peta.judul, Gaya(16, True))
    if peta.sumber:
        di = Kotak(kotak.x, kotak.y + 0.5 + n * _BARIS, kotak.w, 0.45)
        words(shapes, di, peta.sumber, Gaya(12, warna=TEKS_LEMBUT))
    return kotak.below(0.42)


def _group(shapes: Any, peta: Peta, kotak: Kotak, deck: Deck) -> None:  # noqa: ANN401
    t = place(deck.batas, kotak)
    grup = shapes.add_group_shape()
    describe(grup, f"Peta: {peta.judul}", peta.alt)
    for kode, bagian in deck.batas.items():
        _land(grup.shapes, peta, kode, bagian, t)
    _line(grup.shapes, outlines(deck.batas), t, 1.75, "Batas kecamatan")
    if peta.sorot:
        isi = {k: b for k, b in deck.batas.items()
               if k == peta.sorot or k.startswith(f"{peta.sorot}.")}  # fmt: skip
        _line(grup.shapes, outlines(isi), t, 4.5, f"Batas {nama_wilayah(peta.sorot)}")
    for kode, bagian in deck.batas.items():
        name(grup.shapes, kode, bagian, t, _colour(peta, kode))
    if deck.cap.contoh:
        kaki = Kotak(kotak.x, kotak.y + kotak.h - 0.22, kotak.w, 0.22)
        words(grup.shapes, kaki, CONTOH, Gaya(11, True, LIHAT))


def _class(peta: Peta, kode: str) -> KelasPeta | None:
    urut = peta.kelas_di.get(kode)
    return None if urut is None else peta.kelas[urut]


def _colour(peta: Peta, kode: str) -> str:
    kelas = _class(peta, kode)
    return DASAR if kelas is None else kelas.warna


def paint(bentuk: Any, kelas: KelasPeta | None) -> None:  # noqa: ANN401
    """The fill of a class; None is nothing known, hatched grey on white."""
    isian = bentuk.fill
    if kelas is not None and not kelas.pola:
        isian.solid()
        isian.fore_color.rgb = rgb(kelas.warna)
        return
    isian.patterned()
    isian.pattern = (
        MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        if kelas is None
        else _POLA.get(kelas.pola, MSO_PATTERN.DASHED_HORIZONTAL)
    )
    depan = GARIS_TANPA_DATA if kelas is None else palette().teks_di(kelas.warna)
    isian.fore_color.rgb = rgb(depan)
    isian.back_color.rgb = rgb(DASAR if kelas is None else kelas.warna)


def _land(shapes: Any, peta: Peta, kode: str, bagian: list[Ring], t: Tempat) -> None:  # noqa: ANN401
    bentuk = freeform(shapes, bagian, t, tutup=True)
    paint(bentuk, _class(peta, kode))
    bentuk.line.color.rgb, bentuk.line.width = rgb(TEKS_LEMBUT), Pt(0.75)
    flat(bentuk)
    tip = peta.tip.get(kode) or f"{nama_wilayah(kode)}\n{BELUM_ADA.lower()}"
    satu = ". ".join(b for b in tip.splitlines() if b)
    nilai = bernilai(peta.nilai.get(kode), peta.satuan)
    describe(bentuk, f"Kelurahan {nama_wilayah(kode)}: {nilai}", satu)


def _line(
    shapes: Any, garis: list[Ring], t: Tempat, tebal: float, nama: str  # noqa: ANN401
) -> None:  # fmt: skip
    bentuk = freeform(shapes, garis, t, tutup=False)
    bentuk.fill.background()
    bentuk.line.color.rgb, bentuk.line.width = rgb(TEKS), Pt(tebal)
    flat(bentuk)
    describe(bentuk, nama)


def _legend(
    shapes: Any, butir: Sequence[tuple[str, KelasPeta | None]], kotak: Kotak  # noqa: ANN401
) -> None:  # fmt: skip
    for i, (teks, kelas) in enumerate(butir):
        y = kotak.y + i * _BARIS
        contoh = shapes.add_shape(1, *Kotak(kotak.x, y + 0.03, 0.3, 0.24).emu)
        paint(contoh, kelas)
        contoh.line.color.rgb, contoh.line.width = rgb(TEKS_LEMBUT), Pt(0.75)
        flat(contoh)
        describe(contoh, f"Warna {teks}")
        di = Kotak(kotak.x + 0.4, y, kotak.w - 0.4, 0.3)
        words(shapes, di, teks, Gaya(_LEGENDA, tegak=MSO_ANCHOR.MIDDLE))
