"""What an officer asks for: ceiling, days, floors, picks, and chances tried out."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Self

import pandas as pd

from indicators.data import Data
from indicators.places import in_place
from planning.budget.gaps import gaps, several
from planning.budget.limits import floors
from planning.budget.problem import Batas, Calon, Masalah, Paket
from reference.acuan import Acuan
from reference.wilayah import nama_wilayah

BATAS = (
    "pagu", "hari_pendamping", "kelompok_per_kecamatan", "bagian_per_kecamatan",
    "paket_per_kelompok", "ubah_anggapan", "percobaan_acak", "ambang_kokoh",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Permintaan:
    """One question to the planner, hashable.

    `hari` None is no limit on coach days; `wilayah` None is the whole city; `coba` are
    packages tried out in place of those in force (their cost, days and chance). The
    lists that count are those in force on `acuan_pada` (None: on `pada`).
    """

    pada: dt.date
    pagu_rp: int
    hari: float | None = None
    kelompok_per_kecamatan: int = 0
    bagian_per_kecamatan: int = 0
    paket_per_kelompok: int = 2
    wilayah: str | None = None
    wajib: tuple[str, ...] = ()
    jangan: tuple[str, ...] = ()
    coba: tuple[Paket, ...] = ()
    acuan_pada: dt.date | None = None

    @property
    def berlaku(self) -> dt.date:
        """The day whose lists count."""
        return self.acuan_pada or self.pada

    @classmethod
    def default(
        cls,
        acuan: Acuan,
        pada: dt.date,
        pagu_rp: int | None = None,
        acuan_pada: dt.date | None = None,
    ) -> Self:
        """With the limits in force (list `rencana`), and another ceiling if given."""
        b = setting(acuan, acuan_pada or pada)
        return cls(
            pada,
            int(b["pagu"]) if pagu_rp is None else pagu_rp,
            b["hari_pendamping"],
            int(b["kelompok_per_kecamatan"]),
            int(b["bagian_per_kecamatan"]),
            int(b["paket_per_kelompok"]),
            acuan_pada=acuan_pada,
        )


def setting(acuan: Acuan, pada: dt.date) -> dict[str, float]:
    """The limits of the planner in force on a day, by code.

    Raises KeyError when one of them was taken out of the list.
    """
    ada = acuan.pada("rencana", pada)
    return {k: ada[k]["nilai"] for k in BATAS}


def packages(acuan: Acuan, pada: dt.date) -> tuple[Paket, ...]:
    """The packages in force on a day, in the order of the list."""
    return tuple(
        Paket(
            b.kode,
            b.label,
            int(b["biaya_rp"]),
            b["hari"],
            b["peluang"],
            several(b["menutup"]),
            several(b["pelaksana"]),
            several(b["memerlukan"]),
            several(b["tidak_bersama"]),
        )
        for b in acuan.pada("paket", pada).values()
    )


def problem(data: Data, minta: Permintaan) -> Masalah:
    """The question as groups with their gaps, packages and limits.

    Groups outside the place asked for, or without any gap, are no candidates; floors
    hold for each kecamatan that has somebody to help.
    """
    semua = gaps(data, minta.pada, minta.berlaku)
    if minta.wilayah:
        semua = semua[in_place(pd.Index(semua["kode_kelompok"]), minta.wilayah)]
    coba = {p.kode: p for p in minta.coba}
    paket = packages(data.acuan, minta.berlaku)
    masalah = Masalah(
        candidates(semua),
        tuple(coba.get(p.kode, p) for p in paket),
        tuple(
            (b.kode, float(b["bobot"]))
            for b in data.acuan.pada("kekurangan", minta.berlaku).values()
        ),
        Batas(
            minta.pagu_rp,
            minta.hari,
            wajib=tuple(sorted(minta.wajib)),
            jangan=tuple(sorted(minta.jangan)),
            paket_per_kelompok=minta.paket_per_kelompok,
        ),
    )
    return _with_floors(masalah, minta)


def _with_floors(masalah: Masalah, minta: Permintaan) -> Masalah:
    bisa = [
        c
        for c in masalah.calon
        if c.kode not in minta.jangan and masalah.options(c.kekurangan)
    ]
    kelompok, bagian = floors(
        bisa, minta.kelompok_per_kecamatan, minta.bagian_per_kecamatan
    )
    batas = replace(masalah.batas, lantai_kelompok=kelompok, lantai_bagian=bagian)
    return replace(masalah, batas=batas)


def candidates(kekurangan: pd.DataFrame) -> tuple[Calon, ...]:
    """The groups of a work list (rows of `gaps`) with all their gaps."""
    hasil: dict[str, Calon] = {}
    kolom = ["kode_kelompok", "nama_kelompok", "kode_wilayah", "kekurangan"]
    for kode, nama, wilayah, gap in kekurangan[kolom].itertuples(index=False):
        lama = hasil.get(kode) or Calon(kode, nama, wilayah, ())
        hasil[kode] = replace(lama, kekurangan=(*lama.kekurangan, gap))
    return tuple(hasil.values())


def words(minta: Permintaan) -> str:
    """The place that was asked for, in words.

    >>> words(Permintaan(dt.date(2026, 9, 30), 0, wilayah="35.74.03"))
    'Kecamatan Mayangan'
    """
    return nama_wilayah(minta.wilayah) if minta.wilayah else "Seluruh kota"
