"""A file as sheets of cells with their true addresses; knows no form."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

import python_calamine as calamine

from loaders.formats import xlsx_scan
from loaders.formats.grid import Grid, position
from loaders.formats.package import locked, open_package
from loaders.formats.perbaikan import NAMA_LEMBAR, found_in
from loaders.formats.seen import Amatan
from loaders.formats.sniff import sniff
from loaders.formats.sources import NAMA_LEMBAR_CSV, Book, only_passes, open_source
from loaders.formats.unreadable import UnreadableError

T = TypeVar("T")
EMPTY: Mapping[tuple[str, str], str] = MappingProxyType({})


class Workbook:
    """A workbook whose sheets are read only when asked for.

    `jenis` is xlsx, xlsb, ods, fods, xls, html, xml or csv; `names` are the sheets that
    hold cells, `tersembunyi` those of them that are hidden;
    `mungkin_pribadi` is False when no text can hold a NIK or telephone number,
    `catatan_pribadi` True when a note on a cell of an xlsx does. `putaran` are the keys
    on our own sheet *Perbaikan*, which is not in `names`; None where there is none.
    """

    def __init__(
        self,
        data: bytes,
        *,
        perbaikan: Mapping[tuple[str, str], str] = EMPTY,
        teliti: bool = False,
    ) -> None:
        """Opens the bytes; raises UnreadableError when they are no workbook.

        `teliti` looks into every part before the spreadsheet library does.

        `perbaikan` are cells, by (sheet, address), that are read as mended; `semula`
        then says what those of the sheets that were read held before.
        """
        self._perbaikan = perbaikan
        self.semula: dict[tuple[str, str], object] = {}
        paket = open_package(data)
        self.jenis = _safely(lambda: sniff(data, paket))
        self.mungkin_pribadi = True
        self.catatan_pribadi = False
        self.putaran: tuple[str, ...] | None = None
        self._grids: dict[str, Grid] = {}
        self._sumber = _safely(
            lambda: open_source(self.jenis, data, paket, teliti=teliti)
        )
        self.names = list(self._sumber.names)
        self.tersembunyi = self._sumber.hidden
        if isinstance(self._sumber, Book) and self.jenis == "xlsx":
            self._judge_personal(self._sumber)
        for nama in [
            n for n in self.names if n.startswith((NAMA_LEMBAR, NAMA_LEMBAR_CSV))
        ]:
            self.set_aside(nama)

    def _judge_personal(self, buku: Book) -> None:
        data, paket = buku.data, buku.paket
        if paket:
            self.mungkin_pribadi = _safely(
                lambda: xlsx_scan.may_hold_personal(data, paket)
            )
            self.catatan_pribadi = _safely(
                lambda: xlsx_scan.personal_notes(data, paket)
            )

    def set_aside(self, nama: str) -> bool:
        """Takes a sheet out of `names` when it is our own; whether it is."""
        jejak = found_in(self.grid(nama).rows)
        if jejak is None:
            return False
        self.names.remove(nama)
        self.putaran = (self.putaran or ()) + jejak.kunci
        return True

    def grid(self, nama: str) -> Grid:
        """The used cells of one sheet; raises UnreadableError when it is broken."""
        if nama not in self._grids:
            self._grids[nama] = _safely(lambda: self._read(nama))
        return self._grids[nama]

    def merged(self, nama: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        """The merged cells of one sheet: first and last (row, column), both from 0."""
        return _safely(lambda: self._sumber.merged(nama))

    def written_plainly(self) -> bool:
        """Whether this is an xlsx as office programs write it; told once it is read."""
        return isinstance(self._sumber, Book) and self._sumber.written_plainly()

    def seen(self, nama: str) -> Amatan:
        """What is not in the cells of one sheet: hidden rows and columns."""
        return self._sumber.seen(nama)

    def _read(self, nama: str) -> Grid:
        return self._mended(self._sumber.read(nama))

    def _mended(self, grid: Grid) -> Grid:
        for (lembar, sel), isi in self._perbaikan.items():
            if lembar == grid.nama:
                baris, kolom = position(sel)
                self.semula[lembar, sel] = grid.at(baris, kolom)
                grid.put(baris, kolom, isi)
                grid.diperbaiki.add(sel)
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
        if only_passes(sebab):
            raise
        raise UnreadableError(
            "berkas_rusak", "Isi berkas rusak, sehingga tidak dapat dibaca."
        ) from sebab
