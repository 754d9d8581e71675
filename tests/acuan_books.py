"""Workbooks of rules as officials hand them in: written, then edited cell by cell."""

import datetime as dt
import io
from collections.abc import Callable

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from loaders.acuan.write import acuan_bytes, sheet_names
from reference.acuan import Acuan, bawaan

HARI = dt.date(2026, 11, 24)
JUDUL = 6
"""The number of the heading row."""


class Buku:
    """One workbook, to edit and save; `acuan` is what it was written from."""

    def __init__(self, acuan: Acuan | None = None, hari: dt.date = HARI) -> None:
        self.isi = load_workbook(io.BytesIO(acuan_bytes(acuan or bawaan(), hari=hari)))

    def lembar(self, daftar: str) -> Worksheet:
        return self.isi[sheet_names()[daftar]]

    def kolom(self, daftar: str, judul: str) -> int:
        kepala = [s.value for s in self.lembar(daftar)[JUDUL]]
        return kepala.index(judul) + 1

    def baris(self, daftar: str, kode: str, ke: int = 0) -> int:
        isi = self.lembar(daftar).iter_rows(min_row=JUDUL + 1, max_col=1)
        return [b[0].row for b in isi if b[0].value == kode][ke]

    def isikan(self, daftar: str, kode: str, judul: str, nilai: object, ke: int = 0):
        sel = self.lembar(daftar).cell(
            self.baris(daftar, kode, ke), self.kolom(daftar, judul)
        )
        sel.value = nilai
        return self

    def tambah(self, daftar: str, **isi: object):
        """A new row below the last; headings with `_` for a space."""
        lembar = self.lembar(daftar)
        baris = JUDUL + 1
        while any(s.value is not None for s in lembar[baris]):
            baris += 1
        for judul, nilai in isi.items():
            kolom = self.kolom(daftar, judul.replace("_", " "))
            lembar.cell(baris, kolom).value = nilai
        return self

    def hapus(self, daftar: str, kode: str, ke: int = 0):
        self.lembar(daftar).delete_rows(self.baris(daftar, kode, ke))
        return self

    def ubah(self, apa: Callable[["Buku"], object]):
        apa(self)
        return self

    def write(self) -> bytes:
        keluar = io.BytesIO()
        self.isi.save(keluar)
        return keluar.getvalue()
