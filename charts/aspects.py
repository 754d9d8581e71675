"""What each participant got for each aspect: a table that reads as a picture."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from charts.theme import BERURUT, DASAR, GARIS, TEKS, Chart, axis, figure
from reference.tulisan import angka, is_missing

# no darker than dark words can be read on
_SKALA = [[i / 2, w] for i, w in enumerate(BERURUT[:3])]
_TERENDAH = 0.0


def draw(
    aspek: pd.DataFrame,
    *,
    nama: Sequence[str],
    label: Sequence[str],
    standar: float | None,
    contoh: bool,
) -> Chart:
    """One row a participant, the best first, one column an aspect, its score within.

    `aspek` are scores 0–100, NaN where nobody scored (shown "–"); `nama` and `label`
    are the words of its rows and columns. "▼" marks what is under the standard.
    """
    isi = aspek.to_numpy("float64")
    trace = go.Heatmap(
        z=[[None if is_missing(v) else round(float(v), 2) for v in b] for b in isi],
        x=[k.replace(" ", "<br>") for k in label], y=list(range(len(nama))),
        text=[[_cell(float(v), standar) for v in b] for b in isi],
        texttemplate="%{text}", textfont={"size": 13, "color": TEKS},
        zmin=_least(isi), zmax=100,
        colorscale=_SKALA, showscale=False, xgap=2, ygap=2, hoverongaps=False,
        hoverinfo="skip",
    )  # fmt: skip
    fig = figure(
        [trace],
        contoh=contoh,
        tinggi=126 + 28 * max(len(nama), 2),
        xaxis=axis(side="top", showgrid=False, linecolor=DASAR),
        yaxis=axis(
            autorange="reversed", showgrid=False, linecolor=DASAR,
            tickvals=list(range(len(nama))), ticktext=list(nama),
        ),
        plot_bgcolor=GARIS,
    )  # fmt: skip
    return Chart(fig, _alt(aspek, label), aspek.assign(nama_peserta=list(nama)))


def _cell(nilai: float, standar: float | None) -> str:
    if is_missing(nilai):
        return "–"
    tanda = "▼ " if standar is not None and nilai < standar else ""
    return f"{tanda}{angka(nilai, 1)}"


def _least(isi: object) -> float:
    """Where the palest colour begins: scores rarely reach down to nought."""
    ada = pd.Series(pd.DataFrame(isi).to_numpy().ravel()).dropna()
    return max(_TERENDAH, min(float(ada.min()) - 10, 60.0)) if len(ada) else _TERENDAH


def _alt(aspek: pd.DataFrame, label: Sequence[str]) -> str:
    rata = [
        f"{kata} {angka(float(aspek[k].mean()), 1)}"
        for k, kata in zip(aspek.columns, label, strict=True)
        if aspek[k].notna().any()
    ]
    isi = "; ".join(rata) or "belum ada nilai"
    return f"Tabel bergambar nilai tiap aspek, {len(aspek)} peserta. Rata-rata: {isi}."
