"""From chances to a range that holds so many times in a hundred."""

from itertools import combinations

import numpy as np

_DEKAT = 0.02
_PANJANG = 0.003


def first_time(bahaya: np.ndarray) -> np.ndarray:
    """When the first rise comes, from the chance of each step: the last axis is steps.

    The result has one more step at its end: not within them. Averaging over draws
    afterwards keeps both what is not known of the chances and the luck of the event.

    >>> first_time(np.array([0.5, 0.5])).tolist()
    [0.5, 0.25, 0.25]
    """
    tinggal = np.cumprod(1 - bahaya, axis=-1)
    sebelum = np.concatenate([np.ones_like(tinggal[..., :1]), tinggal], axis=-1)
    return np.concatenate([sebelum[..., :-1] * bahaya, tinggal[..., -1:]], axis=-1)


def choose(peluang: np.ndarray, bagian: float) -> tuple[np.ndarray, np.ndarray]:
    """The first and last step of each row's range; the last step means "later still".

    Time comes in steps, so no range holds `bagian` exactly: of those within two
    hundredths of it the shortest is taken, else the one that comes nearest. A range
    that always held at least `bagian` would hold far too often.

    >>> awal, akhir = choose(np.array([[0.1, 0.5, 0.3, 0.1]]), 0.8)
    >>> awal.tolist(), akhir.tolist()
    ([1], [2])
    """
    n = peluang.shape[1]
    awal, akhir = np.array(list(combinations(range(n + 1), 2))).T
    jumlah = np.concatenate([np.zeros((len(peluang), 1)), peluang.cumsum(1)], axis=1)
    selisih = np.abs(jumlah[:, akhir] - jumlah[:, awal] - bagian)
    # later than the last step is as long again as all steps before it
    panjang = akhir - awal + np.where(akhir == n, n, 0)
    # a step that hardly adds anything is not worth its length
    biaya = np.where(selisih <= _DEKAT, 0, 1 + selisih) + panjang * _PANJANG
    pilih = biaya.argmin(axis=1)
    return awal[pilih], akhir[pilih] - 1


def middle(peluang: np.ndarray) -> np.ndarray:
    """The step by which it has happened half of the times.

    >>> middle(np.array([[0.1, 0.5, 0.4]])).tolist()
    [1]
    """
    return (peluang.cumsum(axis=1) < 0.5 - 1e-12).sum(axis=1)
