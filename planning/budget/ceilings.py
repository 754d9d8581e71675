"""The same question under other ceilings: what more or less money would bring."""

from dataclasses import replace

import pandas as pd

from indicators.data import Data
from planning.budget.answer import answer
from planning.budget.request import Permintaan

PERSEN = (25, 50, 75, 100, 125, 150, 200)


def ceilings(data: Data, minta: Permintaan) -> pd.DataFrame:
    """One row a ceiling, from a quarter to twice the one asked for.

    Columns: `pagu_rp`, `langkah` (expected by the assumptions; NaN where no plan keeps
    the limits), `biaya_rp`, `langkah_sederhana` of the plain ranking (NaN where it
    breaks a limit), `diminta` and `terbukti`.
    """
    baris = []
    for persen in PERSEN:
        pagu = minta.pagu_rp * persen // 100
        jawab = answer(data, replace(minta, pagu_rp=pagu))
        ada = jawab.rencana.status != "tidak_mungkin"
        baris.append(
            {
                "pagu_rp": pagu,
                "langkah": jawab.rencana.langkah if ada else None,
                "biaya_rp": jawab.rencana.biaya_rp if ada else None,
                "langkah_sederhana": None
                if jawab.urutan.melanggar
                else jawab.urutan.rencana.langkah,
                "diminta": persen == 100,
                "terbukti": jawab.rencana.status == "terbukti",
            }
        )
    angka = ("langkah", "biaya_rp", "langkah_sederhana")
    return pd.DataFrame(baris).astype(dict.fromkeys(angka, "float64"))
