"""No group so small that its members can be recognised is shown alone to the public."""

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.places import in_place
from reference.pengaturan import pengaturan
from reference.periode import Periode

PUBLIC = "umum"


def hidden_groups(data: Data, periode: Periode, peran: str) -> list[str]:
    """The groups that a role may not see alone in a period, by code.

    For the role "umum": those with fewer members than the setting allows, or whose
    members are not known. Where that is only one of several groups in a kelurahan, the
    next smallest is hidden too: the kelurahan's total would give the one away.
    """
    if peran != PUBLIC:
        return []
    return data.kept(("kecil", periode), lambda: _small_groups(data, periode))


def _small_groups(data: Data, periode: Periode) -> list[str]:
    cut = data.at(periode)
    anggota = pd.Series(cut.total(("anggota_akhir",)), index=cut.index)
    kecil = ~(anggota >= pengaturan().anggota_minimal)
    kecil &= cut.lapor
    wilayah = pd.Series(cut.di["kelurahan"], index=cut.index)
    for _, kelompok in anggota[cut.lapor].groupby(wilayah[cut.lapor]):
        if kecil[kelompok.index].sum() == 1:
            lain = kelompok[~kecil[kelompok.index]]
            kecil[lain.nsmallest(1).index] = True
    return list(cut.index[kecil])


def hidden_places(data: Data, periode: Periode, peran: str) -> list[str]:
    """The kelurahan whose only reporting groups may not be seen alone: one small group.

    Their own values would be that group's values.
    """
    tersembunyi = hidden_groups(data, periode, peran)
    if not tersembunyi:
        return []
    cut = data.at(periode)
    lapor = pd.Index([k.rpartition("-")[0] for k in cut.index[cut.lapor]])
    satu = lapor[~lapor.duplicated(keep=False)]
    return [k for k in satu if in_place(pd.Index(tersembunyi), k).any()]


def without_small(
    values: pd.DataFrame, data: Data, periode: Periode, peran: str
) -> tuple[pd.DataFrame, int]:
    """Values of groups or kelurahan as a role may see them, and how many are blanked.

    The rows stay, so that counts of groups stay true; their numbers become NaN.
    """
    sembunyi = hidden_groups(data, periode, peran) + hidden_places(data, periode, peran)
    kena = values.index.isin(sembunyi)
    angka = [k for k in ("numerator", "denominator", "value") if k in values]
    bersih = values.copy()
    bersih.loc[kena, angka] = np.nan
    return bersih, int(kena.sum())
