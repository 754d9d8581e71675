"""The 29 kelurahan by class as SVG: names, kecamatan outlines, counted legend."""

from charts.geometry import outlines
from charts.theme import DASAR
from reference.wilayah import nama_wilayah
from reports.drawing.canvas import Kanvas, element, mark
from reports.drawing.chart import CONTOH, letters_for
from reports.drawing.ground import Batas, Tempat, path, place
from reports.drawing.legend import BARIS, Butir, down
from reports.drawing.letters import width, wrap
from reports.drawing.names import layer, name
from reports.drawing.palette import palette
from reports.slide import KelasPeta, Peta

BELUM_ADA = "Belum ada data"
_LEGENDA = 0.42
_HURUF = 0.9


def svg(
    peta: Peta,
    batas: Batas,
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
    panjang = max(width(b.nama, k.huruf * _HURUF) for b in butir) + k.huruf * 1.8
    tegak = k.huruf * _HURUF * BARIS * len(butir) + k.huruf * (2.6 if contoh else 0)
    if lebar > tinggi * 0.95:
        panjang = min(panjang, lebar * _LEGENDA)
        t = place(batas, lebar - panjang - k.huruf, tinggi)
        x = min(t.kanan + k.huruf * 1.5, lebar - panjang)
        y = max(tinggi - tegak, 0) / 2
    else:
        panjang, x, y = lebar, 0, tinggi - tegak
        t = place(batas, lebar, tinggi - tegak - k.huruf * 0.6)
    _land(k, peta, batas, t)
    y = down(k, x, y, butir, k.huruf * _HURUF, panjang)
    if contoh:
        _sample(k, x, y + k.huruf * 0.8, panjang)
    return k.svg(peta.alt or peta.judul)


def _sample(k: Kanvas, x: float, y: float, lebar: float) -> None:
    ukuran = k.huruf * 0.8
    for i, baris in enumerate(wrap(CONTOH, lebar, ukuran, 600)):
        k.add(k.text(x, y + i * ukuran * 1.1, baris, ukuran=ukuran, tebal=600,
                     warna=k.palet.contoh))  # fmt: skip


def _paint(k: Kanvas, kelas: KelasPeta | None) -> tuple[str, str]:
    """The ground of a class and what it is painted with; None is nothing known."""
    if kelas is None:
        return k.palet.warna(DASAR), k.hatched()
    warna = k.palet.warna(kelas.warna)
    pola = {"": "", "/": "x"}.get(kelas.pola, "-")
    return warna, k.paint(warna, pola, k.palet.teks_di(warna))


def _entries(k: Kanvas, peta: Peta, batas: Batas) -> list[Butir]:
    di = [peta.kelas_di.get(kode) for kode in batas]
    butir = [
        Butir(f"{satu.label} ({di.count(i)})", _paint(k, satu)[1])
        for i, satu in enumerate(peta.kelas)
    ]
    if None in di:
        butir.append(Butir(f"{BELUM_ADA} ({di.count(None)})", _paint(k, None)[1]))
    return butir


def _land(k: Kanvas, peta: Peta, batas: Batas, t: Tempat) -> None:
    bidang, nama = [], []
    for kode, bagian in batas.items():
        urut = peta.kelas_di.get(kode)
        warna, isian = _paint(k, None if urut is None else peta.kelas[urut])
        bentuk = element("path", d=path(t, bagian, tutup=True), fill=isian)
        tip = peta.tip.get(kode) or f"{nama_wilayah(kode)}\n{BELUM_ADA.lower()}"
        bidang.append(mark(bentuk, tip, peta.nilai.get(kode), kode=kode))
        nama.append(name(k, kode, bagian, t, warna))
    k.add(
        element("g", "".join(bidang), stroke=k.palet.lembut, stroke_width=0.8,
                fill_rule="evenodd"),
        _outline(outlines(batas), t, k.palet.teks, 2),
    )  # fmt: skip
    if peta.sorot:
        sorot = peta.sorot
        isi = {w: b for w, b in batas.items() if w == sorot or w[:-5] == sorot}
        for warna, tebal in ((k.palet.dasar, 9), (k.palet.teks, 5)):
            k.add(_outline(outlines(isi), t, warna, tebal))
    k.add(layer(k, nama))


def _outline(garis: list[list[tuple[int, int]]], t: Tempat, warna: str,
             tebal: float) -> str:  # fmt: skip
    return element(
        "path", d=path(t, garis, tutup=False), fill="none", stroke=warna,
        stroke_width=tebal, stroke_linejoin="round", stroke_linecap="round",
        pointer_events="none",
    )  # fmt: skip
