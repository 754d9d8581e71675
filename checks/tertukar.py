"""Whether a column's values look like another column's of the period before.

Every value may be valid, and yet two columns have changed places.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import Any

from checks.aturan import Nilai
from checks.bukti import BUKTI, digits
from reference.kosakata import at_level

_KALI = 3
DEKAT = math.log(1.25)
"""A column looks like another when its typical value is within a quarter of that."""
TIDAK_PAS = math.log(2)
_KELOMPOK_PALING_SEDIKIT = 3


@dataclass(frozen=True, slots=True)
class Kemiripan:
    """Column `variabel` looks like `mirip` did; `timbal_balik`: and the other way."""

    variabel: str
    mirip: str
    timbal_balik: bool


@cache
def _by_unit() -> dict[str, tuple[str, ...]]:
    hasil: dict[str, tuple[str, ...]] = {}
    for nama, v in at_level("kelompok").items():
        if v.is_number and v.type not in ("score", "boolean"):
            hasil[v.unit] = (*hasil.get(v.unit, ()), nama)
    return hasil


def look_alikes(kini: Sequence[Nilai], lalu: Sequence[Nilai]) -> list[Kemiripan]:
    """Columns whose values fit another column's history far better than their own.

    `kini` and `lalu` are the rows of the same groups, in the same order, now and one
    period earlier; values that were not reported (None) say nothing.

    >>> lalu = [{"kas": 125_000, "persediaan": 2_450_000}]
    >>> kini = [{"kas": 2_450_000, "persediaan": 125_000}]
    >>> look_alikes(kini, lalu)
    [Kemiripan(variabel='kas', mirip='persediaan', timbal_balik=True)]
    """
    hasil: list[Kemiripan] = []
    for nama in _by_unit().values():
        semua = {v: _Kolom([r.get(v) for r in kini], [r.get(v) for r in lalu])
                 for v in nama}  # fmt: skip
        jauh = {v for v, k in semua.items() if k.far_from_itself()}
        mirip = {v: w for v in jauh if (w := _nearest(semua, v))}
        for v in sorted(mirip):
            w = mirip[v]
            if mirip.get(w) == v:
                if v < w and _enough(semua, v, w):
                    hasil.append(Kemiripan(v, w, timbal_balik=True))
            elif _enough_alone(semua, v, w):
                hasil.append(Kemiripan(v, w, timbal_balik=False))
    return hasil


@dataclass(frozen=True, slots=True)
class _Kolom:
    """The values of one column, now and before."""

    kini: list[Any]
    lalu: list[Any]

    def far_from_itself(self) -> bool:
        """Whether most of its values became a third or less, or three times or more."""
        if self.kini == self.lalu:
            return False
        banyak = jauh = 0
        for x, y in zip(self.kini, self.lalu, strict=True):
            if x is not None and y is not None and (x or y):
                banyak += 1
                jauh += x >= _KALI * (y + 1) - 1 or y >= _KALI * (x + 1) - 1
        return 2 * jauh > banyak

    def pairs(self, lain: "_Kolom") -> list[tuple[float, float]]:
        """Its values now beside another column's before, where they say something."""
        return [
            (x, y)
            for x, y in zip(self.kini, lain.lalu, strict=True)
            if x is not None and y is not None and (x or y) and x >= 0 and y >= 0
        ]

    def same(self, lain: "_Kolom") -> list[float]:
        """Its values now that equal another column's before."""
        return [x for x, y in self.pairs(lain) if x == y]


def _apart(pasangan: Sequence[tuple[float, float]]) -> list[float]:
    """How many times the values differ, as logarithms."""
    return [abs(math.log((x + 1) / (y + 1))) for x, y in pasangan]


def _mostly_near(pasangan: Sequence[tuple[float, float]]) -> bool:
    """Whether half of the values are near: cheaper to know than how near."""
    dekat = sum(x <= 1.5 * (y + 1) and y <= 1.5 * (x + 1) for x, y in pasangan)
    return 2 * dekat >= len(pasangan)


def _nearest(semua: Mapping[str, _Kolom], v: str) -> str | None:
    """The column that `v` fits best, if it fits it far better than itself."""
    sendiri = median(_apart(semua[v].pairs(semua[v])) or [0.0])
    jarak = {
        w: median(_apart(p))
        for w, kolom in semua.items()
        if w != v and (p := semua[v].pairs(kolom)) and _mostly_near(p)
    }
    terdekat = min(jarak, key=lambda w: jarak[w], default=None)
    if terdekat is None:
        return None
    return terdekat if jarak[terdekat] <= min(DEKAT, sendiri / 4) else None


def _enough(semua: Mapping[str, _Kolom], v: str, w: str) -> bool:
    """Whether several groups say it, or few with values too particular for chance."""
    satu, dua = semua[v], semua[w]
    if len(satu.pairs(dua)) > 1 and len(dua.pairs(satu)) > 1:
        return True
    return digits([*satu.same(dua), *dua.same(satu)]) >= BUKTI


def _enough_alone(semua: Mapping[str, _Kolom], v: str, w: str) -> bool:
    """The same where the other column does not look like this one.

    Among so many columns one fits by chance: every group must say it, of stocks; flows
    differ from period to period by nature, so that only equal values count.
    """
    pasangan = semua[v].pairs(semua[w])
    if len(pasangan) < _KELOMPOK_PALING_SEDIKIT:
        return False
    if digits(semua[v].same(semua[w])) >= BUKTI:
        return True
    variabel = at_level("kelompok")
    if not variabel[v].kind == variabel[w].kind == "posisi":
        return False
    sendiri = _apart(semua[v].pairs(semua[v]))
    return max(_apart(pasangan)) <= DEKAT and min(sendiri) >= TIDAK_PAS
