"""The 29 kelurahan as shapes of their own, coloured by class, with a counted legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.dml import MSO_PATTERN
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from charts.geometry import Ring, outlines, project
from charts.theme import CONTOH, DASAR, GARIS_TANPA_DATA, LIHAT, TEKS, TEKS_LEMBUT
from reference.tulisan import bernilai
from reference.wilayah import kelurahan, nama_wilayah
from reports.drawing.palette import palette
from reports.pptx.box import Gaya, Kotak, describe, rgb, text_width, words
from reports.slide import Deck, KelasPeta, Peta

BELUM_ADA = "Belum ada data"
_LEGENDA = 14.0
_NAMA = (13.0, 12.0, 11.0, 10.0, 9.0)
_POLA = {"/": MSO_PATTERN.OUTLINED_DIAMOND, "-": MSO_PATTERN.LIGHT_HORIZONTAL}


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


def draw_map(shapes: Any, peta: Peta, kotak: Kotak, deck: Deck) -> None:  # noqa: ANN401
    """Draws the map as one group that can be taken apart, and its legend beside it."""
    di = [peta.kelas_di.get(k) for k in deck.batas]
    butir: list[tuple[str, KelasPeta | None]] = [
        (f"{k.label} ({di.count(i)})", k) for i, k in enumerate(peta.kelas)
    ]
    if None in di:
        butir.append((f"{BELUM_ADA} ({di.count(None)})", None))
    lebar = max(text_width(t, _LEGENDA) for t, _ in butir) + 0.5
    t = _place(deck.batas, Kotak(kotak.x, kotak.y, kotak.w - lebar - 0.2, kotak.h))
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
        _name(grup.shapes, kode, bagian, t, _colour(peta, kode))
    if deck.cap.contoh:
        kaki = Kotak(kotak.x, kotak.y + kotak.h - 0.22, kotak.w - lebar - 0.2, 0.22)
        words(grup.shapes, kaki, CONTOH, Gaya(11, True, LIHAT))
    timur = max(t.at(x, y)[0] for b in deck.batas.values() for r in b for x, y in r)
    kiri = min(timur + 0.35, kotak.x + kotak.w - lebar)
    _legend(shapes, butir, Kotak(kiri, kotak.y + 0.15, lebar, kotak.h))


def _place(batas: Any, kotak: Kotak) -> Tempat:  # noqa: ANN401
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


def _freeform(shapes: Any, garis: Sequence[Ring], t: Tempat, *, tutup: bool) -> Any:  # noqa: ANN401
    awal = garis[0][0]
    jalan = shapes.build_freeform(awal[0], -awal[1], scale=t.skala)
    for i, ring in enumerate(garis):
        if i:
            jalan.move_to(ring[0][0], -ring[0][1])
        jalan.add_line_segments([(x, -y) for x, y in ring[1:]], close=tutup)
    return jalan.convert_to_shape(t.x, t.y)


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
        else _POLA.get(kelas.pola, MSO_PATTERN.LIGHT_HORIZONTAL)
    )
    depan = GARIS_TANPA_DATA if kelas is None else palette().teks_di(kelas.warna)
    isian.fore_color.rgb = rgb(depan)
    isian.back_color.rgb = rgb(DASAR if kelas is None else kelas.warna)


def _land(shapes: Any, peta: Peta, kode: str, bagian: list[Ring], t: Tempat) -> None:  # noqa: ANN401
    bentuk = _freeform(shapes, bagian, t, tutup=True)
    paint(bentuk, _class(peta, kode))
    bentuk.line.color.rgb, bentuk.line.width = rgb(TEKS_LEMBUT), Pt(0.75)
    bentuk.shadow.inherit = False
    tip = peta.tip.get(kode) or f"{nama_wilayah(kode)}\n{BELUM_ADA.lower()}"
    satu = ". ".join(b for b in tip.splitlines() if b)
    nilai = bernilai(peta.nilai.get(kode), peta.satuan)
    describe(bentuk, f"Kelurahan {nama_wilayah(kode)}: {nilai}", satu)


def _line(
    shapes: Any, garis: list[Ring], t: Tempat, tebal: float, nama: str  # noqa: ANN401
) -> None:  # fmt: skip
    bentuk = _freeform(shapes, garis, t, tutup=False)
    bentuk.fill.background()
    bentuk.line.color.rgb, bentuk.line.width = rgb(TEKS), Pt(tebal)
    bentuk.shadow.inherit = False
    describe(bentuk, nama)


def _name(shapes: Any, kode: str, bagian: list[Ring], t: Tempat, warna: str) -> None:  # noqa: ANN401
    """The name at its point, a line a word, as large as the land is wide."""
    tempat = kelurahan().get(kode)
    xs, ys = zip(*bagian[0], strict=True)
    tengah = (
        project(tempat.label_lon, tempat.label_lat)
        if tempat
        else ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    )
    x, y = t.at(*tengah)
    baris = nama_wilayah(kode).split()
    ruang = (max(xs) - min(xs)) * t.skala / Inches(1) * 0.9
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


def _legend(
    shapes: Any, butir: Sequence[tuple[str, KelasPeta | None]], kotak: Kotak  # noqa: ANN401
) -> None:  # fmt: skip
    for i, (teks, kelas) in enumerate(butir):
        y = kotak.y + i * 0.38
        contoh = shapes.add_shape(1, *Kotak(kotak.x, y + 0.03, 0.3, 0.24).emu)
        paint(contoh, kelas)
        contoh.line.color.rgb, contoh.line.width = rgb(TEKS_LEMBUT), Pt(0.75)
        contoh.shadow.inherit = False
        describe(contoh, f"Warna {teks}")
        di = Kotak(kotak.x + 0.4, y, kotak.w - 0.4, 0.3)
        words(shapes, di, teks, Gaya(_LEGENDA, tegak=MSO_ANCHOR.MIDDLE))
