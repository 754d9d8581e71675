"""Whether a column was sorted, or slid by a row, though its values moved on since."""

import math
from collections.abc import Sequence
from typing import Any

Pindah = dict[int, int]

PALING_SEDIKIT = 6
"""With fewer groups an order or a likeness may well be chance."""
HAMPIR_SEMUA = 0.9
PAS = math.log(1.25)
TIDAK_PAS = math.log(2)


def reordered(x: Sequence[Any], y: Sequence[Any]) -> Pindah:
    """Row -> row whose old value it now has nearly; empty when rows fit as they are.

    `x` are the values now and `y` those of the period before, of the same groups.

    >>> lama = [500_000, 90_000, 2_000_000, 250_000, 1_000_000, 40_000]
    >>> reordered([41_000, 95_000, 260_000, 510_000, 1_050_000, 2_100_000], lama)
    {0: 5, 2: 3, 3: 0, 5: 2}
    >>> reordered([510_000, 95_000, 2_100_000, 260_000, 1_050_000, 41_000], lama)
    {}
    """
    isi = [i for i, (a, b) in enumerate(zip(x, y, strict=True)) if _says(a, b)]
    if len(isi) < PALING_SEDIKIT:
        return {}
    if _median([_apart(x[i], y[i]) for i in isi]) < TIDAK_PAS:
        return {}
    for asal in _guesses(isi, x, y):
        pas = [_apart(x[i], y[j]) <= PAS for i, j in asal.items()]
        if pas and sum(pas) >= HAMPIR_SEMUA * len(pas):
            return {i: j for i, j in asal.items() if i != j}
    return {}


def _says(a: Any, b: Any) -> bool:  # noqa: ANN401
    angka = isinstance(a, int | float) and isinstance(b, int | float)
    return angka and a > 0 and b > 0


def _apart(a: float, b: float) -> float:
    return abs(math.log(a / b))


def _median(nilai: list[float]) -> float:
    return sorted(nilai)[(len(nilai) - 1) // 2]


def _guesses(isi: Sequence[int], x: Sequence[Any], y: Sequence[Any]) -> list[Pindah]:
    """How it may have moved: sorted up or down, slid down or up by one row."""
    tebakan = []
    nilai = [x[i] for i in isi]
    beragam = len(set(nilai)) >= PALING_SEDIKIT
    if beragam and nilai in (sorted(nilai), sorted(nilai, reverse=True)):
        turun = nilai[0] > nilai[-1]
        lama = sorted(isi, key=lambda i: y[i], reverse=turun)
        tebakan.append(dict(zip(isi, lama, strict=True)))
    if beragam:
        tebakan.append(dict(zip(isi[1:], isi[:-1], strict=True)))
        tebakan.append(dict(zip(isi[:-1], isi[1:], strict=True)))
    return tebakan
