"""What was done for a group, on its time line: below its capital and its members."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.theme import (
    AKSEN,
    DASAR,
    GARIS,
    LIHAT,
    PERBAIKI,
    TEKS,
    TEKS_LEMBUT,
    Chart,
    axis,
    figure,
    time_axis,
)
from charts.ticks import ticks
from reference.periode import Periode
from reference.tulisan import bernilai, daftar, rupiah, tanggal

TANDA = {
    "selesai": ("✓", "circle", AKSEN),
    "berjalan": ("▶", "square", LIHAT),
    "rencana": ("○", "circle-open", TEKS_LEMBUT),
    "terlambat": ("!", "diamond", PERBAIKI),
    "batal": ("×", "x-thin-open", TEKS_LEMBUT),
}
"""Letter, shape and colour of each state of an action."""
_BIDANG = {"modal": (0.6, 1.0), "anggota": (0.3, 0.5), "tindakan": (0.0, 0.2)}
_JUDUL = {"modal": "Modal UP2K (Rp)", "anggota": "Anggota (orang)",
          "tindakan": "Tindakan"}  # fmt: skip
_TEPI = dt.timedelta(days=45)
_HURUF = 13
_BELUM_SEMUA = " (belum semua melapor)"


def draw(
    deret: pd.DataFrame, tindakan: pd.DataFrame, *, nama: str, contoh: bool
) -> Chart:
    """Two lines over the periods, and a mark for every action on its day.

    `deret` has `periode`, `modal`, `anggota` (NaN = not reported: a gap) and `lengkap`
    (whether all groups reported; a marker is hollow where not), `tindakan` rows as
    `planning.actions.timeline.of` gives them; those without a day have no mark.
    Actions of one day stand above each other. Each state has its own letter and shape.
    """
    periode = [Periode.parse(p) for p in deret["periode"]]
    ada = tindakan[tindakan["pada"].notna()]
    traces: list[Any] = [
        _line(deret, "modal", periode, "y", rupiah, "Modal UP2K"),
        _line(deret, "anggota", periode, "y2", _people, "Anggota"),
    ]
    traces += [
        _marks(ada, ada["keadaan"] == k) for k in TANDA if (ada["keadaan"] == k).any()
    ]
    fig = figure(
        traces, contoh=contoh, tinggi=430, xaxis=_time(periode, ada),
        yaxis=_scale(deret, "modal", "Rp"),
        yaxis2=_scale(deret, "anggota", "orang"),
        yaxis3=axis(domain=_BIDANG["tindakan"], showticklabels=False, showgrid=False,
                    range=[-0.6, max(_heights(ada), default=0) + 0.8]),
        annotations=[_title(k) for k in _BIDANG], showlegend=False,
        margin={"l": 8, "r": 8, "t": 28, "b": 32},
    )  # fmt: skip
    return Chart(fig, _alt(deret, tindakan, nama), tindakan)


def _people(n: float | None) -> str:
    return bernilai(n, "orang")


def _symbols(lengkap: Sequence[bool]) -> list[str]:
    return ["circle" if ya else "circle-open" for ya in lengkap]


def _scale(deret: pd.DataFrame, apa: str, satuan: str) -> dict[str, Any]:
    isi = [float(v) for v in deret[apa].astype("float64")]
    return axis(domain=_BIDANG[apa], **ticks(isi, satuan))


def _line(
    deret: pd.DataFrame,
    apa: str,
    periode: Sequence[Periode],
    sumbu: str,
    tulis: Callable[[float | None], str],
    label: str,
) -> go.Scatter:
    isi = [None if pd.isna(v) else float(v) for v in deret[apa]]
    lengkap = list(deret["lengkap"])
    return go.Scatter(
        x=[p.end.isoformat() for p in periode], y=isi, yaxis=sumbu,
        mode="lines+markers", line={"color": AKSEN, "width": 2},
        marker={"size": 8, "symbol": _symbols(lengkap)},
        customdata=[
            f"{label}, {p.label}: {tulis(v)}{'' if ya else _BELUM_SEMUA}"
            for p, v, ya in zip(periode, isi, lengkap, strict=True)
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _heights(ada: pd.DataFrame) -> list[int]:
    """How high each mark stands: those of the same day above each other."""
    return [int(n) for n in ada.groupby("pada").cumcount()]


def _marks(ada: pd.DataFrame, pilih: pd.Series) -> go.Scatter:
    tinggi = pd.Series(_heights(ada), index=ada.index)[pilih]
    isi = ada[pilih]
    huruf, bentuk, warna = TANDA[str(isi["keadaan"].iloc[0])]
    penuh = not bentuk.endswith("open")
    return go.Scatter(
        x=[p.date().isoformat() for p in isi["pada"]], y=list(tinggi), yaxis="y3",
        mode="markers+text",
        marker={"symbol": bentuk, "size": 22, "color": warna, "line": {"width": 2}},
        text=huruf if penuh else "",
        textfont={"color": DASAR if penuh else TEKS, "size": _HURUF},
        customdata=[
            f"{b.nama_jenis}<br>{b.keadaan}, {tanggal(b.pada.date())}"
            for b in isi.itertuples()
        ],
        hovertemplate="%{customdata}<extra></extra>", cliponaxis=False,
    )  # fmt: skip


def _time(periode: Sequence[Periode], ada: pd.DataFrame) -> dict[str, Any]:
    hari = [p.end for p in periode] + [p.date() for p in ada["pada"]]
    rentang = (
        [(min(hari) - _TEPI).isoformat(), (max(hari) + _TEPI).isoformat()]
        if hari
        else None
    )
    return axis(
        type="date", showgrid=True, gridcolor=GARIS, tickangle=0, range=rentang,
        tickvals=[p.end.isoformat() for p in periode],
        ticktext=time_axis(periode)["ticktext"], anchor="y3",
    )  # fmt: skip


def _title(bidang: str) -> dict[str, Any]:
    return {
        "text": _JUDUL[bidang], "xref": "paper", "yref": "paper", "x": 0,
        "y": _BIDANG[bidang][1], "xanchor": "left", "yanchor": "bottom",
        "showarrow": False, "font": {"size": _HURUF, "color": TEKS_LEMBUT},
    }  # fmt: skip


def _alt(deret: pd.DataFrame, tindakan: pd.DataFrame, nama: str) -> str:
    sebut = [
        f"{b.nama_jenis} ({tanggal(b.pada.date())}, {b.keadaan})"
        for b in tindakan[tindakan["pada"].notna()].itertuples()
    ]
    isi = daftar(sebut, 6) if sebut else "belum ada"
    return (
        f"Garis waktu {nama}: modal dan anggota pada {len(deret)} periode, di bawahnya "
        f"{len(sebut)} tindakan: {isi}."
    )
