"""Marks of a value axis in Indonesian words, short enough for a phone."""

import math
from collections.abc import Sequence
from typing import Any

from reference.tulisan import angka

_SATUAN_RP = ((1e12, "T"), (1e9, "M"), (1e6, "jt"))


def step(rentang: float, kira: int = 4) -> float:
    """A round step (1, 2, 2,5 or 5 times a power of ten) for about `kira` marks.

    >>> step(9_300_000), step(37)
    (2500000.0, 10.0)
    """
    kasar = rentang / kira
    pangkat = 10.0 ** math.floor(math.log10(kasar))
    return next(pangkat * m for m in (1, 2, 2.5, 5, 10) if pangkat * m >= kasar)


def short(value: float, satuan: str) -> str:
    """A value for an axis or a class: rupiah in `jt` from one million upwards.

    >>> short(2_500_000, "Rp"), short(750_000, "Rp"), short(12.5, "%")
    ('2,5 jt', '750.000', '12,5 %')
    """
    if satuan == "Rp":
        for besar, nama in _SATUAN_RP:
            if abs(value) >= besar:
                return f"{_trim(value / besar, 2)} {nama}"
        return angka(value)
    teks = _trim(value, 2)
    return f"{teks} %" if satuan == "%" else teks


def _trim(value: float, desimal: int) -> str:
    teks = angka(round(value, desimal), desimal)
    return teks.rstrip("0").rstrip(",") if "," in teks else teks


def ticks(
    values: Sequence[float], satuan: str, *, dari_nol: bool = True
) -> dict[str, Any]:
    """`range`, `tickvals` and `ticktext` from zero (or below) to the largest value.

    Without `dari_nol` the axis of values that differ little begins just below them.

    >>> ticks([0, 4_100_000], "Rp")["ticktext"]
    ['0', '2 jt', '4 jt']
    >>> ticks([80, 87], "%", dari_nol=False)["ticktext"]
    ['80 %', '82 %', '84 %', '86 %']
    """
    ada = [v for v in values if not math.isnan(v)]
    rendah, tinggi = min([0.0, *ada]), max([0.0, *ada])
    if not dari_nol and ada and min(ada) > tinggi / 2:
        rendah = min(ada)
    if rendah == tinggi:
        return {"tickvals": [tinggi], "ticktext": [short(tinggi, satuan)]}
    langkah = step(tinggi - rendah)
    if satuan not in ("Rp", "%"):
        langkah = max(langkah, 1.0)
    awal, akhir = math.ceil(rendah / langkah), math.floor(tinggi / langkah)
    nilai = [n * langkah for n in range(awal, akhir + 1)]
    ruang = (tinggi - rendah) * 0.06
    return {
        "range": [rendah - (ruang if rendah else 0), tinggi + ruang],
        "tickvals": nilai,
        "ticktext": [short(v, satuan) for v in nilai],
    }
