"""Places in order, fair to small numbers: no place is ranked on hardly any report."""

import numpy as np
import pandas as pd

from indicators.indicator import Indicator

MINIMAL_LAPOR = 2
MINIMAL_BAGIAN = 0.5


def ranking(
    indicator: Indicator, values: pd.DataFrame, minimal: int = MINIMAL_LAPOR
) -> pd.DataFrame:
    """The rows of `compute`, the best first (the highest where neither is better).

    Adds `peringkat` (Int64, NA when unranked), `seri` (shares its rank: equal when
    rounded as shown) and `alasan` (why it is unranked, else empty). Unranked, and
    listed below: a place without a value, with fewer than `minimal` groups reporting
    (usulan; use 1 for single groups), or with less than half of its groups reporting.
    """
    n_kelompok = values["n_kelompok"]
    dasar = values["n_lapor"] if indicator.needs_report else n_kelompok
    satuan = indicator.satuan_lapor
    alasan = np.select(
        [
            values["value"].isna(),
            dasar < (1 if satuan == "kelurahan" else minimal),
            dasar < MINIMAL_BAGIAN * n_kelompok,
        ],
        [
            np.full(len(values), "belum ada data", dtype=object),
            np.array([f"hanya {n} {satuan} lapor" for n in dasar], dtype=object),
            np.array(
                [f"baru {n} dari {m} {satuan} lapor"
                 for n, m in zip(dasar, n_kelompok, strict=True)], dtype=object,
            ),
        ],
        default="",
    )  # fmt: skip
    tampak = values["value"].round(0 if indicator.unit == "Rp" else 1)
    naik = indicator.better == "low"
    urut = tampak.where(alasan == "").rank(method="min", ascending=naik)
    hasil = values.assign(
        peringkat=urut.astype("Int64"),
        seri=urut.duplicated(keep=False) & urut.notna(),
        alasan=pd.Series(alasan, index=values.index, dtype="str"),
    )
    kunci = hasil.assign(_v=values["value"] if naik else -values["value"])
    return hasil.loc[kunci.sort_values(["peringkat", "_v"], kind="stable").index]
