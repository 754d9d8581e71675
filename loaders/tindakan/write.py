"""Writes *Daftar Tindakan Pembinaan*: to fill in, or with the actions that count."""

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from loaders.daftar.lembar import (
    cell,
    choices,
    heading,
    offer,
    page,
    set_properties,
)
from loaders.template.gaya import Gaya, make
from loaders.tindakan.isian import Isian, Pilihan
from reference.tindakan import daftar_tindakan
from reference.wilayah import kelurahan

JUDUL = 6
"""The index of the heading row."""
_BARIS_KOSONG = 300
_CADANGAN = 40
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
    set_properties(buku, d.nama, d.stamp(contoh=contoh), hari)
    gaya = make(buku)
    lembar = buku.add_worksheet(d.lembar)
    _head(lembar, gaya, hari, contoh)
    batas = JUDUL + max(_BARIS_KOSONG, len(rows) + _CADANGAN)
    for n, satu in enumerate(rows, start=JUDUL + 1):
        for j, kolom in enumerate(d.kolom):
            cell(lembar, gaya, n, j, kolom.tipe, satu.get(kolom.nama))
    _page(lembar, gaya, rows, batas)
    for nama, sumber in choices(buku, gaya, _lists(pilihan)).items():
        j = next(j for j, k in enumerate(d.kolom) if k.nama == nama)
        offer(lembar, (JUDUL + 1, j), (batas, j), sumber)
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
        heading(lembar, gaya, JUDUL, j, kolom, kolom.bantuan)


def _page(lembar: Worksheet, gaya: Gaya, rows: Sequence[Isian], batas: int) -> None:
    kolom = daftar_tindakan().kolom
    for j, k in enumerate(kolom):
        lembar.set_column(j, j, k.lebar)
    for i in range(JUDUL + 1 + len(rows), JUDUL + 1 + len(rows) + _CADANGAN):
        for j, k in enumerate(kolom):
            cell(lembar, gaya, i, j, k.tipe, None)
    lembar.set_row(JUDUL, 30)
    lembar.freeze_panes(JUDUL + 1, 3)
    lembar.autofilter(JUDUL, 0, batas, len(kolom) - 1)
    page(lembar, JUDUL)


def _lists(pilihan: Pilihan) -> dict[str, tuple[str, Sequence[str]]]:
    """What may be chosen, by column of the form."""
    status = [s.label for s in daftar_tindakan().status.values()]
    return {
        "kode_kelompok": ("Kode kelompok", [k.kode for k in pilihan.kelompok]),
        "": ("Nama kelompok", [k.nama for k in pilihan.kelompok]),
        " ": ("Kelurahan kelompok", [k.kelurahan for k in pilihan.kelompok]),
        "kelurahan": ("Kelurahan", [k.nama for k in kelurahan().values()]),
        "jenis": ("Jenis tindakan", pilihan.jenis),
        "status": ("Status", status),
        "pelaksana": ("Pelaksana", pilihan.pelaksana),
    }
