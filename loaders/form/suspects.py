"""What most likely went wrong in a printed sum that does not add up."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.form.terms import Suku

TEKS = "ditulis sebagai teks"
TERLEWAT = "tidak ikut dijumlahkan"
RUSAK = "rumus rusak"


class Dugaan(NamedTuple):
    """A slip that alone explains a difference, and the terms that it is about.

    `urutan` says how common the slip is: the lowest first.
    """

    apa: str
    suku: tuple[Suku, ...]
    urutan: int

    @property
    def tempat(self) -> tuple[str, tuple[int, ...]]:
        """The slip and the rows that it is about, whatever the column."""
        return self.apa, tuple(s.i for s in self.suku)


def suspects(suku: Sequence[Suku], kurang: float) -> Iterator[Dugaan]:
    """Every slip by which a sum is less than its terms by so much.

    Numbers typed as text, the last rows left outside the formula, or one row alone.

    >>> tiga = [Suku(0, 5, 300), Suku(1, 5, 200), Suku(2, 5, 50)]
    >>> [(d.apa, d.tempat[1]) for d in suspects(tiga, 50)]
    [('tidak ikut dijumlahkan', (2,))]
    """
    teks = tuple(s for s in suku if s.teks)
    if teks and sum(s.nilai for s in teks) == kurang:
        yield Dugaan(TEKS, teks, 0)
    jumlah = 0.0
    for n, s in enumerate(reversed(suku[1:]), start=1):
        jumlah += s.nilai
        if jumlah == kurang:
            yield Dugaan(TERLEWAT, tuple(suku[-n:]), 1)
    for s in suku[:-1]:
        if s.nilai == kurang:
            yield Dugaan(TERLEWAT, (s,), 2)


def likeliest(semua: Sequence[Sequence[Dugaan]]) -> list[Dugaan | None]:
    """The slip behind each of some differences: the one that explains most of them.

    A formula never adds text, so that is surer than any other slip. None where two
    slips explain a difference equally well.
    """
    banyak = Counter(t for satu in semua for t in {d.tempat for d in satu})
    hasil: list[Dugaan | None] = []
    for satu in semua:
        nilai = [(d.apa != TEKS, -banyak[d.tempat], d.urutan) for d in satu]
        terbaik = min(nilai, default=None)
        calon = [d for d, n in zip(satu, nilai, strict=True) if n == terbaik]
        hasil.append(calon[0] if len(calon) == 1 else None)
    return hasil
