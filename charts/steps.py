"""Which steps to a koperasi are done where: a table that reads as a picture."""

import pandas as pd
import plotly.graph_objects as go

from charts.theme import BERURUT, DASAR, GARIS, Chart, axis, figure
from reference.syarat import langkah
from reference.wilayah import nama_wilayah

_SKALA = [[0, DASAR], [0.001, BERURUT[0]], [0.5, BERURUT[2]], [1, BERURUT[4]]]


def draw(steps: pd.DataFrame, *, contoh: bool) -> Chart:
    """One row a step, one column a place, in the cell how many groups have done it.

    `steps` is what `indicators.next_steps.steps_done(…)` gives. Darker is a larger
    share of the groups that reported their steps; "–" is a step nobody reported.
    """
    kode = list(langkah())
    bagian = steps[kode].div(steps["n_lapor"].where(steps["n_lapor"] > 0), axis=0)
    trace = go.Heatmap(
        z=[[None if pd.isna(v) else round(float(v), 2) for v in bagian[k]]
           for k in kode],
        x=[f"{_nama(str(k))}<br>({n})" for k, n in steps["n_lapor"].items()],
        y=[f"{i}. {langkah()[k].singkat}" for i, k in enumerate(kode, 1)],
        text=[["–" if pd.isna(v) else str(int(v)) for v in steps[k]] for k in kode],
        texttemplate="%{text}", textfont={"size": 15}, zmin=0, zmax=1,
        colorscale=_SKALA, showscale=False, xgap=2, ygap=2, hoverongaps=False,
        hovertemplate="%{y}<br>%{x}: selesai di %{text} kelompok<extra></extra>",
    )  # fmt: skip
    fig = figure(
        [trace],
        contoh=contoh,
        tinggi=130 + 34 * len(kode),
        xaxis=axis(side="top", showgrid=False, linecolor=DASAR),
        yaxis=axis(autorange="reversed", showgrid=False, linecolor=DASAR),
        plot_bgcolor=GARIS,
    )
    return Chart(fig, _alt(steps), _table(steps))


def _nama(kode: str) -> str:
    return nama_wilayah(kode).removeprefix("Kecamatan ").replace(" ", "<br>")


def _alt(steps: pd.DataFrame) -> str:
    selesai = steps[list(langkah())].sum(min_count=1)
    isi = "; ".join(
        f"{langkah()[str(k)].singkat} {int(n)}" for k, n in selesai.dropna().items()
    )
    return (
        "Tabel bergambar langkah menuju koperasi per wilayah. Selesai, dari "
        f"{int(steps['n_lapor'].sum())} kelompok: {isi or 'belum ada data'}."
    )


def _table(steps: pd.DataFrame) -> pd.DataFrame:
    return steps.assign(wilayah=[nama_wilayah(str(k)) for k in steps.index])
