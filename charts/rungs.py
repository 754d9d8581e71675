"""How many groups stand where: counts on a ladder, and counts over time."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from charts.theme import (
    GARIS_TANPA_DATA,
    TEKS,
    Chart,
    axis,
    figure,
    hidden_axis,
    time_axis,
)
from charts.ticks import ticks
from reference.kosakata import label_pilihan
from reference.periode import Periode


def ladder(
    standing: pd.DataFrame,
    *,
    sumbu: str,
    warna: dict[str, str],
    tanda: dict[str, str],
    contoh: bool,
) -> Chart:
    """One bar a rung with its letter or shape and its count.

    `standing` has rows of `indicators.compute` indexed by rung, from the lowest up;
    `sumbu` is tingkat or tahap. Where nobody told, nothing is drawn.
    """
    counts = standing["value"]
    rungs = list(counts.index)
    labels = {r: label_pilihan(sumbu, r) for r in rungs}
    trace = go.Bar(
        x=[f"{tanda[r]}<br>{labels[r]}" for r in rungs],
        y=[None if pd.isna(v) else int(v) for v in counts],
        text=["" if pd.isna(v) else f"<b>{int(v)}</b>" for v in counts],
        textposition="outside", textfont={"size": 20}, cliponaxis=False,
        marker={"color": [warna[r] for r in rungs],
                "line": {"color": TEKS, "width": 0.7}},
        hovertemplate="%{x}: %{y} kelompok<extra></extra>",
    )  # fmt: skip
    fig = figure(
        [trace],
        contoh=contoh,
        tinggi=360,
        bargap=0.35,
        margin={"l": 8, "r": 8, "t": 32, "b": 32},
        xaxis=axis(type="category", showgrid=False),
        yaxis=hidden_axis(),
    )
    isi = "; ".join(
        f"{labels[r]} {int(v)}" for r, v in counts.items() if not pd.isna(v)
    )
    alt = f"Grafik batang kelompok menurut {sumbu}: {isi or 'belum ada data'}."
    return Chart(fig, alt, standing.assign(jenjang=[labels[r] for r in rungs]))


def inout(flows: pd.DataFrame, *, contoh: bool) -> Chart:
    """Members who joined (up) and left (down, hatched), period by period.

    `flows` is indexed by period code, oldest first, with `masuk` and `keluar`.
    """
    periode = [Periode.parse(p) for p in flows.index]
    x = [p.label_pendek for p in periode]
    masuk = [None if pd.isna(v) else int(v) for v in flows["masuk"]]
    keluar = [None if pd.isna(v) else -int(v) for v in flows["keluar"]]
    traces = [
        _bar(x, masuk, "Masuk", "#74B9B2", ""),
        _bar(x, keluar, "Keluar", "#F1A340", "/"),
    ]
    ada = [float(v) for v in (*masuk, *keluar) if v is not None]
    marks = ticks(ada, "orang")
    marks["ticktext"] = [str(t).lstrip("-") for t in marks["ticktext"]]
    fig = figure(
        traces,
        contoh=contoh,
        tinggi=340,
        barmode="relative",
        bargap=0.25,
        xaxis=time_axis(periode),
        yaxis=axis(**{**marks, "zeroline": True, "zerolinecolor": TEKS}),
        hovermode="x unified",
    )
    isi = _alt_flows(flows, periode)
    tabel = flows.assign(nama_periode=[p.label for p in periode])
    return Chart(fig, f"Grafik batang anggota masuk dan keluar. {isi}", tabel)


def _bar(
    x: Sequence[str], y: Sequence[int | None], nama: str, warna: str, pola: str
) -> go.Bar:
    return go.Bar(
        x=x, y=y, name=nama, customdata=[None if v is None else abs(v) for v in y],
        marker={
            "color": warna,
            "line": {"color": GARIS_TANPA_DATA, "width": 0.5},
            "pattern": {"shape": pola, "size": 6, "solidity": 0.2, "fgcolor": TEKS,
                        "fillmode": "overlay"},
        },
        hovertemplate="%{fullData.name}: %{customdata} orang<extra></extra>",
    )  # fmt: skip


def _alt_flows(flows: pd.DataFrame, periode: list[Periode]) -> str:
    ada = flows.dropna(subset=["masuk", "keluar"])
    if ada.empty:
        return "Belum ada data."
    kapan = periode[list(flows.index).index(ada.index[-1])].label
    akhir = ada.iloc[-1]
    return f"Pada {kapan}: {int(akhir['masuk'])} masuk, {int(akhir['keluar'])} keluar."
