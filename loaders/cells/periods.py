"""What people call a reporting period -> Periode."""

import re
from functools import lru_cache

from loaders.cells.dates import BULAN
from loaders.cells.numbers import fold_text
from reference.periode import Periode

_TAHUN = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_NOMOR = r"\s*(?:ke)?\s*(iv|i{1,3}|[1-4])(?![a-z0-9])"
_TRIWULAN = re.compile(rf"\b(?:triwulan|triw|tri|tw|kuartal|kwartal|q){_NOMOR}")
_SEMESTER = re.compile(rf"\b(?:semester|smt|sem|smst){_NOMOR}")
_KATA = re.compile(r"[a-z]+")
_TANDA = re.compile(r"[^\w]+")
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_KATA_ISI = {
    "bulan",
    "tahun",
    "thn",
    "th",
    "s",
    "d",
    "sd",
    "sampai",
    "dengan",
    "periode",
}


def read_period(isi: object) -> Periode | None:
    """The period that a cell names, or None.

    >>> str(read_period("TW III Tahun 2026")), str(read_period("Semester 1 / 2026"))
    ('2026-T3', '2026-S1')
    >>> str(read_period("Juli s.d. September 2026")), str(read_period("Maret 2026"))
    ('2026-T3', '2026-B03')
    """
    return _read_text(isi) if isinstance(isi, str) else None


@lru_cache(maxsize=256)
def _read_text(teks: str) -> Periode | None:
    try:
        return Periode.parse(teks)
    except ValueError:
        return _read_words(_TANDA.sub(" ", fold_text(teks)))


def _read_words(teks: str) -> Periode | None:
    tahun = set(_TAHUN.findall(teks))
    if len(tahun) != 1:
        return None
    angka = int(tahun.pop())
    for pola, irama, banyak in ((_TRIWULAN, "triwulan", 4), (_SEMESTER, "semester", 2)):
        if cocok := pola.search(teks):
            nomor = _ROMAWI.get(cocok[1]) or int(cocok[1])
            return Periode(angka, irama, nomor) if nomor <= banyak else None
    return _read_months(_KATA.findall(teks), angka)


def _read_months(kata: list[str], tahun: int) -> Periode | None:
    bulan = [BULAN[k] for k in kata if k in BULAN]
    if not bulan or any(k not in BULAN and k not in _KATA_ISI for k in kata):
        return None
    if len(bulan) == 1:
        return Periode(tahun, "bulan", bulan[0])
    awal, akhir = bulan[0], bulan[-1]
    for irama, panjang in (("triwulan", 3), ("semester", 6)):
        if akhir - awal == panjang - 1 and awal % panjang == 1:
            return Periode(tahun, irama, akhir // panjang)
    return None
