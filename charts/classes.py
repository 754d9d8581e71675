"""Class breaks of a map: the same in every period, round, with the goal among them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from charts.theme import BERLAWANAN, BERURUT, DASAR
from charts.ticks import short

_KUANTIL = (0.2, 0.4, 0.6, 0.8)
_BULAT = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


@dataclass(frozen=True, slots=True)
class Kelas:
    """One class: its words, its colour, its hatch (a second cue, may be empty)."""

    label: str
    warna: str
    pola: str = ""


@dataclass(frozen=True, slots=True)
class Klasifikasi:
    """Classes from low to high; `batas` are the lower ends of all but the first.

    With `nol`, the first class holds exactly zero, so that nothing and none differ.
    """

    kelas: tuple[Kelas, ...]
    batas: tuple[float, ...]
    nol: bool = False

    def index(self, value: float) -> int:
        """The class of a value.

        >>> k = classify([0, 10, 20, 30, 40, 50], "orang")
        >>> [k.kelas[k.index(v)].label for v in (0, 10, 50)]
        ['0', '1 – 19', '40 ke atas']
        """
        if self.nol and value == 0:
            return 0
        return sum(value >= b for b in self.batas) + self.nol


def nice(value: float) -> float:
    """A round number near a value, by its first two digits.

    >>> nice(1_234_567), nice(0.37), nice(-18)
    (1200000.0, 0.4, -20.0)
    """
    if value == 0:
        return 0.0
    pangkat = 10.0 ** math.floor(math.log10(abs(value)))
    dekat = min(_BULAT, key=lambda m: abs(m * pangkat - abs(value)))
    return math.copysign(dekat * pangkat, value)


def classify(
    values: Sequence[float], satuan: str, *, tujuan: float | None = None
) -> Klasifikasi:
    """Classes for all values an indicator ever had, in every period and place.

    About a fifth of the values in each class, at round breaks; `tujuan` (the goal
    line) replaces the nearest break. When values lie on both sides of zero the scale
    diverges around "no change" and the classes below it are hatched.
    """
    ada = pd.Series(list(values), dtype="float64").dropna()
    if len(ada) and ada.min() < 0 < ada.max():
        return _diverging(ada, satuan)
    nol = bool(len(ada)) and bool((ada == 0).any())
    isi = ada[ada != 0] if nol else ada
    batas = sorted({nice(float(q)) for q in isi.quantile(list(_KUANTIL)).dropna()})
    if tujuan is not None and batas:
        dekat = min(batas, key=lambda b: abs(b - tujuan))
        batas = sorted({*(b for b in batas if b != dekat), tujuan})
    batas = [b for b in batas if isi.min() < b <= isi.max()]
    warna = BERURUT[-(len(batas) + 1) :]
    hitungan = satuan not in ("Rp", "%") and bool((isi % 1 == 0).all())
    label = _words(batas, satuan, hitungan=hitungan)
    kelas = [Kelas(kata, w) for kata, w in zip(label, warna, strict=True)]
    if nol and ada.min() >= 0:
        return Klasifikasi((Kelas("0", DASAR), *kelas), tuple(batas), nol=True)
    return Klasifikasi(tuple(kelas), tuple(batas))


def _diverging(ada: pd.Series, satuan: str) -> Klasifikasi:
    besar = nice(float(ada.abs().quantile(0.75))) or nice(float(ada.abs().max()))
    kecil = nice(besar / 5)
    batas = [-besar, -kecil, kecil, besar]
    pola = ("-", "-", "", "", "")
    kelas = tuple(
        Kelas(label, w, p)
        for label, w, p in zip(_words(batas, satuan), BERLAWANAN, pola, strict=True)
    )
    return Klasifikasi(kelas, tuple(batas))


def _words(batas: Sequence[float], satuan: str, *, hitungan: bool = False) -> list[str]:
    """Words of the classes; whole counts (from 1) end one below the next class."""
    if not batas:
        return ["semua nilai"]
    mulai = [short(b, satuan) for b in batas]
    sampai = [short(b - 1, satuan) for b in batas] if hitungan else mulai
    if hitungan:
        mulai = ["1", *mulai]
    else:
        awal = f"di bawah {mulai[0]}"
    pasangan = zip(mulai, sampai if hitungan else sampai[1:], strict=False)
    tengah = [a if a == b else f"{a} – {b}" for a, b in pasangan]
    akhir = f"{mulai[-1]} ke atas"
    return [*tengah, akhir] if hitungan else [awal, *tengah, akhir]
