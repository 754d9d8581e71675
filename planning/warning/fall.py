"""A figure that fell since one of the reports before: the shape of two kinds."""

from collections.abc import Callable, Iterator

import numpy as np

from planning.warning.history import Riwayat


def falls(
    r: Riwayat, nilai: np.ndarray, laporan: int, cukup: Callable[[float, float], bool]
) -> Iterator[tuple[int, int, int]]:
    """Which groups fell: their row, the period of the higher report, the newest one.

    The newest report is held against the highest of the `laporan` before it;
    `cukup(dulu, kini)` says whether the fall is large enough.
    """
    for baris, v in enumerate(nilai):
        ada = r.known(v)[-laporan - 1 :]
        if len(ada) < 2:
            continue
        puncak = max(ada[:-1], key=lambda i: (v[i], i))
        if cukup(float(v[puncak]), float(v[ada[-1]])):
            yield baris, puncak, ada[-1]
