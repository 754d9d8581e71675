"""A form with one sheet of very many rows."""

from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from loaders.form.layout import Lembar, layouts
from reference.kosakata import variables

FORM = "formulir_up2k"
ROWS = 100_000


def write_large(path: Path, rows: int = ROWS) -> None:
    """A form whose sheet *Kelompok* has so many groups, each with every number."""
    layout = layouts()[FORM]
    with Workbook(path, {"constant_memory": True}) as book:
        for sheet in layout.lembar:
            page = book.add_worksheet(sheet.nama)
            if sheet.isian:
                labels = (layout.stamp(), ""), ("Kelurahan", "Kebonsari Kulon")
                for i, row in enumerate((*labels, ("Periode", "2026-T3"))):
                    page.write_row(i, 0, row)
                continue
            page.write_row(0, 0, [k.judul for k in sheet.kolom()])
            if sheet.nama == "Kelompok":
                _groups(page, sheet, rows)


def _groups(page: Worksheet, sheet: Lembar, rows: int) -> None:
    known = variables()
    columns = [known.get(k.nama) for k in sheet.kolom()]
    for n in range(1, rows + 1):
        for j, variable in enumerate(columns):
            if variable and variable.name == "nama_kelompok":
                page.write(n, j, f"Kelompok nomor {n}")
            elif variable and variable.is_number:
                page.write(n, j, 20)
