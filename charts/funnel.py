"""Places by how much stands behind them, with the limits of chance around the city."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.theme import (
    AKSEN,
    BERURUT,
    DASAR,
    GARIS_TANPA_DATA,
    LIHAT,
    TEKS,
    Chart,
    axis,
    figure,
)
from charts.ticks import short, step, ticks
from indicators.funnel import ATAS, BAWAH, WAJAR, Corong
from reference.tulisan import bernilai, daftar
from reference.wilayah import nama_wilayah

TANPA = "tidak dinilai: terlalu sedikit laporan"
# shape as well as colour: the picture is photocopied
_TANDA = {
    ATAS: ("triangle-up", AKSEN, 13),
    BAWAH: ("triangle-down", LIHAT, 13),
    WAJAR: ("circle", BERURUT[2], 10),
    "": ("x-thin-open", GARIS_TANPA_DATA, 9),
}
_TITIK_KURVA = 40


def draw(
    tabel: pd.DataFrame,
    corong: Corong,
    *,
    label: str,
    satuan: str,
    pembagi: str,
    sorot: str | None = None,
    contoh: bool,
) -> Chart:
    """Each place's value against what it is divided by, and how far chance reaches.

    `tabel` and `corong` are those of `indicators.funnel.judge`; `pembagi` names the
    axis to the right. Places beyond the limits are named in the figure, others when
    pointed at.
    """
    ada = tabel.dropna(subset="value")
    y = _y(ada, corong, satuan)
    traces = _curves(ada, corong, y.get("range"))
    traces += [
        _points(ada[ada["putusan"] == putusan], putusan, satuan, sorot)
        for putusan in _TANDA
        if putusan or (ada["putusan"] == "").any()
    ]
    fig = figure(
        traces,
        contoh=contoh,
        tinggi=440,
        margin={"l": 8, "r": 8, "t": 8, "b": 32},
        xaxis=axis(showgrid=False, **_x(ada["penyebut"])),
        yaxis=axis(**y),
        hovermode="closest",
        annotations=[_axis_words(pembagi)],
    )
    return Chart(fig, _alt(ada, corong, label, satuan), _table(tabel))


def _curves(
    ada: pd.DataFrame, corong: Corong, rentang: list[float] | None
) -> list[go.Scatter]:
    """The band within which chance alone may carry a place, and the city's rate."""
    if ada.empty:
        return []
    terkecil, terbesar = ada["penyebut"].min() * 0.7, ada["penyebut"].max() * 1.04
    x = np.geomspace(terkecil, terbesar, _TITIK_KURVA)
    kota = _line(x[[0, -1]], np.full(2, corong.kota), "seluruh kota", "dot")
    bawah, atas = corong.limits(x)
    if not np.isfinite(bawah).all():
        return [kota]
    if rentang:
        bawah, atas = (np.clip(v, rentang[0], rentang[1]) for v in (bawah, atas))
    pita = go.Scatter(
        x=_short(np.concatenate([x, x[::-1]])),
        y=_short(np.concatenate([atas, bawah[::-1]])),
        mode="lines", line={"width": 1, "color": GARIS_TANPA_DATA}, fill="toself",
        fillcolor="rgba(181,218,213,0.35)", name="batas wajar", hoverinfo="skip",
    )  # fmt: skip
    return [pita, kota]


def _line(x: np.ndarray, y: np.ndarray, nama: str, garis: str) -> go.Scatter:
    return go.Scatter(
        x=_short(x), y=_short(y), mode="lines", name=nama, hoverinfo="skip",
        line={"width": 1.5, "color": TEKS, "dash": garis},
    )  # fmt: skip


def _short(nilai: np.ndarray) -> list[float]:
    """Four digits are enough to draw and a third of the bytes to send."""
    return [float(f"{v:.4g}") for v in nilai]


