"""Places in order on one indicator, honest about how few groups stand behind some."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.theme import (
    AKSEN,
    BERURUT,
    DASAR,
    GARIS_TANPA_DATA,
    LEGEND,
    TEKS,
    Chart,
    axis,
    figure,
)
from charts.ticks import short
from indicators.funnel import ATAS, BAWAH
from reference.tulisan import bernilai, daftar, is_missing
from reference.wilayah import nama_wilayah

TANPA_PERINGKAT = "tanpa peringkat: terlalu sedikit laporan"
DIPERHALUS = "nilai yang diperhalus"
_TANDA = {ATAS: "▲ ", BAWAH: "▼ "}


def draw(
    values: pd.DataFrame,
    *,
    label: str,
    satuan: str,
    kota: float | None = None,
    sorot: str | None = None,
    contoh: bool,
) -> Chart:
    """Bars in the order given, the first at the top; a line shows the whole city.

    `values` is what `indicators.ranking.ranking(…)` gives, or the `tabel` of
    `indicators.funnel.judge(…)`: then a diamond shows the shrunken value, and ▲ or ▼ a
    place beyond the limits of chance. A place too thinly reported to be ranked is
    hatched and stands below; one without data is named in the alt text and the table,
    never drawn as zero.
    """
    ada = values.dropna(subset="value").iloc[::-1]
    traces = [
        _bars(ada[ada["alasan"] == ""], satuan, "", sorot),
        _bars(ada[ada["alasan"] != ""], satuan, "/", sorot),
    ]
    if "diperhalus" in ada:
        traces += [_shrunken(ada[ada["alasan"] == ""]), _words(ada, satuan)]
    keterangan = "diperhalus" in ada or bool((ada["alasan"] != "").any())
    tinggi = 90 + 26 * max(len(ada), 3)
    nilai = [float(v) for v in ada["value"]]
    fig = figure(
        traces,
        contoh=contoh,
        tinggi=tinggi,
        margin={"l": 8, "r": 8, "t": 64 if keterangan else 36, "b": 32},
        legend={**LEGEND, "y": 1 + 26 / tinggi},
        barmode="overlay",
        bargap=0.3,
        xaxis=axis(showticklabels=False, showgrid=False, range=_range(nilai)),
        yaxis=axis(
            type="category",
            showgrid=False,
            categoryorder="array",
            categoryarray=[_nama(k) for k in ada.index],
        ),
        hovermode="closest",
        showlegend=keterangan,
        **(_city_line(kota, satuan) if kota is not None and nilai else {}),
    )
    return Chart(fig, _alt(values, label, satuan), _table(values))


def _city_line(kota: float, satuan: str) -> dict[str, Any]:
    return {
        "shapes": [{"type": "line", "xref": "x", "x0": kota, "x1": kota,
                    "yref": "paper", "y0": 0, "y1": 1, "layer": "below",
                    "line": {"color": GARIS_TANPA_DATA, "width": 1.2, "dash": "dot"}}],
        "annotations": [{"text": f"Kota: {bernilai(kota, satuan)}", "xref": "x",
                         "x": kota, "yref": "paper", "y": 1, "yanchor": "bottom",
                         "showarrow": False}],
    }  # fmt: skip


def _nama(kode: str) -> str:
    return nama_wilayah(kode).removeprefix("Kecamatan ")


def _range(nilai: list[float]) -> list[float] | None:
    """Room for the words at the end of each bar, on a phone too."""
    if not nilai:
        return None
    rendah, tinggi = min(0.0, *nilai), max(0.0, *nilai)
    ruang = (tinggi - rendah) * 0.6
    return [rendah - (ruang if rendah < 0 else 0), tinggi + ruang]


def _bars(baris: pd.DataFrame, satuan: str, pola: str, sorot: str | None) -> go.Bar:
    return go.Bar(
        x=[round(float(v), 2) for v in baris["value"]],
        y=[_nama(k) for k in baris.index],
        orientation="h",
        text=None if "diperhalus" in baris else _labels(baris, satuan),
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
        name=TANPA_PERINGKAT,
        showlegend=bool(pola) and len(baris) > 0,
        marker={
            "color": [AKSEN if k == sorot else BERURUT[2] for k in baris.index]
            if not pola
            else DASAR,
            "line": {"color": AKSEN, "width": 1},
            "pattern": {"shape": pola, "fgcolor": AKSEN, "size": 6, "solidity": 0.2},
        },
    )


def _labels(baris: pd.DataFrame, satuan: str) -> list[str]:
    tanda = [_TANDA.get(p, "") for p in baris.get("putusan", [""] * len(baris))]
    return [
        f"{t}{short(v, satuan)}  ({int(n)}/{int(m)})"
        for t, v, n, m in zip(
            tanda, baris["value"], baris["n_lapor"], baris["n_kelompok"], strict=True
        )
    ]


def _words(baris: pd.DataFrame, satuan: str) -> go.Scatter:
    """The words of each bar, to the right of its end and of its diamond."""
    kanan = np.maximum(baris[["value", "diperhalus"]].max(axis=1), 0)
    return go.Scatter(
        x=[round(float(v), 2) for v in kanan], y=[_nama(k) for k in baris.index],
        mode="text", text=[f"\u2002\u2002{t}" for t in _labels(baris, satuan)],
        textposition="middle right", textfont={"size": 12}, hoverinfo="skip",
        cliponaxis=False, showlegend=False,
    )  # fmt: skip


def _shrunken(baris: pd.DataFrame) -> go.Scatter:
    return go.Scatter(
        x=[round(float(v), 2) for v in baris["diperhalus"]],
        y=[_nama(k) for k in baris.index], mode="markers", hoverinfo="skip",
        marker={"symbol": "diamond-tall", "size": 11, "color": DASAR,
                "line": {"color": TEKS, "width": 1.5}},
        name=DIPERHALUS,
    )  # fmt: skip


def _alt(values: pd.DataFrame, label: str, satuan: str) -> str:
    ada = values.dropna(subset="value")
    if ada.empty:
        return f"Urutan wilayah menurut {label}. Belum ada data."
    atas, bawah = ada.iloc[0], ada.iloc[-1]
    teks = (
        f"Urutan wilayah menurut {label}: teratas {nama_wilayah(ada.index[0])} "
        f"({bernilai(atas['value'], satuan)}), terbawah {nama_wilayah(ada.index[-1])} "
        f"({bernilai(bawah['value'], satuan)})."
    )
    if "putusan" in values and not values["putusan"].isin((ATAS, BAWAH)).any():
        teks += " Tidak ada yang berbeda nyata dari kota."
    kosong = [nama_wilayah(k) for k in values.index[values["value"].isna()]]
    return teks + (
        f" Belum ada data: {daftar(kosong, paling_banyak=6)}." if kosong else ""
    )


def _table(values: pd.DataFrame) -> pd.DataFrame:
    return values.assign(
        wilayah=[nama_wilayah(k) for k in values.index],
        urutan=[
            _rank(a, b)
            for a, b in zip(values["peringkat"], values["sampai"], strict=True)
        ],
    )


def _rank(awal: Any, akhir: Any) -> str:  # noqa: ANN401
    """The ranks a place may hold, in words: `1`, `2–27`, empty without."""
    if is_missing(awal):
        return ""
    return f"{awal}" if awal == akhir else f"{awal}–{akhir}"
