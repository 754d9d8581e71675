"""One sheet as rows of cells that know their address."""

import re
from dataclasses import dataclass, field
from functools import cache

_SEL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


class ErrorCell(str):
    """A cell that shows a formula's error, such as `#REF!`."""

    __slots__ = ()


class UncalculatedCell(ErrorCell):
    """A cell whose formula no program has worked out yet; its text is the formula."""

    __slots__ = ()


@cache
def column_letters(kolom: int) -> str:
    """The letters of a column counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(702)
    ('A', 'Z', 'AA', 'AAA')
    """
    huruf = ""
    kolom += 1
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def column_number(huruf: str) -> int:
    """The column counted from 0 that letters stand for.

    >>> column_number("A"), column_number("AA"), column_number("XFD")
    (0, 26, 16383)
    """
    nomor = 0
    for h in huruf:
        nomor = nomor * 26 + ord(h) - 64
    return nomor - 1


def position(sel: str) -> tuple[int, int]:
    """Row and column, both from 0, of an address; ValueError when it is none.

    >>> position("F14")
    (13, 5)
    """
    cocok = _SEL.fullmatch(sel)
    if not cocok:
        raise ValueError(sel)
    return int(cocok[2]) - 1, column_number(cocok[1])


@dataclass(slots=True)
class Grid:
    """The used part of a sheet; blank cells are "" and rows are equally long.

    `baris0` and `kolom0` (from 0) say where `rows[0][0]` stands in the sheet, so that
    every address is the one that the sender sees. `diperbaiki` are the addresses that
    were mended on screen: what the sheet adds up itself was added up without that.
    """

    nama: str
    rows: list[list[object]]
    baris0: int = 0
    kolom0: int = 0
    diperbaiki: set[str] = field(default_factory=set)

    def sel(self, i: int, j: int) -> str:
        """The address of `rows[i][j]`.

        >>> Grid("Kas", [["x"]], baris0=13, kolom0=5).sel(0, 0)
        'F14'
        """
        return f"{column_letters(self.kolom0 + j)}{self.baris0 + i + 1}"

    def kolom(self, j: int) -> str:
        """The letters of column `j` of the rows."""
        return column_letters(self.kolom0 + j)

    def baris(self, i: int) -> int:
        """The number of row `i` as the sender sees it."""
        return self.baris0 + i + 1

    def at(self, baris: int, kolom: int) -> object:
        """The cell at a sheet position (from 0); "" outside the used part.

        >>> Grid("Kas", [["x"]], baris0=13, kolom0=5).at(13, 5)
        'x'
        """
        i, j = baris - self.baris0, kolom - self.kolom0
        ada = 0 <= i < len(self.rows) and 0 <= j < len(self.rows[i])
        return self.rows[i][j] if ada else ""

    def put(self, baris: int, kolom: int, isi: object) -> None:
        """Sets the cell at a sheet position (from 0), growing the rows if needed."""
        i, j = baris - self.baris0, kolom - self.kolom0
        if 0 <= i < len(self.rows) and 0 <= j < len(self.rows[i]):
            self.rows[i][j] = isi
            return
        lebar = max(j + 1, len(self.rows[0]) if self.rows else 0)
        if i < 0:
            self.rows[:0] = [[] for _ in range(-i)]
            self.baris0, i = baris, 0
        self.rows += [[] for _ in range(i + 1 - len(self.rows))]
        for baris_ in self.rows:
            baris_ += [""] * (lebar - len(baris_))
            if j < 0:
                baris_[:0] = [""] * -j
        self.kolom0 += min(j, 0)
        self.rows[i][max(j, 0)] = isi
