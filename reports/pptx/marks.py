"""How the lines and bars of a native chart look, and which say their value."""

from typing import Any

from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.util import Pt

from charts.theme import AKSEN, BERURUT, DASAR, DERET, TEKS
from reference.tulisan import angka, bernilai
from reports.drawing.palette import palette
from reports.drawing.scale import known
from reports.pptx.box import Kotak, rgb, text_width
from reports.slide import Grafik

_TANDA = {
    "circle": XL_MARKER_STYLE.CIRCLE, "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND, "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "x": XL_MARKER_STYLE.X, "triangle-down": XL_MARKER_STYLE.TRIANGLE,
}  # fmt: skip
_PUTUS = {
    "solid": MSO_LINE_DASH_STYLE.SOLID, "dash": MSO_LINE_DASH_STYLE.DASH,
    "dot": MSO_LINE_DASH_STYLE.ROUND_DOT, "dashdot": MSO_LINE_DASH_STYLE.DASH_DOT,
    "longdash": MSO_LINE_DASH_STYLE.LONG_DASH,
    "longdashdot": MSO_LINE_DASH_STYLE.LONG_DASH_DOT,
}  # fmt: skip
_SEMUA_BERKATA = 5
_BERDEKATAN = 0.09


def lines(c: Any, g: Grafik, kotak: Kotak) -> None:  # noqa: ANN401, ARG001
    """Colour, marker and dash of each line; values where the line is spoken of."""
    for i, s in enumerate(c.plots[0].series):
        s.smooth = False
        if i == len(g.seri):
            _goal(s)
            continue
        warna, tanda, putus = DERET[i % len(DERET)]
        warna = g.seri[i].warna or warna
        s.format.line.color.rgb, s.format.line.width = rgb(warna), Pt(3)
        s.format.line.dash_style = _PUTUS[putus]
        s.marker.style, s.marker.size = _TANDA[tanda], 9
        s.marker.format.fill.solid()
        s.marker.format.fill.fore_color.rgb = rgb(warna)
        s.marker.format.line.color.rgb = rgb(DASAR)
    for i, titik in _spoken(g).items():
        _label(c.plots[0].series[i], titik)


def _goal(s: Any) -> None:  # noqa: ANN401
    s.format.line.color.rgb, s.format.line.width = rgb(TEKS), Pt(2)
    s.format.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    s.marker.style = XL_MARKER_STYLE.NONE


def _spoken(g: Grafik) -> dict[int, list[int]]:
    """Which points of which lines say their value.

    A line that is alone says its first, its last and the one pointed out; of several
    lines each says its last, unless two would stand upon each other.
    """
    ada = {
        i: [j for j, v in enumerate(s.nilai) if known([v])]
        for i, s in enumerate(g.seri)
    }
    if len(g.seri) == 1:
        titik = ada[0]
        if len(titik) > _SEMUA_BERKATA:
            titik = [j for j in titik if j in (titik[0], titik[-1], g.sorot)]
        return {0: titik}
    akhir = {i: float(g.seri[i].nilai[t[-1]] or 0) for i, t in ada.items() if t}
    besar = max(abs(v) for v in akhir.values()) or 1
    return {
        i: [ada[i][-1]] for i, v in akhir.items()
        if all(abs(v - w) / besar > _BERDEKATAN for j, w in akhir.items() if j < i)
    }  # fmt: skip


def _label(s: Any, titik: list[int]) -> None:  # noqa: ANN401
    s.data_labels.show_value = False
    for j in titik:
        label = s.points[j].data_label
        label.position = XL_LABEL_POSITION.ABOVE
        label.font.bold = True
        # else LibreOffice breaks a long amount in its middle
        label._get_or_add_txPr().bodyPr.set("wrap", "none")  # noqa: SLF001


def bars(c: Any, g: Grafik, kotak: Kotak) -> None:  # noqa: ANN401
    """Colour of each set of bars, and their values where they fit."""
    plot = c.plots[0]
    plot.gap_width = 45 if len(g.kategori) < 16 else 30
    if g.jenis != "tumpuk":
        plot.overlap = 0
    warna = [_colour(g, i) for i in range(len(g.seri))]
    for i, s in enumerate(plot.series):
        s.format.fill.solid()
        s.format.fill.fore_color.rgb = rgb(warna[i])
        s.invert_if_negative = False
        if g.jenis == "tumpuk":
            s.format.line.color.rgb = rgb(DASAR)
            _inside(s, g, i, kotak, warna[i])
    if len(g.seri) == 1 and g.sorot is not None:
        _pointed(plot.series[0], g.sorot)
    if g.jenis != "tumpuk" and _fits(g, kotak):
        plot.has_data_labels = True
        plot.data_labels.show_value = True
        plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
        plot.data_labels.number_format_is_linked = True
        plot.data_labels.font.bold = True


def _colour(g: Grafik, i: int) -> str:
    if g.seri[i].warna:
        return g.seri[i].warna
    if len(g.seri) == 1 and g.sorot is not None:
        return BERURUT[2]
    if g.jenis == "tumpuk" and len(g.seri) <= len(BERURUT):
        return BERURUT[len(BERURUT) - len(g.seri) + i]
    return DERET[i % len(DERET)][0]


def _pointed(s: Any, j: int) -> None:  # noqa: ANN401
    titik = s.points[j].format.fill
    titik.solid()
    titik.fore_color.rgb = rgb(AKSEN)


def _fits(g: Grafik, kotak: Kotak) -> bool:
    """Whether the values fit over upright bars; beside bars across they always do."""
    if g.jenis == "batang":
        return True
    nilai = known(v for s in g.seri for v in s.nilai)
    panjang = max(text_width(_said(v, g.satuan), 14, tebal=True) for v in nilai)
    return panjang <= kotak.w * 0.9 / (len(g.kategori) * len(g.seri))


def _said(v: float, satuan: str) -> str:
    """A value as a label says it: a count without its word."""
    return bernilai(v, satuan) if satuan in ("Rp", "%") else angka(v)


def _inside(s: Any, g: Grafik, i: int, kotak: Kotak, warna: str) -> None:  # noqa: ANN401
    """Values in the parts of a stack that are wide enough for them."""
    jumlah = [sum(known(x.nilai[j] for x in g.seri)) for j in range(len(g.kategori))]
    lebar = kotak.w * 0.7 / (max(jumlah) or 1)
    s.data_labels.show_value = False
    for j, v in enumerate(g.seri[i].nilai):
        if v and known([v]) and text_width(_said(v, g.satuan), 13) <= v * lebar:
            label = s.points[j].data_label
            label.position = XL_LABEL_POSITION.CENTER
            label.font.bold = True
            label.font.color.rgb = rgb(palette().teks_di(warna))
