"""The heading row of a list: which column is what."""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from loaders.form.layout import fold_judul
from loaders.formats.grid import Grid


class Berjudul(Protocol):
    """A column of a form, known by its heading and other ways of writing it."""

    @property
    def nama(self) -> str:
        """The name of the variable."""

    @property
    def judul(self) -> str:
        """What the form writes above it."""

    @property
    def ejaan(self) -> tuple[str, ...]:
        """What else stands above it in others' sheets."""


K = TypeVar("K", bound=Berjudul)


@dataclass(slots=True)
class Kepala(Generic[K]):
    """A heading row, worked out; `judul` is its index.

    `kolom` gives each column of the sheet that is taken, `ganda` those that stand more
    than once (none of them is taken), `asing` the headings nobody knows; `hilang` is
    what the sheet lacks.
    """

    judul: int
    kolom: dict[int, K] = field(default_factory=dict)
    ganda: dict[str, list[int]] = field(default_factory=dict)
    asing: list[int] = field(default_factory=list)
    hilang: list[K] = field(default_factory=list)


@lru_cache(maxsize=64)
def spellings(kolom: tuple[K, ...]) -> dict[str, K]:
    """Every way of writing a heading or a label, folded."""
    lain = {fold_judul(e): k for k in kolom for e in k.ejaan}
    return lain | {fold_judul(k.judul): k for k in kolom}


def find_header(
    grid: Grid,
    kolom: tuple[K, ...],
    *,
    tanda: Collection[str],
    sedikit: int,
    boleh_tanpa: Collection[str] = (),
    sampai: int = 40,
) -> Kepala[K] | None:
    """The first row that heads those columns; None when the sheet has none.

    It must name all of `tanda` and at least `sedikit` columns; what is in `boleh_tanpa`
    may be absent. Only the first `sampai` rows are looked at.
    """
    kenal = spellings(kolom)
    for i, baris in enumerate(grid.rows[:sampai]):
        letak: dict[str, list[int]] = {}
        for j, sel in enumerate(baris):
            if isinstance(sel, str) and sel and (k := kenal.get(fold_judul(sel))):
                letak.setdefault(k.nama, []).append(j)
        if len(letak) >= sedikit and letak.keys() >= set(tanda):
            return _settle(grid, i, letak, kolom, boleh_tanpa)
    return None


def _settle(
    grid: Grid,
    i: int,
    letak: dict[str, list[int]],
    kolom: tuple[K, ...],
    boleh_tanpa: Collection[str],
) -> Kepala[K]:
    kepala: Kepala[K] = Kepala(i)
    nama_kolom = {k.nama: k for k in kolom}
    kepala.ganda = {n: semua for n, semua in letak.items() if len(semua) > 1}
    dikenal = {j for semua in letak.values() for j in semua}
    for nama, semua in letak.items():
        if nama not in kepala.ganda:
            kepala.kolom[semua[0]] = nama_kolom[nama]
    kepala.asing = [j for j in range(len(grid.rows[i])) if j not in dikenal]
    kepala.hilang = [
        k for k in kolom if k.nama not in letak and k.nama not in boleh_tanpa
    ]
    return kepala
