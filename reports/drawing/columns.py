"""Upright bars: a place a category, its words below, its value above."""

from dataclasses import dataclass

from reports.drawing.bars import fill
from reports.drawing.canvas import Kanvas, element, mark
from reports.drawing.legend import Butir, across
from reports.drawing.letters import width
from reports.drawing.scale import Skala, known, marks, short
from reports.drawing.words import TAK_ADA, below, goal_across, tip
from reports.slide import Grafik

_TEBAL = 0.72


@dataclass(frozen=True, slots=True)
class Bidang:
    """Where columns stand: left edge, room of each category, the scale of heights."""

    kiri: float
    jarak: float
    y: Skala
    bawah: float
    berkata: bool

    def middle(self, j: int) -> float:
        """The middle of the j-th category."""
        return self.kiri + self.jarak * (j + 0.5)


def draw(k: Kanvas, g: Grafik, bawah: float) -> None:
    """Draws the columns of the chart above `bawah`, from a line at zero."""
    butir = [
        Butir(s.nama, k.paint(*k.palet.isian(i, s.warna))) for i, s in enumerate(g.seri)
    ] if len(g.seri) > 1 else []  # fmt: skip
    kosong = sum(not known([v]) for s in g.seri for v in s.nilai)
    if kosong:
        butir.append(Butir(f"{TAK_ADA} ({kosong})", k.hatched()))
    atas = across(k, 0, butir, k.huruf * 0.9) if butir else 0.0
    b = _field(k, g, atas, bawah - k.huruf * 2.3)
    for i in range(len(g.seri)):
        for j in range(len(g.kategori)):
            _column(k, g, b, i, j)
    nol = b.y.at(0)
    k.add(element("line", x1=b.kiri, y1=nol, x2=k.lebar, y2=nol, stroke=k.palet.lembut,
                  stroke_width=1.5))  # fmt: skip
    tempat = [b.middle(j) for j in range(len(g.kategori))]
    below(k, tempat, g.kategori, b.bawah + k.huruf * 0.3, b.jarak, g.sorot)
    if g.goal:
        goal_across(k, b.kiri, k.lebar, b.y.at(g.goal[0]), g.goal[1])


def _field(k: Kanvas, g: Grafik, atas: float, dasar: float) -> Bidang:
    """Values above the columns where they fit, else marks at the left."""
    nilai = known(v for s in g.seri for v in s.nilai)
    ujung = [*nilai, g.goal[0]] if g.goal else nilai
    tempat = k.lebar / len(g.kategori) * _TEBAL * 1.3 / len(g.seri)
    atas += k.huruf * 1.2
    if max(width(short(v, g.satuan), k.huruf * 0.85, 600) for v in nilai) <= tempat:
        rendah, tinggi = min([0.0, *ujung]), max([0.0, *ujung])
        bawah = dasar - (k.huruf * 1.2 if rendah < 0 else 0)
        y = Skala(rendah, tinggi if tinggi > rendah else rendah + 1, bawah, atas)
        return Bidang(0, k.lebar / len(g.kategori), y, dasar, berkata=True)
    tanda = marks(ujung, g.satuan)
    kata = [short(t, g.satuan) for t in tanda]
    kiri = max(width(t, k.huruf * 0.85) for t in kata) + k.huruf * 0.5
    y = Skala(tanda[0], tanda[-1], dasar, atas)
    for t, teks in zip(tanda, kata, strict=True):
        k.add(element("line", x1=kiri, y1=y.at(t), x2=k.lebar, y2=y.at(t),
                      stroke=k.palet.garis, stroke_width=1))  # fmt: skip
        k.add(k.text(kiri - k.huruf * 0.4, y.at(t), teks, ukuran=k.huruf * 0.85,
                     warna=k.palet.lembut, jangkar="end"))  # fmt: skip
    return Bidang(kiri, (k.lebar - kiri) / len(g.kategori), y, dasar, berkata=False)


def _column(k: Kanvas, g: Grafik, b: Bidang, i: int, j: int) -> None:
    v = g.seri[i].nilai[j]
    tebal = b.jarak * _TEBAL / len(g.seri)
    x = b.middle(j) - b.jarak * _TEBAL / 2 + tebal * i
    nol = b.y.at(0)
    if not known([v]):
        sisi = k.huruf * 0.8
        isi = element("rect", x=x + (tebal - sisi) / 2, y=nol - sisi, width=sisi,
                      height=sisi, fill=k.hatched(), stroke=k.palet.lembut)  # fmt: skip
        k.add(mark(isi, tip(g, i, j), None, seri=i, kategori=j))
        return
    nilai = float(v)  # type: ignore[arg-type]
    atas, bawah = sorted((nol, b.y.at(nilai)))
    tepi = k.palet.teks if k.palet.hitam_putih else None
    isi = element("rect", x=x, y=atas, width=tebal, height=max(bawah - atas, 1),
                  fill=fill(k, g, i, j), stroke=tepi)  # fmt: skip
    if b.berkata:
        y = bawah + k.huruf * 0.6 if nilai < 0 else atas - k.huruf * 0.6
        isi += k.text(x + tebal / 2, y, short(nilai, g.satuan), tebal=600,
                      ukuran=k.huruf * 0.85, jangkar="middle")  # fmt: skip
    k.add(mark(isi, tip(g, i, j), v, seri=i, kategori=j))
