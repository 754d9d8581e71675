"""Expected steps against the ceiling, for the best plan and the plain ranking."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.theme import DASAR, DERET, GARIS_TANPA_DATA, Chart, axis, figure
from charts.ticks import ticks
from reference.tulisan import angka, rupiah

TERBAIK, SEDERHANA = "Rencana terbaik", "Urutan sederhana"


def draw(pagu: pd.DataFrame, *, contoh: bool) -> Chart:
    """Two lines with markers; a ceiling under which no plan is possible is a gap.

    `pagu` is what `planning.budget.ceilings.ceilings` gives; the ceiling asked for is
    marked by an upright line.
    """
    semua = [*pagu["langkah"].dropna(), *pagu["langkah_sederhana"].dropna()]
    rupiah_ = ticks([float(v) for v in pagu["pagu_rp"]], "Rp", dari_nol=True)
    fig = figure(
        [_line(pagu, "langkah", TERBAIK, 0),
         _line(pagu, "langkah_sederhana", SEDERHANA, 1)],
        contoh=contoh,
        tinggi=320,
        xaxis=axis(showgrid=False, **rupiah_),
        yaxis=axis(**ticks([float(v) for v in semua], "langkah", dari_nol=True)),
        hovermode="closest",
        showlegend=True,
        shapes=_asked(pagu),
    )  # fmt: skip
    return Chart(fig, _alt(pagu), pagu)


def _line(pagu: pd.DataFrame, kolom: str, nama: str, ke: int) -> go.Scatter:
    warna, tanda, garis = DERET[ke]
    kata = [
        f"{nama}<br>pagu {rupiah(p)}<br>{angka(v, 1)} langkah (anggapan)"
        for p, v in zip(pagu["pagu_rp"], pagu[kolom], strict=True)
    ]
    return go.Scatter(
        x=[int(p) for p in pagu["pagu_rp"]],
        y=[None if pd.isna(v) else round(float(v), 2) for v in pagu[kolom]],
        name=nama,
        mode="lines+markers",
        text=kata,
        hoverinfo="text",
        line={"color": warna, "dash": garis, "width": 2},
        marker={
            "symbol": tanda,
            "size": 9,
            "color": warna,
            "line": {"color": DASAR, "width": 1},
        },
    )


def _asked(pagu: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {"type": "line", "x0": int(p), "x1": int(p), "yref": "paper", "y0": 0, "y1": 1,
         "layer": "below",
         "line": {"color": GARIS_TANPA_DATA, "width": 1.2, "dash": "dot"}}
        for p in pagu.loc[pagu["diminta"], "pagu_rp"]
    ]  # fmt: skip


def _alt(pagu: pd.DataFrame) -> str:
    ada = pagu.dropna(subset="langkah")
    if ada.empty:
        return "Langkah yang diharapkan menurut pagu. Tidak ada rencana yang mungkin."
    awal, akhir = ada.iloc[0], ada.iloc[-1]
    return (
        "Langkah yang diharapkan menurut anggapan, menurut pagu: "
        f"{angka(awal['langkah'], 1)} langkah dengan {rupiah(awal['pagu_rp'])} sampai "
        f"{angka(akhir['langkah'], 1)} langkah dengan {rupiah(akhir['pagu_rp'])}."
    )
