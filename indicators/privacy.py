"""No group so small that its members can be recognised is shown alone to the public."""

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.places import place_index
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


def hidden_places(data: Data, periode: Periode, peran: str) -> list[str]:
    """The kelurahan that a role may not see alone: one hidden group is all they have.

    Their values would be that group's values. Where it is the only one of its
    kecamatan, the kelurahan with the next fewest members is hidden too.
    """
    if peran != PUBLIC:
        return []
    return data.kept(("kecil wilayah", periode), lambda: _small_places(data, periode))


def without_small(
    values: pd.DataFrame, data: Data, periode: Periode, peran: str
) -> tuple[pd.DataFrame, int]:
    """Values of groups or kelurahan as a role may see them, and how many are blanked.

    The rows stay, so that counts of groups stay true; their numbers become NaN.
    """
    sembunyi = hidden_groups(data, periode, peran) + hidden_places(data, periode, peran)
    if not sembunyi:
        return values, 0
    kena = values.index.isin(sembunyi)
    angka = [k for k in ("numerator", "denominator", "value") if k in values]
    bersih = values.copy()
    bersih.loc[kena, angka] = np.nan
    return bersih, int(kena.sum())


def _reporting(data: Data, periode: Periode) -> pd.DataFrame:
    """Groups that reported: their members and where they are."""
    cut = data.at(periode)
    isi = {
        "anggota": cut.total(("anggota_akhir",)),
        "kelurahan": place_index("kelurahan")[cut.di["kelurahan"]],
        "kecamatan": place_index("kecamatan")[cut.di["kecamatan"]],
    }
    return pd.DataFrame(isi, index=cut.index)[cut.lapor]


def _small_groups(data: Data, periode: Periode) -> list[str]:
    g = _reporting(data, periode)
    kecil = ~(g["anggota"] >= pengaturan().anggota_minimal)
    return _never_one(kecil, g["anggota"], g["kelurahan"])


def _small_places(data: Data, periode: Periode) -> list[str]:
    g = _reporting(data, periode)
    g["kecil"] = g.index.isin(_small_groups(data, periode))
    per = g.groupby("kelurahan").agg(
        anggota=("anggota", "sum"), kecamatan=("kecamatan", "first"),
        n=("anggota", "size"), kecil=("kecil", "all"),
    )  # fmt: skip
    return _never_one((per["n"] == 1) & per["kecil"], per["anggota"], per["kecamatan"])


def _never_one(kecil: pd.Series, besar: pd.Series, dalam: pd.Series) -> list[str]:
    """What is small, and where it is the only one in its place, the next smallest."""
    sembunyi = set(kecil.index[kecil])
    for _, ukuran in besar.groupby(dalam):
        sendiri = kecil[ukuran.index]
        if sendiri.sum() == 1:
            sembunyi |= set(ukuran[~sendiri].nsmallest(1).index)
    return sorted(sembunyi)
