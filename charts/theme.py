"""Colours, letters and shapes of every figure, and the frame that they share.

Every meaning has a second cue beside its colour (hatch, letter or shape), because pages
are photocopied in black and white.
"""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

AKSEN = "#0B7A75"
TEKS = "#1F2933"
TEKS_LEMBUT = "#52606D"
DASAR = "#FFFFFF"
DASAR_KEDUA = "#F4F7F6"
GARIS = "#D9E2E0"
BAIK, LIHAT, PERBAIKI = AKSEN, "#B7791F", "#B42318"
BERURUT = ("#E8F3F1", "#B5DAD5", "#74B9B2", "#2F8F88", "#0B5C57")
BERLAWANAN = ("#B35806", "#F1A340", "#F7F7F7", "#80B1D3", "#2166AC")
TANPA_DATA = "#F3F4F6"
GARIS_TANPA_DATA = "#7B8794"

TINGKAT = ("pemula", "madya", "utama", "mandiri")
WARNA_TINGKAT = dict(zip(TINGKAT, BERURUT[1:], strict=True))
HURUF_TINGKAT = dict(zip(TINGKAT, ("P", "M", "U", "Ma"), strict=True))
TAHAP = ("up2k", "pra_koperasi", "koperasi")
BENTUK_TAHAP = dict(zip(TAHAP, ("circle", "square", "diamond"), strict=True))
TANDA_TAHAP = dict(zip(TAHAP, ("●", "■", "◆"), strict=True))
WARNA_TAHAP = dict(zip(TAHAP, (BERURUT[2], BERURUT[3], BERURUT[4]), strict=True))

CONTOH = "CONTOH – bukan data sebenarnya"
CONFIG = {"displayModeBar": False, "scrollZoom": False, "locale": "id"}


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure, what it says to who cannot see it, and the frame behind it."""

    figure: go.Figure
    alt: str
    table: pd.DataFrame


def figure(
    traces: list[go.Scatter | go.Bar], *, contoh: bool, tinggi: int
) -> go.Figure:
    """An empty figure of ours with traces: fonts, margins, Indonesian separators.

    `tinggi` in pixels. With `contoh` the word stands inside the figure itself, because
    pictures travel without the page around them.
    """
    fig = go.Figure(
        data=traces,
        layout={
            "template": "none",
            "height": tinggi,
            "separators": ",.",
            "font": {"size": 14, "color": TEKS, "family": "Source Sans, sans-serif"},
            "paper_bgcolor": DASAR,
            "plot_bgcolor": DASAR,
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "hoverlabel": {
                "bgcolor": DASAR,
                "bordercolor": GARIS,
                "font": {"size": 14, "color": TEKS},
                "align": "left",
            },
            "legend": {"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0},
            "dragmode": False,
        },
    )
    if contoh:
        fig.add_annotation(
            text=CONTOH,
            xref="paper", yref="paper", x=1, y=0, xanchor="right", yanchor="bottom",
            showarrow=False,
            font={"size": 13, "color": LIHAT},
            bgcolor="rgba(255,255,255,0.8)",
        )  # fmt: skip
    return fig


def axis(**lain: object) -> dict[str, object]:
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
