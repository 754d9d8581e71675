"""What may stand in a form: known groups to prefill, and values to fill in."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

Nilai = int | float | str | bool | dt.date | None
Langkah = tuple[str, dt.date | None, str]
"""Status, date and document number of one step, as written in the form."""


@dataclass(frozen=True, slots=True)
class KelompokLama:
    """A group that the registry knows, as it closed its last period.

    `nilai` holds its last reported values by variable, `langkah` its steps by code.
    """

    kode: str
    nama: str
    nilai: Mapping[str, Nilai] = field(default_factory=dict)
    langkah: Mapping[str, Langkah] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IsianKelompok:
    """One filled row, over all sheets.

    A variable absent from `nilai` keeps what the form prefilled; None empties it.
    Text is written as it is, so that typing habits can be reproduced.
    """

    kode: str
    nama: str
    nilai: Mapping[str, Nilai] = field(default_factory=dict)
    langkah: Mapping[str, Langkah] = field(default_factory=dict)
    catatan: str = ""
    catatan_keuangan: str = ""


@dataclass(frozen=True, slots=True)
class KolomTambahan:
    """A column of the office's own, put before the column of a variable."""

    lembar: str
    judul: str
    sebelum: str
    isi: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Perubahan:
    """What an office changed in the form's shape before filling it in.

    `judul_tambahan` are title rows put above a sheet, `kolom` columns added, `pindah`
    (sheet, variable, variable before which it now stands).
    """

    judul_tambahan: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kolom: tuple[KolomTambahan, ...] = ()
    pindah: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class IsianFormulir:
    """A whole filled form: kelurahan-level values, groups, activities, remarks.

    `kelurahan` is the name as typed; empty keeps the official one.
    """

    kelompok: tuple[IsianKelompok, ...] = ()
    nilai: Mapping[str, Nilai] = field(default_factory=dict)
    kegiatan: tuple[Mapping[str, Nilai], ...] = ()
    kelurahan: str = ""
    catatan: str = ""
    perubahan: Perubahan = field(default_factory=Perubahan)
