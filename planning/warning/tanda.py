"""What a sign is, and what a kind of sign is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from reference.acuan import Butir
from reference.periode import Periode

if TYPE_CHECKING:
    from planning.warning.history import Riwayat

Bukti = tuple[str, str, float]
"""One cell behind a sign: periode, variable, value as reported."""


@dataclass(frozen=True, slots=True)
class Tanda:
    """One sign: which group or kelurahan, since when, from what to what, the cells.

    `dulu` and `kini` are the kind's own measure before and now (its unit is the
    kind's), `kata` the finding in words without the group's name; `gawat` is 2 where
    it comes first, else 1.
    """

    kode: str
    sejak: Periode
    dulu: float
    kini: float
    kata: str
    bukti: tuple[Bukti, ...]
    gawat: int


@dataclass(frozen=True, slots=True)
class Jenis:
    """One kind of sign: its code in the list "peringatan", its order, its search.

    `ukur` gives its measure (in `satuan`), groups by periods, by which later reports
    tell whether a sign came true, `baik` the better direction of it; `indikator` is
    the figure whose cells lie behind.
    """

    kode: str
    urut: int
    lingkup: str
    satuan: str
    indikator: str
    cari: "Callable[[Riwayat, Butir], Iterable[Tanda]]"
    ukur: "Callable[[Riwayat], np.ndarray] | None" = None
    baik: str = "naik"
