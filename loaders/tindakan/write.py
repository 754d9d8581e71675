"""Writes *Daftar Tindakan Pembinaan*: to fill in, or with the actions that count."""

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from loaders.formats.grid import column_letters
from loaders.template.gaya import Gaya, make
from loaders.tindakan.isian import Isian, Pilihan
from reference.tindakan import KolomTindakan, daftar_tindakan
from reference.wilayah import kelurahan

JUDUL = 6
"""The index of the heading row."""
_BARIS_KOSONG = 300
_CADANGAN = 40
_GAYA = {"tanggal": "tanggal", "rupiah": "angka"}
_PETUNJUK = (
    "Satu baris satu tindakan, untuk satu kelompok atau (tanpa kode kelompok) untuk "
    "seluruh kelurahan.",
    "Pelaksana adalah lembaga, bukan nama orang. Jangan menambah kolom nama, NIK, atau "
    "nomor telepon: isinya tidak akan disimpan.",
)


def file_name(hari: dt.date) -> str:
    """The name under which a register is written.

    >>> file_name(dt.date(2026, 11, 24))
    'Daftar Tindakan Pembinaan 2026-11-24.xlsx'
    """
    return f"{daftar_tindakan().nama} {hari.isoformat()}.xlsx"


def write_register(
    target: Path | BinaryIO,
    rows: Sequence[Isian],
    pilihan: Pilihan,
    *,
    hari: dt.date,
    contoh: bool = False,
) -> None:
    """Writes a register as XLSX: rows that are known, and room for new ones.

    `hari` is the day of which it speaks; `pilihan` what may be chosen in its cells.
    `contoh` stamps it as made from sample data. Handed in again as it is, it changes
    nothing. The same arguments always give the same bytes.
    """
    tujuan = str(target) if isinstance(target, Path) else target
    buku = Workbook(tujuan, {"in_memory": True})
    d = daftar_tindakan()
    buku.set_properties(
        {
            "title": d.nama,
            "comments": d.stamp(contoh=contoh),
            "created": dt.datetime.combine(hari, dt.time()),
        }
    )
    gaya = make(buku)
    lembar = buku.add_worksheet(d.lembar)
    _head(lembar, gaya, hari, contoh)
    batas = JUDUL + max(_BARIS_KOSONG, len(rows) + _CADANGAN)
    for n, satu in enumerate(rows, start=JUDUL + 1):
        for j, kolom in enumerate(d.kolom):
            _cell(lembar, gaya, n, j, kolom, satu.get(kolom.nama))
    _page(lembar, gaya, rows, batas)
    lists = _choices(buku.add_worksheet("Pilihan"), gaya, pilihan)
    for nama, sumber in lists.items():
        j = next(j for j, k in enumerate(d.kolom) if k.nama == nama)
        lembar.data_validation(
            JUDUL + 1, j, batas, j,
            {"validate": "list", "source": sumber, "ignore_blank": True,
             "error_type": "warning", "error_title": "Tidak ada di daftar",
             "error_message": "Isi ini tidak ada di lembar Pilihan. Tetap dipakai?"},
        )  # fmt: skip
    buku.close()


def register_bytes(
    rows: Sequence[Isian], pilihan: Pilihan, *, hari: dt.date, contoh: bool = False
) -> bytes:
    """`write_register` into memory."""
    keluar = io.BytesIO()
    write_register(keluar, rows, pilihan, hari=hari, contoh=contoh)
    return keluar.getvalue()


def _head(lembar: Worksheet, gaya: Gaya, hari: dt.date, contoh: bool) -> None:
    d = daftar_tindakan()
    lembar.write_string(0, 0, d.stamp(contoh=contoh), gaya["redup"])
    lembar.write_string(1, 0, d.nama, gaya["judul"])
    if contoh:
        lembar.write_string(1, 5, "CONTOH – bukan data sebenarnya", gaya["contoh"])
    lembar.write_string(2, 0, d.label_hari, gaya["biasa"])
    lembar.write_datetime(
        2, 1, dt.datetime.combine(hari, dt.time()), gaya["tanggal"]
    )  # fmt: skip
    for i, teks in enumerate(_PETUNJUK, start=3):
        lembar.write_string(i, 0, teks, gaya["redup"])
    for j, kolom in enumerate(d.kolom):
        lembar.write_string(JUDUL, j, kolom.judul, gaya["kepala"])
        if kolom.bantuan:
            lembar.data_validation(
                JUDUL, j, JUDUL, j,
                {"validate": "any", "input_title": kolom.judul[:32],
                 "input_message": kolom.bantuan},
            )  # fmt: skip


def _cell(
    lembar: Worksheet, gaya: Gaya, i: int, j: int, kolom: KolomTindakan, isi: object
) -> None:
    pola = gaya[_GAYA.get(kolom.tipe, "teks")]
    if isinstance(isi, dt.date):
        lembar.write_datetime(i, j, dt.datetime.combine(isi, dt.time()), pola)
    elif isinstance(isi, int | float) and not isinstance(isi, bool):
        lembar.write_number(i, j, isi, pola)
    elif isi:
        lembar.write_string(i, j, str(isi), pola)
    else:
        lembar.write_blank(i, j, None, pola)


def _page(lembar: Worksheet, gaya: Gaya, rows: Sequence[Isian], batas: int) -> None:
    kolom = daftar_tindakan().kolom
    for j, k in enumerate(kolom):
        lembar.set_column(j, j, k.lebar)
    for i in range(JUDUL + 1 + len(rows), JUDUL + 1 + len(rows) + _CADANGAN):
        for j, k in enumerate(kolom):
            _cell(lembar, gaya, i, j, k, None)
    lembar.set_row(JUDUL, 30)
    lembar.freeze_panes(JUDUL + 1, 3)
    lembar.autofilter(JUDUL, 0, batas, len(kolom) - 1)
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.set_margins(left=0.3, right=0.3, top=0.4, bottom=0.4)
    lembar.fit_to_pages(1, 0)
    lembar.repeat_rows(JUDUL)


def _choices(lembar: Worksheet, gaya: Gaya, pilihan: Pilihan) -> dict[str, str]:
    """The sheet of what may be chosen; where the list of each column stands."""
    status = [s.label for s in daftar_tindakan().status.values()]
    daftar: dict[str, tuple[str, Sequence[str]]] = {
        "kode_kelompok": ("Kode kelompok", [k.kode for k in pilihan.kelompok]),
        "": ("Nama kelompok", [k.nama for k in pilihan.kelompok]),
        " ": ("Kelurahan kelompok", [k.kelurahan for k in pilihan.kelompok]),
        "kelurahan": ("Kelurahan", [k.nama for k in kelurahan().values()]),
        "jenis": ("Jenis tindakan", pilihan.jenis),
        "status": ("Status", status),
        "pelaksana": ("Pelaksana", pilihan.pelaksana),
    }
    hasil = {}
    for j, (nama, (judul, isi)) in enumerate(daftar.items()):
        lembar.write_string(0, j, judul, gaya["kepala"])
        lembar.write_column(1, j, isi, gaya["biasa"])
        lembar.set_column(j, j, 24)
        if nama.strip() and isi:
            huruf = column_letters(j)
            hasil[nama] = f"=Pilihan!${huruf}$2:${huruf}${len(isi) + 1}"
    lembar.freeze_panes(1, 0)
    return hasil
