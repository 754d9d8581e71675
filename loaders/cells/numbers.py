"""What people write in a number cell: a number, nothing, "not applicable", or a doubt.

`1.500` may be 1500 or 1,5, so the style is decided for a whole column, by the cells
that leave no choice. In a column of whole numbers (rupiah, people) a lone `1.500` is
1500: nobody counts people with three decimals. A column that mixes both styles has its
doubtful cells asked about, never guessed.
"""

import math
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from loaders.cells.digits import (
    GARIS,
    INDONESIA,
    Bilangan,
    Tulisan,
    take_apart,
    without_rp,
)

ANGKA = "angka"
KOSONG = "kosong"
TIDAK_BERLAKU = "tidak_berlaku"
BUKAN_ANGKA = "bukan_angka"
RANCU = "rancu"

_NOL = {"nihil", "nol"}
_TIDAK_BERLAKU = {"tidak berlaku", "tdk berlaku", "t.b.", "t.b", "tb", "n/a", "n.a."}
_SPASI = re.compile(r"\s+")
_RAPI = str.maketrans(
    "０１２３４５６７８９．，－（）　", "0123456789.,-() "
) | dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_PALING_PANJANG = 48


class Hasil(NamedTuple):
    """What one cell turned out to be.

    `bacaan` holds both readings of a doubt, the Indonesian one first; in a number
    (ANGKA) it says that the text alone left a doubt, which its column settled.
    """

    keadaan: str
    nilai: int | float | None = None
    bacaan: tuple[int | float, ...] = ()


def _plain(nilai: Bilangan) -> int | float:
    if isinstance(nilai, int):
        return nilai
    return int(nilai) if nilai == nilai.to_integral_value() else float(nilai)


def _leaning(t: Tulisan, bulat: bool) -> str | None:
    """The style that a doubtful whole number leans to: that of its thousands."""
    if not bulat or t.berkali:
        return None
    besar = {gaya: abs(Decimal(nilai)) for gaya, nilai in t.bacaan.items()}
    return max(besar, key=lambda gaya: besar[gaya])


def _styles(tulisan: Iterable[Tulisan | None], bulat: bool) -> set[str]:
    """The styles that a column shows."""
    gaya: set[str | None] = set()
    for t in tulisan:
        if t and t.rancu:
            gaya.add(_leaning(t, bulat))
        elif t and len(t.bacaan) == 1:
            gaya.update(t.bacaan)
    return {g for g in gaya if g}


def _settle(t: Tulisan, gaya: set[str], bulat: bool) -> Hasil:
    """What one cell is worth in a column of those styles."""
    bacaan = t.bacaan
    if not t.rancu:
        return Hasil(ANGKA, _plain(next(iter(bacaan.values()))))
    satu = next(iter(gaya)) if len(gaya) == 1 else None
    condong = _leaning(t, bulat)
    dua = tuple(_plain(n) for n in bacaan.values())
    if satu is None or (condong and condong != satu):
        return Hasil(RANCU, None, dua)
    nilai = _plain(bacaan[satu])
    return Hasil(ANGKA, nilai) if condong == INDONESIA else Hasil(ANGKA, nilai, dua)


def fold_text(nilai: str) -> str:
    """A text without case and with every run of space as one plain space.

    What cannot be seen is left out, and full-width digits become plain ones.

    >>> fold_text(" Rp\u00a01.500\u200b "), fold_text("１５０")
    ('rp 1.500', '150')
    """
    if not nilai.isascii():
        nilai = nilai.translate(_RAPI)
    return _SPASI.sub(" ", nilai).strip().casefold()


def word(teks: str) -> Hasil | None:
    """What a folded text means that stands for no digits, or None.

    Blank and a dash are missing, never zero; nihil and nol are zero.

    >>> word("-").keadaan, word("nihil").nilai, word("n/a").keadaan
    ('kosong', 0, 'tidak_berlaku')
    """
    if not teks.strip(GARIS + "._… "):
        return Hasil(KOSONG)
    if teks in _NOL:
        return Hasil(ANGKA, 0)
    return Hasil(TIDAK_BERLAKU) if teks in _TIDAK_BERLAKU else None


def read_column(
    sel: Sequence[object], *, bulat: bool = True, satuan: str = ""
) -> list[Hasil]:
    """The cells of one column as numbers, in one style; numbers of Excel pass.

    `bulat` says that the column holds whole numbers, `satuan` which unit words may
    stand behind a number. A date, a yes/no or a time is not a number.

    >>> [h.nilai for h in read_column(["Rp 1.500.000,-", "1,5 jt", "(1.500)", 7.0])]
    [None, None, -1500, 7]
    >>> [h.nilai for h in read_column(["Rp 1.500.000,-", "1,5 jt"], satuan="Rp")]
    [1500000, 1500000]
    >>> [h.keadaan for h in read_column(["1.500", "15,000,000.00"])]
    ['rancu', 'angka']
    """
    hasil: list[Hasil | None] = []
    tulisan: list[Tulisan | None] = []
    for isi in sel:
        baca, t = None, None
        if type(isi) is float or type(isi) is int:
            baca = _plain_number(isi)
        elif isinstance(isi, str) and len(isi) <= _PALING_PANJANG:
            teks = fold_text(isi).lstrip("'")
            baca = word(without_rp(teks) if satuan == "Rp" else teks)
            t = None if baca else take_apart(teks, satuan)
        hasil.append(baca)
        tulisan.append(t)
    gaya = _styles(tulisan, bulat)
    return [
        baca or (_settle(t, gaya, bulat) if t else Hasil(BUKAN_ANGKA))
        for baca, t in zip(hasil, tulisan, strict=True)
    ]


def _plain_number(isi: int | float) -> Hasil | None:
    """A number of Excel: whole where it is whole."""
    if isinstance(isi, float) and isi.is_integer():
        return Hasil(ANGKA, int(isi))
    return Hasil(ANGKA, isi) if math.isfinite(isi) else None
