"""What capital consists of: every kind of it, in parts that add up to the whole."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.places import in_place, place_index
from reference.kosakata import KOMPOSISI_MODAL
from reference.periode import Periode

PARTS = tuple(k.label for k in KOMPOSISI_MODAL)


def composition(data: Data, periode: Periode, by: str) -> pd.DataFrame:
    """Rupiah of every kind of capital in each place, and who stands behind it.

    Columns: the labels in PARTS, `n_lapor`, `n_kelompok`; indexed by `kode`. Only
    groups that reported every kind are in it, so that the parts add up to "modal
    keseluruhan"; NaN where there is none. `by` is kelurahan, kecamatan or kota.
    """
    cut, bagian = data.at(periode), _groups(data, periode)
    lengkap = bagian.notna().all(axis=1).to_numpy()
    kode, di = place_index(by), cut.di[by]
    n_lapor = np.bincount(di[lengkap], minlength=len(kode))

    def add(nilai: pd.Series) -> np.ndarray:
        jumlah = np.bincount(di[lengkap], nilai.to_numpy()[lengkap], len(kode))
        return np.where(n_lapor > 0, jumlah, np.nan)

    kolom = {nama: add(bagian[nama]) for nama in PARTS}
    kolom["n_lapor"] = n_lapor
    kolom["n_kelompok"] = np.bincount(di, minlength=len(kode))
    return pd.DataFrame(kolom, index=kode)


def composition_over(
    data: Data, periodes: Iterable[Periode], wilayah: str
) -> pd.DataFrame:
    """`composition` of one place (or one group) over periods, by their codes."""
    baris = {}
    for periode in periodes:
        bagian = _groups(data, periode)
        di_sini = bagian[in_place(bagian.index, wilayah)]
        lengkap = di_sini.dropna()
        baris[str(periode)] = {
            **lengkap.sum(min_count=1),
            "n_lapor": len(lengkap),
            "n_kelompok": len(di_sini),
        }
    kolom = [*PARTS, "n_lapor", "n_kelompok"]
    hasil = pd.DataFrame.from_dict(baris, orient="index", columns=kolom)
    hasil.index = pd.Index(hasil.index, name="periode", dtype="str")
    return hasil.astype({"n_lapor": "int64", "n_kelompok": "int64"})


def _groups(data: Data, periode: Periode) -> pd.DataFrame:
    cut = data.at(periode)
    isi = {k.label: cut.total(k.variables) for k in KOMPOSISI_MODAL}
    return pd.DataFrame(isi, index=cut.index)
