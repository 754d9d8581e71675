"""Where groups stand on the way to a koperasi: steps done, and what still lacks."""

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.places import in_place, place_index
from indicators.terms import Layer
from reference.periode import Periode
from reference.syarat import langkah


def step_status(data: Data, periode: Periode) -> pd.DataFrame:
    """Status by open group and step, in the order of the steps; NA not reported."""
    return data.kept(("langkah", periode), lambda: _pivot(data, periode))


def _pivot(data: Data, periode: Periode) -> pd.DataFrame:
    cut = data.at(periode)
    baris = data.langkah[data.langkah["periode"] == str(periode)]
    tabel = baris.drop_duplicates(["kode_kelompok", "kode_langkah"], keep="last")
    lebar = tabel.pivot(index="kode_kelompok", columns="kode_langkah", values="status")
    return lebar.reindex(index=cut.index, columns=list(langkah()))


def step_counts(data: Data, periode: Periode) -> pd.DataFrame:
    """For each open group `n_selesai`, `n_proses`, `n_dilaporkan`; NaN if none is."""
    return data.kept(("langkah n", periode), lambda: _count(step_status(data, periode)))


def _count(status: pd.DataFrame) -> pd.DataFrame:
    jumlah = pd.DataFrame(
        {
            "n_selesai": (status == "selesai").sum(axis=1),
            "n_proses": (status == "proses").sum(axis=1),
            "n_dilaporkan": status.notna().sum(axis=1),
        }
    ).astype("float64")
    return jumlah.where(jumlah["n_dilaporkan"] > 0)


def step_layers(data: Data, periode: Periode, *, reported: bool) -> list[Layer]:
    """The cells of step counts: 1 a step completed; with `reported`, below it 1 a step
    that was reported at all.
    """
    status = step_status(data, periode)
    lapis = []
    for kode in status.columns:
        isi = status[kode].astype("object").where(status[kode].notna(), None).to_numpy()
        ada = np.where(pd.isna(isi), np.nan, 1.0)
        selesai = np.where(isi == "selesai", ada, ada * 0)
        tentang = (periode, f"langkah:{kode}", 1.0, isi)
        lapis.append(Layer("pembilang", status.index, selesai, *tentang))
        if reported:
            lapis.append(Layer("penyebut", status.index, ada, *tentang))
    return lapis


def next_steps(
    data: Data, periode: Periode, wilayah: str | None = None
) -> pd.DataFrame:
    """Open groups, those nearest to complete first, by kode_kelompok.

    Columns: nama_kelompok, kode_wilayah, tahap, n_selesai, n_proses, n_dilaporkan (NaN
    when no step was reported), n_langkah (steps there are), `kurang` (codes of the
    steps not reported as selesai, in their order) and `berikut` (the first of them;
    None when all are done). Counts only: it says nothing about when.
    """
    status, jumlah = step_status(data, periode), step_counts(data, periode)
    kode = np.array(list(langkah()))
    belum = (status != "selesai").to_numpy() | status.isna().to_numpy()
    kurang = [tuple(kode[b]) for b in belum]
    daftar = data.groups.loc[status.index, ["nama_kelompok", "kode_wilayah"]]
    hasil = daftar.assign(
        tahap=data.at(periode).text("tahap"),
        **jumlah,
        n_langkah=len(kode),
        kurang=pd.Series(kurang, index=status.index, dtype="object"),
        berikut=pd.Series([k[0] if k else None for k in kurang], index=status.index),
    )
    if wilayah:
        hasil = hasil[in_place(hasil.index, wilayah)]
    return hasil.sort_values(
        ["n_selesai", "n_proses"], ascending=False, kind="stable", na_position="last"
    )


def steps_done(data: Data, periode: Periode, by: str) -> pd.DataFrame:
    """Which steps are done where: a row a place (`kode`), a column a step.

    Each cell counts groups that have done the step, NaN where no group reported it;
    `n_lapor` (groups that reported any step) and `n_kelompok` (groups open) stand
    beside. `by` is kelurahan, kecamatan or kota.
    """
    status, di = step_status(data, periode), data.at(periode).di[by]
    kode = place_index(by)

    def count(mana: pd.Series) -> np.ndarray:
        return np.bincount(di[mana.to_numpy(bool)], minlength=len(kode))

    ada = status.notna()
    kolom = {
        k: np.where(count(ada[k]) > 0, count(status[k] == "selesai"), np.nan)
        for k in langkah()
    }
    kolom["n_lapor"] = count(ada.any(axis=1))
    kolom["n_kelompok"] = np.bincount(di, minlength=len(kode))
    return pd.DataFrame(kolom, index=kode)
