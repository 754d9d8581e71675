"""A file as sheets of cells with their true addresses; knows no form."""

import io
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

import python_calamine as calamine

from loaders.formats import csv_text, ods_scan, xls_scan, xlsb_scan, xlsx_scan
from loaders.formats.grid import ErrorCell, Grid, position
from loaders.formats.sniff import locked, open_package, sniff
from loaders.formats.unreadable import UnreadableError
from loaders.formats.xlsx_scan import MAX_SEL, too_far

T = TypeVar("T")
NAMA_LEMBAR_CSV = "CSV"
EMPTY: Mapping[tuple[str, str], str] = MappingProxyType({})


class Workbook:
    """A workbook whose sheets are read only when asked for.

    `jenis` is xlsx, xlsb, ods, xls or csv; `names` are the sheets that hold cells;
    `mungkin_pribadi` is False when no text can hold a NIK or telephone number,
    `catatan_pribadi` True when a note on a cell of an xlsx does.
    """

    def __init__(
        self, data: bytes, *, perbaikan: Mapping[tuple[str, str], str] = EMPTY
    ) -> None:
        """Opens the bytes; raises UnreadableError when they are no workbook.

        `perbaikan` are cells, by (sheet, address), that are read as mended.
        """
        self._perbaikan = perbaikan
        paket = open_package(data)
        self.jenis = _safely(lambda: sniff(data, paket))
        self.mungkin_pribadi = True
        self.catatan_pribadi = False
        self._grids: dict[str, Grid] = {}
        self._galat: dict[str, list[tuple[int, int, str]]] = {}
        if self.jenis == "csv":
            rows = csv_text.read_rows(data)
            self.names = [NAMA_LEMBAR_CSV]
            self._grids[NAMA_LEMBAR_CSV] = self._mended(Grid(NAMA_LEMBAR_CSV, rows))
            return
        if paket and self.jenis == "xlsx":
            self._galat = _safely(lambda: xlsx_scan.scan(data, paket))
            self.mungkin_pribadi = _safely(
                lambda: xlsx_scan.may_hold_personal(data, paket)
            )
            self.catatan_pribadi = _safely(
                lambda: xlsx_scan.personal_notes(data, paket)
            )
        elif self.jenis == "xls":
            self._galat = _safely(lambda: xls_scan.scan(data))
        elif paket and self.jenis == "xlsb":
            self._galat = _safely(lambda: xlsb_scan.scan(data, paket))
        elif paket and self.jenis == "ods":
            self._galat = _safely(lambda: ods_scan.scan(paket))
        self._buku = _safely(lambda: calamine.load_workbook(io.BytesIO(data)))
        lembar = calamine.SheetTypeEnum.WorkSheet
        self.names = [s.name for s in self._buku.sheets_metadata if s.typ == lembar]

    def grid(self, nama: str) -> Grid:
        """The used cells of one sheet; raises UnreadableError when it is broken."""
        if nama not in self._grids:
            self._grids[nama] = _safely(lambda: self._read(nama))
        return self._grids[nama]

    def _read(self, nama: str) -> Grid:
        lembar = self._buku.get_sheet_by_name(nama)
        if lembar.height * lembar.width > MAX_SEL:
            raise too_far(nama, lembar.height, lembar.width)
        baris0, kolom0 = lembar.start or (0, 0)
        rows: list[list[Any]] = lembar.to_python()
        grid = Grid(nama, rows, baris0, kolom0)
        for baris, kolom, teks in self._galat.get(nama, ()):
            grid.put(baris, kolom, ErrorCell(teks))
        return self._mended(grid)

    def _mended(self, grid: Grid) -> Grid:
        for (lembar, sel), isi in self._perbaikan.items():
            if lembar == grid.nama:
                grid.put(*position(sel), isi)
        return grid


def _safely(buka: Callable[[], T]) -> T:
    """Runs a reader of foreign bytes, turning its failures into a finding's cause."""
    try:
        return buka()
    except UnreadableError:
        raise
    except calamine.PasswordError:
        locked()
    except BaseException as sebab:
        # A panic inside calamine is a BaseException, yet only this file is to blame.
        if isinstance(sebab, KeyboardInterrupt | SystemExit | GeneratorExit):
            raise
        raise UnreadableError(
            "berkas_rusak", "Isi berkas rusak, sehingga tidak dapat dibaca."
        ) from sebab
