"""How capital may go on: a fan of the same groups, never a line alone.

`planning.forecast.growth` says how; here are the groups of a place and what is asked.
"""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.places import in_place
from planning.forecast.batas import Batas
from planning.forecast.growth import Pertumbuhan, learn
from planning.forecast.rungs import last_period
from reference.kosakata import MODAL_UP2K
from reference.periode import Periode

KOLOM = ("periode", "bawah", "tengah", "atas", "n_kelompok")


@dataclass(frozen=True, eq=False)
class Modal:
    """Modal UP2K (rupiah; NaN unknown or none) and thirds of size, by period."""

    periodes: tuple[Periode, ...]
    kode: pd.Index
    nilai: np.ndarray
    ukuran: np.ndarray


def read(data: Data, sampai: Periode) -> Modal:
    """Capital of every group up to a period, in the rhythm of that period."""
    kunci = ("riwayat modal", sampai)
    return data.kept(kunci, lambda: _read(data, sampai))


def _read(data: Data, sampai: Periode) -> Modal:
    ada = [p for p in data.periodes if p.irama == sampai.irama and not sampai < p]
    periodes = [sampai]
    while ada and ada[0] < periodes[0]:
        periodes.insert(0, periodes[0].previous())
    kode = data.groups.index
    nilai = np.column_stack(
        [data.at(p).total_of(MODAL_UP2K, kode) for p in periodes]
    ).reshape(len(kode), len(periodes))
    nilai = np.where(nilai > 0, nilai, np.nan)
    return Modal(tuple(periodes), kode, nilai, thirds(nilai))


def thirds(nilai: np.ndarray) -> np.ndarray:
    """In which third of its period (a column) each value lies: 0 to 2; -1 unknown."""
    bagian = pd.DataFrame(nilai).rank(pct=True).to_numpy()
    return np.where(np.isnan(bagian), -1, np.digitize(bagian, (1 / 3, 2 / 3), True))


def fan(data: Data, by: str, kode: str, pada: dt.date) -> pd.DataFrame:
    """What the capital of a place's groups may become, period by period.

    Columns `KOLOM`: the first row is what they have now (the groups of the place that
    reported the last period ended on the day), the others lie 80 of 100 times between
    `bawah` and `atas`, rupiah to three figures. `by` is "kelompok", "kelurahan",
    "kecamatan" or "kota". No row when `refusal` says why not.
    """
    kunci = ("kipas modal", by, kode, pada)
    return data.kept(kunci, lambda: _fan(data, by, kode, pada))


def refusal(data: Data, by: str, kode: str, pada: dt.date) -> str:
    """Why there is no fan; "" where there is one."""
    batas, m = Batas.pada(data, pada), read(data, last_period(data, pada))
    pasangan = usable(m.nilai, batas.kelompok_modal)
    if pasangan < batas.perubahan_modal:
        return (
            f"data belum cukup: baru {pasangan} pasangan periode berturut-turut dengan "
            f"{batas.kelompok_modal} kelompok yang sama, paling sedikit "
            f"{batas.perubahan_modal} (batas usulan)"
        )
    if not len(_members(m, by, kode)):
        siapa = "kelompok ini" if by == "kelompok" else "kelompok di wilayah ini"
        return (
            f"data belum cukup: {siapa} belum melaporkan modal {m.periodes[-1].label}"
        )
    return ""


def usable(nilai: np.ndarray, kelompok: int) -> int:
    """How many pairs of consecutive periods so many groups reported."""
    ada = ~np.isnan(nilai)
    return int(((ada[:, 1:] & ada[:, :-1]).sum(axis=0) >= kelompok).sum())


def pace(data: Data, m: Modal, kelompok: int) -> Pertumbuhan | None:
    """What is learned of growth from a history; made once for each."""
    kunci = ("laju modal", m.periodes[-1], kelompok)
    return data.kept(kunci, lambda: learn(m.nilai, m.ukuran, kelompok))


def _members(m: Modal, by: str, kode: str) -> np.ndarray:
    ada = ~np.isnan(m.nilai[:, -1])
    di = m.kode == kode if by == "kelompok" else in_place(m.kode, kode)
    return np.flatnonzero(ada & np.asarray(di))


def _fan(data: Data, by: str, kode: str, pada: dt.date) -> pd.DataFrame:
    kosong = pd.DataFrame({k: pd.Series(dtype="float64") for k in KOLOM})
    if refusal(data, by, kode, pada):
        return kosong.astype({"periode": "str"})
    batas, m = Batas.pada(data, pada), read(data, last_period(data, pada))
    laju = pace(data, m, batas.kelompok_modal)
    if laju is None:
        return kosong.astype({"periode": "str"})
    akhir, g = m.periodes[-1], _members(m, by, kode)
    banyak = batas.jangka_modal * akhir.per_year // 12
    kini = m.nilai[g, -1]
    jumlah = laju.draw(kini, m.ukuran[g, -1], g, banyak).sum(axis=1)
    tepi = edges(jumlah, batas.bagian)
    awal = np.full((3, 1), kini.sum())
    bawah, tengah, atas = np.hstack([awal, _roughly(tepi)])
    periode = [str(akhir.shift(i)) for i in range(banyak + 1)]
    return pd.DataFrame(
        {"periode": periode, "bawah": bawah, "tengah": tengah, "atas": atas,
         "n_kelompok": len(g)}
    )  # fmt: skip


def _roughly(nilai: np.ndarray) -> np.ndarray:
    """Three figures: more would pretend to know."""
    satuan = 10.0 ** (np.floor(np.log10(np.maximum(nilai, 1))) - 2)
    return np.round(nilai / satuan) * satuan


def edges(jumlah: np.ndarray, bagian: int) -> np.ndarray:
    """Lower edge, middle and upper edge between which `bagian` of 100 draws lie."""
    tepi = (100 - bagian) / 2
    return np.percentile(jumlah, [tepi, 50, 100 - tepi], axis=0)
