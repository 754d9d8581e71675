"""What needs a person's attention in a period: who is missing, held, late in paying."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from indicators import INDICATORS
from indicators.compute import compute
from indicators.data import Data
from indicators.places import in_place
from indicators.punctuality import punctuality
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.tulisan import daftar, persen, tanggal
from reference.wilayah import nama_wilayah

SEBUT = 3


@dataclass(frozen=True, slots=True)
class Perhatian:
    """One thing to look after: its kind, a sentence, and the places or groups meant.

    `jenis` is ditolak, belum_lapor, menunggu (deadline not passed), tertahan,
    kelompok_belum_lapor, tunggakan or nonaktif; `kode` are codes of kelurahan, or of
    groups for kelompok_belum_lapor and nonaktif.
    """

    jenis: str
    kalimat: str
    kode: tuple[str, ...]


def attention(
    data: Data, periode: Periode, hari_ini: dt.date, wilayah: str | None = None
) -> list[Perhatian]:
    """Everything that needs attention in a place (default: the city), gravest first.

    It says what the reports say and no more: a place that is silent is named as silent.
    """
    wilayah = wilayah or pengaturan().kode_kota
    status = punctuality(data, [periode], hari_ini).set_index("kode_wilayah")
    status = status[in_place(status.index, wilayah)]
    ada = [
        *_submissions(status, periode),
        *_silent_groups(data, periode, status, wilayah),
        *_arrears(data, periode, wilayah),
        *_dormant(data, periode, wilayah),
    ]
    return [p for p in ada if p.kode]


def _submissions(status: pd.DataFrame, periode: Periode) -> list[Perhatian]:
    def mana(keadaan: str) -> tuple[str, ...]:
        return tuple(status.index[status["keadaan"] == keadaan])

    semua, batas = len(status), tanggal(periode.deadline)
    ditolak, belum = mana("ditolak"), mana("belum")
    menunggu = mana("belum_waktunya")
    tertahan = status["n_tertahan"].gt(0).fillna(False)
    n_tertahan = int(status.loc[tertahan, "n_tertahan"].sum())
    return [
        Perhatian(
            "ditolak",
            f"Berkas dari {_places(ditolak)} ditolak dan belum diganti.",
            ditolak,
        ),
        Perhatian(
            "belum_lapor",
            f"{_how_many(belum, semua)} belum lapor (batas lapor {batas}).",
            belum,
        ),
        Perhatian(
            "menunggu",
            f"{_how_many(menunggu, semua)} masih ditunggu sampai {batas}.",
            menunggu,
        ),
        Perhatian(
            "tertahan",
            f"Isian {n_tertahan} kelompok tertahan dan perlu diperbaiki: "
            f"{_places(tuple(status.index[tertahan]))}.",
            tuple(status.index[tertahan]),
        ),
    ]


def _silent_groups(
    data: Data, periode: Periode, status: pd.DataFrame, wilayah: str
) -> list[Perhatian]:
    """Groups without a row although their kelurahan did report."""
    cut = data.at(periode)
    lapor = status.index[status["diterima"].notna()]
    milik = data.groups.loc[cut.index, "kode_wilayah"].isin(lapor).to_numpy()
    diam = cut.index[~cut.lapor & milik & in_place(cut.index, wilayah)]
    kalimat = (
        f"{len(diam)} kelompok belum ada laporannya walaupun kelurahannya sudah lapor: "
        f"{_groups(data, diam)}."
    )
    return [Perhatian("kelompok_belum_lapor", kalimat, tuple(diam))]


def _arrears(data: Data, periode: Periode, wilayah: str) -> list[Perhatian]:
    rasio = INDICATORS["rasio_tunggakan_pct"]
    batas = rasio.goal
    nilai = compute(rasio, data, periode, "kelurahan")["value"].dropna()
    nilai = nilai[in_place(nilai.index, wilayah)].sort_values(ascending=False)
    if batas is None:
        return []
    lebih = nilai[[not batas.is_met(v) for v in nilai]]
    sebut = [f"{nama_wilayah(str(k))} {persen(v)}" for k, v in lebih.items()]
    kalimat = (
        f"Rasio tunggakan {len(lebih)} kelurahan di atas {persen(batas.value, 0)} "
        f"({batas.source}): {daftar(sebut, SEBUT)}."
    )
    return [Perhatian("tunggakan", kalimat, tuple(lebih.index))]


def _dormant(data: Data, periode: Periode, wilayah: str) -> list[Perhatian]:
    cut = data.at(periode)
    tidur = cut.index[(cut.text("status") == "nonaktif") & in_place(cut.index, wilayah)]
    kalimat = f"{len(tidur)} kelompok melaporkan diri nonaktif: {_groups(data, tidur)}."
    return [Perhatian("nonaktif", kalimat, tuple(tidur))]


def _how_many(kode: Sequence[str], semua: int) -> str:
    if semua == 1:
        return f"Kelurahan {_places(kode)}"
    if len(kode) == semua:
        return f"Semua {semua} kelurahan"
    return f"{len(kode)} dari {semua} kelurahan, yaitu {_places(kode)},"


def _places(kode: Sequence[str]) -> str:
    return daftar([nama_wilayah(k) for k in kode], SEBUT)


def _groups(data: Data, kode: pd.Index) -> str:
    baris = data.groups.loc[kode]
    nama = [
        f"{n} ({nama_wilayah(w)})"
        for n, w in zip(baris["nama_kelompok"], baris["kode_wilayah"], strict=True)
    ]
    return daftar(nama, SEBUT)
