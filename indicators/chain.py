"""An indicator over time as if the same groups had reported throughout."""

from collections.abc import Sequence

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
    nilai = compute(indicator, data, periodes[-1], by)["value"]
    lapis = [nilai.to_frame().assign(periode=str(periodes[-1]))]
    for kini, dulu in zip(periodes[:0:-1], periodes[-2::-1], strict=True):
        nilai = nilai - _step(indicator, data, kini, dulu, by, nilai)
        lapis.append(nilai.to_frame("value").assign(periode=str(dulu)))
    return pd.concat(lapis[::-1])


def _step(
    indicator: Indicator,
    data: Data,
    kini: Periode,
    dulu: Periode,
    by: str,
    nilai: pd.Series,
) -> pd.Series:
    """How much of a value came since the period before, by the same groups."""
    a, b = indicator.parts(data, kini), indicator.parts(data, dulu)
    sama = a.dropna().index.intersection(b.dropna().index)
    akhir, awal = (
        aggregate(indicator, bagian.loc[sama], data, kini, by)["value"]
        for bagian in (a, b)
    )
    if "denominator" in a:
        return akhir - awal
    tumbuh = awal.where(awal > 0) / akhir.where(akhir > 0)
    return nilai * (1 - tumbuh)
