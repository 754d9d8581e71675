"""What came of a competition for each kelurahan: a map of words, not of numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.geometry import outlines, project, rings
from charts.map import area, halo, lines
from charts.theme import (
    AKSEN,
    BERLAWANAN,
    BERURUT,
    DASAR,
    GELAP,
    TEKS,
    Chart,
    figure,
    hidden_axis,
)
from reference.tulisan import daftar
from reference.wilayah import kelurahan, nama_wilayah


@dataclass(frozen=True, slots=True)
class Golongan:
    """One class of the map: its words, colour and hatch (a second cue)."""

    label: str
    warna: str
    pola: str = ""


UNGGUL = (BERURUT[3], "")
RAGU = (BERURUT[2], "x")
BIASA = (BERURUT[0], "")
KURANG = (BERLAWANAN[1], "-")
TANPA = (DASAR, "/")


def draw(
    hasil: pd.DataFrame,
    golongan: Sequence[Golongan],
    boundaries: Mapping[str, Any],
    *,
    judul: str,
    sorot: str | None = None,
    contoh: bool,
) -> Chart:
    """The 29 kelurahan by class; the name of each carries its code for clicks.

    `hasil` is indexed by kode_wilayah: `golongan` (a label of `golongan`; where there
    is no row the last class stands) and `tip`, the words for a tooltip.
    """
    bentuk = rings(boundaries)
    sendiri = {k: [k] for k in bentuk}
    lain = golongan[-1].label
    kata = {k: str(hasil["golongan"].get(k, lain)) for k in kelurahan()}
    traces = [
        area(bentuk, sendiri, [k for k, v in kata.items() if v == g.label], g.label,
             g.warna, g.pola)
        for g in golongan
    ]  # fmt: skip
    traces.append(lines(outlines(bentuk), TEKS, 1.4))
    if sorot in bentuk:
        traces.append(lines(bentuk[sorot], AKSEN, 4))
    warna = {g.label: g.warna for g in golongan}
    tip = {k: str(hasil["tip"].get(k, lain)) for k in kata}
    traces.append(_names(tip, [warna[v] for v in kata.values()]))
    fig = figure(
        traces, contoh=contoh, tinggi=680, xaxis=hidden_axis(),
        yaxis=hidden_axis(scaleanchor="x"), hovermode="closest", hoverdistance=-1,
        clickmode="event+select",
    )  # fmt: skip
    return Chart(fig, _alt(judul, golongan, kata), _table(kata, tip))


def _names(tip: Mapping[str, str], dasar: Sequence[str]) -> go.Scatter:
    tempat = [kelurahan()[k] for k in tip]
    titik = [project(t.label_lon, t.label_lat) for t in tempat]
    return go.Scatter(
        x=[t[0] for t in titik], y=[t[1] for t in titik], mode="markers+text",
        text=[t.nama.replace(" ", "<br>") for t in tempat],
        textfont={
            "size": 11,
            "color": [DASAR if w in GELAP else TEKS for w in dasar],
            "shadow": [halo(w if w in GELAP else DASAR) for w in dasar],
        },
        marker={"size": 26, "opacity": 0}, customdata=list(tip),
        unselected={"marker": {"opacity": 0}}, selected={"marker": {"opacity": 0}},
        hovertext=[f"<b>{t.nama}</b><br>{tip[t.kode]}" for t in tempat],
        hoverinfo="text", showlegend=False,
    )  # fmt: skip


def _alt(judul: str, golongan: Sequence[Golongan], kata: Mapping[str, str]) -> str:
    bagian = []
    for g in golongan:
        nama = [nama_wilayah(k) for k, v in kata.items() if v == g.label]
        if nama:
            bagian.append(f"{g.label}: {daftar(nama, paling_banyak=12)}")
    return f"Peta {len(kata)} kelurahan, {judul}. {'; '.join(bagian)}."


def _table(kata: Mapping[str, str], tip: Mapping[str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "kelurahan": [nama_wilayah(k) for k in kata],
            "kecamatan": [nama_wilayah(k[:8]).removeprefix("Kecamatan ") for k in kata],
            "golongan": list(kata.values()),
            "tip": [tip[k].replace("<br>", "; ") for k in kata],
        },
        index=pd.Index(list(kata), name="kode_wilayah"),
    )
