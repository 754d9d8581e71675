"""What a report is made from: the data, and what was chosen to be shown."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from indicators import INDICATORS, seen
from indicators.data import Data
from indicators.indicator import Indicator
from indicators.places import level_of
from reference.periode import Periode
from reference.wilayah import nama_wilayah
from reports.exports import Keterangan

BANYAK_PERIODE = 12


@dataclass(frozen=True, slots=False, eq=False)
class Konteks:
    """The data and the choices of one report; equal contexts give equal bytes.

    `wilayah` is the code of the city, a kecamatan or a kelurahan; `hari` the day on
    which all this was known (never the clock); `siapa` the role that may see it;
    `batas` the boundaries as GeoJSON (`reference.boundaries.usable_boundaries()[0]`);
    `alamat` the live address, "" when none is set.
    """

    data: Data
    periode: Periode
    pembanding: Periode
    wilayah: str
    hari: dt.date
    contoh: bool
    siapa: str
    batas: Mapping[str, Any]
    alamat: str = ""

    @property
    def tingkat(self) -> str:
        """What kind of place it is about: "kota", "kecamatan" or "kelurahan"."""
        return level_of(self.wilayah)

    @property
    def nama(self) -> str:
        """The name of the place: "Kelurahan Pilang"."""
        awalan = "Kelurahan " if self.tingkat == "kelurahan" else ""
        return awalan + nama_wilayah(self.wilayah)

    @cached_property
    def periodes(self) -> tuple[Periode, ...]:
        """The periods up to the one shown without a gap, from the first reported."""
        ada = self.data.periodes
        awal = min(ada[0], self.periode) if ada else self.periode
        lalu = [self.periode.shift(-i) for i in range(BANYAK_PERIODE)]
        return tuple(p for p in reversed(lalu) if not p < awal)

    @cached_property
    def diterima(self) -> dt.datetime | None:
        """When the newest submission in the data was received."""
        kapan = self.data.kiriman["diterima_pada"]
        return kapan.max().to_pydatetime() if len(kapan) else None

    def indicator(self, indikator: str) -> Indicator:
        """The indicator of that id; KeyError when there is none."""
        return INDICATORS[indikator]

    def values(
        self, indikator: str, by: str = "", periode: Periode | None = None
    ) -> pd.DataFrame:
        """`indicators.compute` as the role may see it; by default of this place's
        level and this period."""
        return seen.values(
            self.data, indikator, periode or self.periode, by or self.tingkat,
            self.siapa,
        )  # fmt: skip

    def value(self, indikator: str) -> pd.Series:
        """The row of this place: numerator, denominator, value, n_kelompok, n_lapor."""
        return self.values(indikator).loc[self.wilayah]

    def series(self, indikator: str, by: str = "") -> pd.DataFrame:
        """`indicators.series` over `periodes`, as the role may see it."""
        return seen.series(
            self.data, indikator, self.periodes, by or self.tingkat, self.siapa
        )

    def change(self, indikator: str, by: str = "") -> pd.DataFrame:
        """`indicators.change` against `pembanding`, as the role may see it."""
        return seen.change(
            self.data, indikator, self.periode, self.pembanding, by or self.tingkat,
            self.siapa,
        )  # fmt: skip

    @cached_property
    def cap(self) -> Keterangan:
        """The stamp of every export: period, filter, who reported of how many, data."""
        lapor = self.value("tingkat_pelaporan_pct")
        return Keterangan(
            periode=self.periode.label,
            saringan=self.nama,
            n_lapor=int(lapor["n_lapor"]),
            n_kelompok=int(lapor["n_kelompok"]),
            data_per=self.diterima,
            contoh=self.contoh,
            pada=self.hari,
        )
