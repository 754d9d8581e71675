"""What people write in a date cell: a day, an incomplete date, or no date at all."""

import datetime as dt
import re
from typing import NamedTuple

from loaders.cells.numbers import KOSONG, TIDAK_BERLAKU, fold_text, word

TANGGAL = "tanggal"
TIDAK_LENGKAP = "tidak_lengkap"
BUKAN_TANGGAL = "bukan_tanggal"

TANPA_TAHUN = "tanpa tahun"
TAHUN_DUA_ANGKA = "tahun dua angka"
NOMOR_HARI = "nomor hari"

_NAMA_BULAN = (
    "januari jan january", "februari pebruari febuari feb peb february",
    "maret mar mrt march", "april apr", "mei may", "juni jun june", "juli jul july",
    "agustus agt agu ags agst aug august", "september sept sep",
    "oktober okt october oct", "november nopember nov nop",
    "desember desenber des december dec",
)  # fmt: skip
BULAN = {
    nama: nomor
    for nomor, semua in enumerate(_NAMA_BULAN, start=1)
    for nama in semua.split()
}
"""The number of every month by the names and short names that people write."""

_HARI = re.compile(
    r"^(?:[a-z' ]+,|(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\b) *"
)
_KATA_TANGGAL = re.compile(r"^(?:tanggal|tgl)\b[. :]*")
_JAM = re.compile(
    r"(?:(?<=[0-9])t|[ ,]+)(?:pukul |jam )?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?$"
)
_TAHUN_DULU = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_SELA = r" ?[-/., ] ?"
_HARI_BULAN = rf"([0-9]{{1,2}}){_SELA}([0-9]{{1,2}}|[a-z]+)\.?"
_HARI_DULU = re.compile(rf"{_HARI_BULAN}{_SELA}([0-9]{{4}})")
_HARI_DULU_DUA = re.compile(rf"{_HARI_BULAN}{_SELA}'?([0-9]{{2}})")
_HARI_SAJA = re.compile(r"([0-9]{1,2}) ?[-/ ] ?([0-9]{1,2}|[a-z]+)\.?")
_BULAN_SAJA = re.compile(r"([a-z]+)(?:[-/. ]+'?[0-9]{2})?")
_TANPA_HARI = re.compile(
    r"(?:(?:tahun|thn|th)\.? ?)?[0-9]{4}|(?:[a-z]+|[0-9]{1,2})[-/. ]+[0-9]{4}"
    r"|[0-9]{4}[-/.](?:0?[1-9]|1[0-2])"
)
_AWAL_EXCEL = dt.date(1899, 12, 30)
_NOMOR_HARI = (20_000, 60_000)  # 1954 to 2064


class HasilTanggal(NamedTuple):
    """What one cell turned out to be, and the day if it is one.

    `sebab` says why it is not: what is missing, or that the cell holds the number of a
    day as Excel counts, with the day that it would be in `dugaan`.
    """

    keadaan: str
    hari: dt.date | None = None
    sebab: str = ""
    dugaan: dt.date | None = None


def _day(tahun: str, bulan: str, hari: str) -> dt.date | None:
    nomor = int(bulan) if bulan.isdecimal() else BULAN.get(bulan, 0)
    try:
        return dt.date(int(tahun), nomor, int(hari))
    except ValueError:
        return None


def _number(isi: float) -> HasilTanggal:
    """A number without a date's format: a bare year, or a day as Excel counts."""
    if 1900 <= isi <= 2100 and float(isi).is_integer():
        return HasilTanggal(TIDAK_LENGKAP)
    if _NOMOR_HARI[0] <= isi <= _NOMOR_HARI[1]:
        dugaan = _AWAL_EXCEL + dt.timedelta(days=int(isi))
        return HasilTanggal(BUKAN_TANGGAL, None, NOMOR_HARI, dugaan)
    return HasilTanggal(BUKAN_TANGGAL)


def read_date(isi: object) -> HasilTanggal:
    """One cell as a date: Excel's own, or written day first.

    A bare year, a month with a year, a day without a year or with a year of two digits
    is incomplete: nothing is made up for it. The number of a day as Excel counts is no
    date, since two ways of counting are in use.

    >>> read_date("31 Agustus 2016").hari, read_date("15-08-2019").hari
    (datetime.date(2016, 8, 31), datetime.date(2019, 8, 15))
    >>> read_date("2016").keadaan, read_date("12/31/2016").keadaan
    ('tidak_lengkap', 'bukan_tanggal')
    """
    if isinstance(isi, dt.datetime):
        return HasilTanggal(TANGGAL, isi.date())
    if isinstance(isi, dt.date):
        return HasilTanggal(TANGGAL, isi)
    if isinstance(isi, int | float) and not isinstance(isi, bool):
        return _number(isi)
    if not isinstance(isi, str):
        return HasilTanggal(BUKAN_TANGGAL)
    teks = fold_text(isi).lstrip("'")
    kata = word(teks)
    if kata:
        keadaan = kata.keadaan if kata.keadaan in (KOSONG, TIDAK_BERLAKU) else KOSONG
        return HasilTanggal(keadaan)
    return _read_text(_bare(teks))


def _bare(teks: str) -> str:
    """A folded text without the day's name, brackets, the word tanggal and the time."""
    teks = _KATA_TANGGAL.sub("", _HARI.sub("", teks)).strip("(). ")
    return _JAM.sub("", teks)


def _read_text(teks: str) -> HasilTanggal:
    hari = None
    if cocok := _TAHUN_DULU.fullmatch(teks):
        hari = _day(*cocok.groups())
    elif cocok := _HARI_DULU.fullmatch(teks):
        hari = _day(cocok[3], cocok[2], cocok[1])
    elif _TANPA_HARI.fullmatch(teks):
        return HasilTanggal(TIDAK_LENGKAP)
    elif (c := _HARI_DULU_DUA.fullmatch(teks)) and _day(f"20{c[3]}", c[2], c[1]):
        return HasilTanggal(TIDAK_LENGKAP, None, TAHUN_DUA_ANGKA)
    elif _without_year(teks):
        return HasilTanggal(TIDAK_LENGKAP, None, TANPA_TAHUN)
    elif teks.isdecimal() and teks.isascii() and len(teks) == 5:
        return _number(int(teks))
    return HasilTanggal(TANGGAL, hari) if hari else HasilTanggal(BUKAN_TANGGAL)


def _without_year(teks: str) -> bool:
    """Whether a text is a day and a month, or a month, and no more."""
    if cocok := _HARI_SAJA.fullmatch(teks):
        return _day("2000", cocok[2], cocok[1]) is not None
    cocok = _BULAN_SAJA.fullmatch(teks)
    return cocok is not None and cocok[1] in BULAN


def month_first(isi: object) -> dt.date | None:
    """The day that a text would be with the month before the day; None if it is none.

    >>> month_first("12/31/2016"), month_first("31/12/2016")
    (datetime.date(2016, 12, 31), None)
    """
    cocok = _HARI_DULU.fullmatch(_bare(fold_text(isi))) if type(isi) is str else None
    if cocok and cocok[2].isdecimal():
        return _day(cocok[3], cocok[1], cocok[2])
    return None
