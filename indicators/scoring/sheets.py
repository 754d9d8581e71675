"""One competition as its score sheets say it: aspects, weights, scores."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from indicators.data import Data
from reference.acuan import bawaan
from reference.pengaturan import pengaturan
from reference.tulisan import is_missing
from reference.wilayah import kelurahan, nama_wilayah

DAFTAR = "lomba"
ASPEK = "aspek_penilaian"
PENUH = 100.0
_ERAT = 1e-6


@dataclass(frozen=True, eq=False)
class Lembar:
    """One competition.

    `aspek` is indexed by kode_aspek (nama_aspek, bobot_pct, keterangan); `nilai` has
    one row a score that was given (peserta, juri, kode_aspek, nilai 0–100). `standar`
    None: none set; `pemenang` None: all who meet the standard win.
    """

    kode: str
    nama: str
    tanggal: dt.date
    tingkat: str
    peserta_dinilai: str
    penyelenggara: str
    standar: float | None
    pemenang: int | None
    aspek: pd.DataFrame
    nilai: pd.DataFrame

    @property
    def bobot(self) -> dict[str, float]:
        """The weight of each aspect, as the sheet says it."""
        return {str(k): float(v) for k, v in self.aspek["bobot_pct"].items()}

    @property
    def peserta(self) -> list[str]:
        """The participants by code."""
        return sorted(self.nilai["peserta"].unique())

    @property
    def juri(self) -> list[str]:
        """The juries that scored anybody, "Juri 2" before "Juri 10"."""
        return sorted(self.nilai["juri"].unique(), key=lambda j: (len(j), j))

    def arena(self, peserta: str) -> str:
        """Among whom a participant is ranked: its kecamatan, or the city."""
        return peserta[:8] if self.tingkat == "kecamatan" else pengaturan().kode_kota


def setting(data: Data, kode: str, hari: dt.date) -> float:
    """A number of the list `lomba` in force on a day (all are usulan)."""
    berlaku = data.acuan.pada(DAFTAR, hari).get(kode)
    return float((berlaku or bawaan().pada(DAFTAR, hari)[kode])["nilai"])


def competitions(data: Data) -> pd.DataFrame:
    """The heads of all score sheets, the newest first, by kode_penilaian."""
    kepala = data.penilaian.set_index("kode_penilaian")
    return kepala.sort_values("tanggal", ascending=False, kind="stable")


def sheet(data: Data, kode: str) -> Lembar:
    """One competition by its code; KeyError when there is none."""
    kepala = data.penilaian.set_index("kode_penilaian").loc[kode]
    aspek = data.penilaian_aspek[data.penilaian_aspek["kode_penilaian"] == kode]
    aspek = aspek.set_index("kode_aspek")[["nama_aspek", "bobot_pct", "keterangan"]]
    nilai = data.penilaian_nilai[data.penilaian_nilai["kode_penilaian"] == kode]
    nilai = nilai[nilai["nilai"].notna() & nilai["kode_aspek"].isin(aspek.index)]
    kosong = is_missing(kepala["penyelenggara"])
    return Lembar(
        kode=kode,
        nama=str(kepala["nama"]),
        tanggal=kepala["tanggal"].date(),
        tingkat=str(kepala["tingkat"]),
        peserta_dinilai=str(kepala["peserta_dinilai"]),
        penyelenggara="" if kosong else str(kepala["penyelenggara"]),
        standar=None if is_missing(kepala["standar"]) else float(kepala["standar"]),
        pemenang=None if is_missing(kepala["pemenang"]) else int(kepala["pemenang"]),
        aspek=aspek,
        nilai=nilai[["peserta", "juri", "kode_aspek", "nilai"]]
        .astype({"nilai": "float64"})
        .sort_values(["peserta", "juri", "kode_aspek"], ignore_index=True),
    )


def name(data: Data, peserta: str) -> str:
    """A participant's name: the kelurahan, or the group with its kelurahan."""
    if peserta in kelurahan() or peserta not in data.groups.index:
        return nama_wilayah(peserta) if peserta in kelurahan() else peserta
    kelompok = data.groups.loc[peserta]
    return f"{kelompok['nama_kelompok']} ({nama_wilayah(kelompok['kode_wilayah'])})"


def is_full(bobot: dict[str, float]) -> bool:
    """Whether weights sum to 100 and none is below zero.

    >>> is_full({"a": 40, "b": 60}), is_full({"a": 40, "b": 50}), is_full({"a": 110,
    ... "b": -10})
    (True, False, False)
    """
    return abs(sum(bobot.values()) - PENUH) < _ERAT and min(bobot.values()) >= 0
