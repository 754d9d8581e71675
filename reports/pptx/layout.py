"""Where the blocks of a slide stand: pure boxes, in inches."""

import math
from collections.abc import Sequence

from reports.pptx.box import Kotak
from reports.slide import BarisAngka, Grafik, Isi, Peta

SELA = 0.35
_KARTU = 2.3
_BERDAMPINGAN = 3


def arrange(isi: Sequence[Isi], kotak: Kotak) -> list[Kotak]:
    """The boxes of the blocks: four numbers above what is below, else side by side.

    A map and a chart take more of the width than words and a few numbers do.
    """
    if len(isi) < 2:
        return [kotak] * len(isi)
    if any(isinstance(b, BarisAngka) and len(b.angka) > _BERDAMPINGAN for b in isi):
        return _rows(isi, kotak)
    berat = [_weight(b) for b in isi]
    ruang, hasil, x = kotak.w - SELA * (len(isi) - 1), [], kotak.x
    for w in berat:
        lebar = ruang * w / sum(berat)
        hasil.append(Kotak(x, kotak.y, lebar, kotak.h))
        x += lebar + SELA
    return hasil


def _weight(b: Isi) -> float:
    if isinstance(b, BarisAngka):
        return 0.65
    return 1.5 if isinstance(b, Peta) else 1.3 if isinstance(b, Grafik) else 1.0


def _rows(isi: Sequence[Isi], kotak: Kotak) -> list[Kotak]:
    angka = sum(isinstance(b, BarisAngka) for b in isi)
    ruang = kotak.h - SELA * (len(isi) - 1)
    rendah = ruang / angka if angka == len(isi) else min(1.6, ruang * 0.4)
    lain = (ruang - rendah * angka) / max(len(isi) - angka, 1)
    hasil, y = [], kotak.y
    for b in isi:
        tinggi = rendah if isinstance(b, BarisAngka) else lain
        hasil.append(Kotak(kotak.x, y, kotak.w, tinggi))
        y += tinggi + SELA
    return hasil


def cards(n: int, kotak: Kotak, sela: float = 0.25) -> list[Kotak]:
    """The boxes of n cards in full rows, each about twice as wide as high.

    >>> [(k.x, k.y) for k in cards(4, Kotak(0, 0, 12, 4.5))]
    [(0.0, 0.0), (6.125, 0.0), (0.0, 2.375), (6.125, 2.375)]
    >>> len({k.y for k in cards(4, Kotak(0, 0, 12, 1.5))})
    1
    """

    def size(lajur: int) -> tuple[float, float]:
        baris = n // lajur
        return ((kotak.w - sela * (lajur - 1)) / lajur,
                (kotak.h - sela * (baris - 1)) / baris)  # fmt: skip

    def odd(lajur: int) -> float:
        lebar, tinggi = size(lajur)
        return abs(math.log(lebar / min(tinggi, _KARTU) / 2.2))

    lajur = min((k for k in range(1, n + 1) if n % k == 0), key=odd)
    lebar, tinggi = size(lajur)
    tinggi = min(tinggi, _KARTU)
    return [
        Kotak(
            kotak.x + (i % lajur) * (lebar + sela),
            kotak.y + (i // lajur) * (tinggi + sela),
            lebar,
            tinggi,
        )
        for i in range(n)
    ]
