"""One place or group beside what it lies in: kelurahan, kecamatan, city."""

from collections.abc import Iterable

import pandas as pd

from indicators.compute import compute
from indicators.data import Data
from indicators.indicator import Indicator
from indicators.places import BY, level_of
from reference.periode import Periode


def around(kode: str) -> dict[str, str]:
    """A code and the places it lies in, by level, the smallest first.

    >>> around("35.74.04.1006-01")
    {'kelompok': '35.74.04.1006-01', 'kelurahan': '35.74.04.1006', \
'kecamatan': '35.74.04', 'kota': '35.74'}
    >>> list(around("35.74.04"))
    ['kecamatan', 'kota']
    """
    panjang = {"kelompok": len(kode), "kelurahan": 13, "kecamatan": 8, "kota": 5}
    mulai = BY.index(level_of(kode))
    return {by: kode[: panjang[by]] for by in BY[mulai:]}


def profile(
    indicators: Iterable[Indicator], data: Data, periode: Periode, kode: str
) -> pd.DataFrame:
    """The values of one place or group beside those around it.

    A row an indicator (`id`), and for each level in `around(kode)` the columns
    `{level}`, `n_lapor_{level}`, `n_kelompok_{level}`; NaN where there is no value.
    """
    baris = {}
    for i in indicators:
        isi: dict[str, float] = {}
        for by, k in around(kode).items():
            satu = compute(i, data, periode, by).reindex([k]).iloc[0]
            isi[by] = satu["value"]
            isi |= {f"{n}_{by}": satu[n] for n in ("n_lapor", "n_kelompok")}
        baris[i.id] = isi
    hasil = pd.DataFrame.from_dict(baris, orient="index")
    hasil.index = pd.Index(hasil.index, name="id", dtype="str")
    return hasil
