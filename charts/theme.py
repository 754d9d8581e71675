"""Colours, letters and shapes of every figure, and the frame that they share.

Every meaning has a second cue beside its colour (hatch, letter or shape), because pages
are photocopied in black and white.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from reference.periode import Periode

AKSEN = "#0B7A75"
TEKS = "#1F2933"
TEKS_LEMBUT = "#52606D"
DASAR = "#FFFFFF"
DASAR_KEDUA = "#F4F7F6"
GARIS = "#D9E2E0"
BAIK, LIHAT, PERBAIKI = AKSEN, "#B7791F", "#B42318"
BERURUT = ("#E8F3F1", "#B5DAD5", "#74B9B2", "#2F8F88", "#0B5C57")
BERLAWANAN = ("#B35806", "#F1A340", "#F7F7F7", "#80B1D3", "#2166AC")
GARIS_TANPA_DATA = "#7B8794"
# on these, words are written in white
GELAP = frozenset((*BERURUT[3:], BERLAWANAN[0], BERLAWANAN[4]))

TINGKAT = ("pemula", "madya", "utama", "mandiri")
WARNA_TINGKAT = dict(zip(TINGKAT, BERURUT[1:], strict=True))
HURUF_TINGKAT = dict(zip(TINGKAT, ("P", "M", "U", "Ma"), strict=True))
TAHAP = ("up2k", "pra_koperasi", "koperasi")
BENTUK_TAHAP = dict(zip(TAHAP, ("circle", "square", "diamond"), strict=True))
TANDA_TAHAP = dict(zip(TAHAP, ("●", "■", "◆"), strict=True))
WARNA_TAHAP = dict(zip(TAHAP, (BERURUT[2], BERURUT[3], BERURUT[4]), strict=True))

# Up to six lines: colour, marker and dash, each enough to tell them apart.
DERET = (
    (AKSEN, "circle", "solid"),
    ("#B35806", "square", "dash"),
    ("#2166AC", "diamond", "dot"),
    ("#6B3FA0", "triangle-up", "dashdot"),
    (TEKS_LEMBUT, "x", "longdash"),
    ("#F1A340", "triangle-down", "longdashdot"),
)

CONTOH = "CONTOH – bukan data sebenarnya"
_FONT_CONTOH = {"size": 13, "color": LIHAT}
_SUDUT_CONTOH = {
    "text": CONTOH, "font": _FONT_CONTOH, "showarrow": False, "xref": "paper", "x": 1,
    "yref": "paper", "y": 0, "yshift": -6, "xanchor": "right", "yanchor": "top",
}  # fmt: skip
LEGEND = {
    "orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0,
    "itemclick": False, "itemdoubleclick": False, "traceorder": "normal",
}  # fmt: skip
_LAYOUT = {
    "template": "none",
    "separators": ",.",
    "font": {"size": 14, "color": TEKS, "family": "Source Sans, sans-serif"},
    "paper_bgcolor": DASAR,
    "plot_bgcolor": DASAR,
    "margin": {"l": 8, "r": 8, "t": 8, "b": 32},
    "hoverlabel": {
        "bgcolor": DASAR,
        "bordercolor": GARIS,
        "font": {"size": 14, "color": TEKS},
        "align": "left",
    },
    "legend": LEGEND,
    "dragmode": False,
}  # fmt: skip
CONFIG = {"displayModeBar": False, "scrollZoom": False, "responsive": True}


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure, what it says to who cannot see it, and the frame behind it."""

    figure: go.Figure
    alt: str
    table: pd.DataFrame


def figure(
    traces: list[Any],
    *,
    contoh: bool,
    tinggi: int,
    xaxis: dict[str, Any],
    **layout: Any,  # noqa: ANN401
) -> go.Figure:
    """A figure of ours: fonts, margins, Indonesian separators, fixed axes.

    `tinggi` in pixels. With `contoh` the word stands inside the figure itself, because
    pictures travel without the page around them: under the axis, or in the corner of a
    figure without one.
    """
    if contoh and xaxis.get("visible", True):
        xaxis = {
            **xaxis,
            "title": {"text": CONTOH, "font": _FONT_CONTOH, "standoff": 12},
        }
    elif contoh:
        layout["annotations"] = [*layout.get("annotations", ()), _SUDUT_CONTOH]
    return go.Figure(
        data=traces, layout={**_LAYOUT, "height": tinggi, "xaxis": xaxis, **layout}
    )


def axis(**lain: Any) -> dict[str, Any]:  # noqa: ANN401
    """An axis of ours: fine lines, labels that make their own room."""
    return {
        "automargin": True,
        "gridcolor": GARIS,
        "linecolor": GARIS,
        "zeroline": False,
        "fixedrange": True,
        "ticks": "",
        **lain,
    }


def hidden_axis(**lain: Any) -> dict[str, Any]:  # noqa: ANN401
    """No axis at all."""
    return {"visible": False, "fixedrange": True, **lain}


def time_axis(periode: Sequence[Periode]) -> dict[str, Any]:
    """The axis of periods: short marks, the year once, narrow enough for a phone.

    >>> time_axis([Periode.parse(k) for k in ("2025-T3", "2025-T4", "2026-T1")])[
    ...     "ticktext"
    ... ]
    ['III<br>2025', 'IV', 'I<br>2026']
    """
    teks = []
    for i, p in enumerate(periode):
        nama = p.label_pendek.removeprefix("TW ").rsplit(" ", 1)[0]
        berikut = periode[i + 1] if i + 1 < len(periode) else p
        baru = periode[i - 1].tahun != p.tahun if i else berikut.tahun == p.tahun
        teks.append(f"{nama}<br>{p.tahun}" if baru else nama)
    return axis(
        type="category", showgrid=False, tickangle=0, ticktext=teks,
        tickvals=[p.label_pendek for p in periode],
    )  # fmt: skip
