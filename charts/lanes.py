"""Moments of several kinds in lanes, so that near ones do not lie upon each other."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

# marks nearer than this would lie upon each other on a phone
_DEKAT = pd.Timedelta(days=270)


@dataclass(frozen=True, slots=True)
class Lajur:
    """Where moments stand below the curve: each kind has a heading and lanes.

    `judul` is the lane of each kind's heading, `saat` that of each row of the moments;
    `banyak` counts all lanes, the first being 0 at the top.
    """

    judul: dict[str, int]
    saat: pd.Series
    banyak: int


def lanes(saat: pd.DataFrame, golongan: Mapping[str, str]) -> Lajur:
    """A lane for each moment, so that near ones stand above each other."""
    judul, di, berikut = {}, {}, 0
    for kode in golongan:
        isi = saat.loc[saat["kode_golongan"] == kode, "tanggal"].sort_values()
        if isi.empty:
            continue
        judul[kode] = berikut
        akhir: list[pd.Timestamp] = []
        for i, hari in isi.items():
            bebas = [n for n, h in enumerate(akhir) if hari - h >= _DEKAT]
            lajur = bebas[0] if bebas else len(akhir)
            akhir[lajur : lajur + 1] = [hari]
            di[i] = berikut + 1 + lajur
        berikut += 1 + len(akhir)
    return Lajur(judul, pd.Series(di, dtype="int64"), berikut)
