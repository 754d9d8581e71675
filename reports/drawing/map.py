"""The 29 kelurahan by class as SVG: names, kecamatan outlines, counted legend."""

from collections.abc import Mapping
from dataclasses import dataclass

from charts.geometry import Ring, outlines, project
from charts.theme import DASAR
from reference.wilayah import kelurahan, nama_wilayah
from reports.drawing.canvas import Kanvas, element, mark, number
from reports.drawing.chart import letters_for, sample_word
from reports.drawing.legend import Butir, down
from reports.drawing.letters import width
from reports.drawing.palette import palette
from reports.slide import KelasPeta, Peta

BELUM_ADA = "Belum ada data"
_LEGENDA = 0.42
_NAMA_TERBESAR, _NAMA_TERKECIL = 0.8, 0.52


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where the city stands on the drawing: corner, scale, upper edge of the land."""

    kiri: float
    atas: float
    skala: float
    barat: float
    utara: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the land on the drawing, where y grows downward."""
        return (
            self.kiri + (x - self.barat) * self.skala,
            self.atas + (self.utara - y) * self.skala,
        )


def svg(
    peta: Peta,
    batas: Mapping[str, list[Ring]],
    lebar: float,
    tinggi: float,
    *,
    gelap: bool = False,
    hitam_putih: bool = False,
    contoh: bool = False,
    huruf: float = 0,
    tanda: str = "m",
) -> str:
    """The map as one `<svg>` of that size; its title and source stand outside it.

    `batas` as in `reports.slide.Deck`. The legend stands at the right of a wide
    drawing and below a tall one, each class with how many places it holds. Other
    parameters as in `reports.drawing.chart.svg`.
    """
    k = Kanvas(
        lebar, tinggi, palette(gelap=gelap, hitam_putih=hitam_putih),
        huruf or letters_for(lebar, tinggi), tanda,
    )  # fmt: skip
    butir = _entries(k, peta, batas)
    bawah = tinggi - (k.huruf * 1.1 if contoh else 0)
    if contoh:
        k.add(sample_word(k, lebar, tinggi))
    panjang = max(width(b.nama, k.huruf * 0.9) for b in butir) + k.huruf * 1.8
    baris = k.huruf * 0.9 * 1.5 * len(butir)
    di_samping = lebar > tinggi * 0.95
    if di_samping:
        panjang = min(panjang, lebar * _LEGENDA)
        kotak = (lebar - panjang - k.huruf, bawah)
    else:
        kotak = (lebar, bawah - baris - k.huruf)
    t = _place(batas, *kotak)
    _land(k, peta, batas, t)
    if di_samping:
        x = min(_east(batas, t) + k.huruf * 1.2, lebar - panjang)
        down(k, x, max(bawah - baris, 0) / 2, butir, k.huruf * 0.9, panjang)
    else:
        down(k, 0, bawah - baris, butir, k.huruf * 0.9, lebar)
    return k.svg(peta.alt or peta.judul)


def _paint(k: Kanvas, kelas: KelasPeta | None) -> tuple[str, str]:
    """The ground of a class and what it is painted with; None is nothing known."""
    if kelas is None:
        return k.palet.warna(DASAR), k.hatched()
    warna = k.palet.warna(kelas.warna)
    pola = {"": "", "/": "x"}.get(kelas.pola, "-")
    return warna, k.paint(warna, pola, k.palet.teks_di(warna))


def _entries(k: Kanvas, peta: Peta, batas: Mapping[str, list[Ring]]) -> list[Butir]:
    di = [peta.kelas_di.get(kode) for kode in batas]
    butir = [
        Butir(f"{satu.label} ({di.count(i)})", _paint(k, satu)[1])
        for i, satu in enumerate(peta.kelas)
    ]
    if None in di:
        butir.append(Butir(f"{BELUM_ADA} ({di.count(None)})", _paint(k, None)[1]))
    return butir


def _points(batas: Mapping[str, list[Ring]]) -> list[tuple[int, int]]:
    return [titik for bagian in batas.values() for ring in bagian for titik in ring]


def _place(batas: Mapping[str, list[Ring]], lebar: float, tinggi: float) -> Tempat:
    xs, ys = zip(*_points(batas), strict=True)
    tepi = 3.0
    skala = min(
        (lebar - 2 * tepi) / (max(xs) - min(xs)),
        (tinggi - 2 * tepi) / (max(ys) - min(ys)),
    )
    kiri = max((lebar - (max(xs) - min(xs)) * skala) / 2, tepi)
    atas = max((tinggi - (max(ys) - min(ys)) * skala) / 2, tepi)
    return Tempat(kiri, atas, skala, min(xs), max(ys))


