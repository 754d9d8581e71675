"""Totals of a competition: what juries gave, made comparable, how far they agree."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.scoring.design import (
    Rancangan,
    components,
    least_difference,
    levels,
)
from indicators.scoring.sheets import Lembar

DESIMAL = 2
# sums of the same scores in another order differ in the last of sixteen digits
_TEPAT = 9


@dataclass(frozen=True, eq=False)
class Jumlah:
    """Everything that is summed over aspects, by participant (and by jury).

    `aspek` are the means over juries (columns kode_aspek, NaN: nobody scored), `nilai`
    the weighted mean of those, `setara` the same made comparable, both rounded as shown
    and NaN unless every aspect counts something; `kelompok` numbers who can be compared
    with whom; `jarak` is how far two must be apart to differ. `per_juri` are the totals
    of juries who scored every aspect (participant × jury), `murah` how generous each
    jury was, by arena and jury.
    """

    aspek: pd.DataFrame
    nilai: pd.Series
    setara: pd.Series
    kelompok: pd.Series
    jarak: np.ndarray
    per_juri: pd.DataFrame
    murah: pd.Series


def rounded(nilai: pd.Series) -> pd.Series:
    """Totals as they are shown; what is shown alike is alike."""
    return nilai.round(_TEPAT).round(DESIMAL) + 0.0


def sums(lembar: Lembar, bobot: Mapping[str, float], peluang: float) -> Jumlah:
    """The totals of a competition under some weights.

    An aspect of weight 0 counts for nothing and need not be scored.
    """
    pakai = {k: b for k, b in bobot.items() if b > 0}
    peserta = pd.Index(lembar.peserta, name="peserta")
    rata = lembar.nilai.pivot_table("nilai", "peserta", "kode_aspek", "mean")
    rata = rata.reindex(index=peserta, columns=list(lembar.aspek.index))
    setara, kelompok = _comparable(lembar, pakai, peserta)
    penuh = _full_rows(lembar, pakai)
    r = _design(lembar, penuh, peserta)
    return Jumlah(
        aspek=rata,
        nilai=rounded(weighted(rata, pakai)),
        setara=rounded(weighted(setara, pakai)),
        kelompok=kelompok,
        jarak=least_difference(r, peluang),
        per_juri=penuh.pivot(index="peserta", columns="juri", values="nilai").reindex(
            index=peserta, columns=lembar.juri
        ),
        murah=rounded(pd.Series(levels(r)[1], index=blocks(lembar, penuh))),
    )


def weighted(aspek: pd.DataFrame, bobot: Mapping[str, float]) -> pd.Series:
    """Σ weight × score ÷ Σ weight; NaN where one of the aspects is missing.

    >>> nilai = pd.DataFrame({"a": [80.0, 60.0], "b": [70.0, None]})
    >>> weighted(nilai, {"a": 60, "b": 40}).tolist()
    [76.0, nan]
    """
    seluruh = sum(bobot.values())
    if not seluruh:
        return pd.Series(np.nan, index=aspek.index)
    kolom = aspek.reindex(columns=list(bobot))
    return (kolom * list(bobot.values())).sum(axis=1, skipna=False) / seluruh


def blocks(lembar: Lembar, nilai: pd.DataFrame) -> pd.MultiIndex:
    """The juries of each arena that gave one of these scores."""
    ada = {(lembar.arena(p), j) for p, j in zip(nilai["peserta"], nilai["juri"],
                                               strict=True)}  # fmt: skip
    return pd.MultiIndex.from_tuples(sorted(ada), names=["arena", "juri"])


def _design(lembar: Lembar, nilai: pd.DataFrame, peserta: pd.Index) -> Rancangan:
    blok = blocks(lembar, nilai)
    kunci = [(lembar.arena(p), j) for p, j in zip(nilai["peserta"], nilai["juri"],
                                                 strict=True)]  # fmt: skip
    return Rancangan(
        peserta.get_indexer(pd.Index(nilai["peserta"])),
        np.array([blok.get_loc(k) for k in kunci], dtype=np.intp),
        nilai["nilai"].to_numpy("float64"),
        len(peserta),
        len(blok),
    )


def _comparable(
    lembar: Lembar, bobot: Mapping[str, float], peserta: pd.Index
) -> tuple[pd.DataFrame, pd.Series]:
    """Each aspect made comparable, and who hangs together in every one of them."""
    setara, ikat = {}, []
    for kode in bobot:
        isi = lembar.nilai[lembar.nilai["kode_aspek"] == kode]
        r = _design(lembar, isi, peserta)
        setara[kode] = levels(r)[0]
        ikat.append(components(r)[0])
    semua = list(zip(*ikat, strict=True)) or [()] * len(peserta)
    nomor = {k: i for i, k in enumerate(dict.fromkeys(semua))}
    kelompok = pd.Series([nomor[k] for k in semua], index=peserta, dtype="int64")
    return pd.DataFrame(setara, index=peserta), kelompok


def _full_rows(lembar: Lembar, bobot: Mapping[str, float]) -> pd.DataFrame:
    """The total of each jury for each participant of whom it scored every aspect."""
    lebar = lembar.nilai.pivot(
        index=["peserta", "juri"], columns="kode_aspek", values="nilai"
    )
    jumlah = weighted(lebar, bobot).dropna()
    return jumlah.rename("nilai").reset_index()
