"""Whether a column's values look like another column's of the period before.

Every value may be valid, and yet two columns have changed places.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median

from checks.aturan import Nilai
from checks.bukti import BUKTI, digits
from reference.kosakata import at_level

JAUH = math.log(3)
"""A column is only looked at when its typical value is now a third, or three times."""
DEKAT = math.log(1.25)
"""It looks like another column when its typical value is within a quarter of that."""
_KALI_LEBIH_DEKAT = 4
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
        jauh = {v: d for v in nama if (d := _distance(kini, lalu, v, v)) >= JAUH}
        mirip = {v: w for v in jauh if (w := _nearest(kini, lalu, v, jauh[v], nama))}
        for v, w in mirip.items():
            if mirip.get(w) == v:
                if v < w and _enough(kini, lalu, ((v, w), (w, v))):
                    hasil.append(Kemiripan(v, w, timbal_balik=True))
            elif _enough_alone(kini, lalu, v, w):
                hasil.append(Kemiripan(v, w, timbal_balik=False))
    return hasil


def _pairs(
    kini: Sequence[Nilai], lalu: Sequence[Nilai], v: str, w: str
) -> list[tuple[float, float]]:
    """The values of `v` now and of `w` before, where they say something."""
    semua = [(a.get(v), b.get(w)) for a, b in zip(kini, lalu, strict=True)]
    return [(x, y) for x, y in semua if x is not None and y is not None and (x or y)]


def _distance(kini: Sequence[Nilai], lalu: Sequence[Nilai], v: str, w: str) -> float:
    """How many times the typical value differs, as a logarithm; 0 if none says."""
    beda = [
        0.0 if x == y else abs(math.log((x + 1) / (y + 1)))
        for x, y in _pairs(kini, lalu, v, w)
        if x >= 0 and y >= 0
    ]
    return median(beda) if beda else 0.0


def _nearest(
    kini: Sequence[Nilai],
    lalu: Sequence[Nilai],
    v: str,
    sendiri: float,
    nama: Sequence[str],
) -> str | None:
    """The column that `v` fits best, if it fits it far better than itself."""
    jarak = {
        w: _distance(kini, lalu, v, w)
        for w in nama
        if w != v and _pairs(kini, lalu, v, w)
    }
    terdekat = min(jarak, key=lambda w: jarak[w], default=None)
    if terdekat is None:
        return None
    batas = min(DEKAT, sendiri / _KALI_LEBIH_DEKAT)
    return terdekat if jarak[terdekat] <= batas else None


def _same(kini: Sequence[Nilai], lalu: Sequence[Nilai], v: str, w: str) -> list[float]:
    return [x for x, y in _pairs(kini, lalu, v, w) if x == y]


def _enough(
    kini: Sequence[Nilai],
    lalu: Sequence[Nilai],
    pasangan: Sequence[tuple[str, str]],
) -> bool:
    """Whether several groups say it, or few with values too particular for chance."""
    if min(len(_pairs(kini, lalu, v, w)) for v, w in pasangan) > 1:
        return True
    sama = [x for v, w in pasangan for x in _same(kini, lalu, v, w)]
    return digits(sama) >= BUKTI


def _enough_alone(kini: Sequence[Nilai], lalu: Sequence[Nilai], v: str, w: str) -> bool:
    """The same where the other column does not look like this one.

    Flows differ from period to period by nature: only stocks, or equal values, count.
    """
    if len(_pairs(kini, lalu, v, w)) < _KELOMPOK_PALING_SEDIKIT:
        return False
    variabel = at_level("kelompok")
    if variabel[v].kind == variabel[w].kind == "posisi":
        return True
    return digits(_same(kini, lalu, v, w)) >= BUKTI
