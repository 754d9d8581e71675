"""What people write in a date cell: a day, an incomplete date, or no date at all."""

import datetime as dt
import re
from typing import NamedTuple

from loaders.cells.numbers import KOSONG, TIDAK_BERLAKU, fold_text, word

TANGGAL = "tanggal"
TIDAK_LENGKAP = "tidak_lengkap"
BUKAN_TANGGAL = "bukan_tanggal"

_NAMA_BULAN = (
    "januari jan january", "februari pebruari feb peb february", "maret mar mrt march",
    "april apr", "mei may", "juni jun june", "juli jul july",
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

_HARI = re.compile(r"^(?:[a-z' ]+,|(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)) *")
_TAHUN_DULU = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]00:00(?::00)?)?")
_HARI_DULU = re.compile(r"(\d{1,2}) ?[-/. ] ?(\d{1,2}|[a-z]+)\.? ?[-/. ] ?(\d{4})")
_TANPA_HARI = re.compile(
    r"(?:(?:tahun|thn|th)\.? ?)?\d{4}|(?:[a-z]+|\d{1,2})[-/. ]+\d{4}"
    r"|\d{1,2}[-/. ]+(?:\d{1,2}|[a-z]+)[-/. ]+\d{2}"
)


class HasilTanggal(NamedTuple):
    """What one cell turned out to be, and the day if it is one."""

    keadaan: str
    hari: dt.date | None = None


def _day(tahun: str, bulan: str, hari: str) -> dt.date | None:
    nomor = int(bulan) if bulan.isdecimal() else BULAN.get(bulan, 0)
    try:
        return dt.date(int(tahun), nomor, int(hari))
    except ValueError:
        return None


def read_date(isi: object) -> HasilTanggal:
    """One cell as a date: Excel's own, or written day first.

    A bare year, a month with a year or a year of two digits is incomplete: no day is
    made up for it.

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
        lengkap = 1900 <= isi <= 2100 and float(isi).is_integer()
        return HasilTanggal(TIDAK_LENGKAP if lengkap else BUKAN_TANGGAL)
    if not isinstance(isi, str):
        return HasilTanggal(BUKAN_TANGGAL)
    teks = fold_text(isi).lstrip("'")
    kata = word(teks)
    if kata:
        keadaan = kata.keadaan if kata.keadaan in (KOSONG, TIDAK_BERLAKU) else KOSONG
        return HasilTanggal(keadaan)
    return _read_text(_HARI.sub("", teks))


def _read_text(teks: str) -> HasilTanggal:
    hari = None
    if cocok := _TAHUN_DULU.fullmatch(teks):
        hari = _day(*cocok.groups())
    elif cocok := _HARI_DULU.fullmatch(teks):
        hari = _day(cocok[3], cocok[2], cocok[1])
    elif _TANPA_HARI.fullmatch(teks):
        return HasilTanggal(TIDAK_LENGKAP)
    return HasilTanggal(TANGGAL, hari) if hari else HasilTanggal(BUKAN_TANGGAL)
