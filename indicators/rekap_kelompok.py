"""The groups of each kelurahan as a recap would count them, on the rung they report."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from indicators.data import Data
from reference.periode import Periode
from reference.rekap import rung_of


@dataclass(frozen=True, slots=True)
class Laporan:
    """What one group reported at the end of one period."""

    tingkat: str | None
    tahap: str | None
    anggota: int | None

    @property
    def jenjang(self) -> str | None:
        """The rung on which the recap would count it."""
        return rung_of(self.tingkat, self.tahap)


@dataclass(frozen=True, slots=True)
class Kelompok:
    """A group at a period's end: its report (None: silent) and those before it.

    `dulu` are its earlier reports, newest first, not older than a year. `baru` says
    that it was not there a period earlier, `tutup` when it closed.
    """

    kode: str
    nama: str
    kini: Laporan | None
    dulu: tuple[Laporan, ...] = ()
    nonaktif: bool = False
    baru: bool = False
    tutup: dt.date | None = None

    @property
    def lalu(self) -> Laporan | None:
        """Its last report before."""
        return self.dulu[0] if self.dulu else None


def counted_on(kelompok: Sequence[Kelompok], jenjang: str) -> list[Kelompok]:
    """The groups that their reports put on a rung."""
    return [k for k in kelompok if k.kini and not k.tutup and k.kini.jenjang == jenjang]


def groups_of(data: Data, periode: Periode) -> dict[str, list[Kelompok]]:
    """The groups of each kelurahan: open at the period's end, or closed since a year.

    Each with its report and those of the year before.
    """
    setahun_lalu = range(periode.per_year + 1)
    kini, *dulu = [_reports(data, periode.shift(-i)) for i in setahun_lalu]
    buka = data.is_open(periode)
    lalu_buka = data.is_open(periode.previous())
    setahun = data.is_open(periode.year_ago())
    hasil: dict[str, list[Kelompok]] = {}
    for kode, ada, tadi, dahulu, g in zip(
        data.groups.index, buka, lalu_buka, setahun, data.groups.itertuples(),
        strict=True,
    ):  # fmt: skip
        if not (ada or tadi or dahulu):
            continue
        hari = None if ada or pd.isna(g.tutup) else g.tutup.date()
        hasil.setdefault(str(g.kode_wilayah), []).append(
            Kelompok(
                kode=str(kode),
                nama=str(g.nama_kelompok),
                kini=kini.get(kode, (None, False))[0],
                dulu=tuple(d[kode][0] for d in dulu if kode in d),
                nonaktif=kini.get(kode, (None, False))[1],
                baru=bool(ada and not tadi),
                tutup=hari,
            )
        )
    return hasil


def _reports(data: Data, periode: Periode) -> dict[str, tuple[Laporan, bool]]:
    """What each group reported in a period, and whether it called itself dormant."""
    p = data.posisi[data.posisi["periode"] == str(periode)]

    def text(isi: Any) -> str | None:  # noqa: ANN401
        return isi if isinstance(isi, str) else None

    return {
        str(kode): (
            Laporan(text(tingkat), text(tahap), None if pd.isna(n) else int(n)),
            status == "nonaktif",
        )
        for kode, tingkat, tahap, n, status in zip(
            p["kode_kelompok"], p["tingkat"], p["tahap"], p["anggota_akhir"],
            p["status"], strict=True,
        )
    }  # fmt: skip
