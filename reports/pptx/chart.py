"""Native charts: they can be edited, and their workbook holds the deck's own values."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from charts.theme import CONTOH, GARIS, LIHAT, TEKS, TEKS_LEMBUT
from reference.tulisan import daftar
from reports.drawing.scale import known
from reports.pptx.box import Gaya, Kotak, describe, height, rgb, words
from reports.pptx.formats import axis_format, number_format
from reports.pptx.goal import goal_line, room
from reports.pptx.marks import bars, lines
from reports.slide import Grafik

BELUM_ADA = "Belum ada data"
_JENIS = {
    "garis": XL_CHART_TYPE.LINE_MARKERS,
    "batang": XL_CHART_TYPE.BAR_CLUSTERED,
    "kolom": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "tumpuk": XL_CHART_TYPE.BAR_STACKED,
}
_DISEBUT = 5


def chart(shapes: Any, g: Grafik, kotak: Kotak, *, contoh: bool) -> None:  # noqa: ANN401
    """Draws the chart; where some values are not known, the words say which.

    A goal is a second line in a line chart and a shape over bars. Raises KeyError for
    an unknown `jenis`.
    """
    jenis = _JENIS[g.jenis]
    nilai = known(v for s in g.seri for v in s.nilai)
    if not nilai:
        gaya = Gaya(
            18, warna=TEKS_LEMBUT, jajar=PP_ALIGN.CENTER, tegak=MSO_ANCHOR.MIDDLE
        )
        words(shapes, kotak, BELUM_ADA, gaya)
        return
    kotak = _say_unknown(shapes, g, kotak)
    bingkai = shapes.add_chart(jenis, *kotak.emu, _data(g, nilai))
    describe(bingkai, g.judul or "Grafik", g.alt)
    c = bingkai.chart
    c.font.size, c.font.color.rgb = Pt(letters(g, kotak)), rgb(TEKS)
    _sample(c, contoh=contoh)
    _legend(c, g)
    _axes(c, g, nilai)
    (lines if g.jenis == "garis" else bars)(c, g, kotak)
    if g.goal and g.jenis != "garis":
        room(c, g, kotak, contoh=contoh)
        goal_line(shapes, c, g, kotak)


def letters(g: Grafik, kotak: Kotak) -> float:
    """The size of letters in a chart of that size, smaller where rows are many.

    >>> from reports.slide import Seri
    >>> g = Grafik("", "batang", ("a",) * 29, (Seri("", (1.0,) * 29),), "Rp", "")
    >>> letters(g, Kotak(0, 0, 12, 4.35))
    8.6
    """
    besar = 14.0 if kotak.w > 5 and len(g.kategori) < 9 else 12.0
    if g.jenis in ("batang", "tumpuk"):
        besar = min(besar, round(kotak.h / len(g.kategori) * 72 * 0.8, 1))
    return max(besar, 7.0)


def _data(g: Grafik, nilai: list[float]) -> CategoryChartData:
    data = CategoryChartData(number_format=number_format(nilai, g.satuan))
    data.categories = g.kategori
    for s in g.seri:
        data.add_series(s.nama, [next(iter(known([v])), None) for v in s.nilai])
    if g.goal and g.jenis == "garis":
        data.add_series(g.goal[1], [g.goal[0]] * len(g.kategori))
    return data


def _say_unknown(shapes: Any, g: Grafik, kotak: Kotak) -> Kotak:  # noqa: ANN401
    """Words under the chart on what is not known; gives the room that is left."""
    kosong = [
        k for j, k in enumerate(g.kategori)
        if len(known(s.nilai[j] for s in g.seri)) < len(g.seri)
    ]  # fmt: skip
    if not kosong:
        return kotak
    lain = len(kosong) - _DISEBUT
    sebut = [*kosong[:_DISEBUT], *([f"{lain} lainnya"] if lain > 0 else [])]
    teks = f"{BELUM_ADA}: {daftar(sebut)}."
    tinggi = height(teks, kotak.w, 12) + 0.05
    di = Kotak(kotak.x, kotak.y + kotak.h - tinggi, kotak.w, tinggi)
    words(shapes, di, teks, Gaya(12, warna=TEKS_LEMBUT))
    return kotak.above(tinggi)


def _sample(c: Any, *, contoh: bool) -> None:  # noqa: ANN401
    """The word inside the chart itself: it may be copied into another presentation."""
    c.has_title = contoh
    if contoh:
        huruf = c.chart_title.text_frame.paragraphs[0].add_run()
        huruf.text = CONTOH
        huruf.font.size, huruf.font.bold = Pt(11), True
        huruf.font.color.rgb = rgb(LIHAT)
        c.chart_title.include_in_layout = False


def _legend(c: Any, g: Grafik) -> None:  # noqa: ANN401
    c.has_legend = len(g.seri) > 1 or (g.goal is not None and g.jenis == "garis")
    if c.has_legend:
        c.legend.position = XL_LEGEND_POSITION.BOTTOM
        c.legend.include_in_layout = False


def _axes(c: Any, g: Grafik, nilai: list[float]) -> None:  # noqa: ANN401
    tegak, datar = c.value_axis, c.category_axis
    datar.has_major_gridlines = False
    datar.major_tick_mark = tegak.major_tick_mark = XL_TICK_MARK.NONE
    # beside the chart even where bars go below zero
    datar.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    datar.format.line.color.rgb = rgb(TEKS_LEMBUT)
    tegak.format.line.fill.background()
    tegak.has_major_gridlines = g.jenis == "garis"
    if g.jenis == "garis":
        tegak.major_gridlines.format.line.color.rgb = rgb(GARIS)
    else:
        # each bar says its value, so that marks would say it twice
        tegak.visible = False
    if g.jenis in ("batang", "tumpuk"):
        datar.reverse_order = True
    if min(nilai) >= 0 and not (g.jenis == "garis" and g.satuan == "%"):
        tegak.minimum_scale = 0
    tegak.tick_labels.number_format = axis_format(nilai, g.satuan)
    tegak.tick_labels.number_format_is_linked = False
