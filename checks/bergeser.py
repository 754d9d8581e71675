"""Whether a column's values have moved to other groups: sorted or shifted by itself.

Every value may be valid, and yet stand in another group's row.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from checks.aturan import Nilai
from checks.bukti import BUKTI, digits
from checks.urutan import Pindah, reordered
from reference.kosakata import at_level

_KOSONG = frozenset({None, 0, ""})
SEBAGIAN_BESAR = 0.8
"""Of the values that changed, so many are other groups' values of the period before."""


@dataclass(frozen=True, slots=True)
class Pergeseran:
    """Columns that moved alike: `asal[i]` is the row whose old values row i now has."""

    variabel: tuple[str, ...]
    asal: Mapping[int, int]


@cache
def _columns() -> dict[str, bool]:
    """The columns that are looked at, and whether each is a stock."""
    jenis = ("integer", "decimal", "date", "text")
    tetap = ("kode_kelompok", "nama_kelompok")
    semua = at_level("kelompok").items()
    return {
        n: v.kind == "posisi" for n, v in semua if v.type in jenis and n not in tetap
    }


def moved(kini: Sequence[Nilai], lalu: Sequence[Nilai]) -> list[Pergeseran]:
    """The columns whose values stand in other rows than one period earlier.

    `kini` and `lalu` are the rows of the same groups, in the order of the sheet.

    >>> lalu = [{"kas": 125_000}, {"kas": 2_450_000}, {"kas": 731_500}]
    >>> kini = [{"kas": 2_450_000}, {"kas": 731_500}, {"kas": 125_000}]
    >>> moved(kini, lalu)
    [Pergeseran(variabel=('kas',), asal={0: 1, 1: 2, 2: 0})]
    """
    hasil: list[tuple[list[str], Pindah]] = []
    for v, posisi in _columns().items():
        x, y = [r.get(v) for r in kini], [r.get(v) for r in lalu]
        if x == y:
            continue
        asal = _taken_over(x, y)
        if not asal and posisi:
            asal = reordered(x, y)
        if asal:
            _join(hasil, v, asal)
    return [Pergeseran(tuple(v), asal) for v, asal in hasil]


def _taken_over(x: Sequence[Any], y: Sequence[Any]) -> Pindah:
    """Row -> row whose old value it now has, if that explains what changed."""
    bersama = set(x).intersection(y) - _KOSONG
    berubah = [
        i for i, (a, b) in enumerate(zip(x, y, strict=True)) if a and b and a != b
    ]
    if len(bersama) < 2 or len(berubah) < 2:
        return {}
    banyak, kini = Counter(y), Counter(x)
    pemilik = {nilai: i for i, nilai in enumerate(y) if nilai and banyak[nilai] == 1}
    asal = {i: pemilik[x[i]] for i in berubah if x[i] in pemilik and kini[x[i]] == 1}
    asal = {i: j for i, j in asal.items() if x[j] != y[j]}
    cukup = len(asal) > 1 and len(asal) >= SEBAGIAN_BESAR * len(berubah)
    return asal if cukup and digits(x[i] for i in asal) >= BUKTI else {}


def _join(hasil: list[tuple[list[str], Pindah]], v: str, asal: Pindah) -> None:
    """Add a column to those that moved in the same way, else as one of its own."""
    for nama, ada in hasil:
        bersama = ada.keys() & asal.keys()
        if len(bersama) > 1 and all(ada[i] == asal[i] for i in bersama):
            nama.append(v)
            ada.update(asal)
            return
    hasil.append(([v], dict(asal)))
