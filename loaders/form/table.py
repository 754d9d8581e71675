"""Which rows of a table hold data, and where the table ends."""

import re
from dataclasses import dataclass

from loaders.form.labels import JUMLAH, JUMLAH_ANTARA, signs
from loaders.form.match import Cocok
from loaders.form.row_kinds import BarisTabel

_NOMOR_KOLOM = re.compile(r"\(?(\d{1,3})\)?")
_JELAS_TERISI = 6
_BLOK_DICOBA = 1000


@dataclass(slots=True)
class Jumlah:
    """A printed total: its row and label, and the rows that it may add up.

    The first of `calon` is the likeliest: its own block, before all rows of the table.
    """

    i: int
    label: str
    calon: tuple[list[int], ...]


@dataclass(slots=True)
class Baris:
    """Indexes of rows in a grid: those with data, and those lost below the total.

    `jumlah` are the printed totals.
    """

    isi: list[int]
    sesudah: list[int]
    jumlah: list[Jumlah]


def is_signature(baris: list[object]) -> bool:
    """Whether a row belongs to the signatures below a table.

    >>> is_signature(["", "Mengetahui,"]), is_signature([1.0, "Melati"])
    (True, False)
    """
    return any(isinstance(s, str) and signs(s) for s in baris)


def _numbers_columns(baris: list[object]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3), or -1 -2 -3 in Excel."""
    isi = [s for s in baris if s != ""]
    for urut, sel in enumerate(isi, start=1):
        if isinstance(sel, str):
            cocok = _NOMOR_KOLOM.fullmatch(sel.strip())
            sel = int(cocok[1]) if cocok else None
        if not isinstance(sel, int | float) or abs(sel) != urut:
            return False
    return len(isi) >= 3


class _Jalan:
    """One walk down a table, from its header to its end."""

    def __init__(self, cocok: Cocok) -> None:
        self.tabel = BarisTabel(cocok)
        self.hasil = Baris([], [], [])
        self.blok: list[int] = []
        self.bagian: list[int] = []
        self.selesai = False
        self.pertama = True

    def header(self) -> None:
        """Takes the table up again below a repeated header."""
        self.blok, self.bagian = [], []
        self.selesai, self.pertama = False, True

    def total(self, i: int, apa: str, label: str) -> None:
        """Passes a total; a grand one ends the table, unless it stands on top."""
        if apa == JUMLAH_ANTARA:
            self.hasil.jumlah.append(Jumlah(i, label, (self.bagian,)))
            self.bagian = []
        elif apa == JUMLAH:
            calon = (self.blok, self.hasil.isi, self.bagian)
            self.hasil.jumlah.append(Jumlah(i, label, calon))
            self.selesai = self.selesai or not self.pertama

    def adds_up(self, baris: list[object]) -> bool:
        """Whether each number of a nameless row is the sum of those above it."""
        isi = [j for j in self.tabel.data if type(baris[j]) is float and baris[j]]
        if len(isi) < 2 or not 2 <= len(self.blok) <= _BLOK_DICOBA:
            return False
        rows = self.tabel.cocok.grid.rows
        return all(
            sum([s for i in self.blok if type(s := rows[i][j]) is float]) == baris[j]
            for j in isi
        )

    def data(self, i: int) -> None:
        """Passes a row with data."""
        self.hasil.isi.append(i)
        self.blok.append(i)
        self.bagian.append(i)
        self.pertama = False

    def row(self, i: int, baris: list[object]) -> None:
        """Passes a row that is not wholly blank."""
        tabel = self.tabel
        kunci = tabel.keys(baris)
        if not self.selesai and tabel.plain(baris, kunci):
            self.data(i)
            return
        terisi = tabel.filled(baris)
        if tabel.blank(baris, terisi):
            self.pertama = False
            return
        if not tabel.judul_kunci.isdisjoint(kunci) and tabel.repeats_header(baris):
            self.header()
            return
        apa, label = tabel.total(baris, kunci)
        if not apa and not kunci and not self.selesai and self.adds_up(baris):
            apa = JUMLAH
        if apa:
            self.total(i, apa, label)
        elif self.selesai:
            if tabel.lost(baris, kunci):
                self.hasil.sesudah.append(i)
        elif tabel.signs(baris, kunci):
            self.selesai = True
        elif (kunci and terisi > _JELAS_TERISI) or tabel.has_data(baris):
            self.data(i)
        self.pertama = False


def data_rows(cocok: Cocok) -> Baris:
    """The rows of a table: blank rows, column numbers, totals and signatures left out.

    A header that is repeated further down takes the table up again.
    """
    jalan = _Jalan(cocok)
    awal = cocok.judul + 1
    rows = cocok.grid.rows
    kosong: list[object] = [""] * (len(rows[0]) if rows else 0)
    sisa = kosong[1:] if jalan.tabel.nomor == 0 else None
    for i in range(awal, len(rows)):
        baris = rows[i]
        if baris == kosong or (i == awal and _numbers_columns(baris)):
            continue
        # Most rows of a form hold their number alone.
        if baris[1:] == sisa:
            jalan.pertama = False
        else:
            jalan.row(i, baris)
    return jalan.hasil
