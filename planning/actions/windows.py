"""What was done to a group, with the reports before and after it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.data import Data
from planning.actions.measures import value
from reference.periode import Periode
from reference.tindakan import SELESAI

_LAPORAN_TERLAMA = 2
"""How many periods before what was done the last report may lie."""


@dataclass(frozen=True, slots=True)
class Jendela:
    """One thing done to one group, with the periods before and after it."""

    kode_kelompok: str
    kode_tindakan: str
    sebelum: Periode
    sesudah: Periode


def done_windows(
    data: Data, tindakan: pd.DataFrame, ukuran: str, k: int
) -> tuple[list[Jendela], int]:
    """`windows` of the actions of a register that were done to one group."""
    selesai = tindakan[
        (tindakan["status"] == SELESAI) & tindakan["kode_kelompok"].notna()
    ]
    perlakuan = selesai[["kode_kelompok", "kode_tindakan", "tanggal_selesai"]]
    return windows(
        data, perlakuan.rename(columns={"tanggal_selesai": "pada"}), ukuran, k
    )


def windows(
    data: Data, perlakuan: pd.DataFrame, ukuran: str, k: int
) -> tuple[list[Jendela], int]:
    """The first thing done to each group, between a report before and one k after.

    `perlakuan` has kode_kelompok, kode_tindakan and `pada`, the day. The report after
    is that of the k-th period after the one in which it was done. Also gives how many
    groups have no report at one of the ends (yet).
    """
    urut = perlakuan.sort_values(["pada", "kode_tindakan"])
    hasil, menunggu = [], 0
    for b in urut.drop_duplicates("kode_kelompok").itertuples():
        kini = Periode.containing(b.pada.date())
        sesudah = kini.shift(k)
        calon = [kini.shift(-i) for i in range(1, _LAPORAN_TERLAMA + 1)]
        sebelum = next(
            (p for p in calon if _has(data, ukuran, p, b.kode_kelompok)), None
        )
        if sebelum is None or not _has(data, ukuran, sesudah, b.kode_kelompok):
            menunggu += 1
            continue
        hasil.append(Jendela(b.kode_kelompok, b.kode_tindakan, sebelum, sesudah))
    return hasil, menunggu


def _has(data: Data, ukuran: str, periode: Periode, kode: str) -> bool:
    nilai = value(data, ukuran, periode)
    return kode in nilai.index and not np.isnan(nilai[kode])
