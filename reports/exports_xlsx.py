"""A table that carries its own provenance, as XLSX; knows no Streamlit."""

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reference.tulisan import hari_ini, is_missing, waktu
from reports.exports import Keterangan, Kolom, tulis

_TOSCA = "#0B7A75"
_KEPALA = 3


@dataclass(frozen=True, slots=True, eq=False)
class Lembar:
    """One sheet: its name, the rows and how its columns are written."""

    nama: str
    isi: pd.DataFrame
    kolom: dict[str, Kolom]


def _number_format(kolom: Kolom) -> str:
    if kolom.satuan_dari:
        return "#,##0.##"
    return "#,##0" + ("." + "0" * kolom.angka_desimal if kolom.angka_desimal else "")


def _write_cell(
    lembar: Worksheet, baris: int, ke: int, value: object, hari: Format
) -> None:
    if is_missing(value):
        return
    if isinstance(value, str):
        lembar.write_string(baris, ke, value)
    elif isinstance(value, bool):
        lembar.write_string(baris, ke, "ya" if value else "tidak")
    elif isinstance(value, dt.datetime) and value.tzinfo:
        lembar.write_string(baris, ke, waktu(value))
    elif isinstance(value, dt.date):
        lembar.write_datetime(baris, ke, value, hari)
    else:
        lembar.write_number(baris, ke, float(value))  # type: ignore[arg-type]


def _width(kolom: Kolom, isi: pd.Series) -> float:
    panjang = max((len(tulis(v, kolom)) for v in isi if not is_missing(v)), default=0)
    return min(max(panjang, len(kolom.judul) * 0.6, 9) + 2, 60)


def _fill_column(
    buku: xlsxwriter.Workbook, lembar: Worksheet, ke: int, kolom: Kolom, isi: pd.Series
) -> None:
    angka = pd.api.types.is_numeric_dtype(isi)
    gaya = buku.add_format(
        {"num_format": _number_format(kolom)} if angka else {"text_wrap": True}
    )
    hari = buku.add_format({"num_format": "[$-421]d mmmm yyyy", "align": "left"})
    lembar.set_column(ke, ke, _width(kolom, isi), gaya)
    for j, value in enumerate(isi):
        _write_cell(lembar, _KEPALA + 1 + j, ke, value, hari)


def _data_sheet(
    buku: xlsxwriter.Workbook,
    frame: pd.DataFrame,
    judul: str,
    kolom: dict[str, Kolom],
    keterangan: Keterangan,
    nama: str = "Data",
) -> None:
    lembar = buku.add_worksheet(nama)
    kepala = buku.add_format({
        "bold": True, "font_color": "white", "bg_color": _TOSCA, "border": 1,
        "border_color": "#D9E2E0", "text_wrap": True, "valign": "vcenter",
    })  # fmt: skip
    for ke, (nama, k) in enumerate(kolom.items()):
        _fill_column(buku, lembar, ke, k, frame[nama])
        lembar.write_string(_KEPALA, ke, k.judul, kepala)
    tanpa_bungkus = buku.add_format({"text_wrap": False})
    besar = buku.add_format({"bold": True, "font_size": 14})
    lembar.write_string(0, 0, judul, besar)
    lembar.write_string(1, 0, keterangan.kalimat, tanpa_bungkus)
    lembar.set_row(_KEPALA, 32)
    lembar.freeze_panes(_KEPALA + 1, 1)
    lembar.autofilter(_KEPALA, 0, _KEPALA + len(frame), max(len(kolom) - 1, 0))
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.fit_to_pages(1, 0)
    lembar.repeat_rows(_KEPALA)


def _notes_sheet(
    buku: xlsxwriter.Workbook,
    judul: str,
    kolom: dict[str, Kolom],
    keterangan: Keterangan,
) -> None:
    lembar = buku.add_worksheet("Keterangan")
    lembar.set_column(0, 0, 32, buku.add_format({"bold": True}))
    lembar.set_column(1, 1, 90, buku.add_format({"text_wrap": True}))
    pasangan = [("Judul", judul), *keterangan.baris(), ("", "")]
    pasangan += [(k.judul, k.bantuan) for k in kolom.values()]
    for i, (kata, nilai) in enumerate(pasangan):
        lembar.write_string(i, 0, kata)
        lembar.write_string(i, 1, nilai)


def to_xlsx(
    frame: pd.DataFrame, judul: str, kolom: dict[str, Kolom], keterangan: Keterangan
) -> bytes:
    """The table as XLSX: real numbers and dates, text that never becomes a formula.

    Sheet `Data` has the title, what it is about, the headings with units in row 4
    (frozen, filterable) and the rows; sheet `Keterangan` says where it comes from.
    """
    return to_workbook(judul, [Lembar("Data", frame, kolom)], keterangan)


def to_workbook(judul: str, lembar: Sequence[Lembar], keterangan: Keterangan) -> bytes:
    """Several tables as one workbook, and a last sheet `Keterangan` for all of them."""
    keluar = io.BytesIO()
    pilihan = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    kolom = {f"{i} {n}": k for i, x in enumerate(lembar) for n, k in x.kolom.items()}
    dibuat = dt.datetime.combine(keterangan.pada or hari_ini(), dt.time())
    with xlsxwriter.Workbook(keluar, pilihan) as buku:
        # the same table of the same day is the same file, whenever it is taken
        buku.set_properties({"created": dibuat})
        for satu in lembar:
            _data_sheet(buku, satu.isi, judul, satu.kolom, keterangan, satu.nama)
        _notes_sheet(buku, judul, kolom, keterangan)
    return keluar.getvalue()
