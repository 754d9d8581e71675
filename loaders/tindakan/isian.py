"""What a register to fill in holds: the actions that count, and what may be chosen."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from loaders.tindakan.assess import PAKET
from reference.acuan import Acuan, bawaan
from reference.tindakan import HARI_DISIMPAN, LAIN, label_status
from reference.tulisan import is_missing
from reference.wilayah import kelurahan
from store import Snapshot

LABEL_LAIN = "Lainnya"
Isian = Mapping[str, Any]
"""One row to write, by column of the form; what is absent stays blank."""


@dataclass(frozen=True, slots=True)
class KelompokDikenal:
    """A group that may be chosen: code, name, kelurahan (name)."""

    kode: str
    nama: str
    kelurahan: str


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What may be chosen in a register: groups, kinds (labels), who can act."""

    kelompok: tuple[KelompokDikenal, ...]
    jenis: tuple[str, ...]
    pelaksana: tuple[str, ...]


def choices(
    isi: Snapshot, hari: dt.date, kode_wilayah: str = "", acuan: Acuan | None = None
) -> Pilihan:
    """What may be chosen on a day: the open groups of a place, the packages in force.

    `kode_wilayah` is the beginning of the codes meant; "" is the whole city.
    """
    acuan = acuan or bawaan()
    k = isi.kelompok
    buka = k[~(k["tanggal_tutup"] <= pd.Timestamp(hari))]
    buka = buka[buka["kode_wilayah"].str.startswith(kode_wilayah)]
    dikenal = [
        KelompokDikenal(kode, "" if is_missing(nama) else nama, kelurahan()[w].nama)
        for kode, nama, w in zip(
            buka["kode_kelompok"], buka["nama_kelompok"], buka["kode_wilayah"],
            strict=True,
        )
    ]  # fmt: skip
    paket = [b.label for b in acuan.pada(PAKET, hari).values() if b.kode != LAIN]
    siapa = [b.label for b in acuan.pada("pelaksana", hari).values()]
    return Pilihan(tuple(dikenal), (*paket, LABEL_LAIN), tuple(siapa))


def known_rows(
    isi: Snapshot, kode_wilayah: str = "", acuan: Acuan | None = None
) -> list[Isian]:
    """The actions that count for a place, as a register writes them."""
    label = {b.kode: b.label for b in (acuan or bawaan()).butir if b.daftar == PAKET}
    nama = dict(
        zip(isi.kelompok["kode_kelompok"], isi.kelompok["nama_kelompok"], strict=True)
    )
    t = isi.tindakan
    milik = t[t["kode_wilayah"].str.startswith(kode_wilayah)]
    return [_row(b, nama, label) for b in milik.to_dict("records")]


def _row(b: dict[Any, Any], nama: Mapping[str, str], label: Mapping[str, str]) -> Isian:
    jenis = b["jenis"]
    ada = {k: v for k, v in b.items() if not is_missing(v)}
    for n in HARI_DISIMPAN:
        if n in ada:
            ada[n] = ada[n].date()
    return {
        **ada,
        "nama_kelompok": nama.get(str(ada.get("kode_kelompok")), ""),
        "kelurahan": kelurahan()[b["kode_wilayah"]].nama,
        "jenis": LABEL_LAIN if jenis == LAIN else label.get(jenis, jenis),
        "status": label_status(b["status"]),
    }
