"""One indicator over the periods, a line for the city or one for each place."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.theme import (
    DASAR,
    DERET,
    LIHAT,
    TEKS_LEMBUT,
    Chart,
    axis,
    figure,
    time_axis,
)
from charts.ticks import ticks
from indicators.indicator import Goal
from reference.periode import Periode
from reference.tulisan import bernilai, persen
from reference.wilayah import nama_wilayah

LENGKAP = 90.0
SAMA = "bila pelapornya tetap sama"
_BEDA = 0.005


def incomplete(series: pd.DataFrame, lapor_minimal: float = LENGKAP) -> pd.Series:
    """Which rows of `series` have a value that stands on too few reports."""
    sedikit = series["n_lapor"] * 100 < lapor_minimal * series["n_kelompok"]
    return sedikit & series["value"].notna()


def notes(
    series: pd.DataFrame,
    satuan: str,
    satuan_lapor: str,
    goal: Goal | None = None,
    lapor_minimal: float = LENGKAP,
) -> list[str]:
    """What a reader must know: hollow markers, a cut axis, whose goal it is."""
    hasil = []
    if incomplete(series, lapor_minimal).any():
        hasil.append(
            f"Titik kosong: kurang dari {persen(lapor_minimal, 0)} {satuan_lapor} "
            "melapor, jadi angkanya belum lengkap."
        )
    if same_line(series):
        hasil.append(
            "Garis putus-putus: tiap perubahannya hanya dari kelompok yang lapor pada "
            "kedua periode, jadi tidak naik turun karena ada yang tidak lapor."
        )
    rentang = _marks(series, satuan, goal).get("range", [0.0])
    if rentang[0] > 0:
        hasil.append("Sumbu tegak tidak mulai dari nol agar perbedaannya terlihat.")
    if goal:
        hasil.append(f"Sumber patokan: {goal.source}.")
    return hasil


def same_line(series: pd.DataFrame) -> bool:
    """Whether a line of the same groups is drawn: for one place, where it differs."""
    if "value_sama" not in series or len(set(series.index)) != 1:
        return False
    nilai = series["value"].to_numpy("float64")
    beda = np.abs(series["value_sama"].to_numpy("float64") - nilai)
    return bool((beda > _BEDA * np.nanmax(np.abs(nilai), initial=0)).any())


def draw(
    series: pd.DataFrame,
    *,
    label: str,
    satuan: str,
    satuan_lapor: str = "kelompok",
    goal: Goal | None = None,
    lapor_minimal: float = LENGKAP,
    contoh: bool,
) -> Chart:
    """Lines over time; a period without reports is a gap, never a zero.

    `series` is what `indicators.series(…)` gives: indexed by code, with `periode`. Up
    to six places, told apart by marker and dash as well as colour. A marker is hollow
    where less than `lapor_minimal` percent of the groups stand behind it, so that a sum
    that falls because reports are missing is not taken for a loss; of one place a
    dashed line shows `value_sama` (`indicators.chain`), if there is that column.
    """
    kode = list(dict.fromkeys(series.index))
    periode = sorted({Periode.parse(p) for p in series["periode"]})
    traces = [
        _line(
            series.loc[[k]],
            periode,
            _nama(k),
            i,
            len(kode),
            satuan,
            satuan_lapor,
            lapor_minimal,
        )
        for i, k in enumerate(kode)
    ]
    if sama := same_line(series):
        traces.insert(0, _same(series, periode))
    if goal:
        traces.append(_goal(goal, periode, satuan))
    fig = figure(
        traces,
        contoh=contoh,
        tinggi=360,
        xaxis=time_axis(periode),
        yaxis=axis(**_marks(series, satuan, goal)),
        hovermode="x unified" if len(kode) == 1 else "closest",
        showlegend=len(kode) > 1 or goal is not None or sama,
    )
    return Chart(fig, alt(series, kode, label, satuan), _table(series))


def _marks(series: pd.DataFrame, satuan: str, goal: Goal | None) -> dict[str, Any]:
    nilai = [float(v) for v in series["value"]]
    if same_line(series):
        nilai += [float(v) for v in series["value_sama"]]
    return ticks(
        [*nilai, goal.value] if goal else nilai, satuan, dari_nol=satuan != "%"
    )


def _same(series: pd.DataFrame, periode: list[Periode]) -> go.Scatter:
    baris = series.set_index("periode")["value_sama"].reindex([str(p) for p in periode])
    return go.Scatter(
        x=[p.label_pendek for p in periode],
        y=[None if pd.isna(v) else round(float(v), 2) for v in baris],
        mode="lines", name=SAMA, hoverinfo="skip", connectgaps=False,
        line={"color": TEKS_LEMBUT, "width": 2, "dash": "dash"},
    )  # fmt: skip


def _line(
    satu: pd.DataFrame,
    periode: list[Periode],
    nama: str,
    urutan: int,
    dari: int,
    satuan: str,
    satuan_lapor: str,
    lapor_minimal: float,
) -> go.Scatter:
    warna, bentuk, garis = DERET[urutan % len(DERET)]
    baris = satu.set_index("periode").reindex([str(p) for p in periode])
    nilai = [None if pd.isna(v) else round(float(v), 2) for v in baris["value"]]
    tulisan = [
        f"{nama}: {bernilai(v, satuan)} ({_of(n, m)} {satuan_lapor})"
        for v, n, m in zip(nilai, baris["n_lapor"], baris["n_kelompok"], strict=True)
    ]
    return go.Scatter(
        x=[p.label_pendek for p in periode], y=nilai, name=nama, connectgaps=False,
        mode="lines+markers", hovertext=tulisan, hoverinfo="text+x",
        line={"color": warna, "width": 3 if dari == 1 else 2, "dash": garis},
        marker={
            "symbol": bentuk, "size": 9, "line": {"color": warna, "width": 2},
            "color": [DASAR if k else warna for k in incomplete(baris, lapor_minimal)],
        },
    )  # fmt: skip


def _nama(kode: str) -> str:
    return nama_wilayah(kode).removeprefix("Kecamatan ")


def _of(n_lapor: float, n_kelompok: float) -> str:
    if pd.isna(n_kelompok):
        return "tidak ada"
    return f"{int(n_lapor)} dari {int(n_kelompok)}"


def _goal(goal: Goal, periode: list[Periode], satuan: str) -> go.Scatter:
    arah = "paling banyak" if goal.arah == "<=" else "paling sedikit"
    return go.Scatter(
        x=[periode[0].label_pendek, periode[-1].label_pendek],
        y=[goal.value, goal.value],
        mode="lines",
        line={"color": LIHAT, "width": 1.5, "dash": "dash"},
        name=f"Patokan: {arah} {bernilai(goal.value, satuan)}",
        hoverinfo="skip",
    )


def alt(series: pd.DataFrame, kode: list[str], label: str, satuan: str) -> str:
    """Lines in words: where each place of `series` began and where it is now."""
    kalimat = []
    for k in kode:
        ada = (
            series.loc[[k]]
            .dropna(subset="value")
            .sort_values("periode", key=lambda s: s.map(Periode.parse))
        )
        if len(ada):
            awal, akhir = ada.iloc[0], ada.iloc[-1]
            kalimat.append(
                f"{_nama(k)}: {bernilai(awal['value'], satuan)} pada "
                f"{Periode.parse(awal['periode']).label}, "
                f"{bernilai(akhir['value'], satuan)} pada "
                f"{Periode.parse(akhir['periode']).label}."
            )
    isi = " ".join(kalimat) or "Belum ada data."
    return f"Grafik garis {label} dari waktu ke waktu. {isi}"


def _table(series: pd.DataFrame) -> pd.DataFrame:
    return series.assign(
        wilayah=[nama_wilayah(k) for k in series.index],
        nama_periode=[Periode.parse(p).label for p in series["periode"]],
    )
