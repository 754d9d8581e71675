"""What people call a reporting period -> Periode."""

import datetime as dt
import re
from functools import lru_cache

from loaders.cells.dates import BULAN, read_date
from loaders.cells.numbers import fold_text
from reference.periode import Periode

_TAHUN = re.compile(r"20[0-9]{2}")
_TAHUN_PENDEK = re.compile(r"[0-9]{2}")
_KATA = re.compile(r"[a-z]+|[0-9]+")
_BUKAN_PERIODE = re.compile(r"\bup2-?k\b")
_TRIWULAN = ("triwulan", "triw", "tri", "tw", "kuartal", "kwartal", "q", "t")
_SEMESTER = ("semester", "smt", "sem", "smst", "smtr", "s")
_IRAMA = dict.fromkeys(_TRIWULAN, "triwulan") | dict.fromkeys(_SEMESTER, "semester")
_SATU_HURUF = {"q", "t", "s"}
_URUTAN = ("i 1 01 pertama kesatu satu", "ii 2 02 kedua dua", "iii 3 03 ketiga tiga",
           "iv 4 04 keempat empat")  # fmt: skip
_NOMOR = {k: n for n, kata in enumerate(_URUTAN, start=1) for k in kata.split()}
_KATA_ISI = {"bulan", "tahun", "thn", "th", "periode", "laporan",
             "s", "d", "sd", "sampai", "dengan", "hingga"}  # fmt: skip
_KATA_TAHUN = {"tahun", "thn", "th", "ta", "buku", "anggaran", "periode", "laporan"}
_AKHIR = re.compile(
    r"^(?:(?:per|posisi|keadaan|s\.?/?d\.?|sampai(?: dengan)?|hingga|akhir|tanggal|tgl"
    r"|bulan)\b[ .:]*)+"
)
_BULAN_TAHUN = re.compile(r"([a-z]+)[ .,/-]*(20[0-9]{2})")


def read_period(isi: object) -> Periode | None:
    """The period that a cell names, or None.

    >>> str(read_period("TW III Tahun 2026")), str(read_period("Semester 1 / 2026"))
    ('2026-T3', '2026-S1')
    >>> str(read_period("Juli s.d. September 2026")), str(read_period("Maret 2026"))
    ('2026-T3', '2026-B03')
    >>> str(read_period("triwulan September 2013"))
    '2013-T3'
    """
    return _read_text(isi) if isinstance(isi, str) else None


def read_period_end(isi: object, irama: str) -> Periode | None:
    """The period of a rhythm that ends on the day of a cell, or with the month.

    A month alone says no end: only `per`, `s/d` and the like make it one.

    >>> str(read_period_end("per 30 Juni 2026", "triwulan"))
    '2026-T2'
    >>> str(read_period_end("s/d Des 2022", "semester"))
    '2022-S2'
    >>> read_period_end("per 15 Juni 2026", "triwulan") is None
    True
    """
    hari = _last_day(isi)
    if hari is None or hari.year < 2000:
        return None
    p = Periode.containing(hari, irama)
    return p if p.end == hari else None


def only_year(isi: str) -> bool:
    """Whether a text names a year and no more.

    >>> only_year("Tahun Buku 2023"), only_year("TA 2022"), only_year("TW I 2022")
    (True, True, False)
    """
    kata = _KATA.findall(fold_text(isi))
    tahun = [k for k in kata if _TAHUN.fullmatch(k)]
    return len(tahun) == 1 and all(k in _KATA_TAHUN for k in kata if k not in tahun)


def _last_day(isi: object) -> dt.date | None:
    if not isinstance(isi, str):
        return read_date(isi).hari
    semua = fold_text(isi)
    teks = _AKHIR.sub("", semua)
    cocok = _BULAN_TAHUN.fullmatch(teks)
    if cocok and cocok[1] in BULAN and teks != semua:
        return Periode(int(cocok[2]), "bulan", BULAN[cocok[1]]).end
    return read_date(teks).hari


@lru_cache(maxsize=256)
def _read_text(teks: str) -> Periode | None:
    try:
        return Periode.parse(teks)
    except ValueError:
        rapi = _BUKAN_PERIODE.sub("", fold_text(teks)).replace("tri wulan", "tw")
        return _read_words(_KATA.findall(rapi))


def _read_words(kata: list[str]) -> Periode | None:
    bertahun = {k for k in kata if _TAHUN.fullmatch(k)}
    irama = _rhythms(kata)
    if len(irama) == 1 and not bertahun and len(kata) == 3:
        bertahun = {k for k in kata[2:] if _TAHUN_PENDEK.fullmatch(k)}
        kata = kata[:2]
    if len(bertahun) != 1 or len(irama) > 1:
        return None
    tahun = 2000 + int(bertahun.pop()) % 100
    sisa = [k for k in kata if not _TAHUN.fullmatch(k)]
    if irama:
        return _numbered(sisa, tahun, irama.pop())
    return _read_months(sisa, tahun)


def _rhythms(kata: list[str]) -> set[str]:
    """The rhythms that words name; a single letter counts only before its number."""
    return {
        _IRAMA[k]
        for k, lanjut in zip(kata, [*kata[1:], ""], strict=False)
        if k in _IRAMA and (k not in _SATU_HURUF or lanjut in ("1", "2", "3", "4"))
    }


def _numbered(kata: list[str], tahun: int, irama: str) -> Periode | None:
    """A quarter or half-year by its number, else by the month with which it ends."""
    nomor = {_NOMOR[k] for k in kata if k in _NOMOR}
    bulan = [BULAN[k] for k in kata if k in BULAN]
    panjang = 3 if irama == "triwulan" else 6
    if not nomor and len(bulan) == 1 and bulan[0] % panjang == 0:
        nomor = {bulan[0] // panjang}
    if len(nomor) != 1 or max(nomor) * panjang > 12:
        return None
    p = Periode(tahun, irama, nomor.pop())
    lain = [k for k in kata if k.isdecimal() and k not in _NOMOR]
    if any(int(k) != p.end.day for k in lain):
        return None
    cocok = all(p.start.month <= b <= p.end.month for b in bulan)
    return p if cocok else None


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
