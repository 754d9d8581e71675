"""An indicator over time as if the same groups had reported throughout."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from indicators.compute import aggregate, compute
from indicators.data import Data
from indicators.indicator import Indicator
from reference.periode import Periode


def chainable(indicator: Indicator) -> bool:
    """Whether who reports moves it: not growth, which compares the same groups itself.

    >>> from indicators import INDICATORS
    >>> chainable(INDICATORS["anggota"]), chainable(INDICATORS["pertumbuhan_modal_pct"])
    (True, False)
    """
    sendiri = indicator.reads(Periode.parse("2026-T1"))
    tumbuh = "pertumbuhan" in indicator.id
    return (
        indicator.level == "kelompok"
        and indicator.needs_report
        and len(sendiri) == 1
        and not tumbuh
    )


def chained(
    indicator: Indicator, data: Data, periodes: Sequence[Periode], by: str
) -> pd.DataFrame:
    """Values whose every step is that of the groups that reported at both its ends.

    Indexed by code with `periode` and `value`, like `series`; `periodes` oldest first,
    without gaps. The last value is the plain one; each earlier value is the later one
    divided by the growth of the same groups (a sum) or less their change (a quotient).
    NaN before a step that nobody reported at both ends, or that has no growth.
    """
    if not periodes:
        return pd.DataFrame({"periode": [], "value": []}, dtype="object")
    bagian = [indicator.parts(data, p) for p in periodes]
    nilai = compute(indicator, data, periodes[-1], by)["value"]
    lapis = [nilai.to_numpy()]
    for ke in range(len(periodes) - 1, 0, -1):
        awal, akhir = _ends(indicator, data, periodes[ke], by, bagian[ke - 1 : ke + 1])
        if "denominator" in bagian[ke]:
            lapis.append(lapis[-1] - (akhir - awal))
        else:
            tumbuh = np.where((awal > 0) & (akhir > 0), akhir, np.nan) / awal
            lapis.append(lapis[-1] / tumbuh)
    return pd.DataFrame(
        {
            "periode": np.repeat([str(p) for p in periodes], len(nilai)),
            "value": np.concatenate(lapis[::-1]),
        },
        index=nilai.index.append([nilai.index] * (len(periodes) - 1)),
    )


def _ends(
    indicator: Indicator,
    data: Data,
    kini: Periode,
    by: str,
    dua: Sequence[pd.DataFrame],
) -> tuple[np.ndarray, np.ndarray]:
    """The values of two periods over the groups that have both parts in both."""
    dulu, baru = (b.dropna() for b in dua)
    sama = dulu.index.intersection(baru.index)
    awal, akhir = (
        aggregate(indicator, b.loc[sama], data, kini, by)["value"].to_numpy()
        for b in (dulu, baru)
    )
    return awal, akhir
