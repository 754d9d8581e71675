"""Class breaks of a map: the same in every period, round, with the goal among them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from charts.theme import BERLAWANAN, BERURUT, DASAR
from charts.ticks import short

_BULAT = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
_CURAM = 4
_BANYAK_TURUN = 0.2


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


def classify(
    values: Sequence[float | None], satuan: str, *, tujuan: float | None = None
) -> Klasifikasi:
    """Classes for all values an indicator ever had, in every period and place.

    About as many values in each, at round breaks; rupiah, which differ by multiples,
    by equal multiples. `tujuan` (the goal line) replaces the nearest break. Where
    values lie on both sides of zero the scale diverges around it, or, when few are
    below, those few are a class of their own; what is below zero is hatched.
    """
    ada = pd.Series(list(values), dtype="float64").dropna()
    hitungan = satuan not in ("Rp", "%") and bool((ada % 1 == 0).all())
    turun = float((ada < 0).mean()) if len(ada) else 0.0
    if turun >= _BANYAK_TURUN and ada.max() > 0:
        return _diverging(ada, satuan, hitungan=hitungan)
    isi = ada[ada > 0] if len(ada) and ada.min() <= 0 < ada.max() else ada
    batas = _breaks(isi, satuan, 4 if turun else 5, hitungan=hitungan)
    if tujuan is not None and batas:
        dekat = min(batas, key=lambda b: abs(b - tujuan))
        batas = sorted({*(b for b in batas if b != dekat), tujuan})
    dari = "0" if turun else "1"
    label = _words(batas, isi, satuan, hitungan=hitungan, dari=dari)
    warna = BERURUT[-len(label) :]
    kelas = tuple(Kelas(k, w) for k, w in zip(label, warna, strict=True))
    if turun and ada.max() > 0:
        rugi = Kelas("di bawah 0", BERLAWANAN[1], "-")
        return Klasifikasi((rugi, *kelas), (0.0, *batas))
    if len(isi) < len(ada):
        return Klasifikasi((Kelas("0", DASAR), *kelas), tuple(batas), nol=True)
    return Klasifikasi(kelas, tuple(batas))


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


def _breaks(isi: pd.Series, satuan: str, banyak: int, *, hitungan: bool) -> list[float]:
    if isi.nunique() < 2:
        return []
    rendah, tinggi = (float(isi.quantile(q)) for q in (0.05, 0.95))
    if satuan == "Rp" and rendah > 0 and tinggi / rendah >= _CURAM:
        kali = (tinggi / rendah) ** (1 / banyak)
        batas = {nice(rendah * kali**i) for i in range(1, banyak)}
    else:
        kuantil = [float(isi.quantile(i / banyak)) for i in range(1, banyak)]
        langkah = _step(kuantil[-1] - kuantil[0], hitungan=hitungan)
        batas = {round(round(k / langkah) * langkah, 9) for k in kuantil}
    return sorted(b for b in batas if isi.min() < b <= isi.max())


def _step(rentang: float, *, hitungan: bool) -> float:
    """The coarsest round step (1, 2 or 5 times a power of ten) that keeps breaks apart.

    >>> _step(7.2, hitungan=False), _step(45, hitungan=True), _step(0, hitungan=True)
    (1.0, 10.0, 1.0)
    """
    terkecil = 1.0 if hitungan else 0.1
    if rentang <= 0:
        return terkecil
    pangkat = 10.0 ** math.floor(math.log10(rentang / 4))
    langkah = max(m * pangkat for m in (1, 2, 5) if m * pangkat <= rentang / 4)
    return max(langkah, terkecil)


def _diverging(ada: pd.Series, satuan: str, *, hitungan: bool) -> Klasifikasi:
    besar = nice(float(ada.abs().quantile(0.75))) or nice(float(ada.abs().max()))
    if hitungan:
        besar = max(2.0, round(besar))
        batas = [1 - besar, 0.0, 1.0, besar]
        a, b = short(besar, satuan), short(besar - 1, satuan)
        label = [f"-{a} ke bawah", f"-{b} – -1", "0", f"1 – {b}", f"{a} ke atas"]
    else:
        kecil = nice(besar / 5)
        batas = [-besar, -kecil, kecil, besar]
        label = _words(batas, ada, satuan, hitungan=False)
    pola = ("-", "-", "", "", "")
    isi = zip(label, BERLAWANAN, pola, strict=True)
    return Klasifikasi(tuple(Kelas(*satu) for satu in isi), tuple(batas))


def _words(
    batas: Sequence[float],
    isi: pd.Series,
    satuan: str,
    *,
    hitungan: bool,
    dari: str = "1",
) -> list[str]:
    """Words of the classes; whole counts end one below the next class."""
    if not batas:
        if isi.nunique() == 1 and dari == "1":
            return [short(float(isi.iloc[0]), satuan)]
        return [f"{dari} ke atas" if hitungan else "semua nilai"]
    mulai = [short(b, satuan) for b in batas]
    akhir = f"{mulai[-1]} ke atas"
    if not hitungan:
        tengah = [f"{a} – {b}" for a, b in zip(mulai, mulai[1:], strict=False)]
        return [f"di bawah {mulai[0]}", *tengah, akhir]
    sampai = [short(b - 1, satuan) for b in batas]
    pasangan = zip([dari, *mulai], sampai, strict=False)
    return [*(a if a == b else f"{a} – {b}" for a, b in pasangan), akhir]
