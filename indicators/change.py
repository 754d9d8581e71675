"""Now beside then: what changed, and what changed among the same groups."""

import pandas as pd

from indicators.compute import aggregate, compute
from indicators.data import Data
from indicators.indicator import Indicator
from reference.periode import Periode


def change(
    indicator: Indicator,
    data: Data,
    periode: Periode,
    pembanding: Periode,
    by: str,
) -> pd.DataFrame:
    """The value of each place now and then, over everybody and over the same groups.

    Columns: `value`, `n_kelompok`, `n_lapor` (now); `value_dulu`, `n_kelompok_dulu`,
    `n_lapor_dulu`; `selisih`; and, over those that have both parts in both periods,
    `value_sama`, `value_dulu_sama`, `selisih_sama`, `n_sama`. Differences are in the
    indicator's unit (percentage points for percentages); NaN where an end is missing.
    """
    kini = compute(indicator, data, periode, by)
    dulu = compute(indicator, data, pembanding, by)
    if by == "kelompok":
        dulu = dulu.reindex(kini.index)
    a, b = indicator.parts(data, periode), indicator.parts(data, pembanding)
    sama = a.dropna().index.intersection(b.dropna().index)
    kini_sama = aggregate(indicator, a.loc[sama], data, periode, by)
    dulu_sama = aggregate(indicator, b.loc[sama], data, periode, by)
    return pd.DataFrame(
        {
            "value": kini["value"],
            "n_kelompok": kini["n_kelompok"],
            "n_lapor": kini["n_lapor"],
            "value_dulu": dulu["value"],
            "n_kelompok_dulu": dulu["n_kelompok"],
            "n_lapor_dulu": dulu["n_lapor"],
            "selisih": kini["value"] - dulu["value"],
            "value_sama": kini_sama["value"],
            "value_dulu_sama": dulu_sama["value"],
            "selisih_sama": kini_sama["value"] - dulu_sama["value"],
            "n_sama": kini_sama["n_lapor"],
        }
    )
