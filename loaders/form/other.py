"""What a reader of workbooks that are no UP2K form is given, and what it gives back."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from loaders.bacaan import Bacaan
from loaders.bantuan import Bantuan
from loaders.form.columns import Pemeriksa
from loaders.formats.grid import Grid
from loaders.formats.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Tugas:
    """One workbook to read: where its rows go, and who writes down what is wrong."""

    buku: Workbook
    bacaan: Bacaan
    pemeriksa: Pemeriksa
    hari_ini: dt.date
    bantuan: Bantuan
    nama: str = ""


Dibaca = Mapping[str, tuple[Grid, int]]
"""The sheets that were read, each with the index of its heading row."""

OtherReader = Callable[[Tugas], Dibaca | None]
"""Reads a workbook of its own kind; None, with nothing written down, for any other."""
