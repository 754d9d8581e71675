"""Which steps to a koperasi are done where: a table that reads as a picture."""

import pandas as pd
import plotly.graph_objects as go

from charts.theme import BERURUT, DASAR, GARIS, Chart, axis, figure
from reference.syarat import langkah
from reference.wilayah import nama_wilayah

_SKALA = [[0, DASAR], [0.001, BERURUT[0]], [0.5, BERURUT[2]], [1, BERURUT[4]]]


def draw(steps: pd.DataFrame, *, contoh: bool) -> Chart:
    """One row a step, one column a place, in the cell how many groups have done it.

    `steps` is what `indicators.next_steps.steps_by_place(…)` gives. Darker is a larger
    share of the groups that reported the step; "–" is a step nobody reported.
    """
    selesai = _wide(steps, "n_selesai")
    lapor = _wide(steps, "n_lapor")
    kelompok = steps.drop_duplicates("kode").set_index("kode")["n_kelompok"]
    trace = go.Heatmap(
        z=[[None if not m else round(n / m, 2) for n, m in zip(a, b, strict=True)]
           for a, b in zip(selesai.to_numpy(), lapor.to_numpy(), strict=True)],
        x=[f"{_nama(k)}<br>({kelompok[k]})" for k in selesai.columns],
        y=[f"{i}. {langkah()[k].singkat}" for i, k in enumerate(selesai.index, 1)],
        text=[[str(n) if m else "–" for n, m in zip(a, b, strict=True)]
              for a, b in zip(selesai.to_numpy(), lapor.to_numpy(), strict=True)],
        customdata=lapor.to_numpy().tolist(),
        texttemplate="%{text}", textfont={"size": 15}, zmin=0, zmax=1,
        colorscale=_SKALA, showscale=False, xgap=2, ygap=2, hoverongaps=False,
        hovertemplate="%{y}: selesai di %{text} dari %{customdata} kelompok yang "
        "melaporkannya<extra></extra>",
    )  # fmt: skip
    fig = figure(
        [trace],
        contoh=contoh,
        tinggi=130 + 34 * len(selesai),
        xaxis=axis(side="top", showgrid=False, linecolor=DASAR),
        yaxis=axis(autorange="reversed", showgrid=False, linecolor=DASAR),
        plot_bgcolor=GARIS,
    )
    return Chart(fig, _alt(steps), _table(steps))


def _wide(steps: pd.DataFrame, kolom: str) -> pd.DataFrame:
    lebar = steps.pivot(index="kode_langkah", columns="kode", values=kolom)
    return lebar.reindex(list(langkah()))


def _nama(kode: str) -> str:
    return nama_wilayah(kode).removeprefix("Kecamatan ").replace(" ", "<br>")


def _alt(steps: pd.DataFrame) -> str:
    jumlah = steps.groupby("kode_langkah")[["n_selesai", "n_lapor"]].sum()
    isi = "; ".join(
        f"{satu.singkat} {n} dari {m}"
        for kode, satu in langkah().items()
        for n, m in [jumlah.loc[kode]]
        if m
    )
    return (
        "Tabel bergambar langkah menuju koperasi per wilayah. Kelompok yang sudah "
        f"selesai dari yang melaporkan: {isi or 'belum ada data'}."
    )


def _table(steps: pd.DataFrame) -> pd.DataFrame:
    return steps.assign(
        wilayah=[nama_wilayah(k) for k in steps["kode"]],
        langkah=[langkah()[k].label for k in steps["kode_langkah"]],
    )
