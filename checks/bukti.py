"""How much equal values say: a particular number is evidence, a round one is little."""

import datetime as dt
from collections.abc import Iterable

BUKTI = 6
"""So many significant digits in all are more than chance."""
_TANGGAL = 4
_TEKS_PALING_BANYAK = 4


def digits(nilai: Iterable[object]) -> int:
    """The significant digits of some values together; zero and blank say nothing.

    >>> digits([1_250_000, 500_000]), digits([0, None]), digits(["03"])
    (4, 0, 2)
    """
    return sum(map(_digits, nilai))


def _digits(nilai: object) -> int:
    if not nilai:
        return 0
    if isinstance(nilai, dt.date):
        return _TANGGAL
    if isinstance(nilai, int | float):
        return len(f"{abs(nilai):.10g}".replace(".", "").strip("0")) or 1
    return min(len(str(nilai)), _TEKS_PALING_BANYAK)
