"""What a look into a sheet's own bytes shows that calamine does not tell."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.formats.grid import column_letters
from loaders.formats.unreadable import UnreadableError

MAX_SEL = 5_000_000
"""Cells between the first and the last of a sheet: 100,000 rows of 50 columns."""
_BARIS_JAUH = 5000
_BARIS_TERBANYAK, _KOLOM_TERBANYAK = 2**20, 2**14

Letak = tuple[int, int]


@dataclass(slots=True)
class Amatan:
    """One sheet as seen: rows and columns from 0.

    `galat` are cells that show an error, with its text; `tanpa_hasil` are formulas
    that no program has worked out, with the formula; `baris` and `kolom` are hidden.
    """

    galat: list[tuple[int, int, str]] = field(default_factory=list)
    tanpa_hasil: list[tuple[int, int, str]] = field(default_factory=list)
    baris: list[int] = field(default_factory=list)
    kolom: list[int] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.galat or self.tanpa_hasil or self.baris or self.kolom)


class Jangkauan:
    """How far the cells of one sheet reach."""

    __slots__ = ("kanan", "terbawah")

    def __init__(self) -> None:
        """No cell yet."""
        self.terbawah: Letak = (-1, 0)
        self.kanan: Letak = (0, -1)

    def add(self, baris: int, kolom: int) -> None:
        """Takes in one cell that is filled."""
        if baris > self.terbawah[0]:
            self.terbawah = baris, kolom
        if kolom > self.kanan[1]:
            self.kanan = baris, kolom

    @property
    def luas(self) -> int:
        """How many cells lie between A1 and the farthest row and column."""
        return (self.terbawah[0] + 1) * (self.kanan[1] + 1)

    @property
    def terjauh(self) -> Letak:
        """The filled cell that is to blame for it."""
        return self.terbawah if self.terbawah[0] >= _BARIS_JAUH else self.kanan


def refuse_far(semua: Iterable[tuple[str, Jangkauan]], batas: int = MAX_SEL) -> None:
    """Raises UnreadableError, naming the cell, when sheets reach too far together."""
    daftar = list(semua)
    if sum(j.luas for _, j in daftar) > batas:
        lembar, jauh = max(daftar, key=lambda satu: satu[1].luas)
        raise too_far(lembar, *jauh.terjauh)


def too_far(lembar: str, baris: int, kolom: int) -> UnreadableError:
    """The error of a sheet that is filled far beyond any table, up to that cell."""
    if baris >= _BARIS_TERBANYAK or kolom >= _KOLOM_TERBANYAK:
        return UnreadableError(
            "berkas_rusak",
            f"Lembar {lembar} memuat sel di luar batas sebuah lembar kerja.",
            lembar=lembar,
        )
    sel = f"{column_letters(kolom)}{baris + 1}"
    return UnreadableError(
        "berkas_terlalu_besar",
        f"Lembar {lembar} terisi sampai sel {sel}, jauh di luar tabel formulir.",
        "Hapus isi yang jauh di bawah atau di kanan tabel, lalu kirim ulang.",
        lembar,
        sel,
    )
