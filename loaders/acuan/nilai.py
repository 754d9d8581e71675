"""What stands in one cell of a list of rules, as the value of its column."""

import datetime as dt

from loaders.cells.choice_cells import fold_choice
from loaders.cells.dates import TANGGAL, read_date
from loaders.cells.numbers import ANGKA, KOSONG, read_column
from loaders.cells.personal import mask
from loaders.cells.terbaca import plain_text
from loaders.formats.grid import ErrorCell
from reference.acuan import Kolom, Nilai

_YA = {"ya": True, "y": True, "true": True, "benar": True, "v": True}
_TIDAK = {"tidak": False, "t": False, "false": False, "bukan": False, "-": False}


class TidakTerbacaError(ValueError):
    """A cell that holds nothing of its kind; says why, as half a sentence."""


def read_value(k: Kolom, isi: object) -> Nilai:
    """The value of a cell; None for a blank one.

    Raises TidakTerbacaError, with a reason for people, when it does not fit.
    """
    if isinstance(isi, ErrorCell):
        raise TidakTerbacaError("berisi rumus yang rusak atau belum dihitung")
    teks = plain_text(isi)
    if not teks:
        nilai: Nilai = None
    elif k.jenis == "ya_tidak":
        nilai = read_yes(isi)
    elif k.jenis in ("angka", "rupiah", "bagian"):
        nilai = _number(k, isi)
    elif k.jenis == "pilihan":
        pilihan = {fold_choice(p): p for p in k.pilihan}
        nilai = pilihan.get(fold_choice(teks), teks)
    else:
        nilai = mask(teks)
    if sebab := k.fault(nilai):
        raise TidakTerbacaError(sebab)
    return nilai


def read_yes(isi: object) -> bool:
    """A yes or a no; raises TidakTerbacaError for anything else."""
    if isinstance(isi, bool):
        return isi
    jawab = {**_YA, **_TIDAK}.get(plain_text(isi).casefold())
    if jawab is None:
        raise TidakTerbacaError("harus ya atau tidak")
    return jawab


def read_day(isi: object) -> dt.date | None:
    """A day; None for a blank cell; raises TidakTerbacaError for anything else."""
    if isinstance(isi, ErrorCell):
        raise TidakTerbacaError("berisi rumus yang rusak atau belum dihitung")
    hasil = read_date(isi)
    if hasil.keadaan == KOSONG:
        return None
    if hasil.keadaan != TANGGAL or hasil.hari is None:
        raise TidakTerbacaError("harus tanggal lengkap, misalnya 31/12/2026")
    return hasil.hari


def _number(k: Kolom, isi: object) -> Nilai:
    persen = isinstance(isi, str) and k.jenis == "bagian" and isi.rstrip().endswith("%")
    sel = isi.rstrip().rstrip("%") if isinstance(isi, str) and persen else isi
    satuan = "Rp" if k.jenis == "rupiah" else ""
    (hasil,) = read_column([sel], bulat=k.jenis == "rupiah", satuan=satuan)
    if hasil.keadaan == KOSONG:
        return None
    if hasil.keadaan != ANGKA or hasil.nilai is None:
        raise TidakTerbacaError("harus berupa angka")
    return hasil.nilai / 100 if persen else hasil.nilai
