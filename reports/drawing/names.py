"""Names of kelurahan on the map, each as large as its land allows."""

from html import escape

from charts.geometry import Ring, project
from reference.wilayah import kelurahan, nama_wilayah
from reports.drawing.canvas import Kanvas, element
from reports.drawing.ground import Tempat, breadth
from reports.drawing.letters import width

_TERBESAR, _TERKECIL = 0.82, 0.54
_TEGAK = 0.92


def name(k: Kanvas, kode: str, bagian: list[Ring], t: Tempat, warna: str) -> str:
    """The name at its point, in a line a word; `warna` is the ground it stands on."""
    x, y = t.at(*_point(kode, bagian))
    baris = nama_wilayah(kode).split()
    ukuran = k.huruf * _TERBESAR
    while ukuran > k.huruf * _TERKECIL and not _fits(baris, bagian, t, y, ukuran):
        ukuran *= 0.95
    atas = y - (len(baris) - 1) / 2 * ukuran * _TEGAK + ukuran * 0.34
    isi = "".join(
        element("text", escape(teks), x=x, y=atas + i * ukuran * _TEGAK)
        for i, teks in enumerate(baris)
    )
    return element(
        "g", isi, font_size=ukuran, fill=k.palet.teks_di(warna), stroke=warna,
        stroke_width=ukuran * 0.2,
    )  # fmt: skip


def layer(nama: list[str]) -> str:
    """All names, over the land, out of the way of the pointer."""
    return element(
        "g", "".join(nama), font_weight="600", text_anchor="middle",
        stroke_linejoin="round", paint_order="stroke", pointer_events="none",
    )  # fmt: skip


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
