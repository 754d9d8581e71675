"""From values to places on the drawing, and the words of an axis."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from charts.ticks import step
from reference.tulisan import angka, is_missing, persen

_SATUAN_RP = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))
_RIBU = 1000


def short(value: float, satuan: str) -> str:
    """A value in words that are read from afar; nothing below a million is rounded.

    >>> short(250_000, "Rp"), short(12_345, "Rp"), short(1_234_567, "Rp")
    ('Rp 250 ribu', 'Rp 12.345', 'Rp 1,23 juta')
    >>> short(-412_345_678, "Rp"), short(81.27, "%"), short(0, "Rp"), short(12, "orang")
    ('-Rp 412 juta', '81,3 %', 'Rp 0', '12')
    """
    if satuan == "%":
        return persen(value, 0 if float(value).is_integer() else 1)
    if satuan != "Rp":
        return angka(value, 0 if float(value).is_integer() else 1)
    tanda, besar = ("-" if value < 0 else ""), abs(value)
    for batas, nama in _SATUAN_RP:
        if besar >= batas:
            return f"{tanda}Rp {_three(besar / batas)} {nama}"
    if besar >= _RIBU and besar % _RIBU == 0:
        return f"{tanda}Rp {angka(besar / _RIBU)} ribu"
    return f"{tanda}Rp {angka(besar)}"


def _three(value: float) -> str:
    """About three digits, without zeros behind the comma."""
    teks = angka(value, 2 if value < 10 else 1 if value < 100 else 0)
    return teks.rstrip("0").rstrip(",") if "," in teks else teks


def known(values: Iterable[float | None]) -> list[float]:
    """The values that are known.

    >>> known([None, 3, float("nan"), 0])
    [3.0, 0.0]
    """
    return [float(v) for v in values if v is not None and not is_missing(v)]


@dataclass(frozen=True, slots=True)
class Skala:
    """A straight scale: the values `rendah` and `tinggi` stand at `dari` and `ke`."""

    rendah: float
    tinggi: float
    dari: float
    ke: float

    def at(self, value: float) -> float:
        """Where the value stands.

        >>> Skala(0, 10, 100, 0).at(5)
        50.0
        """
        bagian = (value - self.rendah) / (self.tinggi - self.rendah)
        return self.dari + bagian * (self.ke - self.dari)


def marks(
    values: Iterable[float], satuan: str, *, dari_nol: bool = True, kira: int = 4
) -> list[float]:
    """Round marks from at or below the lowest to at or above the highest value.

    Without `dari_nol` an axis of values that differ little begins just below them.

    >>> marks([0, 4_100_000], "Rp")
    [0.0, 2000000.0, 4000000.0, 6000000.0]
    >>> marks([80, 87], "%", dari_nol=False)
    [80.0, 82.0, 84.0, 86.0, 88.0]
    """
    ada = list(values)
    rendah, tinggi = min([0.0, *ada]), max([0.0, *ada])
    if not dari_nol and ada and min(ada) > tinggi / 2:
        rendah = min(ada)
    if rendah == tinggi:
        tinggi = rendah + (1.0 if satuan != "Rp" else 100_000.0)
    langkah = step(tinggi - rendah, kira)
    if satuan not in ("Rp", "%"):
        langkah = max(langkah, 1.0)
    awal, akhir = math.floor(rendah / langkah), math.ceil(tinggi / langkah)
    return [n * langkah for n in range(awal, akhir + 1)]
