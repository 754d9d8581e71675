"""What a sum consists of, period by period: stacked bars with hatches."""

import pandas as pd
import plotly.graph_objects as go

from charts.theme import (
    BERURUT,
    DASAR,
    GARIS_TANPA_DATA,
    TEKS,
    Chart,
    axis,
    figure,
    time_axis,
)
from charts.ticks import ticks
from reference.periode import Periode
from reference.tulisan import rupiah

# Six fillings that stay apart on a photocopy: dark, light, and four hatches.
_ISI = (
    (BERURUT[4], ""), (BERURUT[2], "/"), (BERURUT[1], ""),
    (BERURUT[3], "x"), ("#F1A340", "."), (DASAR, "\\"),
)  # fmt: skip


def draw(parts: pd.DataFrame, *, label: str, contoh: bool) -> Chart:
    """Stacked bars of rupiah; a period without reports has no bar.

    `parts` is what `indicators.composition.composition_over(…)` gives: one row a period
    (oldest first), one column a part, and `n_lapor` and `n_kelompok` beside them.
    """
    semua, parts = parts, parts.drop(columns=["n_lapor", "n_kelompok"])
    periode = [Periode.parse(p) for p in parts.index]
    x = [p.label_pendek for p in periode]
    traces = []
    for i, nama in enumerate(parts.columns):
        warna, pola = _ISI[i % len(_ISI)]
        traces.append(
            go.Bar(
                x=x, y=[None if pd.isna(v) else int(v) for v in parts[nama]], name=nama,
                marker={
                    "color": warna,
                    "line": {"color": GARIS_TANPA_DATA, "width": 0.5},
                    "pattern": {"shape": pola, "size": 6, "fgcolor": TEKS,
                                "solidity": 0.2, "fillmode": "overlay"},
                },
                hovertemplate="%{fullData.name}: Rp %{y:,.0f}<extra></extra>",
            )
        )  # fmt: skip
    jumlah = [float(v) for v in parts.sum(axis=1, min_count=1)]
    fig = figure(
        traces,
        contoh=contoh,
        tinggi=400,
        barmode="relative",
        bargap=0.25,
        xaxis=time_axis(periode),
        yaxis=axis(**ticks(jumlah, "Rp")),
        hovermode="x unified",
    )
    tabel = semua.assign(Jumlah=jumlah, nama_periode=[p.label for p in periode])
    return Chart(fig, _alt(parts, periode, label), tabel)


def _alt(parts: pd.DataFrame, periode: list[Periode], label: str) -> str:
    ada = parts.dropna(how="all")
    if ada.empty:
        return f"Grafik batang {label}. Belum ada data."
    akhir = ada.iloc[-1].dropna().sort_values(ascending=False)
    kapan = periode[list(parts.index).index(ada.index[-1])].label
    isi = "; ".join(f"{nama} {rupiah(v)}" for nama, v in akhir.items())
    return f"Grafik batang bertumpuk {label}. Pada {kapan}: {isi}."
