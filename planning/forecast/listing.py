"""The forecasts of many groups as a list in words, the likeliest first."""

import datetime as dt

import pandas as pd

from indicators.data import Data
from indicators.places import in_place
from planning.forecast.batas import Batas
from planning.forecast.rungs import in_words, next_rungs
from reference.kosakata import label_pilihan
from reference.wilayah import nama_wilayah


def listing(data: Data, pada: dt.date, sumbu: str, wilayah: str) -> pd.DataFrame:
    """One row a group of a place, by kode_kelompok.

    Columns: nama_kelompok, kelurahan, jenjang (label, None unknown), cukup, perkiraan
    (the range, or why there is none), setahun (chances of 100 within a year; NaN) and
    the months of `rungs.next_rungs`.
    """
    semua = next_rungs(data, pada, sumbu)
    semua = semua[in_place(semua.index, wilayah)]
    jangka = Batas.pada(data, pada).jangka_jenjang
    daftar = data.groups.loc[semua.index]
    hasil = semua.assign(
        nama_kelompok=daftar["nama_kelompok"],
        kelurahan=[nama_wilayah(k) for k in daftar["kode_wilayah"]],
        jenjang=[label_pilihan(sumbu, j) if j else None for j in semua["jenjang"]],
        setahun=(semua["peluang_setahun"] * 100).round(),
        perkiraan=[
            in_words(int(bawah), None if pd.isna(atas) else int(atas), jangka)
            if cukup
            else alasan
            for cukup, alasan, bawah, atas in zip(
                semua["cukup"],
                semua["alasan"],
                semua["bulan_bawah"],
                semua["bulan_atas"],
                strict=True,
            )
        ],
    )
    return hasil.sort_values("peluang_setahun", ascending=False, kind="stable")
