"""Which kelurahan events reached lately, when last, or never: a map of four states."""

from collections.abc import Mapping
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
from indicators.reach import BELUM, KEADAAN, LAMA, TAK_TERCATAT, TERJANGKAU
from reference.tulisan import daftar, is_missing, tanggal
from reference.wilayah import kelurahan, nama_wilayah

WARNA = {
    TERJANGKAU: (BERURUT[4], ""),
    TAK_TERCATAT: (BERURUT[0], "."),
    LAMA: (BERLAWANAN[1], ""),
    BELUM: (DASAR, "/"),
}
"""The colour and the hatch of each state."""


def draw(
    cakupan: pd.DataFrame,
    boundaries: Mapping[str, Any],
    *,
    label: str,
    sorot: str | None = None,
    contoh: bool,
) -> Chart:
    """The kelurahan by state; the name of each carries its code for clicks.

    `cakupan` is what `indicators.reach.coverage` gives; `label` says who was reached
    (Poksus, TP PKK …). `sorot` outlines one kelurahan.
    """
    bentuk = rings(boundaries)
    sendiri = {k: [k] for k in bentuk}
    traces = []
    for keadaan, (warna, pola) in WARNA.items():
        kode = [str(k) for k in cakupan.index[cakupan["keadaan"] == keadaan]]
        traces.append(area(bentuk, sendiri, kode, KEADAAN[keadaan], warna, pola))
    traces.append(lines(outlines(bentuk), TEKS, 1.4))
    if sorot in bentuk:
        traces.append(lines(bentuk[sorot], AKSEN, 4))
    traces.append(_names(cakupan))
    fig = figure(
        traces, contoh=contoh, tinggi=680, xaxis=hidden_axis(),
        yaxis=hidden_axis(scaleanchor="x"), hovermode="closest", hoverdistance=-1,
        clickmode="event+select",
    )  # fmt: skip
    return Chart(fig, _alt(cakupan, label), table(cakupan))


def _names(cakupan: pd.DataFrame) -> go.Scatter:
    tempat = [kelurahan()[str(k)] for k in cakupan.index]
    titik = [project(t.label_lon, t.label_lat) for t in tempat]
    dasar = [WARNA[k][0] for k in cakupan["keadaan"]]
    return go.Scatter(
        x=[t[0] for t in titik], y=[t[1] for t in titik], mode="markers+text",
        text=[t.nama.replace(" ", "<br>") for t in tempat],
        textfont={
            "size": 11,
            "color": [DASAR if w in GELAP else TEKS for w in dasar],
            "shadow": [halo(w if w in GELAP else DASAR) for w in dasar],
        },
        marker={"size": 26, "opacity": 0}, customdata=[t.kode for t in tempat],
        unselected={"marker": {"opacity": 0}}, selected={"marker": {"opacity": 0}},
        hovertext=[_tip(b) for b in cakupan.itertuples()], hoverinfo="text",
        showlegend=False,
    )  # fmt: skip


def _tip(baris: Any) -> str:  # noqa: ANN401
    kalimat = f"<b>{nama_wilayah(baris.Index)}</b><br>{KEADAAN[baris.keadaan]}"
    if is_missing(baris.terakhir):
        return kalimat
    return f"{kalimat}<br>terakhir {tanggal(baris.terakhir.date())}"


def _alt(cakupan: pd.DataFrame, label: str) -> str:
    n = {k: int((cakupan["keadaan"] == k).sum()) for k in KEADAAN}
    bagian = [f"{KEADAAN[k].lower()} {n[k]}" for k in KEADAAN if n[k]]
    belum = [nama_wilayah(str(k)) for k in cakupan.index[cakupan["keadaan"] == BELUM]]
    teks = f"Peta {len(cakupan)} kelurahan menurut acara, {label}: {'; '.join(bagian)}."
    if not belum:
        return teks
    return f"{teks} Belum pernah tercatat: {daftar(belum, paling_banyak=6)}."


def table(cakupan: pd.DataFrame) -> pd.DataFrame:
    """Coverage with names and states in words, in the order of the codes."""
    kode = [str(k) for k in cakupan.index]
    return cakupan.assign(
        kelurahan=[nama_wilayah(k) for k in kode],
        kecamatan=[nama_wilayah(k[:8]).removeprefix("Kecamatan ") for k in kode],
        nama_keadaan=cakupan["keadaan"].map(KEADAAN),
    )
