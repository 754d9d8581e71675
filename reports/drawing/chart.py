"""A chart of numbers as SVG: lines, bars across, upright bars, stacked bars."""

from reports.drawing import bars, columns, lines, stacks
from reports.drawing.canvas import Kanvas
from reports.drawing.palette import palette
from reports.drawing.scale import known
from reports.slide import Grafik

CONTOH = "CONTOH – bukan data sebenarnya"
_JENIS = {
    "garis": lines.draw,
    "batang": bars.draw,
    "kolom": columns.draw,
    "tumpuk": stacks.draw,
}


def svg(
    grafik: Grafik,
    lebar: float,
    tinggi: float,
    *,
    gelap: bool = False,
    hitam_putih: bool = False,
    contoh: bool = False,
    huruf: float = 0,
    tanda: str = "g",
) -> str:
    """The chart as one `<svg>` of that size; its title and source stand outside it.

    Everything is in the same unit, pixels on a slide: `huruf` is the size of its
    letters (0: by the room there is). `tanda` begins every id in it: drawings that
    stand in one document need different ones. A value that is not known is a gap or a
    hatched place with its words, never 0. Each value is a `<g data-value>` with a
    `<title>`. Raises KeyError for an unknown `jenis`.
    """
    gambar = _JENIS[grafik.jenis]
    k = Kanvas(
        lebar, tinggi, palette(gelap=gelap, hitam_putih=hitam_putih),
        huruf or letters_for(lebar, tinggi), tanda,
    )  # fmt: skip
    bawah = tinggi
    if contoh:
        k.add(sample_word(k, lebar, tinggi))
        bawah -= k.huruf * 1.1
    if known(v for s in grafik.seri for v in s.nilai):
        gambar(k, grafik, bawah)
    else:
        k.add(k.text(lebar / 2, bawah / 2, "Belum ada data", jangkar="middle",
                     warna=k.palet.lembut))  # fmt: skip
    return k.svg(grafik.alt or grafik.judul)


def letters_for(lebar: float, tinggi: float) -> float:
    """The size of letters that suits a drawing of that size.

    >>> letters_for(1168, 440), letters_for(480, 180)
    (24, 12)
    """
    return max(12, min(24, lebar / 22, tinggi / 17))


def sample_word(k: Kanvas, x: float, bawah: float) -> str:
    """The words that a drawing of sample data carries, ending at (x, bawah)."""
    return k.text(
        x, bawah - k.huruf * 0.45, CONTOH, ukuran=k.huruf * 0.8, tebal=600,
        warna=k.palet.contoh, jangkar="end",
    )  # fmt: skip
