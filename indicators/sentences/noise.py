"""How often a change so large comes about by chance: the rule that keeps us silent."""

import math

import numpy as np

_TEPAT_SAMPAI = 12
_SAMA = 1 - 1e-9


def among_groups(selisih: np.ndarray) -> float:
    """How often (0 to 1) groups moving at random would give so large a sum, or larger.

    `selisih` is what each group adds to the change (n,). If nothing had happened, each
    group would as soon have gone the other way: of all ways to choose the signs, the
    share whose sum is as far from nothing (Fisher 1935, randomisation of paired
    differences); all ways are counted up to twelve groups that moved, beyond that the
    sum is as good as normal.

    >>> among_groups(np.array([3.0, 2.0, 1.0, 1.0, 2.0]))
    0.0625
    >>> among_groups(np.array([1000.0, -1.0, 0.0]))
    1.0
    """
    d = np.sort(selisih[selisih != 0])
    jumlah = abs(d.sum())
    if not len(d):
        return 1.0
    if len(d) <= _TEPAT_SAMPAI:
        tanda = 1 - 2 * (np.arange(2 ** len(d))[:, None] >> np.arange(len(d)) & 1)
        return float((np.abs(tanda @ d) >= jumlah * _SAMA).mean())
    return math.erfc(jumlah / math.sqrt(2 * (d**2).sum()))


def in_history(kini: float, lalu: np.ndarray) -> float:
    """How often (0 to 1) its own past changes were as large: the rank among them.

    `lalu` are the earlier changes (m,), over as long a time each.

    >>> in_history(5.0, np.array([1.0, -2.0, 3.0]))
    0.25
    """
    sebesar = (np.abs(lalu) >= abs(kini) * _SAMA).sum()
    return float((1 + sebesar) / (1 + len(lalu)))
