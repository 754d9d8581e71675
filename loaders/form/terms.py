"""The numbers that a printed sum should add up, as they were read or typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.cells.numbers import ANGKA, fold_text, read_column, word
from loaders.form.layout import Kolom
from loaders.form.match import Cocok
from loaders.formats.grid import ErrorCell
from reference.kosakata import variables
from reference.tulisan import bernilai

SEL_TERBACA = (float, str, ErrorCell)
"""The types of cells that may hold a printed sum; a formula without result has none."""


@dataclass(frozen=True, slots=True)
class Isi:
    """What was read of the rows of a table: values by variable, names, by row index."""

    nilai: Mapping[int, Mapping[str, Any]]
    nama: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Suku:
    """One number of a sum: its cell, its value, and whether it was typed as text."""

    i: int
    j: int
    nilai: float
    teks: bool = False


def typed_number(isi: object, satuan: str) -> float | None:
    """A cell of its own as a number, or None when it is none or leaves a doubt.

    >>> typed_number("Rp 1.250.000,-", "Rp"), typed_number("banyak", "Rp")
    (1250000, None)
    """
    if isinstance(isi, bool | ErrorCell) or not isinstance(isi, int | float | str):
        return None
    (hasil,) = read_column([isi], satuan=satuan)
    return hasil.nilai if hasil.keadaan == ANGKA else None


def printed(isi: object, satuan: str) -> float | ErrorCell | None:
    """A printed sum: its number, or the error it shows; None where nothing is said."""
    return isi if type(isi) is ErrorCell else typed_number(isi, satuan)


def may_be_blank(tertulis: float, suku: Sequence[Suku]) -> bool:
    """Whether a printed 0 may be a blank: no plain number stands behind it.

    An xls gives the empty text of a formula as the number 0.
    """
    return not tertulis and not any(s.nilai and not s.teks for s in suku)


def contrast(
    tertulis: float | ErrorCell, hitung: float, satuan: str, apa: str
) -> tuple[str, str, str]:
    """What is printed and what it should be, beside each other: the words and both.

    >>> contrast(20, 21, "orang", "jumlah baris-barisnya")[0]
    'tertulis 20 orang, sedangkan jumlah baris-barisnya 21 orang (selisih 1 orang)'
    """
    harus = bernilai(hitung, satuan)
    if isinstance(tertulis, ErrorCell):
        kalimat = f"berisi rumus rusak ({tertulis}), sedangkan {apa} {harus}"
        return kalimat, str(tertulis), harus
    ada, selisih = (bernilai(n, satuan) for n in (tertulis, abs(hitung - tertulis)))
    kalimat = f"tertulis {ada}, sedangkan {apa} {harus} (selisih {selisih})"
    return kalimat, ada, harus


def term(cocok: Cocok, isi: Isi, i: int, j: int, satuan: str) -> Suku | None:
    """One cell as a number to add: blank counts as 0; None when it cannot be read.

    Nor can one that was mended on screen: the sum was made of what it held before.
    """
    grid = cocok.grid
    if grid.diperbaiki and grid.sel(i, j) in grid.diperbaiki:
        return None
    sel = grid.rows[i][j]
    if sel == "":
        return Suku(i, j, 0)
    if type(sel) is float:
        return Suku(i, j, sel)
    nilai = _read_as(cocok.kepala.kolom[j], sel, isi.nilai.get(i, {}), satuan)
    if nilai is not None:
        return Suku(i, j, nilai, nilai != 0 and isinstance(sel, str))
    kata = word(fold_text(sel)) if type(sel) is str else None
    return Suku(i, j, kata.nilai or 0) if kata else None


def _read_as(
    kolom: Kolom, sel: object, nilai: Mapping[str, Any], satuan: str
) -> float | None:
    if kolom.peran == "otomatis":
        return typed_number(sel, satuan)
    if kolom.nama not in variables():
        return None
    ada = nilai.get(kolom.nama)
    return ada if isinstance(ada, int | float) and not isinstance(ada, bool) else None
