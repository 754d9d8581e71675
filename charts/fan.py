"""Capital so far, and the fan of what it may become: never a line alone."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.theme import AKSEN, BERURUT, DASAR, LEGEND, Chart, axis, figure, time_axis
from charts.ticks import ticks
from charts.trend import incomplete
from reference.periode import Periode
from reference.tulisan import rupiah

_RIWAYAT = 8


def draw(
    series: pd.DataFrame, fan: pd.DataFrame, *, nama: str, bagian: int, contoh: bool
) -> Chart:
    """The last two years of one place, and the fan from its newest report on.

    `series` is what `indicators.series(…)` gives for one place, `fan` what
    `planning.forecast.capital.fan` gives (its first row is the newest report);
    `bagian` of 100 times the truth lies in the fan. A marker is hollow where few
    reports stand behind it, as in a trend.
    """
    lalu = series.tail(_RIWAYAT).reset_index(drop=True)
    periode = sorted({Periode.parse(p) for p in (*lalu["periode"], *fan["periode"])})
    nilai = [float(v) for v in (*lalu["value"], *fan["bawah"], *fan["atas"])]
    fig = figure(
        [*_band(fan, bagian), _middle(fan), _past(lalu)],
        contoh=contoh,
        tinggi=380,
        xaxis={
            **time_axis(periode),
            "categoryorder": "array",
            "categoryarray": [p.label_pendek for p in periode],
        },
        yaxis=axis(**ticks(nilai, "Rp", dari_nol=True)),
        hovermode="closest",
        legend={**LEGEND, "traceorder": "reversed"},
    )
    return Chart(fig, _alt(lalu, fan, nama, bagian), _table(lalu, fan))


def _short(periode: pd.Series) -> list[str]:
    return [Periode.parse(p).label_pendek for p in periode]


def _band(fan: pd.DataFrame, bagian: int) -> list[go.Scatter]:
    x = _short(fan["periode"])
    tepi: dict[str, Any] = {
        "x": x, "mode": "lines", "line": {"color": BERURUT[2], "width": 1},
    }  # fmt: skip
    tulisan = [
        f"{bagian} dari 100 kali antara {rupiah(b)} dan {rupiah(a)}"
        for b, a in zip(fan["bawah"], fan["atas"], strict=True)
    ]
    return [
        go.Scatter(y=fan["bawah"], hoverinfo="skip", showlegend=False, **tepi),
        go.Scatter(
            y=fan["atas"], name=f"{bagian} dari 100 kali di sini", fill="tonexty",
            fillcolor=BERURUT[0], hovertext=tulisan, hoverinfo="text+x", **tepi,
        ),
    ]  # fmt: skip


def _middle(fan: pd.DataFrame) -> go.Scatter:
    tulisan = [f"Tengahnya {rupiah(v)}" for v in fan["tengah"]]
    return go.Scatter(
        x=_short(fan["periode"]), y=fan["tengah"], name="Tengah perkiraan",
        mode="lines", line={"color": AKSEN, "width": 2, "dash": "dot"},
        hovertext=tulisan, hoverinfo="text+x",
    )  # fmt: skip


def _past(lalu: pd.DataFrame) -> go.Scatter:
    tulisan = [
        f"{rupiah(v)} ({int(n)} dari {int(m)} kelompok)"
        for v, n, m in zip(
            lalu["value"], lalu["n_lapor"], lalu["n_kelompok"], strict=True
        )
    ]
    return go.Scatter(
        x=_short(lalu["periode"]), y=lalu["value"], name="Dilaporkan",
        connectgaps=False, mode="lines+markers", hovertext=tulisan,
        hoverinfo="text+x", line={"color": AKSEN, "width": 3},
        marker={
            "size": 9, "line": {"color": AKSEN, "width": 2},
            "color": [DASAR if k else AKSEN for k in incomplete(lalu)],
        },
    )  # fmt: skip


def _alt(lalu: pd.DataFrame, fan: pd.DataFrame, nama: str, bagian: int) -> str:
    kini, nanti = fan.iloc[0], fan.iloc[-1]
    awal = Periode.parse(lalu["periode"].iloc[0]).label
    return (
        f"Grafik garis modal UP2K {nama} sejak {awal} dan kipas perkiraannya: "
        f"{rupiah(kini['tengah'])} pada "
        f"{Periode.parse(kini['periode']).label}; pada "
        f"{Periode.parse(nanti['periode']).label} {bagian} dari 100 kali antara "
        f"{rupiah(nanti['bawah'])} dan {rupiah(nanti['atas'])}."
    )


def _table(lalu: pd.DataFrame, fan: pd.DataFrame) -> pd.DataFrame:
    semua = pd.concat(
        [
            lalu[["periode", "value"]].assign(n_kelompok=lalu["n_lapor"]),
            fan.iloc[1:].assign(value=float("nan")),
        ],
        ignore_index=True,
    )
    return semua.assign(nama_periode=[Periode.parse(p).label for p in semua["periode"]])
