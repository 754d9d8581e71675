"""The land on the drawing: where it stands, and its shapes as paths."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from charts.geometry import Ring
from reports.drawing.canvas import number

_TEPI = 3.0
Batas = Mapping[str, list[Ring]]


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where the city stands on the drawing: corner, scale, and its own edges."""

    kiri: float
    atas: float
    skala: float
    barat: float
    utara: float
    timur: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the land on the drawing, where y grows downward."""
        return (
            self.kiri + (x - self.barat) * self.skala,
            self.atas + (self.utara - y) * self.skala,
        )

    @property
    def kanan(self) -> float:
        """The right edge of the city on the drawing."""
        return self.at(self.timur, 0)[0]


def place(batas: Batas, lebar: float, tinggi: float) -> Tempat:
    """The city as large as it can be, in the middle of a box at the upper left.

    >>> t = place({"35.74.01.1001": [[(0, 0), (10, 0), (10, 10), (0, 0)]]}, 26, 46)
    >>> t.skala, t.at(0, 10)
    (2.0, (3.0, 13.0))
    """
    xs, ys = zip(*(p for g in batas.values() for ring in g for p in ring), strict=True)
    panjang, tegak = max(xs) - min(xs), max(ys) - min(ys)
    skala = min((lebar - 2 * _TEPI) / panjang, (tinggi - 2 * _TEPI) / tegak)
    kiri, atas = (lebar - panjang * skala) / 2, (tinggi - tegak * skala) / 2
    return Tempat(kiri, atas, skala, min(xs), max(ys), max(xs))


def path(t: Tempat, garis: Iterable[Ring], *, tutup: bool) -> str:
    """Lines as the `d` of a path, each step from the last point in tenths of a unit.

    >>> path(Tempat(0, 10, 1, 0, 10, 10), [[(0, 0), (3, 4), (10, 0)]], tutup=True)
    'M0 20l3-4 7 4Z'
    """
    jalan = []
    for ring in garis:
        titik = [tuple(round(v, 1) for v in t.at(*p)) for p in ring]
        langkah = "".join(
            _after(x - x0) + _after(y - y0)
            for (x0, y0), (x, y) in zip(titik, titik[1:], strict=False)
        )
        awal = number(titik[0][0]) + _after(titik[0][1])
        jalan.append(f"M{awal}l{langkah.lstrip()}{'Z' if tutup else ''}")
    return "".join(jalan)


def _after(x: float) -> str:
    """A number behind another: a minus parts them as well as a space."""
    teks = number(x)
    return teks if teks.startswith("-") else f" {teks}"


def breadth(bagian: list[Ring], t: Tempat, y: float) -> float:
    """How wide the land is at that height of the drawing."""
    potong = []
    for ring in bagian:
        titik = [t.at(*p) for p in ring]
        for (x1, y1), (x2, y2) in zip(titik, titik[1:], strict=False):
            if (y1 > y) != (y2 > y):
                potong.append(x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    return max(potong) - min(potong) if potong else 0.0