def _points(
    baris: pd.DataFrame, putusan: str, satuan: str, sorot: str | None
) -> go.Scatter:
    bentuk, warna, besar = _TANDA[putusan]
    nama = [nama_wilayah(k) for k in baris.index]
    tulis = putusan in (ATAS, BAWAH)
    kata = [
        n if tulis or k == sorot else "" for k, n in zip(baris.index, nama, strict=True)
    ]
    return go.Scatter(
        x=_short(baris["penyebut"].to_numpy()), y=_short(baris["value"].to_numpy()),
        mode="markers+text" if any(kata) else "markers",
        text=kata if any(kata) else None, textposition="top center",
        name=f"{putusan or TANPA} ({len(baris)})",
        marker={"symbol": bentuk, "size": besar, "color": warna,
                "line": {"width": 1.5, "color": TEKS if putusan else warna}},
        hovertext=[
            f"<b>{n}</b><br>{bernilai(v, satuan)}<br>{int(a)} dari {int(b)} kelompok"
            f"<br>{putusan or TANPA}"
            for n, v, a, b in zip(
                nama, baris["value"], baris["n_lapor"], baris["n_kelompok"], strict=True
            )
        ],
        hoverinfo="text", hoverlabel={"bgcolor": DASAR}, cliponaxis=False,
    )  # fmt: skip


def _y(ada: pd.DataFrame, corong: Corong, satuan: str) -> dict[str, Any]:
    """An axis around the points; far limits of small places are cut off."""
    nilai = [float(v) for v in ada["value"]]
    if nilai and np.isfinite(corong.naik):
        batas = [float(v) for ujung in corong.limits(_sizes(ada)) for v in ujung]
        jauh = 1.6 * max(abs(v) for v in nilai)
        nilai += [min(max(v, -jauh), jauh) for v in batas if v > 0 or min(nilai) < 0]
    return ticks(nilai or [0.0], satuan)


def _sizes(ada: pd.DataFrame) -> np.ndarray:
    return np.quantile(ada["penyebut"], [0.25, 1])


def _x(penyebut: pd.Series) -> dict[str, Any]:
    if penyebut.empty or penyebut.max() <= 0:
        return {}
    tinggi = float(penyebut.max())
    langkah = step(tinggi)
    if tinggi <= 10 and (penyebut % 1 == 0).all():
        langkah = 1.0
    nilai = [langkah * i for i in range(int(tinggi / langkah) + 1)]
    return {
        "range": [0, tinggi * 1.06],
        "tickvals": nilai,
        "ticktext": [short(v, "Rp") if tinggi >= 1e6 else short(v, "") for v in nilai],
    }


def _axis_words(pembagi: str) -> dict[str, Any]:
    return {
        "text": f"ke kanan: {pembagi} →", "xref": "paper", "x": 1, "yref": "paper",
        "y": 1, "xanchor": "right", "yanchor": "top", "showarrow": False,
    }  # fmt: skip


def _alt(ada: pd.DataFrame, corong: Corong, label: str, satuan: str) -> str:
    awal = f"Corong {len(ada)} wilayah menurut {label}"
    if ada.empty:
        return f"{awal}. Belum ada data."
    isi = [f"{awal}; seluruh kota {bernilai(corong.kota, satuan)}."]
    for putusan in (ATAS, BAWAH):
        kode = ada.index[ada["putusan"] == putusan]
        if len(kode):
            nama = daftar([nama_wilayah(k) for k in kode], paling_banyak=6)
            isi.append(f"{putusan.capitalize()}: {nama}.")
    wajar = int((ada["putusan"] == WAJAR).sum())
    isi.append(f"{wajar} wilayah {WAJAR}.")
    return " ".join(isi)


def _table(tabel: pd.DataFrame) -> pd.DataFrame:
    return tabel.assign(
        wilayah=[nama_wilayah(k) for k in tabel.index],
        penilaian=tabel["putusan"].where(tabel["putusan"] != "", "tidak dinilai"),
    )
