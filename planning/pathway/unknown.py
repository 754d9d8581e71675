"""Why something is not known of a group that did report, beyond "belum dilaporkan"."""

import numpy as np
import pandas as pd

from indicators import INDICATORS
from indicators.compute import compute
from indicators.data import Data
from planning.pathway import measures
from planning.pathway.aturan import TANPA_BATAS, Aturan
from reference.periode import Periode
from reference.tulisan import is_missing

TIDAK_BERLAKU = "ditandai tidak berlaku"
PEMBAGI_NOL = "tidak dapat dihitung karena pembaginya nol"


def reasons(data: Data, periode: Periode, a: Aturan, kode: pd.Index) -> dict[str, str]:
    """For groups that reported without a value of `a`: why, where there is more to say.

    A group of which a part was simply not reported is not in it.
    """
    sebab = measures.unreadable(a.dari, a.ukuran)
    if sebab or is_missing(a.batas):
        return dict.fromkeys(kode, sebab or TANPA_BATAS)
    tanda = data.at(periode).posisi["tidak_berlaku"].reindex(kode)
    nama = set(measures.names(a.dari, a.ukuran))
    hasil = {
        str(k): TIDAK_BERLAKU
        for k, t in tanda.items()
        if isinstance(t, frozenset) and t & nama
    }
    if a.dari != "indikator":
        return hasil
    bagian = compute(INDICATORS[a.ukuran], data, periode, "kelompok").reindex(kode)
    nol = (bagian["denominator"] == 0) & bagian["numerator"].notna()
    return dict.fromkeys(kode[np.asarray(nol)], PEMBAGI_NOL) | hasil
