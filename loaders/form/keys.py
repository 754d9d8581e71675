"""By what a row says which group it is about."""

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.cells.numbers import word
from loaders.cells.personal import mask
from loaders.cells.terbaca import plain_text
from loaders.form.match import Cocok
from loaders.formats.grid import ErrorCell

_AWALAN = re.compile(r"^(?:kelompok|klp|poklak|up2k)\b[\s.:]*")
_KATA_PALING_PANJANG = 16
_BUKAN_HURUF = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Kunci:
    """By what one row says which group it is about."""

    i: int
    nomor: str
    kode: str
    nama: str


@lru_cache(maxsize=4096)
def fold_nama(nama: str) -> str:
    """A group's name without case, punctuation and the word "kelompok".

    >>> fold_nama("Kelompok MELATI-1") == fold_nama("melati 1")
    True
    """
    return _BUKAN_HURUF.sub("", _AWALAN.sub("", nama.casefold().strip()))


def _key_text(isi: object) -> str:
    # An xls gives the text of a formula as the number 0.
    if isi == "" or isi == 0 or isinstance(isi, ErrorCell):
        return ""
    return _clean_key(plain_text(isi))


@lru_cache(maxsize=4096)
def _clean_key(teks: str) -> str:
    kata = word(teks.casefold()) if len(teks) < _KATA_PALING_PANJANG else None
    return "" if kata else mask(teks)


def read_keys(cocok: Cocok, rows: list[int]) -> list[Kunci]:
    """By what each of some rows (indexes in the grid) is known."""
    letak = {k.nama: j for j, k in cocok.kepala.kolom.items() if k.peran == "kunci"}
    nomor, kode = cocok.kepala.nomor, letak.get("kode_kelompok")
    nama = letak.get("nama_kelompok")
    hasil = []
    for i in rows:
        baris = cocok.grid.rows[i]
        hasil.append(
            Kunci(
                i,
                "" if nomor is None else plain_text(baris[nomor]),
                "" if kode is None else _key_text(baris[kode]),
                "" if nama is None else _key_text(baris[nama]),
            )
        )
    return hasil


def place_of(cocok: Cocok, k: Kunci) -> str:
    """The cell that names the group of a row, else its first cell with content."""
    for nama, isi in (("nama_kelompok", k.nama), ("kode_kelompok", k.kode)):
        for j, kolom in cocok.kepala.kolom.items():
            if isi and kolom.nama == nama:
                return cocok.grid.sel(k.i, j)
    baris = cocok.grid.rows[k.i]
    terisi = [j for j, s in enumerate(baris) if s != "" and j != cocok.kepala.nomor]
    return cocok.grid.sel(k.i, terisi[0] if terisi else 0)
