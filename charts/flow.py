"""How groups moved between rungs: two stacks and the bands between them."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.theme import (
    AKSEN,
    BERURUT,
    DASAR,
    DASAR_KEDUA,
    GARIS_TANPA_DATA,
    LEGEND,
    LIHAT,
    TEKS,
    Chart,
    figure,
    hidden_axis,
)

Letak = dict[str, tuple[float, float]]

_LEBAR = 0.1
_CELAH = 0.06
_HATCH = {"shape": "/", "size": 6, "solidity": 0.3, "fgcolor": LIHAT}
# in the order in which they are drawn: what moved lies on top
_JENIS = {
    "Lainnya": (DASAR, False),
    "Tetap": (BERURUT[1], False),
    "Turun": (DASAR_KEDUA, True),
    "Naik": (AKSEN, False),
}


def draw(
    moves: pd.DataFrame,
    tangga: Sequence[str],
    label: Callable[[str], str],
    *,
    dari: str,
    ke: str,
    contoh: bool,
) -> Chart:
    """Bands from a rung then to a rung now, as wide as the groups that moved.

    `moves` is what `indicators.movement.flows(…)` gives; `tangga` lists the rungs from
    the lowest up, what is in neither (new, closed, silent) stands below them. `dari`
    and `ke` head the two stacks. Risen bands are dark, fallen ones hatched.
    """
    lain = {*moves["dari"], *moves["ke"]} - set(tangga)
    urutan = [*sorted(lain, reverse=True), *tangga]
    total = int(moves["n"].sum())
    kiri, kanan = (_stack(moves, sisi, urutan, total) for sisi in ("dari", "ke"))
    kotak, tulisan = [], []
    for sisi, x, letak, judul in (("dari", 0.0, kiri, dari), ("ke", 1.0, kanan, ke)):
        jumlah = moves.groupby(sisi)["n"].sum()
        kotak += _boxes(x, letak, jumlah)
        tulisan += _labels(x, letak, jumlah, label, judul)
    fig = figure(
        _bands(moves, urutan, tangga, kiri, kanan),
        contoh=contoh,
        tinggi=460,
        xaxis=hidden_axis(range=[-0.66, 1.66]),
        yaxis=hidden_axis(),
        hovermode=False,
        legend={**LEGEND, "traceorder": "reversed"},
        shapes=kotak,
        annotations=tulisan,
    )
    return Chart(fig, _alt(moves, tangga, label, dari, ke), _table(moves, label))


def kind(dari: str, ke: str, tangga: Sequence[str]) -> str:
    """Whether a move goes up, stays, goes down, or leaves or joins the ladder.

    >>> kind("pemula", "madya", ["pemula", "madya"]), kind("baru", "pemula", ["pemula"])
    ('Naik', 'Lainnya')
    """
    if dari not in tangga or ke not in tangga:
        return "Lainnya"
    beda = tangga.index(ke) - tangga.index(dari)
    return "Naik" if beda > 0 else "Turun" if beda < 0 else "Tetap"


def _stack(moves: pd.DataFrame, sisi: str, urutan: Sequence[str], total: int) -> Letak:
    jumlah = moves.groupby(sisi)["n"].sum()
    letak, y = {}, 0.0
    for anak_tangga in urutan:
        tinggi = float(jumlah.get(anak_tangga, 0)) / max(total, 1)
        letak[anak_tangga] = (y, y + tinggi)
        y += tinggi + (_CELAH if tinggi else 0)
    return letak


def _rows(moves: pd.DataFrame) -> list[tuple[str, str, int]]:
    kolom = zip(moves["dari"], moves["ke"], moves["n"], strict=True)
    return [(str(dari), str(ke), int(n)) for dari, ke, n in kolom]


def _bands(
    moves: pd.DataFrame,
    urutan: Sequence[str],
    tangga: Sequence[str],
    kiri: Letak,
    kanan: Letak,
) -> list[go.Scatter]:
    total = max(int(moves["n"].sum()), 1)
    awal = {r: y for r, (y, _) in kiri.items()}
    akhir = {r: y for r, (y, _) in kanan.items()}
    isi: dict[str, list[tuple[float, float, float]]] = {j: [] for j in _JENIS}
    banyak = dict.fromkeys(_JENIS, 0)
    urut = moves.sort_values(["dari", "ke"], key=lambda k: k.map(list(urutan).index))
    for dari, ke, n in _rows(urut):
        jenis, tebal = kind(dari, ke, tangga), n / total
        isi[jenis].append((awal[dari], akhir[ke], tebal))
        banyak[jenis] += n
        awal[dari] += tebal
        akhir[ke] += tebal
    return [_band(jenis, banyak[jenis], isi[jenis]) for jenis in _JENIS]


def _band(jenis: str, n: int, isi: list[tuple[float, float, float]]) -> go.Scatter:
    warna, arsir = _JENIS[jenis]
    kiri, kanan = _LEBAR / 2, 1 - _LEBAR / 2
    x: list[float | None] = []
    y: list[float | None] = []
    for a, b, t in isi:
        x += [kiri, kanan, kanan, kiri, kiri, None]
        y += [*(round(v, 4) for v in (a, b, b + t, a + t, a)), None]
    return go.Scatter(
        x=x or [None], y=y or [None], mode="lines", fill="toself", fillcolor=warna,
        fillpattern={**_HATCH, "bgcolor": warna} if arsir else None,
        line={"color": GARIS_TANPA_DATA, "width": 0.7}, name=f"{jenis} ({n})",
        hoverinfo="skip", showlegend=True,
    )  # fmt: skip


def _boxes(x: float, letak: Letak, jumlah: pd.Series) -> list[dict[str, Any]]:
    return [
        {"type": "rect", "x0": x - _LEBAR / 2, "x1": x + _LEBAR / 2,
         "y0": letak[str(r)][0], "y1": letak[str(r)][1], "fillcolor": TEKS,
         "line": {"width": 0}}
        for r in jumlah.index
    ]  # fmt: skip


def _labels(
    x: float,
    letak: Letak,
    jumlah: pd.Series,
    label: Callable[[str], str],
    judul: str,
) -> list[dict[str, Any]]:
    luar = -1 if x == 0 else 1
    tepi = {"x": x + luar * _LEBAR / 2, "showarrow": False, "xshift": 5 * luar,
            "xanchor": "right" if x == 0 else "left", "font": {"size": 12}}  # fmt: skip
    hasil = [
        {**tepi, "y": sum(letak[str(r)]) / 2, "text": f"{label(str(r))} <b>{n}</b>"}
        for r, n in jumlah.items()
    ]
    puncak = max((atas for _, atas in letak.values()), default=1.0)
    kepala = {"x": x, "y": puncak + _CELAH, "text": f"<b>{judul}</b>",
              "showarrow": False, "yanchor": "bottom"}  # fmt: skip
    return [*hasil, kepala]


def _alt(
    moves: pd.DataFrame,
    tangga: Sequence[str],
    label: Callable[[str], str],
    dari: str,
    ke: str,
) -> str:
    pindah = [(kind(d, k, tangga), d, k, n) for d, k, n in _rows(moves)]
    isi = "; ".join(
        f"{n} {jenis.lower()} dari {label(d)} ke {label(k)}"
        for jenis, d, k, n in pindah
        if jenis in ("Naik", "Turun")
    )
    tetap = sum(n for jenis, *_, n in pindah if jenis == "Tetap")
    return (
        f"Gambar perpindahan kelompok dari {dari} ke {ke}: "
        f"{isi or 'tidak ada yang naik atau turun'}; {tetap} tetap."
    )


def _table(moves: pd.DataFrame, label: Callable[[str], str]) -> pd.DataFrame:
    return moves.assign(
        nama_dari=moves["dari"].map(label), nama_ke=moves["ke"].map(label)
    )
