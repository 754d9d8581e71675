"""The cells of one column of a list, by what its form says that they hold."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache

from loaders.bacaan import Value
from loaders.cells.choice_cells import fold_choice, read_words
from loaders.cells.column import read_cells
from loaders.cells.date_cells import read_dates
from loaders.cells.number_cells import read_numbers
from loaders.cells.terbaca import KolomTerbaca
from reference.daftar import Isian
from reference.kosakata import Variable
from reference.tulisan import angka

_TAHUN_KE_DEPAN = 10
_SATUAN = {"orang": "orang", "rupiah": "Rp", "persen": "%"}
_BUKAN_KODE = re.compile(r"[^a-z0-9]+")
_KODE_TERPANJANG = 40


def code_of(teks: str) -> str:
    """A text as a code.

    >>> code_of(" Kegiatan Lapangan ")
    'kegiatan_lapangan'
    """
    return _BUKAN_KODE.sub("_", teks.casefold()).strip("_")[:_KODE_TERPANJANG]


def read_column(
    kolom: Isian, sel: Sequence[object], *, hari_ini: dt.date
) -> KolomTerbaca:
    """The cells of a column as values, with what is wrong in them.

    Names of places, participants and institutions are still texts.
    """
    if kolom.type == "text" and kolom.tipe != "pilihan":
        return read_cells("text", "", sel, hari_ini=hari_ini)
    hasil = KolomTerbaca([], [], [])
    if kolom.tipe == "pilihan":
        read_words(sel, hasil, _words(kolom), allowed(kolom))
    elif kolom.type == "date":
        jauh = dt.date(hari_ini.year + _TAHUN_KE_DEPAN, 12, 31)
        read_dates(sel, hasil, hari_ini=jauh)
    else:
        read_numbers(_variable(kolom), sel, hasil)
    return hasil


@cache
def _words(kolom: Isian) -> dict[str, str]:
    return {
        fold_choice(tulis): p.nilai
        for p in kolom.pilihan
        for tulis in (p.nilai, p.label, *p.alias)
    }


@cache
def _variable(kolom: Isian) -> Variable:
    """A column of numbers as a variable that cells are read by."""
    return Variable(
        kolom.nama, kolom.judul, _SATUAN.get(kolom.tipe, ""), "arus", "daftar",
        kolom.type, kolom.min, kolom.max, (), kolom.bantuan, "",
    )  # fmt: skip


def allowed(kolom: Isian) -> str:
    """What may be chosen, or between what a number must lie, in words.

    >>> from reference.daftar import forms
    >>> allowed(forms()["penilaian"].head("tingkat"))
    'Kecamatan atau Kota'
    >>> allowed(forms()["penilaian"].head("standar"))
    '0 sampai 100'
    """
    if kolom.pilihan:
        *awal, akhir = [p.label for p in kolom.pilihan]
        return f"{', '.join(awal)}{',' if len(awal) > 1 else ''} atau {akhir}"
    return f"{angka(kolom.min)} sampai {angka(kolom.max)}"


def figure(nilai: float) -> str:
    """A number as findings say it, with decimals only where it has some.

    >>> figure(90.0), figure(70.5)
    ('90', '70,50')
    """
    return angka(nilai, 0 if float(nilai).is_integer() else 2)


def beyond(kolom: Isian, nilai: Value | None) -> bool:
    """Whether a number lies outside what the form allows."""
    if nilai is None or isinstance(nilai, str | dt.date):
        return False
    rendah = kolom.min is not None and nilai < kolom.min
    return rendah or (kolom.max is not None and nilai > kolom.max)
