"""Writes Lampiran 4.22 as it is printed and signed."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from loaders.formats.grid import column_letters
from loaders.rekap.dari_kelompok import BarisTulis, IsiRekap, nama_wilayah_sah
from loaders.rekap.tempat import tier_of
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.rekap import KETERANGAN, counted, lampiran
from reference.wilayah import kecamatan, kelurahan

_KEPALA = 4
_FOLIO = 14
_LEBAR = {"no": 4, "nama_wilayah": 20, KETERANGAN: 12}
_LEBAR_ANGKA = 5.3
_TINGGI_KEPALA = (24, 36, 52, 52)
_DASAR: dict[str, Any] = {"font_name": "Calibri", "font_size": 9, "valign": "vcenter"}
_POLA: dict[str, dict[str, Any]] = {
    "cap": {**_DASAR, "font_size": 7, "font_color": "#5B6B73"},
    "contoh": {**_DASAR, "bold": True, "font_color": "#B42318"},
    "judul": {**_DASAR, "bold": True, "font_size": 12, "align": "center"},
    "kepala": {**_DASAR, "font_size": 7, "bold": True, "align": "center", "border": 1,
               "text_wrap": True, "bg_color": "#E8F3F1"},
    "tegak": {**_DASAR, "font_size": 7, "bold": True, "align": "center", "border": 1,
              "text_wrap": True, "rotation": 90, "bg_color": "#E8F3F1"},
    "nomor": {**_DASAR, "font_size": 7, "align": "center", "border": 1, "italic": True},
    "teks": {**_DASAR, "border": 1},
    "angka": {**_DASAR, "border": 1, "num_format": "#,##0"},
    "jumlah": {**_DASAR, "border": 1, "bold": True, "num_format": "#,##0"},
    "catatan": {**_DASAR, "font_size": 8},
    "ttd": {**_DASAR, "align": "center"},
}  # fmt: skip


def file_name(kode_wilayah: str, periode: Periode) -> str:
    """The name under which a recap is written.

    >>> file_name("35.74.03", Periode.parse("2026-S1"))
    'Lampiran 4.22 2026-S1 Kecamatan Mayangan.xlsx'
    """
    return f"Lampiran 4.22 {periode} {nama_wilayah_sah(kode_wilayah)}.xlsx"


def write_recap(
    target: Path | BinaryIO,
    kode_wilayah: str,
    periode: Periode,
    isi: IsiRekap,
    *,
    contoh: bool = False,
) -> None:
    """Writes the recap of a kelurahan, a kecamatan or the city as XLSX.

    None in a row leaves the cell blank, never 0; a column of which nothing is known has
    no total either. `contoh` stamps it as made from sample data. The same arguments
    always give the same bytes.

    Raises KeyError for a code that is no place of this city.
    """
    nama = nama_wilayah_sah(kode_wilayah)
    tujuan = str(target) if isinstance(target, Path) else target
    buku = Workbook(tujuan, {"in_memory": True})
    buku.set_properties(
        {
            "title": f"{lampiran().nama}, {nama}, {periode.label}",
            "comments": lampiran().stamp(contoh=contoh),
            "created": dt.datetime.combine(periode.start, dt.time()),
        }
    )
    gaya = {n: buku.add_format(pola) for n, pola in _POLA.items()}
    lembar = buku.add_worksheet("Lampiran 4.22")
    atas = _titles(lembar, gaya, kode_wilayah, periode, contoh)
    _header(lembar, gaya, atas)
    akhir = _table(lembar, gaya, isi.rows, atas + _KEPALA + 1)
    for teks in isi.catatan:
        akhir += 1
        lembar.write_string(akhir, 0, f"Catatan: {teks}", gaya["catatan"])
    akhir = _signatures(lembar, gaya, kode_wilayah, akhir + 2)
    _page(lembar, atas, akhir, f"{nama} · {periode.label}")
    buku.close()


def _maker(kode: str) -> tuple[str, str]:
    """The line that says who made it, and what its chair is chair of."""
    kota = pengaturan().nama_kota.upper()
    if tier_of(kode) == "kota":
        return f"TP PKK {kota}", pengaturan().nama_kota
    if tier_of(kode) == "kecamatan":
        nama = kecamatan()[kode].nama
        return f"TP PKK KECAMATAN {nama.upper()}, {kota}", f"Kecamatan {nama}"
    k = kelurahan()[kode]
    kec = kecamatan()[k.kode_kecamatan].nama.upper()
    baris = f"TP PKK KELURAHAN {k.nama.upper()}, KECAMATAN {kec}, {kota}"
    return baris, f"Kelurahan {k.nama}"


def _titles(
    lembar: Worksheet,
    gaya: dict[str, Format],
    kode: str,
    periode: Periode,
    contoh: bool,
) -> int:
    """The lines above the table; gives the first row of the header."""
    lembar.write_string(0, 0, lampiran().stamp(contoh=contoh), gaya["cap"])
    if contoh:
        lembar.write_string(0, 6, "CONTOH, bukan data sebenarnya", gaya["contoh"])
    lebar = len(lampiran().kolom) - 1
    tahun = periode.label.replace(str(periode.tahun), f"tahun {periode.tahun}")
    semua = (*lampiran().judul, _maker(kode)[0], tahun.upper())
    for i, teks in enumerate(semua, start=1):
        lembar.merge_range(i, 0, i, lebar, teks, gaya["judul"])
    return len(semua) + 2


def _spans() -> Iterator[tuple[int, int, int, int, str]]:
    """The header's cells: first and last row, first and last column, text."""
    kolom = lampiran().kolom
    for r in range(_KEPALA):
        c = 0
        while c < len(kolom):
            teks, milik = kolom[c].kepala[r], kolom[c].kepala[: r + 1]
            sampai = c
            while (
                sampai + 1 < len(kolom) and kolom[sampai + 1].kepala[: r + 1] == milik
            ):
                sampai += 1
            if teks or r == 0:
                bawah = r
                while teks and bawah + 1 < _KEPALA and not kolom[c].kepala[bawah + 1]:
                    bawah += 1
                yield r, bawah, c, sampai, teks
            c = sampai + 1


