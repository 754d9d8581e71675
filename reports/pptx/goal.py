"""The goal over the bars of a native chart: a dashed shape at its value."""

from typing import Any

from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import PP_ALIGN
from pptx.util import Inches, Pt

from charts.theme import DASAR, TEKS
from reports.drawing.scale import known
from reports.pptx.box import Gaya, Kotak, describe, rgb, text_width, words
from reports.slide import Grafik

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_HURUF = 12.0


def room(c: Any, g: Grafik, kotak: Kotak, *, contoh: bool) -> None:  # noqa: ANN401
    """Fixes the scale and where bars stand, so that the goal stands at its value."""
    nilai = [*known(v for s in g.seri for v in s.nilai), g.goal[0] if g.goal else 0.0]
    if g.jenis == "tumpuk":
        nilai += [
            sum(known(s.nilai[j] for s in g.seri)) for j in range(len(g.kategori))
        ]
    c.value_axis.minimum_scale = min([0.0, *nilai])
    c.value_axis.maximum_scale = (max(nilai) or 1) * 1.2
    b = _field(g, kotak, contoh=contoh)
    tempat = c._chartSpace.chart.plotArea  # noqa: SLF001
    lama = tempat.find(f"{_C}layout")
    if lama is None:
        lama = tempat.makeelement(f"{_C}layout", {})
        tempat.insert(0, lama)
    for anak in list(lama):
        lama.remove(anak)
    tangan = lama.makeelement(f"{_C}manualLayout", {})
    lama.append(tangan)
    isi = {"layoutTarget": "inner", "xMode": "edge", "yMode": "edge",
           "x": (b.x - kotak.x) / kotak.w, "y": (b.y - kotak.y) / kotak.h,
           "w": b.w / kotak.w, "h": b.h / kotak.h}  # fmt: skip
    for nama, nilai_ in isi.items():
        tangan.append(tangan.makeelement(f"{_C}{nama}", {"val": str(nilai_)}))


def _field(g: Grafik, kotak: Kotak, *, contoh: bool) -> Kotak:
    """The box in which the bars themselves stand."""
    atas = 0.35 + (0.3 if contoh else 0)
    bawah = 0.45 if len(g.seri) > 1 else 0.1
    if g.jenis == "kolom":
        return Kotak(kotak.x + 0.1, kotak.y + atas, kotak.w - 0.2,
                     kotak.h - atas - bawah - 0.55)  # fmt: skip
    nama = min(max(text_width(k, 14) for k in g.kategori) + 0.2, kotak.w * 0.4)
    return Kotak(kotak.x + nama, kotak.y + atas, kotak.w - nama - 0.1,
                 kotak.h - atas - bawah)  # fmt: skip


def goal_line(
    shapes: Any, c: Any, g: Grafik, kotak: Kotak  # noqa: ANN401
) -> None:  # fmt: skip
    """Draws the goal and its words; `room` has made place for it."""
    if g.goal is None:
        return
    nilai, teks = g.goal
    b = _field(g, kotak, contoh=c.has_title)
    rendah, tinggi = c.value_axis.minimum_scale, c.value_axis.maximum_scale
    bagian = (nilai - rendah) / (tinggi - rendah)
    lebar = text_width(teks, _HURUF, tebal=True) + 0.1
    if g.jenis == "kolom":
        y = b.y + b.h * (1 - bagian)
        ujung, di = (b.x, y, b.x + b.w, y), Kotak(b.x, y - 0.24, lebar, 0.22)
        jajar = PP_ALIGN.LEFT
    else:
        x = b.x + b.w * bagian
        ujung = (x, b.y, x, b.y + b.h)
        kiri = min(max(x - lebar / 2, kotak.x), kotak.x + kotak.w - lebar)
        di, jajar = Kotak(kiri, b.y - 0.24, lebar, 0.22), PP_ALIGN.CENTER
    garis = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *(Inches(v) for v in ujung))
    garis.line.color.rgb, garis.line.width = rgb(TEKS), Pt(2)
    garis.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    describe(garis, f"Garis {teks}", teks)
    kata = words(shapes, di, teks, Gaya(_HURUF, True, TEKS, jajar))
    kata.fill.solid()
    kata.fill.fore_color.rgb = rgb(DASAR)
