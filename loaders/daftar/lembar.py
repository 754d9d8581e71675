"""Sheets of a list to fill in: cells, headings with help, pages, drop-down lists."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from loaders.daftar.kepala import Berjudul
from loaders.formats.grid import column_letters
from loaders.template.gaya import Gaya

PILIHAN = "Pilihan"
_POLA = {
    "tanggal": "tanggal", "rupiah": "angka", "orang": "angka", "bilangan": "angka",
    "nilai": "desimal", "persen": "desimal",
}  # fmt: skip
_A4 = 9


def set_properties(buku: Workbook, nama: str, cap: str, hari: dt.date) -> None:
    """Title, stamp and a day, so that equal content gives equal bytes."""
    saat = dt.datetime.combine(hari, dt.time())
    buku.set_properties({"title": nama, "comments": cap, "created": saat})


def cell(lembar: Worksheet, gaya: Gaya, i: int, j: int, tipe: str, isi: object) -> None:
    """One cell to fill in, by its type; blank for None or an empty text."""
    pola = gaya[_POLA.get(tipe, "teks")]
    if isinstance(isi, dt.date):
        lembar.write_datetime(i, j, dt.datetime.combine(isi, dt.time()), pola)
    elif isinstance(isi, int | float) and not isinstance(isi, bool):
        lembar.write_number(i, j, isi, pola)
    elif isi:
        lembar.write_string(i, j, str(isi), pola)
    else:
        lembar.write_blank(i, j, None, pola)


def heading(
    lembar: Worksheet, gaya: Gaya, i: int, j: int, kolom: Berjudul, bantuan: str
) -> None:
    """The heading of a column, with its help shown when it is chosen."""
    lembar.write_string(i, j, kolom.judul, gaya["kepala"])
    if bantuan:
        help_on(lembar, i, j, kolom.judul, bantuan)


def help_on(lembar: Worksheet, i: int, j: int, judul: str, bantuan: str) -> None:
    """A help that Excel shows when a cell is chosen."""
    lembar.data_validation(
        i, j, i, j,
        {"validate": "any", "input_title": judul[:32], "input_message": bantuan[:255]},
    )  # fmt: skip


def offer(
    lembar: Worksheet, awal: tuple[int, int], akhir: tuple[int, int], sumber: str
) -> None:
    """A drop-down list over some cells; another content is asked about, not refused."""
    lembar.data_validation(
        *awal, *akhir,
        {"validate": "list", "source": sumber, "ignore_blank": True,
         "error_type": "warning", "error_title": "Tidak ada di daftar",
         "error_message": "Isi ini tidak ada di lembar Pilihan. Tetap dipakai?"},
    )  # fmt: skip


def page(lembar: Worksheet, judul: int, *, tegak: bool = False) -> None:
    """A4, one page wide, the heading row on every page."""
    if not tegak:
        lembar.set_landscape()
    lembar.set_paper(_A4)
    lembar.set_margins(left=0.3, right=0.3, top=0.4, bottom=0.4)
    lembar.fit_to_pages(1, 0)
    if judul:
        lembar.repeat_rows(judul)


def choices(
    buku: Workbook, gaya: Gaya, daftar: Mapping[str, tuple[str, Sequence[str]]]
) -> dict[str, str]:
    """Writes the sheet of what may be chosen; where the list of each key stands.

    `daftar` gives by key a heading and the words; a key of spaces is only shown.
    """
    lembar = buku.add_worksheet(PILIHAN)
    hasil: dict[str, Any] = {}
    for j, (nama, (judul, isi)) in enumerate(daftar.items()):
        lembar.write_string(0, j, judul, gaya["kepala"])
        lembar.write_column(1, j, isi, gaya["biasa"])
        lembar.set_column(j, j, 24)
        if nama.strip() and isi:
            huruf = column_letters(j)
            hasil[nama] = f"={PILIHAN}!${huruf}$2:${huruf}${len(isi) + 1}"
    lembar.freeze_panes(1, 0)
    return hasil
