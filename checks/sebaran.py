"""How numbers usually lie: middle and spread that a few odd ones do not move."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_MAD_KE_SIMPANGAN = 1.4826
"""Makes the MAD of normally spread numbers their standard deviation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ukuran:
    """From where on a number lies far from others.

    All of it must hold: at least `n_minimal` others; `n_mad` robust deviations from
    their median; `kali` times the median (or a `kali`-th of it); `kali_tepi` times
    beyond the largest or smallest of them; and a difference of `beda_minimal`. The
    multiples guard against few numbers that all but agree, whose spread says nothing.
    """

    n_minimal: int
    n_mad: float
    kali: float
    kali_tepi: float
    beda_minimal: int


def far_from(nilai: float, lain: Sequence[float], ukuran: Ukuran) -> bool:
    """Whether a sum of rupiah lies far from others, on the logarithmic scale.

    Money grows by a share of itself, so that equal ratios are equal steps; what is not
    above zero has no place on that scale and must be left out before.

    >>> u = Ukuran(n_minimal=5, n_mad=5, kali=5, kali_tepi=2, beda_minimal=250_000)
    >>> lalu = [900_000, 950_000, 1_000_000, 1_050_000, 1_100_000]
    >>> far_from(11_500_000, lalu, u), far_from(1_700_000, lalu, u)
    (True, False)
    """
    if len(lain) < ukuran.n_minimal:
        return False
    if min(lain) <= nilai * ukuran.kali_tepi and nilai <= max(lain) * ukuran.kali_tepi:
        return False
    log = [math.log(n) for n in lain]
    tengah = median(log)
    simpang = _MAD_KE_SIMPANGAN * median(abs(n - tengah) for n in log)
    jarak = abs(math.log(nilai) - tengah)
    if jarak < max(ukuran.n_mad * simpang, math.log(ukuran.kali)):
        return False
    return abs(nilai - math.exp(tengah)) >= ukuran.beda_minimal


def at_least(k: int, n: int, peluang: float) -> float:
    """The chance that `k` or more of `n` things happen, each with that chance.

    >>> round(at_least(2, 2, 0.5), 2), at_least(0, 3, 0.1)
    (0.25, 1.0)
    """
    if k <= 0:
        return 1.0
    return sum(
        math.comb(n, i) * peluang**i * (1 - peluang) ** (n - i) for i in range(k, n + 1)
    )


def digits(nilai: float) -> int:
    """How many digits of a number say something: without noughts at its ends.

    Two groups often have Rp 500.000; that both have Rp 347.500 is no such chance.

    >>> digits(500_000), digits(347_500), digits(12.5), digits(0), digits(-90)
    (1, 4, 3, 0, 1)
    """
    return len(f"{abs(nilai):.2f}".replace(".", "").strip("0"))
