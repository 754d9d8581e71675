"""The register of actions as people read it: planned, late, done, and what it costs."""

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from indicators.data import Data, level_of
from indicators.places import in_place
from reference.tindakan import BATAL, BERJALAN, LAIN, RENCANA, SELESAI
from reference.wilayah import nama_wilayah

PAKET = "paket"
TERLAMBAT = "terlambat"
KEADAAN = {
    TERLAMBAT: "Terlambat",
    RENCANA: "Direncanakan",
    BERJALAN: "Berjalan",
    SELESAI: "Selesai",
    BATAL: "Batal",
}
"""What an action is on a day, in the order in which people must look at it."""
SELURUH_KELURAHAN = "Seluruh kelurahan"
TANPA_PELAKSANA = "Pelaksana belum disebut"


def kinds(data: Data) -> dict[str, str]:
    """The kinds of actions, label by kode, also those no longer in force."""
    paket = {b.kode: b.label for b in data.acuan.butir if b.daftar == PAKET}
    return {**paket, LAIN: "Lainnya"}


def register(data: Data, hari: dt.date, wilayah: str = "") -> pd.DataFrame:
    """The actions of a place on a day, one row each, those to look at first on top.

    Beside what the store holds: nama_kelompok, nama_kelurahan, nama_kecamatan,
    nama_jenis, `keadaan` (a key of `KEADAAN`: an action whose planned day has passed
    and that is neither done nor cancelled is "terlambat") and `pada`, the day by which
    it is placed in time. `wilayah` "" is the whole city.
    """
    t = data.tindakan
    if wilayah:
        t = t[in_place(pd.Index(t["kode_wilayah"]), wilayah)]
    nama = data.groups["nama_kelompok"]
    hasil = t.assign(
        nama_kelompok=t["kode_kelompok"].map(nama).where(
            t["kode_kelompok"].notna(), SELURUH_KELURAHAN
        ),
        nama_kelurahan=[nama_wilayah(k) for k in t["kode_wilayah"]],
        nama_kecamatan=[nama_wilayah(k) for k in t["kode_kecamatan"]],
        nama_jenis=_named(t, kinds(data)),
        keadaan=_states(t, hari),
        pada=t["tanggal_selesai"].fillna(t["tanggal_rencana"]),
    )  # fmt: skip
    urut = {k: n for n, k in enumerate(KEADAAN)}
    hasil["_urut"] = hasil["keadaan"].map(urut)
    hasil = hasil.sort_values(["_urut", "pada", "kode_tindakan"], kind="stable")
    return hasil.drop(columns="_urut").reset_index(drop=True)


def _named(t: pd.DataFrame, jenis: Mapping[str, str]) -> list[str]:
    return [
        f"{jenis.get(k, k)}: {u}"
        if k == LAIN and isinstance(u, str)
        else jenis.get(k, k)
        for k, u in zip(t["jenis"], t["uraian"], strict=True)
    ]


def _states(t: pd.DataFrame, hari: dt.date) -> pd.Series:
    belum = t["status"].isin((RENCANA, BERJALAN))
    lewat = t["tanggal_rencana"] < pd.Timestamp(hari)
    return t["status"].mask(belum & lewat, TERLAMBAT).astype("str")


def of(data: Data, kode: str, hari: dt.date) -> pd.DataFrame:
    """The actions on one group's or kelurahan's time line, oldest first.

    A group's are its own and those of its whole kelurahan. Rows of `register`.
    """
    wilayah = kode.partition("-")[0]
    semua = register(data, hari, wilayah)
    if level_of(kode) == "kelompok":
        milik = semua["kode_kelompok"]
        semua = semua[milik.isna() | (milik == kode)]
    return semua.sort_values(["pada", "kode_tindakan"]).reset_index(drop=True)


def counts(daftar: pd.DataFrame) -> dict[str, int]:
    """How many rows of a register are in each state, by the keys of `KEADAAN`."""
    ada = daftar["keadaan"].value_counts()
    return {k: int(ada.get(k, 0)) for k in KEADAAN}


def costs(daftar: pd.DataFrame, menurut: str) -> pd.DataFrame:
    """What a register's actions cost, by one of its columns (kecamatan, pelaksana).

    Columns: that column, n_tindakan, n_selesai, selesai_rp (spent), rencana_rp (of what
    is still to be done) and n_tanpa_biaya: actions whose cost nobody stated, in no sum.
    Cancelled actions are left out. A sum is NA where there are such actions and the
    cost of none is known, 0 where there is no such action.
    """
    ada = daftar[daftar["keadaan"] != BATAL]
    ada = ada.assign(**{menurut: ada[menurut].fillna(TANPA_PELAKSANA)})
    selesai = ada["keadaan"] == SELESAI
    ada = ada.assign(
        selesai=selesai,
        selesai_rp=ada["biaya_rp"].where(selesai),
        rencana_rp=ada["biaya_rp"].where(~selesai),
        tanpa=ada["biaya_rp"].isna(),
    )
    per = ada.groupby(menurut, sort=True)
    n, n_selesai = per.size(), per["selesai"].sum()
    return pd.DataFrame(
        {
            "n_tindakan": n,
            "n_selesai": n_selesai,
            "selesai_rp": per["selesai_rp"].sum(min_count=1).mask(n_selesai == 0, 0),
            "rencana_rp": per["rencana_rp"].sum(min_count=1).mask(n == n_selesai, 0),
            "n_tanpa_biaya": per["tanpa"].sum(),
        }
    ).reset_index()
