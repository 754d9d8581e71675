"""Names of kelurahan on the map, each as large as its land allows."""

from dataclasses import dataclass
from html import escape
from itertools import combinations

from charts.geometry import Ring, project
from reference.wilayah import kelurahan, nama_wilayah
from reports.drawing.canvas import Kanvas, element
from reports.drawing.ground import Tempat, breadth
from reports.drawing.letters import width

_TERBESAR, _TERKECIL = 0.72, 0.54
_TEGAK = 0.92
_PUTARAN = 40


@dataclass(slots=True)
class Nama:
    """A name at its middle point, in a line a word, on a ground of that colour."""

    baris: list[str]
    x: float
    y: float
    ukuran: float
    warna: str

    @property
    def lebar(self) -> float:
        """How wide it is."""
        return max(width(b, self.ukuran, 600) for b in self.baris)

    @property
    def tinggi(self) -> float:
        """How high it is."""
        return len(self.baris) * self.ukuran * _TEGAK


def name(k: Kanvas, kode: str, bagian: list[Ring], t: Tempat, warna: str) -> Nama:
    """The name at its point; `warna` is the ground it stands on."""
    x, y = t.at(*_point(kode, bagian))
    baris = nama_wilayah(kode).split()
    ukuran = k.huruf * _TERBESAR
    while ukuran > k.huruf * _TERKECIL and not _fits(baris, bagian, t, y, ukuran):
        ukuran *= 0.95
    return Nama(baris, x, y, ukuran, warna)


def layer(k: Kanvas, nama: list[Nama]) -> str:
    """All names, over the land, out of the way of the pointer and of each other."""
    _part(nama)
    return element(
        "g", "".join(_drawn(k, n) for n in nama), font_weight="600",
        text_anchor="middle", stroke_linejoin="round", paint_order="stroke",
        pointer_events="none",
    )  # fmt: skip


def _drawn(k: Kanvas, n: Nama) -> str:
    atas = n.y - (len(n.baris) - 1) / 2 * n.ukuran * _TEGAK + n.ukuran * 0.34
    isi = "".join(
        element("text", escape(teks), x=n.x, y=atas + i * n.ukuran * _TEGAK)
        for i, teks in enumerate(n.baris)
    )
    return element(
        "g", isi, font_size=n.ukuran, fill=k.palet.teks_di(n.warna), stroke=n.warna,
        stroke_width=n.ukuran * 0.2,
    )  # fmt: skip


def _part(nama: list[Nama]) -> None:
    """Moves names apart that stand upon each other, each time half of the way."""
    for _ in range(_PUTARAN):
        tenang = True
        for a, b in combinations(nama, 2):
            atas = (a.tinggi + b.tinggi) / 2 - abs(a.y - b.y)
            if atas <= 0.5:
                continue
            samping = (a.lebar + b.lebar) / 2 + 2 - abs(a.x - b.x)
            if samping <= 0.5:
                continue
            tenang = False
            if samping < atas:
                geser = samping / 2 if a.x < b.x else -samping / 2
                a.x, b.x = a.x - geser / 2, b.x + geser / 2
            else:
                geser = atas / 2 if a.y < b.y else -atas / 2
                a.y, b.y = a.y - geser / 2, b.y + geser / 2
        if tenang:
            return


def _fits(
    baris: list[str], bagian: list[Ring], t: Tempat, y: float, ukuran: float
) -> bool:
    """Whether the lines of a name, the middle one at y, stay on the land."""
    for i, teks in enumerate(baris):
        tengah = y + (i - (len(baris) - 1) / 2) * ukuran * _TEGAK
        lebar = min(breadth(bagian, t, tengah + s * ukuran * 0.3) for s in (-1, 1))
        if width(teks, ukuran, 600) > lebar:
            return False
    return True


def _point(kode: str, bagian: list[Ring]) -> tuple[float, float]:
    tempat = kelurahan().get(kode)
    if tempat is not None:
        return project(tempat.label_lon, tempat.label_lat)
    xs, ys = zip(*bagian[0], strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
