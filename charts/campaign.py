"""One channel of a campaign day by day: what was counted, beside the pace it needs."""

import datetime as dt

import pandas as pd
import plotly.graph_objects as go

from charts.theme import AKSEN, LIHAT, TEKS_LEMBUT, Chart, axis, figure
from charts.ticks import ticks
from reference.tulisan import angka, tanggal

SASARAN, HITUNGAN = "Laju menuju sasaran", "Terhitung sampai hari itu"


def draw(
    harian: pd.DataFrame,
    *,
    label: str,
    mulai: dt.date,
    selesai: dt.date,
    sasaran: float | None,
    contoh: bool,
) -> Chart:
    """The cumulative curve of `indicators.campaign.cumulative`, and an even pace to
    the target where there is one. A day that nobody counted carries no marker.
    """
    traces = []
    if sasaran is not None:
        traces.append(
            go.Scatter(
                x=[mulai - dt.timedelta(days=1), selesai], y=[0, sasaran], mode="lines",
                name=SASARAN, hoverinfo="skip",
                line={"color": LIHAT, "width": 2, "dash": "dash"},
            )
        )  # fmt: skip
    dihitung = harian["jumlah"].notna()
    traces.append(
        go.Scatter(
            x=harian["tanggal"], y=harian["kumulatif"], mode="lines+markers",
            name=HITUNGAN, connectgaps=True, hoverinfo="text",
            line={"color": AKSEN, "width": 3},
            marker={"color": AKSEN, "size": [6 if d else 0 for d in dihitung]},
            hovertext=[_tip(b) for b in harian.itertuples()],
        )
    )  # fmt: skip
    nilai = [float(v) for v in harian["kumulatif"]]
    fig = figure(
        traces,
        contoh=contoh,
        tinggi=360,
        xaxis=_days(mulai, selesai),
        yaxis=axis(**ticks(nilai if sasaran is None else [*nilai, sasaran], label)),
        hovermode="closest",
        showlegend=sasaran is not None,
    )
    return Chart(fig, _alt(harian, label, sasaran), harian)


def _days(mulai: dt.date, selesai: dt.date) -> dict[str, object]:
    """About four days with their names, the first and the last among them."""
    banyak = (selesai - mulai).days
    langkah = max(1, round(banyak / 3))
    hari = [mulai + dt.timedelta(days=n) for n in range(0, banyak, langkah)]
    if hari and (selesai - hari[-1]).days < langkah / 2:
        hari.pop()
    hari.append(selesai)
    return axis(
        showgrid=False, type="date", tickvals=hari,
        ticktext=[tanggal(h, singkat=True).rsplit(" ", 1)[0] for h in hari],
        range=[mulai - dt.timedelta(days=1), selesai + dt.timedelta(days=1)],
        linecolor=TEKS_LEMBUT,
    )  # fmt: skip


def _tip(baris: object) -> str:
    hari = tanggal(baris.tanggal.date())  # type: ignore[attr-defined]
    if pd.isna(baris.jumlah):  # type: ignore[attr-defined]
        return f"{hari}: tidak ada yang menghitung"
    return (
        f"{hari}: {angka(baris.jumlah)}; sampai hari itu "  # type: ignore[attr-defined]
        f"{angka(baris.kumulatif)}"  # type: ignore[attr-defined]
    )


def _alt(harian: pd.DataFrame, label: str, sasaran: float | None) -> str:
    if harian.empty:
        return f"Grafik {label}. Belum ada hitungan."
    akhir = harian.iloc[-1]
    teks = (
        f"Grafik garis {label}: {angka(akhir['kumulatif'])} terhitung sampai "
        f"{tanggal(akhir['tanggal'].date())}"
    )
    if sasaran is None:
        return f"{teks}; tanpa sasaran."
    return f"{teks}, dari sasaran {angka(sasaran)}."
