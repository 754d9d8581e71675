"""A workbook's values written anew as xlsx, each at the address where it stood."""

import datetime as dt
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook as Writer
from xlsxwriter.worksheet import Worksheet

from loaders.formats.grid import ErrorCell
from loaders.formats.workbook import Workbook

_TERLARANG = re.compile(r"[\[\]:*?/\\]")
_PANJANG_NAMA = 31


def rebuilt(data: bytes, buang: Mapping[str, Sequence[str]]) -> bytes:
    """The values of every sheet as xlsx, without the cells in `buang`.

    Formats, formulas, charts and comments are gone; what the reader reads is the same.
    """
    buku = Workbook(data)
    hasil = io.BytesIO()
    pilihan = {"in_memory": True, "nan_inf_to_errors": True}
    with Writer(hasil, pilihan) as tulis:
        hari = tulis.add_format({"num_format": "dd/mm/yyyy"})
        jam = tulis.add_format({"num_format": "hh:mm:ss"})
        for urut, nama in enumerate(buku.names, start=1):
            lembar = tulis.add_worksheet(_sheet_name(nama, urut))
            grid = buku.grid(nama)
            dibuang = set(buang.get(nama, ()))
            for i, baris in enumerate(grid.rows):
                for j, isi in enumerate(baris):
                    if isi != "" and grid.sel(i, j) not in dibuang:
                        _write(lembar, grid.baris0 + i, grid.kolom0 + j, isi, hari, jam)
    return hasil.getvalue()


def _sheet_name(nama: str, urut: int) -> str:
    """The name itself where Excel allows it."""
    bersih = _TERLARANG.sub(" ", nama).strip("' ")
    if bersih == nama and len(nama) <= _PANJANG_NAMA:
        return nama
    return f"{bersih[: _PANJANG_NAMA - 5]} {urut}".strip()


def _write(
    lembar: Worksheet,
    baris: int,
    kolom: int,
    isi: Any,  # noqa: ANN401
    hari: Any,  # noqa: ANN401
    jam: Any,  # noqa: ANN401
) -> None:
    if isinstance(isi, ErrorCell):
        lembar.write_formula(baris, kolom, "=NA()", None, str(isi))
    elif isinstance(isi, str):
        lembar.write_string(baris, kolom, isi)
    elif isinstance(isi, bool):
        lembar.write_boolean(baris, kolom, isi)
    elif isinstance(isi, dt.date):
        lembar.write_datetime(baris, kolom, isi, hari)
    elif isinstance(isi, dt.time | dt.timedelta):
        lembar.write_datetime(baris, kolom, isi, jam)
    else:
        lembar.write_number(baris, kolom, isi)
