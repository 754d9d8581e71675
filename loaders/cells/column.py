"""The cells of one column as values of its variable, with what is wrong in them."""

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

from loaders.cells.choice_cells import read_choices
from loaders.cells.date_cells import read_dates
from loaders.cells.number_cells import read_numbers
from loaders.cells.numbers import KOSONG, TIDAK_BERLAKU, word
from loaders.cells.personal import mask
from loaders.cells.terbaca import KolomTerbaca, Masalah, error, plain_text
from loaders.formats.grid import ErrorCell
from reference.kosakata import variables

_KATA_PALING_PANJANG = 16


def _texts(telepon: bool, sel: Sequence[object], hasil: KolomTerbaca) -> None:
    for urut, isi in enumerate(sel):
        if isi == "":
            hasil.nilai.append(None)
            continue
        if isinstance(isi, ErrorCell):
            hasil.masalah.append(error(urut, isi))
            hasil.nilai.append(None)
            continue
        bersih, apa = _clean_text(plain_text(isi), telepon)
        hasil.nilai.append(bersih)
        if apa == TIDAK_BERLAKU:
            hasil.tidak_berlaku.append(urut)
        elif apa:
            hasil.masalah.append(Masalah(urut, apa, ""))


@lru_cache(maxsize=4096)
def _clean_text(teks: str, telepon: bool) -> tuple[str | None, str]:
    """A text without personal data, and what was seen in it ("" for nothing)."""
    kata = word(teks.casefold()) if len(teks) < _KATA_PALING_PANJANG else None
    if kata and kata.keadaan in (KOSONG, TIDAK_BERLAKU):
        return None, TIDAK_BERLAKU if kata.keadaan == TIDAK_BERLAKU else ""
    bersih = mask(teks, telepon=telepon)
    return bersih, "" if bersih == teks else "sel_pribadi"


def read_cells(
    tipe: str, nama: str, sel: Sequence[object], *, hari_ini: dt.date
) -> KolomTerbaca:
    """The cells of one column as values.

    `tipe` is the type of a variable (`nama` its name), or langkah (the status of a
    step) or nomor (a document number).
    """
    hasil = KolomTerbaca([], [], [])
    if tipe in ("integer", "decimal"):
        read_numbers(variables()[nama], sel, hasil)
    elif tipe in ("choice", "score", "boolean", "langkah"):
        read_choices(nama if tipe != "langkah" else "langkah", sel, hasil)
    elif tipe == "date":
        read_dates(sel, hasil, hari_ini=hari_ini)
    else:
        _texts(tipe != "nomor", sel, hasil)
    return hasil
