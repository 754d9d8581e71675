"""The city's map: one filled trace a class, so that the legend counts the places.

Plain scatter traces: no tiles, no base map, nothing fetched from outside.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.classes import Klasifikasi
from charts.geometry import joined, outlines, project, rings
from charts.theme import (
    AKSEN,
    DASAR,
    GARIS_TANPA_DATA,
    GELAP,
    TEKS,
    Chart,
    figure,
    hidden_axis,
)
from reference.tulisan import bernilai, daftar, is_missing
from reference.wilayah import kelurahan, nama_wilayah

BELUM_LAPOR = "Belum ada data"
TITIK = "titik"


def _halo(warna: str) -> str:
    return ", ".join(f"{x}px {y}px 1px {warna}" for x in (-1, 1) for y in (-1, 1))


def draw(
    values: pd.DataFrame,
    klasifikasi: Klasifikasi,
    boundaries: Mapping[str, Any],
    *,
    label: str,
    satuan: str,
    satuan_lapor: str = "kelompok",
    sorot: str | None = None,
    contoh: bool,
) -> Chart:
    """Colour the 29 kelurahan by class.

    `values` is what `indicators.compute(…, by="kelurahan")` gives. The trace of label
    points carries each code as customdata, for clicks; `sorot` outlines one place.
    """
    bentuk = rings(boundaries)
    kelas = {
        str(kode): None if is_missing(v) else klasifikasi.index(v)
        for kode, v in values["value"].items()
    }
    traces = [
        _area(bentuk, [k for k, n in kelas.items() if n == i], satu.label, satu.warna,
              satu.pola)
        for i, satu in enumerate(klasifikasi.kelas)
    ]  # fmt: skip
    kosong = [k for k, n in kelas.items() if n is None]
    traces.append(_area(bentuk, kosong, BELUM_LAPOR, DASAR, "/"))
    traces.append(_lines(outlines(bentuk), TEKS, 1.4))
    if sorot in bentuk:
        traces.append(_lines(bentuk[sorot], AKSEN, 4))
    dasar = [
        DASAR if (n := kelas[str(k)]) is None else klasifikasi.kelas[n].warna
        for k in values.index
    ]
    traces.append(_points(values, satuan, satuan_lapor, dasar))
    fig = figure(
        traces,
        contoh=contoh,
        tinggi=720,
        xaxis=hidden_axis(),
        yaxis=hidden_axis(scaleanchor="x"),
        hovermode="closest",
        hoverdistance=-1,
        clickmode="event+select",
    )
    return Chart(fig, _alt(values, kosong, label, satuan), _table(values))


def _area(
    bentuk: Mapping[str, list[list[tuple[int, int]]]],
    kode: list[str],
    label: str,
    warna: str,
    pola: str,
) -> go.Scatter:
    x, y = joined(ring for k in kode for ring in bentuk.get(k, []))
    # an empty class keeps its place in the legend, so that periods can be compared
    pattern = {"shape": pola, "size": 6, "solidity": 0.25, "bgcolor": warna}
    pattern["fgcolor"] = GARIS_TANPA_DATA if pola == "/" else TEKS
    return go.Scatter(
        x=x or [None], y=y or [None], mode="lines", fill="toself", fillcolor=warna,
        fillpattern=pattern if pola else None,
        line={"color": GARIS_TANPA_DATA, "width": 0.7},
        name=f"{label} ({len(kode)})", hoverinfo="skip", showlegend=True,
    )  # fmt: skip


def _lines(garis: list[list[tuple[int, int]]], warna: str, tebal: float) -> go.Scatter:
    x, y = joined(garis)
    return go.Scatter(
        x=x, y=y, mode="lines", line={"color": warna, "width": tebal},
        hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _points(
    values: pd.DataFrame, satuan: str, satuan_lapor: str, dasar: list[str]
) -> go.Scatter:
    tempat = [kelurahan()[k] for k in values.index]
    titik = [project(t.label_lon, t.label_lat) for t in tempat]
    keterangan = [
        f"<b>{t.nama}</b><br>{bernilai(v, satuan)}<br>{lapor} dari {n} {satuan_lapor}"
        for t, v, lapor, n in zip(
            tempat, values["value"], values["n_lapor"], values["n_kelompok"],
            strict=True,
        )
    ]  # fmt: skip
    return go.Scatter(
        x=[t[0] for t in titik], y=[t[1] for t in titik], mode="markers+text",
        text=[t.nama.replace(" ", "<br>") for t in tempat],
        textfont={
            "size": 11,
            "color": [DASAR if w in GELAP else TEKS for w in dasar],
            "shadow": [_halo(w if w in GELAP else DASAR) for w in dasar],
        },
        marker={"size": 26, "opacity": 0}, customdata=list(values.index), name=TITIK,
        unselected={"marker": {"opacity": 0}}, selected={"marker": {"opacity": 0}},
        hovertext=keterangan, hoverinfo="text", showlegend=False,
    )  # fmt: skip


def _alt(values: pd.DataFrame, kosong: list[str], label: str, satuan: str) -> str:
    ada = values["value"].dropna().sort_values()
    if ada.empty:
        return f"Peta 29 kelurahan: {label}. Belum ada data."
    rendah, tinggi = ada.index[0], ada.index[-1]
    teks = (
        f"Peta 29 kelurahan: {label}. Tertinggi {nama_wilayah(tinggi)} "
        f"({bernilai(ada.iloc[-1], satuan)}), terendah {nama_wilayah(rendah)} "
        f"({bernilai(ada.iloc[0], satuan)})."
    )
    if kosong:
        nama = [nama_wilayah(k) for k in kosong]
        teks += f" Belum ada data: {daftar(nama, paling_banyak=6)}."
    return teks


def _table(values: pd.DataFrame) -> pd.DataFrame:
    tabel = values.sort_values("value", ascending=False, na_position="last")
    nama = [nama_wilayah(k) for k in tabel.index]
    kecamatan = [nama_wilayah(k[:8]).removeprefix("Kecamatan ") for k in tabel.index]
    return tabel.assign(kelurahan=nama, kecamatan=kecamatan)
