"""One sheet's part: cells found or made where they belong, in the right order."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from loaders.formats.grid import column_letters, column_number, position
from loaders.marking.package import DOKUMEN, NotMarkableError, add, local

_SEBELUM_CATATAN = frozenset((
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData",
    "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter",
    "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
    "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
    "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
    "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
))  # fmt: skip
_RENTANG = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")
_LEBAR_BAWAAN, _TINGGI_BAWAAN = 8.43, 15.0

Box = tuple[int, int, int, int]


def box(rentang: str) -> Box | None:
    """First row and column, last row and column, all from 0, of a range.

    >>> box("B2:D4"), box("C1")
    ((1, 1, 3, 3), (0, 2, 0, 2))
    """
    cocok = _RENTANG.fullmatch(rentang)
    if not cocok:
        return None
    k1, b1, k2, b2 = cocok.groups()
    k2, b2 = k2 or k1, b2 or b1
    return int(b1) - 1, column_number(k1), int(b2) - 1, column_number(k2)


class Sheet:
    """The cells of one sheet, by row and column counted from 0."""

    def __init__(self, akar: etree._Element) -> None:
        """Reads the root of the part; raises NotMarkableError without sheetData."""
        self.akar = akar
        data = akar.find("{*}sheetData")
        if data is None:
            raise NotMarkableError("susunan salah satu lembar tidak lazim")
        self._data = data
        self._baris = dict(self._rows())
        rentang = (box(m.get("ref", "")) for m in akar.iter("{*}mergeCell"))
        self._gabung = [r for r in rentang if r]
        self._kolom = [
            (int(k.get("min", 1)) - 1, int(k.get("max", 1)) - 1, k)
            for k in akar.iterfind("{*}cols/{*}col")
        ]
        self._bawaan = akar.find("{*}sheetFormatPr")
        self.dibuat: list[str] = []
        self.jangkauan: dict[str, str] = {}

    def _rows(self) -> Iterator[tuple[int, etree._Element]]:
        """The rows with their numbers; one without a number follows the one before."""
        nomor = -1
        for baris in self._data.iterchildren("{*}row"):
            nomor = int(baris.get("r", nomor + 2)) - 1
            yield nomor, baris

    def cells(self) -> Iterator[tuple[str, etree._Element]]:
        """Every cell with its address."""
        for i, baris in self._rows():
            for j, c in _cells(baris):
                yield f"{column_letters(j)}{i + 1}", c

    def anchor(self, sel: str) -> tuple[int, int]:
        """Row and column of the cell that shows an address: of merged ones the first.

        Raises ValueError when it is no address.
        """
        i, j = position(sel)
        for b1, k1, b2, k2 in self._gabung:
            if b1 <= i <= b2 and k1 <= j <= k2:
                return b1, k1
        return i, j

    def cell(self, i: int, j: int) -> etree._Element:
        """The cell in a row and column, made where there is none."""
        baris = self._baris.get(i)
        if baris is None:
            baris = self._new_row(i)
        for kolom, c in _cells(baris):
            if kolom == j:
                return c
            if kolom > j:
                return self._new_cell(baris, i, j, c)
        return self._new_cell(baris, i, j, None)

    def _new_row(self, i: int) -> etree._Element:
        baris = add(self._data, "row", r=str(i + 1))
        sesudah = min((n for n in self._baris if n > i), default=None)
        if sesudah is not None:
            self._baris[sesudah].addprevious(baris)
        self._baris[i] = baris
        return baris

    def _new_cell(
        self,
        baris: etree._Element,
        i: int,
        j: int,
        sesudah: etree._Element | None,
    ) -> etree._Element:
        """A blank cell that looks as the sheet did there: as its row, or its column."""
        sel = f"{column_letters(j)}{i + 1}"
        c = add(baris, "c", r=sel)
        if sesudah is not None:
            sesudah.addprevious(c)
        gaya = self.inherited(baris, j)
        if gaya:
            c.set("s", str(gaya))
        self.dibuat.append(sel)
        self._widen(baris, i, j)
        return c

    def inherited(self, baris: etree._Element, j: int) -> int:
        """The format of a cell that does not exist: its row's, else its column's."""
        if baris.get("customFormat") in ("1", "true"):
            return int(baris.get("s", 0))
        semua = (int(k.get("style", 0)) for a, z, k in self._kolom if a <= j <= z)
        return next(semua, 0)

    def _widen(self, baris: etree._Element, i: int, j: int) -> None:
        """Keeps what the sheet says of its own reach true; `jangkauan` is what it was.

        There the sheet's reach is under "", that of a row under its number.
        """
        rentang = baris.get("spans", "").split(":")
        if len(rentang) == 2 and all(r.isdigit() for r in rentang):
            awal, akhir = map(int, rentang)
            self.jangkauan.setdefault(str(i + 1), baris.get("spans"))
            baris.set("spans", f"{min(awal, j + 1)}:{max(akhir, j + 1)}")
        luas = self.akar.find("{*}dimension")
        isi = box(luas.get("ref", "")) if luas is not None else None
        if luas is not None and isi:
            b1, k1, b2, k2 = isi
            self.jangkauan.setdefault("", luas.get("ref"))
            pojok = (min(b1, i), min(k1, j)), (max(b2, i), max(k2, j))
            sudut = dict.fromkeys(f"{column_letters(k)}{b + 1}" for b, k in pojok)
            luas.set("ref", ":".join(sudut))

    def remove_blank(self, sel: str) -> None:
        """Takes out a cell that was made for a mark, if it is still blank."""
        i, j = position(sel)
        baris = self._baris.get(i)
        if baris is None:
            return
        kosong = [c for kolom, c in _cells(baris) if kolom == j and not len(c)]
        for c in kosong:
            baris.remove(c)
        if not len(baris) and set(baris.attrib) <= {"r"}:
            self._data.remove(baris)
            del self._baris[i]

    def restore_reach(self, jangkauan: Mapping[str, str]) -> None:
        """Says of its own reach again what the sheet said before."""
        luas = self.akar.find("{*}dimension")
        for baris, isi in jangkauan.items():
            if not baris and luas is not None:
                luas.set("ref", isi)
            elif baris and int(baris) - 1 in self._baris:
                self._baris[int(baris) - 1].set("spans", isi)

    def width(self, j: int) -> float:
        """The width of a column in pixels; 0 when it is hidden."""
        lebar, bawaan = _LEBAR_BAWAAN, self._bawaan
        if bawaan is not None:
            lebar = float(bawaan.get("defaultColWidth", lebar))
        for awal, akhir, k in self._kolom:
            if awal <= j <= akhir:
                if k.get("hidden") in ("1", "true"):
                    return 0.0
                lebar = float(k.get("width", lebar))
        return lebar * 7 + 5

    def height(self, i: int) -> float:
        """The height of a row in pixels; 0 when it is hidden."""
        tinggi, baris = _TINGGI_BAWAAN, self._baris.get(i)
        if self._bawaan is not None:
            tinggi = float(self._bawaan.get("defaultRowHeight", tinggi))
        if baris is not None:
            if baris.get("hidden") in ("1", "true"):
                return 0.0
            tinggi = float(baris.get("ht", tinggi))
        return tinggi * 4 / 3

    def point_to_shapes(self, nomor: str) -> None:
        """Names the drawing that holds the boxes of the notes."""
        lama = self.akar.find("{*}legacyDrawing")
        if lama is None:
            ruang = etree.QName(self.akar).namespace
            lama = etree.Element(
                etree.QName(ruang, "legacyDrawing"), nsmap={"r": DOKUMEN}
            )
            depan = [u for u in self.akar if local(u) in _SEBELUM_CATATAN]
            depan[-1].addnext(lama)
        lama.set(etree.QName(DOKUMEN, "id"), nomor)

    def shapes(self) -> str:
        """The relation to the drawing that holds the boxes of the notes; or empty."""
        lama = self.akar.find("{*}legacyDrawing")
        return "" if lama is None else lama.get(etree.QName(DOKUMEN, "id"), "")

    def forget_shapes(self) -> None:
        """Takes out the name of that drawing."""
        lama = self.akar.find("{*}legacyDrawing")
        if lama is not None:
            self.akar.remove(lama)


def _cells(baris: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row with their columns; one without address follows the last."""
    kolom = -1
    for c in baris.iterchildren("{*}c"):
        alamat = c.get("r")
        kolom = position(alamat)[1] if alamat else kolom + 1
        yield kolom, c
