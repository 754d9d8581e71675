"""The reports of each group side by side, as the kinds of signs read them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from indicators.data import Data
from reference.pengaturan import pengaturan
from reference.periode import Periode

JENDELA = 8
"""How many periods back a sign may look."""
TERLAMA = 1
"""How many periods old a group's newest report may be for a sign about it."""


@dataclass(frozen=True, eq=False)
class Riwayat:
    """Everything known on a day: the periods that had ended, and the groups to look at.

    A group that is closed, or whose newest report says nonaktif, is none of them: that
    is known already.
    """

    data: Data
    pada: dt.date

    @cached_property
    def periodes(self) -> tuple[Periode, ...]:
        """The last periods that had ended and have reports, oldest first, no gap."""
        irama = (
            self.data.periodes[-1].irama if self.data.periodes else pengaturan().irama
        )
        akhir = Periode.last_ended(self.pada, irama)
        ada = [p for p in self.data.periodes if p.irama == irama and not akhir < p]
        if not ada:
            return ()
        lalu = [ada[-1].shift(-i) for i in range(JENDELA)]
        return tuple(p for p in reversed(lalu) if not p < ada[0])

    @cached_property
    def index(self) -> pd.Index:
        """The groups looked at, by code."""
        g, hari = self.data.groups, pd.Timestamp(self.pada)
        buka = (g["buka"] <= hari) & ~(g["tutup"] <= hari)
        kode = g.index[buka.to_numpy(bool)]
        return kode[self._status(kode) != "nonaktif"]

    def _status(self, kode: pd.Index) -> np.ndarray:
        """The newest status that each group reported; None where none did."""
        hasil = np.full(len(kode), None, dtype=object)
        for p in self.periodes:
            cut = self.data.at(p)
            di = cut.index.get_indexer(kode)
            baru = np.where(
                di >= 0, cut.text("status")[di] if len(cut.index) else None, None
            )
            hasil = np.where(pd.notna(baru), baru, hasil)
        return hasil

    def values(self, variables: Sequence[str]) -> np.ndarray:
        """The sum of some variables, groups by periods; NaN where not reported."""
        if not self.periodes:
            return np.full((len(self.index), 0), np.nan)
        return np.column_stack(
            [self.data.at(p).total_of(variables, self.index) for p in self.periodes]
        )

    def known(self, *rows: np.ndarray) -> list[int]:
        """In which periods one group reported all of some values; [] if none of late.

        What was not reported is passed over: it is neither nothing nor the same.
        """
        ada = np.flatnonzero(~np.isnan(np.vstack(rows)).any(axis=0)).tolist()
        segar = ada and ada[-1] >= len(self.periodes) - 1 - TERLAMA
        return ada if segar else []

    def evidence(
        self, di: Sequence[int], **values: np.ndarray
    ) -> tuple[tuple[str, str, Any], ...]:
        """The cells of one group: periode, variable, value, for each period in `di`."""
        return tuple(
            (str(self.periodes[i]), nama, float(v[i]))
            for i in di
            for nama, v in values.items()
            if not np.isnan(v[i])
        )