def _east(batas: Mapping[str, list[Ring]], t: Tempat) -> float:
    return max(t.at(x, y)[0] for x, y in _points(batas))


def _path(t: Tempat, garis: list[Ring], *, tutup: bool) -> str:
    jalan = []
    for ring in garis:
        titik = [f"{number(x)} {number(y)}" for x, y in (t.at(*p) for p in ring)]
        jalan.append("M" + "L".join(titik) + ("Z" if tutup else ""))
    return "".join(jalan)


def _land(k: Kanvas, peta: Peta, batas: Mapping[str, list[Ring]], t: Tempat) -> None:
    nama = []
    for kode, bagian in batas.items():
        urut = peta.kelas_di.get(kode)
        warna, isian = _paint(k, None if urut is None else peta.kelas[urut])
        bidang = element(
            "path", d=_path(t, bagian, tutup=True), fill=isian, stroke=k.palet.lembut,
            stroke_width=0.8, fill_rule="evenodd",
        )  # fmt: skip
        tip = peta.tip.get(kode) or f"{nama_wilayah(kode)}\n{BELUM_ADA.lower()}"
        k.add(mark(bidang, tip, peta.nilai.get(kode), kode=kode))
        nama.append(_name(k, kode, bagian, t, warna))
    garis = _path(t, outlines(batas), tutup=False)
    k.add(element("path", d=garis, fill="none", stroke=k.palet.teks, stroke_width=2,
                  stroke_linejoin="round"))  # fmt: skip
    if peta.sorot:
        _pointed(k, peta.sorot, batas, t)
    k.add(*nama)


def _pointed(k: Kanvas, kode: str, batas: Mapping[str, list[Ring]], t: Tempat) -> None:
    isi = {w: b for w, b in batas.items() if w == kode or w.startswith(f"{kode}.")}
    garis = _path(t, outlines(isi), tutup=False)
    for warna, tebal in ((k.palet.dasar, 8), (k.palet.teks, 4.5)):
        k.add(element("path", d=garis, fill="none", stroke=warna, stroke_width=tebal,
                      stroke_linejoin="round", stroke_linecap="round"))  # fmt: skip


def _name(k: Kanvas, kode: str, bagian: list[Ring], t: Tempat, warna: str) -> str:
    """The name at its point, as large as the land allows, in a line a word."""
    x, y = t.at(*_label_point(kode, bagian))
    baris = nama_wilayah(kode).split()
    ukuran = k.huruf * _NAMA_TERBESAR
    while ukuran > k.huruf * _NAMA_TERKECIL and not _fits(baris, bagian, t, y, ukuran):
        ukuran *= 0.95
    return element(
        "g",
        "".join(
            k.text(
                x,
                y + (i - (len(baris) - 1) / 2) * ukuran,
                teks,
                ukuran=ukuran,
                tebal=600,
                jangkar="middle",
                warna=k.palet.teks_di(warna),
                halo=warna,
            )  # fmt: skip
            for i, teks in enumerate(baris)
        ),
        pointer_events="none",
    )


def _fits(
    baris: list[str], bagian: list[Ring], t: Tempat, y: float, ukuran: float
) -> bool:
    """Whether lines of a name, the middle one at y, stay on the land."""
    for i, teks in enumerate(baris):
        tengah = y + (i - (len(baris) - 1) / 2) * ukuran
        lebar = min(_breadth(bagian, t, tengah + s * ukuran * 0.35) for s in (-1, 1))
        if width(teks, ukuran, 600) > lebar * 0.96:
            return False
    return True


def _label_point(kode: str, bagian: list[Ring]) -> tuple[float, float]:
    tempat = kelurahan().get(kode)
    if tempat is not None:
        return project(tempat.label_lon, tempat.label_lat)
    xs, ys = zip(*bagian[0], strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _breadth(bagian: list[Ring], t: Tempat, y: float) -> float:
    """How wide the land is at that height of the drawing."""
    potong = []
    for ring in bagian:
        titik = [t.at(*p) for p in ring]
        for (x1, y1), (x2, y2) in zip(titik, titik[1:], strict=False):
            if (y1 > y) != (y2 > y):
                potong.append(x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    return max(potong) - min(potong) if potong else 0.0
