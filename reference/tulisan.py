"""How numbers, money and dates are written for an Indonesian reader."""

import datetime as dt
import math
from collections.abc import Sequence
from functools import cache
from unicodedata import category
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, parse_pattern

LOCALE = "id_ID"
_LOKAL = Locale.parse(LOCALE)
WIB = ZoneInfo("Asia/Jakarta")
BELUM_ADA = "belum ada data"
_TAK_TERBACA = 10**21
_TEPAT = 2**53
_TAK_TAMPAK = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


@cache
def _pola(desimal: int) -> NumberPattern:
    # parsing the pattern again for each number took six times the formatting
    return parse_pattern("#,##0" + ("." + "0" * desimal if desimal else ""))


def is_missing(value: object) -> bool:
    """Whether a value stands for "not reported" (None, NaN, NaT or NA)."""
    if value is None:
        return True
    if isinstance(value, float):
        return math.isnan(value)
    return type(value).__name__ in ("NAType", "NaTType")


def angka(value: float | None, desimal: int = 0) -> str:
    """A number with Indonesian separators; missing is said, never zero.

    >>> angka(1234.5, 1), angka(1234567), angka(None)
    ('1.234,5', '1.234.567', 'belum ada data')
    >>> angka(5e200), angka(-(10**400))
    ('5 × 10^200', '-1 × 10^400')
    """
    if value is None or is_missing(value):
        return BELUM_ADA
    if abs(value) >= _TAK_TERBACA:
        return _huge(value)
    biasa = isinstance(value, int | float) and abs(value) < _TEPAT
    if biasa and not desimal and value == int(value):
        # what Babel writes too, forty times as fast
        return f"{int(value):,}".replace(",", ".")
    if not desimal and (isinstance(value, int) or float(value).is_integer()):
        # The same as below at a tenth of its cost, and most numbers are whole.
        return f"{int(value):,}".replace(",", ".")
    teks = _pola(desimal).apply(value, _LOKAL)
    return teks[1:] if teks.strip("-0,.") == "" and teks.startswith("-") else teks


def _huge(value: float) -> str:
    """A number that nobody counts in, by its first digits and its size."""
    if isinstance(value, float) and math.isinf(value):
        return "tak terhingga"
    pangkat = math.floor(math.log10(abs(value)))
    depan = f"{value / 10**pangkat:.3g}".replace(".", ",")
    return f"{depan} × 10^{pangkat}"


def rupiah(value: float | None) -> str:
    """Whole rupiah, never rounded to millions: small sums stay visible.

    >>> rupiah(250000), rupiah(-1500), rupiah(None)
    ('Rp 250.000', '-Rp 1.500', 'belum ada data')
    """
    if value is None or is_missing(value):
        return BELUM_ADA
    teks = "Rp " + angka(abs(value))
    return "-" + teks if value < -0.5 else teks


def persen(value: float | None, desimal: int = 1) -> str:
    """A percentage that is already in hundredths.

    >>> persen(12.34)
    '12,3 %'
    """
    return BELUM_ADA if is_missing(value) else f"{angka(value, desimal)} %"


def bernilai(value: float | None, satuan: str) -> str:
    """A value in its unit, as a reader expects it.

    >>> bernilai(250000, "Rp"), bernilai(81.27, "%"), bernilai(12, "orang")
    ('Rp 250.000', '81,3 %', '12 orang')
    """
    if value is None or is_missing(value):
        return BELUM_ADA
    if satuan == "Rp":
        return rupiah(value)
    if satuan == "%":
        return persen(value)
    bulat = float(value).is_integer()
    return f"{angka(value, 0 if bulat else 1)} {satuan}".strip()


def rentang(bawah: float, atas: float, satuan: str) -> str:
    """From one value to another, the unit once.

    >>> rentang(250000, 1400000, "Rp"), rentang(6.94, 10.4, "%"), rentang(8, 12, "kali")
    ('Rp 250.000–1.400.000', '6,9–10,4 %', '8–12 kali')
    >>> rentang(-1500, 300, "Rp")
    '-Rp 1.500 sampai Rp 300'
    """
    dari, sampai = bernilai(bawah, satuan), bernilai(atas, satuan)
    if dari.startswith("-"):
        return f"{dari} sampai {sampai}"
    if satuan == "Rp":
        return f"{dari}–{sampai.removeprefix('Rp ')}"
    return f"{dari.removesuffix(f' {satuan}')}–{sampai}"


def tanggal(value: dt.date | None, *, singkat: bool = False) -> str:
    """A date with Indonesian month names.

    >>> tanggal(dt.date(2022, 9, 20)), tanggal(dt.date(2022, 8, 1), singkat=True)
    ('20 September 2022', '1 Agu 2022')
    """
    if is_missing(value):
        return BELUM_ADA
    return format_date(value, "d MMM y" if singkat else "d MMMM y", locale=LOCALE)


def waktu(value: dt.datetime) -> str:
    """A moment in western Indonesian time.

    >>> waktu(dt.datetime(2026, 10, 9, 3, 5, tzinfo=dt.timezone.utc))
    '9 Oktober 2026 pukul 10.05 WIB'
    """
    lokal = value.astimezone(WIB)
    return f"{tanggal(lokal.date())} pukul {lokal:%H.%M} WIB"


def hari_ini() -> dt.date:
    """Today in Probolinggo."""
    return dt.datetime.now(WIB).date()


def daftar(items: Sequence[str], paling_banyak: int = 0) -> str:
    """A list in a sentence.

    >>> daftar(["Jati", "Pilang", "Mayangan"])
    'Jati, Pilang, dan Mayangan'
    >>> daftar(["Jati", "Pilang", "Mayangan"], paling_banyak=2)
    'Jati, Pilang, dan 1 lainnya'
    """
    items = list(items)
    if paling_banyak and len(items) > paling_banyak:
        sisa = len(items) - paling_banyak
        items = [*items[:paling_banyak], f"{sisa} lainnya"]
    if len(items) <= 2:
        return " dan ".join(items)
    return ", ".join(items[:-1]) + ", dan " + items[-1]


def tampak(teks: str) -> str:
    """A text of somebody else without what cannot be seen: control and direction marks.

    They would break a database, move a terminal's cursor, or show letters in an order
    in which they do not stand.

    >>> tampak("Mel\\x00ati\\u202e"), tampak("baris satu\\nbaris dua")
    ('Melati', 'baris satu\\nbaris dua')
    """
    if teks.isprintable():
        return teks
    return "".join(h for h in teks if h in "\t\n\r" or category(h) not in _TAK_TAMPAK)
