"""What other weights would make of a competition; the official result stays."""

import pandas as pd

from indicators.data import Data
from indicators.scoring.judged import judge
from indicators.scoring.sheets import is_full


def tried(data: Data, kode: str, bobot: tuple[tuple[str, float], ...]) -> pd.DataFrame:
    """The participants under other weights, beside the sheet's own.

    Columns `arena`, `nilai`, `peringkat`, `putusan`, the same with `_coba`, and `geser`
    (Int64: ranks gained). In the order of the weights tried. ValueError unless they sum
    to 100.
    """
    if not is_full(dict(bobot)):
        raise ValueError("jumlah bobot harus 100")
    kolom = ["setara", "peringkat", "putusan"]
    asli = judge(data, kode).tabel
    coba = judge(data, kode, bobot).tabel
    dua = coba[["arena"]].join(asli[kolom]).join(coba[kolom].add_suffix("_coba"))
    return dua.assign(geser=dua["peringkat"] - dua["peringkat_coba"])
