"""The story so far: capital over the years, and below it what happened when."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.lanes import Lajur, lanes
from charts.theme import (
    AKSEN,
    DASAR,
    DASAR_KEDUA,
    DERET,
    GARIS,
    TEKS,
    TEKS_LEMBUT,
    Chart,
    axis,
    figure,
)
from charts.ticks import ticks
from reference.periode import Periode
from reference.tulisan import daftar, rupiah

_HURUF = 13
_TEPI = dt.timedelta(days=120)
_MODAL, _LAJUR, _TEPI_GAMBAR, _CELAH = 200.0, 28.0, 60, 0.07
_OPEN = ("circle", "circle-open")
TANPA_DATA = "belum ada laporan"


def draw(
    deret: pd.DataFrame,
    saat: pd.DataFrame,
    golongan: Mapping[str, str],
    *,
    nama: str,
    contoh: bool,
) -> Chart:
    """Capital where it is known, and a numbered mark for every moment, on one axis.

    `deret` has rows of `indicators.series` of one place (`periode`, `value`: NaN is a
    gap); `saat` has `nomor`, `tanggal`, `sampai` (NaT: one day), `kapan`, `judul`,
    `kode_golongan`; `golongan` are the kinds in order, by code. Years before the first
    report are shaded and say that nothing is known: no capital is drawn there.
    """
    ada = deret.dropna(subset="value")
    hari = [d.date() for d in saat["tanggal"]]
    hari += [Periode.parse(p).end for p in deret["periode"]]
    rentang = (min(hari) - _TEPI, max(hari) + _TEPI) if hari else None
    letak = lanes(saat, golongan)
    jenis = [g for g in golongan if g in letak.judul]
    bawah = _LAJUR * letak.banyak
    batas = bawah / (bawah + _MODAL)
    traces: list[Any] = [_line(deret)]
    traces += [_marks(saat, letak, g, i, golongan[g]) for i, g in enumerate(jenis)]
    fig = figure(
        traces, contoh=contoh, tinggi=int(_MODAL + bawah + _TEPI_GAMBAR),
        xaxis=_time(rentang),
        yaxis=axis(
            domain=(batas + _CELAH, 1.0), **ticks(ada["value"].tolist(), "Rp")
        ),
        yaxis2=axis(
            domain=(0.0, batas), range=[letak.banyak - 0.4, -0.6], showgrid=False,
            showticklabels=False,
        ),
        shapes=_unknown(ada, rentang, batas + _CELAH) + _spans(saat, letak),
        annotations=[
            _head("Modal UP2K (Rp)"),
            *_silence(ada, rentang, (batas + _CELAH + 1) / 2),
            *(_label(golongan[g], letak.judul[g]) for g in jenis),
        ],
        showlegend=False, margin={"l": 8, "r": 8, "t": 28, "b": 32},
    )  # fmt: skip
    return Chart(fig, _alt(ada, saat, nama), saat)


def _line(deret: pd.DataFrame) -> go.Scatter:
    periode = [Periode.parse(p) for p in deret["periode"]]
    isi = [None if pd.isna(v) else float(v) for v in deret["value"]]
    lengkap = list(deret["n_lapor"] == deret["n_kelompok"])
    return go.Scatter(
        x=[p.end.isoformat() for p in periode], y=isi, mode="lines+markers",
        line={"color": AKSEN, "width": 3}, connectgaps=False,
        marker={"size": 8, "symbol": [_OPEN[not x] for x in lengkap]},
        customdata=[
            f"{p.label}: {rupiah(v)} ({n} dari {m} kelompok)"
            for p, v, n, m in zip(
                periode, isi, deret["n_lapor"], deret["n_kelompok"], strict=True
            )
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _marks(
    saat: pd.DataFrame, letak: Lajur, kode: str, urut: int, label: str
) -> go.Scatter:
    isi = saat[saat["kode_golongan"] == kode]
    warna, bentuk, _ = DERET[urut % len(DERET)]
    return go.Scatter(
        x=[t.date().isoformat() for t in isi["tanggal"]],
        y=letak.saat[isi.index].tolist(), yaxis="y2", mode="markers+text",
        cliponaxis=False, name=label,
        marker={"symbol": "hexagon" if bentuk == "x" else bentuk, "size": 24,
                "color": DASAR, "line": {"color": warna, "width": 2.5}},
        text=[str(n) for n in isi["nomor"]],
        textfont={"size": 12, "color": TEKS},
        customdata=list(isi["judul"] + "<br>" + isi["kapan"]),
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _spans(saat: pd.DataFrame, letak: Lajur) -> list[dict[str, Any]]:
    """A bar behind the mark of what lasted longer than a day."""
    return [
        {"type": "line", "yref": "y2", "layer": "below",
         "y0": letak.saat[i], "y1": letak.saat[i],
         "x0": b["tanggal"].date().isoformat(), "x1": b["sampai"].date().isoformat(),
         "line": {"color": TEKS_LEMBUT, "width": 6}}
        for i, b in saat[saat["sampai"].notna()].iterrows()
    ]  # fmt: skip


def _unknown(
    ada: pd.DataFrame, rentang: tuple[dt.date, dt.date] | None, dari: float
) -> list[dict[str, Any]]:
    if rentang is None:
        return []
    return [
        {"type": "rect", "xref": "x", "yref": "paper", "layer": "below",
         "x0": rentang[0].isoformat(), "x1": _first(ada, rentang).isoformat(),
         "y0": dari, "y1": 1, "fillcolor": DASAR_KEDUA,
         "line": {"color": GARIS, "width": 1, "dash": "dot"}}
    ]  # fmt: skip


def _first(ada: pd.DataFrame, rentang: tuple[dt.date, dt.date]) -> dt.date:
    """Until when nothing is known: the start of the first period with reports."""
    if ada.empty:
        return rentang[1]
    return min(Periode.parse(p) for p in ada["periode"]).start


def _silence(
    ada: pd.DataFrame, rentang: tuple[dt.date, dt.date] | None, y: float
) -> list[dict[str, Any]]:
    if rentang is None or _first(ada, rentang) <= rentang[0]:
        return []
    tengah = rentang[0] + (_first(ada, rentang) - rentang[0]) / 2
    return [
        {"text": TANPA_DATA, "xref": "x", "yref": "paper", "x": tengah.isoformat(),
         "y": y, "showarrow": False,
         "font": {"size": _HURUF, "color": TEKS_LEMBUT}}
    ]  # fmt: skip


def _head(teks: str) -> dict[str, Any]:
    return {
        "text": teks, "xref": "paper", "yref": "paper", "x": 0, "y": 1,
        "xanchor": "left", "yanchor": "bottom", "showarrow": False,
        "font": {"size": _HURUF, "color": TEKS_LEMBUT},
    }  # fmt: skip


def _label(teks: str, urut: int) -> dict[str, Any]:
    return {
        "text": teks, "xref": "paper", "yref": "y2", "x": 0, "y": urut,
        "xanchor": "left", "yanchor": "middle", "showarrow": False,
        "font": {"size": 12, "color": TEKS_LEMBUT},
    }  # fmt: skip


def _time(rentang: tuple[dt.date, dt.date] | None) -> dict[str, Any]:
    if rentang is None:
        return axis(type="date", anchor="y2")
    tahun = range(rentang[0].year + 1, rentang[1].year + 1)
    return axis(
        type="date", tickangle=0, anchor="y2", showgrid=True,
        range=[h.isoformat() for h in rentang],
        tickvals=[f"{t}-01-01" for t in tahun], ticktext=[str(t) for t in tahun],
    )  # fmt: skip


def _alt(ada: pd.DataFrame, saat: pd.DataFrame, nama: str) -> str:
    sebut = [f"{j} ({k})" for j, k in zip(saat["judul"], saat["kapan"], strict=True)]
    modal = "Modal belum ada datanya."
    if len(ada):
        urut = ada.sort_values("periode", key=lambda s: s.map(Periode.parse))
        awal, akhir = urut.iloc[0], urut.iloc[-1]
        modal = (
            f"Modal {rupiah(awal['value'])} pada "
            f"{Periode.parse(awal['periode']).label}, {rupiah(akhir['value'])} pada "
            f"{Periode.parse(akhir['periode']).label}; sebelumnya belum ada laporan."
        )
    isi = daftar(sebut, 8) if sebut else "belum ada"
    return f"Garis waktu {nama}. {modal} Kegiatan: {isi}."
