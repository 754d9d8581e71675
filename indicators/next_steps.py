"""Where groups stand on the way to a koperasi: steps done, and what still lacks."""

import numpy as np
import pandas as pd

from indicators.data import Data, in_place, places
from reference.periode import Periode
from reference.syarat import langkah


def _matrix(data: Data, periode: Periode) -> pd.DataFrame:
    """Status by open group and step, in the order of the steps; NA not reported."""
    cut = data.at(periode)
    baris = data.langkah[data.langkah["periode"] == str(periode)]
    tabel = baris.drop_duplicates(["kode_kelompok", "kode_langkah"], keep="last")
    lebar = tabel.pivot(index="kode_kelompok", columns="kode_langkah", values="status")
    return lebar.reindex(index=cut.index, columns=list(langkah()))


def step_counts(data: Data, periode: Periode) -> pd.DataFrame:
    """For each open group `n_selesai`, `n_proses`, `n_dilaporkan`; NaN if none is."""
    status = _matrix(data, periode)
    jumlah = pd.DataFrame(
        {
            "n_selesai": (status == "selesai").sum(axis=1),
            "n_proses": (status == "proses").sum(axis=1),
            "n_dilaporkan": status.notna().sum(axis=1),
        }
    ).astype("float64")
    return jumlah.where(jumlah["n_dilaporkan"] > 0)


def next_steps(
    data: Data, periode: Periode, wilayah: str | None = None
) -> pd.DataFrame:
    """Open groups, those nearest to complete first, by kode_kelompok.

    Columns: nama_kelompok, kode_wilayah, tahap, n_selesai, n_proses, n_dilaporkan (NaN
    when no step was reported), n_langkah (steps there are), `kurang` (codes of the
    steps not reported as selesai, in their order) and `berikut` (the first of them;
    None when all are done). Counts only: it says nothing about when.
    """
    status, jumlah = _matrix(data, periode), step_counts(data, periode)
    kode = np.array(list(langkah()))
    belum = (status != "selesai").to_numpy() | status.isna().to_numpy()
    kurang = [tuple(kode[b]) for b in belum]
    daftar = data.groups.loc[status.index, ["nama_kelompok", "kode_wilayah"]]
    hasil = daftar.assign(
        tahap=data.at(periode).text("tahap"),
        **jumlah,
        n_langkah=len(kode),
        kurang=kurang,
        berikut=[k[0] if k else None for k in kurang],
    )
    if wilayah:
        hasil = hasil[in_place(hasil.index, wilayah)]
    return hasil.sort_values(
        ["n_selesai", "n_proses"], ascending=False, kind="stable", na_position="last"
    )


def steps_by_place(data: Data, periode: Periode, by: str) -> pd.DataFrame:
    """Which steps are done where: a row a place and step.

    Columns: kode, kode_langkah, n_selesai, n_proses, n_lapor (groups that reported this
    step), n_kelompok (groups open). `by` is kelurahan, kecamatan or kota.
    """
    status = _matrix(data, periode)
    di = data.positions[by][data.is_open(periode)]
    tempat = places(by)
    n_kelompok = np.bincount(di, minlength=len(tempat))
    lapis = []
    for kode in langkah():
        isi = status[kode]
        cocok = {
            "n_selesai": isi == "selesai",
            "n_proses": isi == "proses",
            "n_lapor": isi.notna(),
        }
        jumlah = {
            n: np.bincount(di[c.to_numpy(bool, na_value=False)], minlength=len(tempat))
            for n, c in cocok.items()
        }
        lapis.append(
            pd.DataFrame(
                {
                    "kode": tempat,
                    "kode_langkah": kode,
                    **jumlah,
                    "n_kelompok": n_kelompok,
                }
            )
        )
    return pd.concat(lapis, ignore_index=True)
