"""The city's map: one filled trace a class, so that the legend counts the places.

Plain scatter traces: no tiles, no base map, nothing fetched from outside.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import marks
from charts.classes import Klasifikasi
from charts.geometry import Ring, joined, outlines, project, rings
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
from indicators.places import level_of
from reference.tulisan import bernilai, daftar, is_missing
from reference.wilayah import kelurahan, nama_wilayah

BELUM_LAPOR = "Belum ada data"
TITIK = "titik"
_BANYAK = {"kelurahan": "{n} kelurahan", "kecamatan": "{n} kecamatan", "kota": "kota"}


def halo(warna: str) -> str:
    """A shadow of one colour around letters, so that they read on any ground."""
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
    lapor_minimal: float = 0.0,
    contoh: bool,
) -> Chart:
    """Colour the 29 kelurahan, the 5 kecamatan or the city by class.

    `values` is what `indicators.compute` gives for one level of places. A dashed
    outline marks a place of which less than `lapor_minimal` percent reported. The trace
    of label points carries each kelurahan's code as customdata, for clicks; `sorot`
    outlines one kelurahan.
    """
    bentuk = rings(boundaries)
    isi = {str(k): [w for w in bentuk if _within(w, str(k))] for k in values.index}
    kelas = {
        str(kode): None if is_missing(v) else klasifikasi.index(v)
        for kode, v in values["value"].items()
    }
    traces = [
        area(bentuk, isi, [k for k, n in kelas.items() if n == i], satu.label,
              satu.warna, satu.pola)
        for i, satu in enumerate(klasifikasi.kelas)
    ]  # fmt: skip
    kosong = [k for k, n in kelas.items() if n is None]
    traces.append(area(bentuk, isi, kosong, BELUM_LAPOR, DASAR, "/"))
    traces.append(lines(outlines(bentuk), TEKS, 1.4))
    sedikit = [str(k) for k in values.index[marks.thin(values, lapor_minimal)]]
    if lapor_minimal:
        traces.append(marks.outline(bentuk, isi, sedikit, lapor_minimal))
    if sorot in bentuk:
        traces.append(lines(bentuk[sorot], AKSEN, 4))
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
    alt = words(values, kosong, label, satuan) + marks.alt(sedikit, lapor_minimal)
    return Chart(fig, alt, _table(values, lapor_minimal))


def _within(wilayah: str, kode: str) -> bool:
    return wilayah == kode or wilayah.startswith(f"{kode}.")


def area(
    bentuk: Mapping[str, list[Ring]],
    isi: Mapping[str, list[str]],
    kode: list[str],
    label: str,
    warna: str,
    pola: str,
) -> go.Scatter:
    """One class of places, filled; `isi` gives the kelurahan of each code."""
    x, y = joined(ring for k in kode for w in isi[k] for ring in bentuk[w])
    # an empty class keeps its place in the legend, so that periods can be compared
    pattern = {"shape": pola, "size": 6, "solidity": 0.25, "bgcolor": warna}
    pattern["fgcolor"] = GARIS_TANPA_DATA if pola == "/" else TEKS
    return go.Scatter(
        x=x or [None], y=y or [None], mode="lines", fill="toself", fillcolor=warna,
        fillpattern=pattern if pola else None,
        line={"color": GARIS_TANPA_DATA, "width": 0.7},
        name=f"{label} ({len(kode)})", hoverinfo="skip", showlegend=True,
    )  # fmt: skip


def lines(garis: list[list[tuple[int, int]]], warna: str, tebal: float) -> go.Scatter:
    """Outlines on the map."""
    x, y = joined(garis)
    return go.Scatter(
        x=x, y=y, mode="lines", line={"color": warna, "width": tebal},
        hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _points(
    values: pd.DataFrame, satuan: str, satuan_lapor: str, dasar: list[str]
) -> go.Scatter:
    nama = [_name(str(k)) for k in values.index]
    titik = [label_point(str(k)) for k in values.index]
    keterangan = [
        f"<b>{t}</b><br>{bernilai(v, satuan)}<br>{lapor} dari {n} {satuan_lapor}"
        for t, v, lapor, n in zip(
            nama, values["value"], values["n_lapor"], values["n_kelompok"], strict=True
        )
    ]
    kode = [str(k) for k in values.index if level_of(str(k)) == "kelurahan"]
    return go.Scatter(
        x=[t[0] for t in titik], y=[t[1] for t in titik], mode="markers+text",
        text=[n.replace(" ", "<br>") for n in nama],
        textfont={
            "size": 11,
            "color": [DASAR if w in GELAP else TEKS for w in dasar],
            "shadow": [halo(w if w in GELAP else DASAR) for w in dasar],
        },
        marker={"size": 26, "opacity": 0}, customdata=kode or None, name=TITIK,
        unselected={"marker": {"opacity": 0}}, selected={"marker": {"opacity": 0}},
        hovertext=keterangan, hoverinfo="text", showlegend=False,
    )  # fmt: skip


def _name(kode: str) -> str:
    return nama_wilayah(kode).removeprefix("Kecamatan ")


def label_point(kode: str) -> tuple[float, float]:
    """Where a place's name stands; for a larger one, amidst its kelurahan."""
    titik = [
        project(t.label_lon, t.label_lat)
        for w, t in kelurahan().items()
        if _within(w, kode)
    ]
    return tuple(sum(sumbu) / len(titik) for sumbu in zip(*titik, strict=True))  # type: ignore[return-value]


def words(values: pd.DataFrame, kosong: list[str], label: str, satuan: str) -> str:
    """A map in words: the highest, the lowest, and of whom nothing is known."""
    ada = values["value"].dropna().sort_values()
    dasar = _BANYAK[level_of(str(values.index[0]))].format(n=len(values))
    if ada.empty:
        return f"Peta {dasar}: {label}. Belum ada data."
    if len(values) == 1:
        return f"Peta {dasar}: {label} {bernilai(ada.iloc[0], satuan)}."
    rendah, tinggi = ada.index[0], ada.index[-1]
    teks = (
        f"Peta {dasar}: {label}. Tertinggi {nama_wilayah(tinggi)} "
        f"({bernilai(ada.iloc[-1], satuan)}), terendah {nama_wilayah(rendah)} "
        f"({bernilai(ada.iloc[0], satuan)})."
    )
    if kosong:
        nama = [nama_wilayah(k) for k in kosong]
        teks += f" Belum ada data: {daftar(nama, paling_banyak=6)}."
    return teks


def _table(values: pd.DataFrame, lapor_minimal: float) -> pd.DataFrame:
    tabel = values.sort_values("value", ascending=False, na_position="last")
    nama = [nama_wilayah(k) for k in tabel.index]
    sedikit = marks.thin(tabel, lapor_minimal)
    return tabel.assign(
        wilayah=nama,
        kelurahan=nama,
        kecamatan=[_name(k[:8]) for k in tabel.index],
        laporan=[marks.words(lapor_minimal) if s else "cukup" for s in sedikit],
    )
