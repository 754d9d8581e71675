"""Bytes opened as sheets, each read when asked for, by whoever knows the format."""

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

import python_calamine as calamine

from loaders.formats import (
    csv_text,
    html_table,
    ods_scan,
    xls_scan,
    xlsb_scan,
    xlsx_normal,
    xlsx_scan,
    xml_2003,
)
from loaders.formats.grid import ErrorCell, Grid, UncalculatedCell
from loaders.formats.package import part
from loaders.formats.seen import MAX_SEL, Amatan, too_far
from loaders.formats.unreadable import UnreadableError
from loaders.formats.xml_parts import plain
from reference.tulisan import daftar

T = TypeVar("T")
Gabungan = list[tuple[tuple[int, int], tuple[int, int]]]
_POLOS = Amatan()
NAMA_LEMBAR_CSV = csv_text.NAMA_LEMBAR


class Source(Protocol):
    """Sheets by name, in the order of the workbook."""

    names: list[str]
    hidden: frozenset[str]

    def read(self, nama: str) -> Grid:
        """The used cells of one sheet."""
        ...

    def merged(self, nama: str) -> Gabungan:
        """The merged cells of one sheet: first and last (row, column), from 0."""
        ...

    def seen(self, nama: str) -> Amatan:
        """What else was seen in one sheet."""
        ...


