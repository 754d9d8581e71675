"""Randomness that gives the same city on every machine and Python version."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Acak:
    """Random choices that depend on nothing but a text.

    Only `random()` of the generator is used: Python promises that its sequence for a
    seed never changes, which it does not promise for choice or randint.

    >>> Acak("contoh").bulat(1, 6) == Acak("contoh").bulat(1, 6)
    True
    """

    def __init__(self, *benih: object) -> None:
        self._acak = random.Random("/".join(str(b) for b in benih))

    def antara(self, rendah: float, tinggi: float) -> float:
        """A number between two others."""
        return rendah + (tinggi - rendah) * self._acak.random()

    def bulat(self, rendah: int, tinggi: int) -> int:
        """A whole number from `rendah` to `tinggi`, both possible."""
        return rendah + int(self._acak.random() * (tinggi - rendah + 1))

    def mungkin(self, peluang: float) -> bool:
        """True with the given probability."""
        return self._acak.random() < peluang

    def pilih(self, isi: Sequence[T]) -> T:
        """One of the items."""
        return isi[int(self._acak.random() * len(isi))]

    def ambil(self, isi: Sequence[T], n: int) -> list[T]:
        """Some of the items without repetition, in random order."""
        sisa = list(isi)
        return [sisa.pop(int(self._acak.random() * len(sisa))) for _ in range(n)]

    def timbang(self, bobot: dict[T, float]) -> T:
        """One of the keys, each as likely as its weight."""
        titik = self._acak.random() * sum(bobot.values())
        for kunci, b in bobot.items():
            titik -= b
            if titik < 0:
                return kunci
        return next(reversed(bobot))


def bulatkan(rupiah: float, ke: int = 500) -> int:
    """Rupiah as people count it: down to a whole note or coin.

    >>> bulatkan(12_749.5)
    12500
    """
    return int(rupiah // ke) * ke
