"""Stacked bars across: the parts of each category end to end, with the sum behind."""

from charts.theme import BERURUT
from reports.drawing.bars import Baris, names, rows
from reports.drawing.canvas import Kanvas, element, mark
from reports.drawing.legend import Butir, across
from reports.drawing.letters import width
from reports.drawing.scale import Skala, known, short
from reports.drawing.words import missing, tip
from reports.slide import Grafik

_TEBAL = 0.7


def draw(k: Kanvas, g: Grafik, bawah: float) -> None:
    """Draws the stacks of the chart above `bawah`; negative parts raise ValueError."""
    if any(v < 0 for v in known(v for s in g.seri for v in s.nilai)):
        raise ValueError("parts of a stack cannot be below zero")
    isian = [_fill(k, g, i) for i in range(len(g.seri))]
    atas = across(
        k, 0,
        [Butir(s.nama, f[1]) for s, f in zip(g.seri, isian, strict=True)],
        k.huruf * 0.9,
    )  # fmt: skip
    b = rows(k, g, atas, bawah)
    names(k, g, b)
    jumlah = [sum(known(s.nilai[j] for s in g.seri)) for j in range(len(g.kategori))]
    ruang = max(width(t, b.huruf, 700) for t in _sums(g, jumlah)) + b.huruf * 0.6
    x = Skala(0, max(jumlah) or 1, b.kiri, k.lebar - ruang)
    for j, kata in enumerate(_sums(g, jumlah)):
        _stack(k, g, b, x, j, isian)
        y, ujung = b.middle(j), x.at(jumlah[j]) + b.huruf * 0.35
        if known(s.nilai[j] for s in g.seri):
            k.add(k.text(ujung, y, kata, ukuran=b.huruf, tebal=700))
        else:
            k.add(missing(k, b.kiri + 4, y, b.huruf))
    k.add(element("line", x1=b.kiri, y1=atas, x2=b.kiri, y2=bawah,
                  stroke=k.palet.lembut, stroke_width=1.5))  # fmt: skip


def _fill(k: Kanvas, g: Grafik, i: int) -> tuple[str, str]:
    """The ground of a part, and what it is painted with."""
    tangga = BERURUT[-len(g.seri) :] if len(g.seri) <= len(BERURUT) else ()
    warna, pola = k.palet.isian(i, g.seri[i].warna or (tangga[i] if tangga else ""))
    return warna, k.paint(warna, pola)


def _sums(g: Grafik, jumlah: list[float]) -> list[str]:
    """The sum behind each stack; shares need none, and a sum with a gap says so."""
    if g.satuan == "%":
        return [""] * len(jumlah)
    penuh = [len(known(s.nilai[j] for s in g.seri)) == len(g.seri)
             for j in range(len(jumlah))]  # fmt: skip
    return [
        short(v, g.satuan) if p else f"sedikitnya {short(v, g.satuan)}"
        for v, p in zip(jumlah, penuh, strict=True)
    ]


def _stack(
    k: Kanvas, g: Grafik, b: Baris, x: Skala, j: int, isian: list[tuple[str, str]]
) -> None:
    tebal, mulai = b.tinggi * _TEBAL, 0.0
    y, huruf = b.middle(j), min(b.huruf * 0.9, b.tinggi * _TEBAL * 0.8)
    for i, s in enumerate(g.seri):
        v = s.nilai[j]
        if not known([v]):
            k.add(mark(" ", tip(g, i, j), None, seri=i, kategori=j))
            continue
        nilai = float(v)  # type: ignore[arg-type]
        kiri, kanan = x.at(mulai), x.at(mulai + nilai)
        warna, isi = isian[i]
        bagian = element("rect", x=kiri, y=y - tebal / 2, width=kanan - kiri,
                         height=tebal, fill=isi, stroke=k.palet.dasar,
                         stroke_width=1.5)  # fmt: skip
        kata = short(nilai, g.satuan)
        if nilai and width(kata, huruf, 600) + 6 <= kanan - kiri:
            bergaris = isi.startswith("url")
            bagian += k.text(
                (kiri + kanan) / 2, y, kata, ukuran=huruf, tebal=600, jangkar="middle",
                warna=k.palet.teks_di(warna), halo=warna if bergaris else "",
            )  # fmt: skip
        k.add(mark(bagian, tip(g, i, j), v, seri=i, kategori=j))
        mulai += nilai