class Tables:
    """Sheets that were taken apart as a whole: CSV, HTML, XML."""

    def __init__(
        self,
        grids: Sequence[Grid],
        amatan: Mapping[str, Amatan] | None = None,
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        """Keeps them by name."""
        self._grids = {g.nama: g for g in grids}
        self._amatan = amatan or {}
        self.names = [g.nama for g in grids]
        self.hidden = hidden
        _refuse_twins(self.names)

    def read(self, nama: str) -> Grid:
        """The used cells of one sheet."""
        return self._grids[nama]

    def merged(self, nama: str) -> Gabungan:  # noqa: ARG002
        """None: what was merged was spread over its cells."""
        return []

    def seen(self, nama: str) -> Amatan:
        """What else was seen in one sheet."""
        return self._amatan.get(nama, _POLOS)


class Book:
    """A workbook that calamine reads.

    What cannot be read as it is, is looked into part by part, which costs time but
    tells the cause, and is read once more if it could be written anew.
    """

    def __init__(
        self, jenis: str, data: bytes, paket: zipfile.ZipFile | None, *, teliti: bool
    ) -> None:
        """Opens it; with `teliti` looks into every part before calamine does."""
        self.jenis = jenis
        self.data = data
        self.paket = paket
        self._asli = True
        self._amatan = self._look(teliti)
        self._buku = self._careful(self._open)
        lembar = calamine.SheetTypeEnum.WorkSheet
        semua = [s for s in self._buku.sheets_metadata if s.typ == lembar]
        tampak = calamine.SheetVisibleEnum.Visible
        self.names = [s.name for s in semua]
        self.hidden = frozenset(s.name for s in semua if s.visible != tampak)
        _refuse_twins(self.names)

    def _look(self, teliti: bool) -> dict[str, Amatan]:
        data, paket = self.data, self.paket
        if self.jenis == "xls":
            return xls_scan.scan(data)
        if paket is None:
            return {}
        if self.jenis == "xlsb":
            return xlsb_scan.scan(data, paket)
        if self.jenis == "ods":
            return self._look_ods(part(data, paket.getinfo("content.xml")))
        amatan = None if teliti else xlsx_scan.scan(data, paket)
        return self._rewrite(paket) if amatan is None else amatan

    def _look_ods(self, xml: bytes) -> dict[str, Amatan]:
        amatan = ods_scan.scan(xml)
        if not plain(xml):
            self._repack(xml)
        return amatan

    def _repack(self, xml: bytes) -> None:
        self._asli = False
        self.data = ods_scan.packed(xml)

    def _rewrite(self, paket: zipfile.ZipFile) -> dict[str, Amatan]:
        """Writes the parts anew, the plain way; raises UnreadableError with a cause."""
        self._asli = False
        self.data, amatan = xlsx_normal.rewritten(self.data, paket)
        self.paket = zipfile.ZipFile(io.BytesIO(self.data))
        return amatan

    def _open(self) -> calamine.CalamineWorkbook:
        return calamine.load_workbook(io.BytesIO(self.data))

    def read(self, nama: str) -> Grid:
        """The used cells of one sheet."""
        return self._careful(lambda: self._read(nama))

    def written_plainly(self) -> bool:
        """Whether the package is as office programs write it: it may be patched.

        Told after its sheets were read.
        """
        if self.jenis != "xlsx" or self.paket is None or not self._asli:
            return False
        return set(xlsx_scan.sheet_names(self.paket)) <= set(self.paket.NameToInfo)

    def merged(self, nama: str) -> Gabungan:
        """The merged cells of one sheet: first and last (row, column), from 0."""
        return self._buku.get_sheet_by_name(nama).merged_cell_ranges or []

    def seen(self, nama: str) -> Amatan:
        """What else was seen in one sheet."""
        return self._amatan.get(nama, _POLOS)

    def _read(self, nama: str) -> Grid:
        lembar = self._buku.get_sheet_by_name(nama)
        if lembar.height * lembar.width > MAX_SEL:
            raise too_far(nama, *(lembar.end or (0, 0)))
        baris0, kolom0 = lembar.start or (0, 0)
        rows: list[list[Any]] = lembar.to_python()
        grid = Grid(nama, rows, baris0, kolom0)
        amatan = self.seen(nama)
        for baris, kolom, teks in amatan.galat:
            grid.put(baris, kolom, ErrorCell(teks))
        for baris, kolom, rumus in amatan.tanpa_hasil:
            grid.put(baris, kolom, UncalculatedCell(rumus))
        return grid

    def _careful(self, baca: Callable[[], T]) -> T:
        """Reads; what fails is written anew and read once more."""
        try:
            return baca()
        except UnreadableError:
            raise
        except BaseException as sebab:
            if only_passes(sebab) or self.paket is None or not self._asli:
                raise
            if self.jenis == "xlsx":
                self._amatan = self._rewrite(self.paket)
            elif self.jenis == "ods":
                self._repack(part(self.data, self.paket.getinfo("content.xml")))
            else:
                raise
            self._buku = self._open()
            return baca()


def open_source(
    jenis: str, data: bytes, paket: zipfile.ZipFile | None, *, teliti: bool = False
) -> Source:
    """The sheets of a file of that format; `paket` are its parts, if it has any.

    `teliti` looks into every part first. Raises UnreadableError with a cause, and
    whatever the readers of foreign bytes raise.
    """
    if jenis == "csv":
        return Tables([Grid(NAMA_LEMBAR_CSV, csv_text.read_rows(data))])
    if jenis == "html":
        return Tables(html_table.read_tables(data))
    if jenis == "xml":
        return Tables(*xml_2003.read_sheets(data))
    if jenis == "fods":
        jenis, data = "ods", ods_scan.packed(data)
        paket = zipfile.ZipFile(io.BytesIO(data))
    return Book(jenis, data, paket, teliti=teliti)


def only_passes(sebab: BaseException) -> bool:
    """Whether an exception is none of the file's fault and must go on.

    A panic inside calamine is a BaseException, yet only the file is to blame.
    """
    return isinstance(
        sebab,
        KeyboardInterrupt | SystemExit | GeneratorExit | MemoryError
        | calamine.PasswordError,
    )  # fmt: skip


def _refuse_twins(nama: Sequence[str]) -> None:
    """Raises UnreadableError when two sheets have one name, which Excel forbids."""
    sama = [n for n, k in Counter(n.casefold() for n in nama).items() if k > 1]
    if sama:
        kembar = [n for n in nama if n.casefold() == sama[0]]
        raise UnreadableError(
            "berkas_rusak",
            f"Dua lembar bernama sama ({daftar(kembar)}), sehingga tidak jelas mana "
            "yang berlaku.",
            "Hapus atau ganti nama salah satunya, lalu kirim ulang.",
        )
