"""How the two parts of an indicator are made: a few shapes that most of them share.

Each function gives a `Parts`: what is computed, and the cells that it stands on; with
the variables' names it is all that a catalogue file needs.
"""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.terms import Layer, Parts, fixed, summed
from reference.periode import Periode
from reference.wilayah import kecamatan

Back = Callable[[Periode], Periode]
KELUARGA = "semua keluarga di kecamatan (Dukcapil)"


def frame(
    index: pd.Index,
    numerator: np.ndarray,
    denominator: np.ndarray | None = None,
    lapor: np.ndarray | None = None,
) -> pd.DataFrame:
    """The frame that an indicator's parts are given in."""
    kolom = {"numerator": numerator, "denominator": denominator, "lapor": lapor}
    return pd.DataFrame({k: v for k, v in kolom.items() if v is not None}, index=index)


def amount(plus: Sequence[str], minus: Sequence[str] = ()) -> Parts:
    """A plain sum of variables, less others."""

    def parts(data: Data, periode: Periode) -> pd.DataFrame:
        cut = data.at(periode)
        jumlah = cut.total(plus)
        return frame(cut.index, jumlah - cut.total(minus) if minus else jumlah)

    def layers(data: Data, periode: Periode) -> list[Layer]:
        kurang = summed(data, periode, minus, bobot=-1.0) if minus else []
        return [*summed(data, periode, plus), *kurang]

    return Parts("tertimbang" if minus else "jumlah", parts, layers)


def ratio(numerator: Sequence[str], denominator: Sequence[str]) -> Parts:
    """One sum of variables divided by another, in the same period."""

    def parts(data: Data, periode: Periode) -> pd.DataFrame:
        cut = data.at(periode)
        return frame(cut.index, cut.total(numerator), cut.total(denominator))

    def layers(data: Data, periode: Periode) -> list[Layer]:
        bawah = summed(data, periode, denominator, "penyebut")
        return [*summed(data, periode, numerator), *bawah]

    return Parts("jumlah", parts, layers)


def category(variable: str, nilai: str) -> Parts:
    """How many groups report a certain value of a choice."""

    def parts(data: Data, periode: Periode) -> pd.DataFrame:
        cut = data.at(periode)
        isi = cut.text(variable)
        sama = np.where(isi == nilai, 1.0, 0.0)
        return frame(cut.index, np.where(pd.isna(isi), np.nan, sama))

    def layers(data: Data, periode: Periode) -> list[Layer]:
        satu = parts(data, periode)
        nilai, isi = satu["numerator"].to_numpy(), data.at(periode).text(variable)
        return [Layer("pembilang", satu.index, nilai, periode, variable, isi=isi)]

    return Parts("hitungan", parts, layers)


def growth(variables: Sequence[str], back: Back, *, relative: bool = False) -> Parts:
    """The change of a sum since an earlier period, over groups present at both ends.

    `relative` divides it by what it was.
    """

    def parts(data: Data, periode: Periode) -> pd.DataFrame:
        cut = data.at(periode)
        dulu = data.at(back(periode)).total_of(variables, cut.index)
        selisih = cut.total(variables) - dulu
        return frame(cut.index, selisih, dulu if relative else None)

    def layers(data: Data, periode: Periode) -> list[Layer]:
        index = data.at(periode).index
        return _both_ends(data, periode, back(periode), variables, index, relative)

    return Parts("tertimbang", parts, layers)


def plain_growth(
    variables: Sequence[str], back: Back, *, relative: bool = False
) -> Parts:
    """The change of a sum, over whoever reported at each end.

    A group present at one end only enters with that end alone, so new, closed and
    silent groups move it; `lapor` counts those present at both.
    """

    def parts(data: Data, periode: Periode) -> pd.DataFrame:
        kini, dulu = data.at(periode), data.at(back(periode))
        index = kini.index.union(dulu.index)
        a, b = (c.total_of(variables, index) for c in (kini, dulu))
        kedua = ~np.isnan(a) & ~np.isnan(b)
        salah_satu = ~np.isnan(a) | ~np.isnan(b)
        awal = np.where(np.isnan(b), 0.0, b)
        selisih = np.where(np.isnan(a), 0.0, a) - awal
        return frame(
            index,
            np.where(salah_satu, selisih, np.nan),
            np.where(salah_satu, awal, np.nan) if relative else None,
            kedua.astype("float64"),
        )

    def layers(data: Data, periode: Periode) -> list[Layer]:
        lalu = back(periode)
        index = data.at(periode).index.union(data.at(lalu).index)
        return _both_ends(data, periode, lalu, variables, index, relative)

    return Parts("tertimbang", parts, layers)


