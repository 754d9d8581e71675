"""Bars across: a row a category, its words at the left, its value at the end."""

from dataclasses import dataclass, replace

from reports.drawing.canvas import Kanvas, element, mark
from reports.drawing.legend import Butir, across
from reports.drawing.letters import lines, width
from reports.drawing.scale import Skala, known, short
from reports.drawing.words import TAK_ADA, goal_upright, missing, tip
from reports.slide import Grafik

_KIRI = 0.38
_TEBAL = 0.74
_PALING_SEMPIT, _HURUF_TERKECIL = 0.1, 5.0


@dataclass(frozen=True, slots=True)
class Baris:
    """The rows: where the first begins, how high each is, how large its letters."""

    atas: float
    tinggi: float
    huruf: float
    kiri: float

    def middle(self, i: float) -> float:
        """The middle line of the i-th row."""
        return self.atas + self.tinggi * (i + 0.5)


def rows(k: Kanvas, g: Grafik, atas: float, bawah: float) -> Baris:
    """The rows between two heights, with room for the words at their left."""
    tinggi = (bawah - atas) / len(g.kategori)
    huruf = min(k.huruf, tinggi * 0.8)
    lebar = max(width(t, huruf, 700) for t in g.kategori) + huruf * 0.6
    return Baris(atas, tinggi, huruf, min(lebar, k.lebar * _KIRI))


def names(k: Kanvas, g: Grafik, b: Baris) -> None:
    """The words at the left of each row, in two lines where they are long."""
    muat = 2 if b.tinggi > b.huruf * 2 else 1
    for i, nama in enumerate(g.kategori):
        tebal = 700 if i == g.sorot else 400
        isi = lines(nama, b.kiri - b.huruf * 0.5, b.huruf, muat, tebal)
        for j, teks in enumerate(isi):
            y = b.middle(i) + (j - (len(isi) - 1) / 2) * b.huruf
            k.add(k.text(b.kiri - b.huruf * 0.5, y, teks, ukuran=b.huruf, tebal=tebal,
                         jangkar="end"))  # fmt: skip


def draw(k: Kanvas, g: Grafik, bawah: float) -> None:
    """Draws the bars of the chart above `bawah`, from a line at zero."""
    atas = 0.0
    if len(g.seri) > 1:
        atas = across(k, 0, [Butir(s.nama, k.paint(*k.palet.isian(i, s.warna)))
                             for i, s in enumerate(g.seri)], k.huruf * 0.9)  # fmt: skip
    if g.goal:
        atas += k.huruf * 1.3
    b, x = _fitted(k, g, rows(k, g, atas, bawah))
    names(k, g, b)
    if g.goal:
        goal_upright(k, x.at(g.goal[0]), atas, bawah, g.goal[1])
    nol = x.at(0)
    for i in range(len(g.seri)):
        for j in range(len(g.kategori)):
            _bar(k, g, b, x, i, j)
    k.add(element("line", x1=nol, y1=atas, x2=nol, y2=bawah, stroke=k.palet.lembut,
                  stroke_width=1.5))  # fmt: skip


def _fitted(k: Kanvas, g: Grafik, b: Baris) -> tuple[Baris, Skala]:
    """Rows with letters so small that the words at both ends leave room for bars."""
    x = _across(k, g, b)
    while x.ke - x.dari < k.lebar * _PALING_SEMPIT and b.huruf > _HURUF_TERKECIL:
        b = replace(b, huruf=b.huruf * 0.9)
        x = _across(k, g, b)
    return b, x


def _across(k: Kanvas, g: Grafik, b: Baris) -> Skala:
    """From values to places, with room for their words at the ends of the bars."""
    nilai = known(v for s in g.seri for v in s.nilai)
    ujung = [*nilai, g.goal[0]] if g.goal else nilai
    rendah, tinggi = min([0.0, *ujung]), max([0.0, *ujung])
    turun = [short(v, g.satuan) for v in nilai if v < 0]
    lain = [short(v, g.satuan) for v in nilai if v >= 0]
    if len(nilai) < sum(len(s.nilai) for s in g.seri):
        lain.append(TAK_ADA)
    kiri = b.kiri + _words_wide(turun, b.huruf)
    kanan = k.lebar - _words_wide(lain, b.huruf)
    return Skala(rendah, tinggi if tinggi > rendah else rendah + 1, kiri, kanan)


def _words_wide(kata: list[str], huruf: float) -> float:
    """The room of words beside the end of a bar; none where there are no words."""
    return max((width(t, huruf, 700) + huruf * 1.2 for t in kata), default=0.0)


def _bar(k: Kanvas, g: Grafik, b: Baris, x: Skala, i: int, j: int) -> None:
    v = g.seri[i].nilai[j]
    tebal = b.tinggi * _TEBAL / len(g.seri)
    y = b.middle(j) - b.tinggi * _TEBAL / 2 + tebal * (i + 0.5)
    nol = x.at(0)
    if not known([v]):
        kosong = missing(k, nol + 4, y, min(b.huruf, tebal * 1.2))
        k.add(mark(kosong, tip(g, i, j), None, seri=i, kategori=j))
        return
    nilai = float(v)  # type: ignore[arg-type]
    kiri, kanan = sorted((nol, x.at(nilai)))
    batang = element(
        "rect", x=kiri, y=y - tebal / 2, width=max(kanan - kiri, 1), height=tebal,
        fill=fill(k, g, i, j), stroke=k.palet.teks if k.palet.hitam_putih else None,
        stroke_width=1 if k.palet.hitam_putih else None,
    )  # fmt: skip
    kata = k.text(
        kiri - b.huruf * 0.35 if nilai < 0 else kanan + b.huruf * 0.35, y,
        short(nilai, g.satuan), ukuran=min(b.huruf, tebal * 1.1), tebal=600,
        jangkar="end" if nilai < 0 else None, halo=k.palet.dasar,
    )  # fmt: skip
    k.add(mark(batang + kata, tip(g, i, j), v, seri=i, kategori=j))


def fill(k: Kanvas, g: Grafik, i: int, j: int) -> str:
    """What a bar is filled with; beside one that is pointed out, others step back."""
    if len(g.seri) == 1 and g.sorot is not None:
        if j != g.sorot:
            return k.palet.pudar
        return k.palet.aksen
    return k.paint(*k.palet.isian(i, g.seri[i].warna))