def _header(lembar: Worksheet, gaya: dict[str, Format], atas: int) -> None:
    for r, bawah, c, sampai, teks in _spans():
        sempit = c == sampai and c > 1 and sampai < len(lampiran().kolom) - 1
        pola = gaya["tegak" if sempit else "kepala"]
        if (r, c) == (bawah, sampai):
            lembar.write_string(atas + r, c, teks, pola)
        else:
            lembar.merge_range(atas + r, c, atas + bawah, sampai, teks, pola)
    for r, tinggi in enumerate(_TINGGI_KEPALA):
        lembar.set_row(atas + r, tinggi)
    for c, k in enumerate(lampiran().kolom):
        lembar.set_column(c, c, _LEBAR.get(k.nama, _LEBAR_ANGKA))
        lembar.write_number(atas + _KEPALA, c, k.nomor, gaya["nomor"])


def _table(
    lembar: Worksheet, gaya: dict[str, Format], rows: Sequence[BarisTulis], awal: int
) -> int:
    """The rows and their total; gives the index of the total's row."""
    for n, b in enumerate(rows):
        lembar.write_number(awal + n, 0, n + 1, gaya["teks"])
        lembar.write_string(awal + n, 1, b.nama, gaya["teks"])
    akhir = awal + len(rows)
    lembar.write_blank(akhir, 0, None, gaya["jumlah"])
    lembar.write_string(akhir, 1, "JUMLAH", gaya["jumlah"])
    for c, k in enumerate(lampiran().kolom[2:], start=2):
        isi = [b.nilai.get(k.nama) for b in rows]
        for n, nilai in enumerate(isi):
            if nilai is None:
                lembar.write_blank(awal + n, c, None, gaya["angka"])
            else:
                lembar.write_number(awal + n, c, nilai, gaya["angka"])
        ada = [v for v in isi if v is not None]
        if ada and k.nama in counted():
            huruf = column_letters(c)
            rumus = f"=SUM({huruf}{awal + 1}:{huruf}{akhir})"
            lembar.write_formula(akhir, c, rumus, gaya["jumlah"], sum(ada))
        else:
            lembar.write_blank(akhir, c, None, gaya["jumlah"])
    return akhir


def _signatures(lembar: Worksheet, gaya: dict[str, Format], kode: str, di: int) -> int:
    """Places to sign; gives the last row used."""
    siapa = ("Mengetahui,", f"Ketua TP PKK {_maker(kode)[1]}"), ("", "Ketua Pokja II")
    lembar.write_string(di, 27, "Probolinggo, ....................", gaya["ttd"])
    for c, (atas, jabatan) in zip((5, 27), siapa, strict=True):
        if atas:
            lembar.write_string(di, c, atas, gaya["ttd"])
        lembar.write_string(di + 1, c, jabatan, gaya["ttd"])
        lembar.write_string(di + 5, c, "( ........................... )", gaya["ttd"])
    return di + 5


def _page(lembar: Worksheet, atas: int, akhir: int, kaki: str) -> None:
    """Folio landscape, one page wide, the header repeated on every page."""
    lembar.set_paper(_FOLIO)
    lembar.set_landscape()
    lembar.set_margins(left=0.35, right=0.35, top=0.45, bottom=0.6)
    lembar.fit_to_pages(1, 0)
    lembar.repeat_rows(atas, atas + _KEPALA)
    lembar.print_area(0, 0, akhir, len(lampiran().kolom) - 1)
    lembar.freeze_panes(atas + _KEPALA + 1, 2)
    lembar.set_footer(f"&L&8{lampiran().nama} · {kaki}&R&8halaman &P dari &N")