def _both_ends(
    data: Data,
    kini: Periode,
    dulu: Periode,
    variables: Sequence[str],
    index: pd.Index,
    relative: bool,
) -> list[Layer]:
    """A sum now less the same sum then; then divided by what it was."""
    awal = summed(data, dulu, variables, bobot=-1.0, index=index)
    lapis = [*summed(data, kini, variables, index=index), *awal]
    if relative:
        lapis += summed(data, dulu, variables, "penyebut", index=index)
    return lapis


def yearly(flow: Sequence[str], stock: Sequence[str]) -> Parts:
    """A year's flow divided by the mean of a stock at the year's two ends.

    A group counts only when it reported the flow in every period of the year and the
    stock now and a year ago: a partial year says nothing about a whole one.
    """

    def parts(data: Data, periode: Periode) -> pd.DataFrame:
        cut = data.at(periode)
        setahun = [data.at(periode.shift(-i)) for i in range(periode.per_year)]
        arus = np.sum([c.total_of(flow, cut.index) for c in setahun], axis=0)
        awal = data.at(periode.year_ago()).total_of(stock, cut.index)
        return frame(cut.index, arus, (cut.total(stock) + awal) / 2)

    def layers(data: Data, periode: Periode) -> list[Layer]:
        index = data.at(periode).index
        setahun = [periode.shift(-i) for i in range(periode.per_year)]
        ujung = (periode, periode.year_ago())
        return [
            *(s for p in setahun for s in summed(data, p, flow, index=index)),
            *(s for p in ujung
              for s in summed(data, p, stock, "penyebut", bobot=0.5, index=index)),
        ]  # fmt: skip

    return Parts("tertimbang", parts, layers)


def of_kelurahan(variable: str) -> Parts:
    """A plain sum of a kelurahan-level variable."""

    def parts(data: Data, periode: Periode) -> pd.DataFrame:
        angka = data.at_kelurahan(periode)
        return frame(angka.index, angka[variable].to_numpy())

    def layers(data: Data, periode: Periode) -> list[Layer]:
        angka = data.at_kelurahan(periode)
        nilai = angka[variable].to_numpy()
        return [Layer("pembilang", angka.index, nilai, periode, variable)]

    return Parts("jumlah", parts, layers)


def per_family(variable: str) -> Parts:
    """A group-level sum over all families, a row a kecamatan.

    Families are known for kecamatan only; one where no group reported has no value.
    """

    def parts(data: Data, periode: Periode) -> pd.DataFrame:
        cut = data.at(periode)
        nilai = cut.total((variable,))
        ada = ~np.isnan(nilai)
        di = cut.di["kecamatan"][ada]
        banyak = len(kecamatan())
        jumlah = np.bincount(di, weights=nilai[ada], minlength=banyak)
        lapor = np.bincount(di, minlength=banyak).astype("float64")
        keluarga = np.array([float(k.keluarga_kk) for k in kecamatan().values()])
        index = pd.Index(list(kecamatan()))
        return frame(index, np.where(lapor > 0, jumlah, np.nan), keluarga, lapor)

    def layers(data: Data, periode: Periode) -> list[Layer]:
        keluarga = parts(data, periode)["denominator"]
        semua = fixed(keluarga.index, keluarga.to_numpy(), periode, KELUARGA)
        return [*summed(data, periode, (variable,)), semua]

    return Parts("jumlah", parts, layers)


def with_previous(periode: Periode) -> tuple[Periode, ...]:
    """This period and the one before."""
    return periode, periode.previous()


def with_year_ago(periode: Periode) -> tuple[Periode, ...]:
    """This period and the same one a year earlier."""
    return periode, periode.year_ago()


def whole_year(periode: Periode) -> tuple[Periode, ...]:
    """The periods of the year that ends here, and the one at its beginning."""
    return tuple(periode.shift(-i) for i in range(periode.per_year + 1))
