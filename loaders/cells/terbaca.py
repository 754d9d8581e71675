"""What a column of cells turned out to be."""

import datetime as dt
from typing import NamedTuple

from loaders.bacaan import Value
from loaders.formats.grid import ErrorCell, UncalculatedCell
from reference.tulisan import tampak


class Masalah(NamedTuple):
    """What is wrong in one cell: `urut` counts within the cells that were read.

    `semua` lists all cells of what is said of the whole column, `urut` among them.
    """

    urut: int
    jenis: str
    kalimat: str
    diharapkan: str = ""
    saran: str = ""
    semua: tuple[int, ...] = ()


class KolomTerbaca(NamedTuple):
    """The values of a column (None = not reported) and what was seen in it."""

    nilai: list[Value | None]
    tidak_berlaku: list[int]
    masalah: list[Masalah]


def error(urut: int, isi: ErrorCell) -> Masalah:
    """The problem of a cell that shows a formula's error, or no result at all."""
    if isinstance(isi, UncalculatedCell):
        kalimat = "rumus di sel ini belum dihitung"
        return Masalah(urut, "rumus_belum_dihitung", kalimat, "angka")
    return Masalah(urut, "sel_galat", f"rumus di sel ini rusak ({isi})", "angka")


def plain_text(isi: object) -> str:
    """A cell's content as a short text, whole numbers without a decimal point.

    >>> plain_text(3.0), plain_text("  RW   03 ")
    ('3', 'RW 03')
    """
    if isinstance(isi, dt.date):
        return f"{isi:%d/%m/%Y}"
    if isinstance(isi, float) and isi.is_integer():
        isi = int(isi)
    return " ".join(tampak(str(isi)).split())
