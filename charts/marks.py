"""Places on the map of which too few have reported: found, outlined, named."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from charts.geometry import Ring, joined, outlines
from charts.theme import LIHAT
from reference.tulisan import angka, daftar
from reference.wilayah import nama_wilayah


def thin(values: pd.DataFrame, lapor_minimal: float) -> pd.Series:
    """Which places have groups, of which less than so many percent reported."""
    kurang = values["n_lapor"] * 100 < lapor_minimal * values["n_kelompok"]
    return kurang & (values["n_kelompok"] > 0)


def outline(
    bentuk: Mapping[str, list[Ring]],
    isi: Mapping[str, list[str]],
    kode: list[str],
    lapor_minimal: float,
) -> go.Scatter:
    """The dashed outline around places that are thinly reported, with its legend."""
    garis: list[Ring] = []
    for k in kode:
        satu = {w: bentuk[w] for w in isi[k]}
        garis += bentuk[k] if k in bentuk else outlines(satu)
    x, y = joined(garis)
    return go.Scatter(
        x=x or [None], y=y or [None], mode="lines", hoverinfo="skip",
        line={"color": LIHAT, "width": 3.5, "dash": "5px,3px"},
        name=f"{words(lapor_minimal)} ({len(kode)})", showlegend=True,
    )  # fmt: skip


def words(lapor_minimal: float) -> str:
    """The mark in words.

    >>> words(75)
    'Yang lapor kurang dari 75 %'
    """
    return f"Yang lapor kurang dari {angka(lapor_minimal)} %"


def alt(kode: list[str], lapor_minimal: float) -> str:
    """The places marked, as a sentence behind a map's alt text."""
    if not kode:
        return ""
    nama = daftar([nama_wilayah(k) for k in kode], paling_banyak=6)
    return f" {words(lapor_minimal)}: {nama}."
