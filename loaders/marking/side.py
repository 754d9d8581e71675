"""The workbook that goes beside a file that cannot be marked itself."""

import io
from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from loaders.bacaan import Potongan
from loaders.cells.personal import mask
from loaders.formats.perbaikan import JUDUL_KOLOM, NAMA_LEMBAR, Jejak, encode
from loaders.marking.first_sheet import (
    AKSEN,
    BARIS_JUDUL,
    GARIS,
    LEBAR,
    LEGENDA,
    SALAH,
    TEKS,
    clean_text,
    row_height,
)
from loaders.marking.keys import keys
from loaders.marking.listing import TINGKAT, Butir, mended_rows, opening
from loaders.marking.styles import WARNA

NAMA_CUPLIKAN = "Cuplikan"
_A4 = 9
_HURUF_CUPLIKAN = 17
_JUDUL_CUPLIKAN = "Potongan lembar Anda di sekitar sel yang perlu diperbaiki"


class _Pola:
    """The formats of the workbook."""

    def __init__(self, buku: Workbook) -> None:
        dasar = {"font_name": "Calibri", "font_size": 10, "font_color": _rgb(TEKS),
                 "valign": "top"}  # fmt: skip
        kotak = {**dasar, "border": 1, "border_color": _rgb(GARIS), "text_wrap": True}
        tebal = {"bold": True}

        def make(*sifat: Mapping[str, object]) -> Format:
            isi: dict[str, object] = {}
            for satu in sifat:
                isi |= satu
            return buku.add_format(isi)

        self.judul = make(dasar, tebal, {"font_size": 16, "font_color": _rgb(AKSEN)})
        self.polos = make(dasar)
        self.kalimat = make(dasar, {"text_wrap": True})
        self.kepala = make(
            kotak, tebal, {"bg_color": _rgb(AKSEN), "font_color": "#FFFFFF"}
        )
        self.isi = make(kotak)
        self.tautan = make(kotak, {"font_color": _rgb(AKSEN), "underline": 1})
        self.redup = make(kotak, {"bg_color": "#E8F3F1"})
        self.tingkat = {
            k: make(kotak, tebal, {"bg_color": _rgb(w)}) for k, w in WARNA.items()
        }


def _rgb(argb: str) -> str:
    return f"#{argb[2:]}"


def beside(
    nama: str,
    butir: Sequence[Butir],
    sebab: str,
    *,
    perbaikan: Mapping[tuple[str, str], str],
    cuplikan: Mapping[int, Potongan],
    temuan: Sequence[object],
) -> bytes:
    """The list of findings, and pieces of the sender's sheets around them.

    `cuplikan[i]` belongs to `temuan[i]`; `sebab` says why the file is not marked.
    """
    keluar = io.BytesIO()
    with Workbook(keluar, {"in_memory": True, "strings_to_formulas": False}) as buku:
        pola = _Pola(buku)
        daftar = buku.add_worksheet(NAMA_LEMBAR)
        muatan = encode(Jejak(keys(b.temuan for b in butir)))
        dari = {id(temuan[i]): p for i, p in cuplikan.items() if i < len(temuan)}
        ada = [(b, dari[id(b.temuan)]) for b in butir if id(b.temuan) in dari]
        letak = _excerpts(buku, pola, ada) if ada else {}
        _frame(daftar, pola, opening(nama, butir, samping=sebab), muatan)
        baris = BARIS_JUDUL
        for b in butir:
            _row(daftar, pola, baris, b, letak.get(b.nomor))
            baris += 1
        for satu in mended_rows(perbaikan):
            daftar.set_row(baris, row_height(["", *satu]))
            for j, teks in enumerate(("", *satu)):
                daftar.write_string(baris, j, clean_text(teks), pola.isi)
            baris += 1
    return keluar.getvalue()


def _frame(
    lembar: Worksheet, pola: _Pola, kalimat: Sequence[str], muatan: Sequence[str]
) -> None:
    """Title, opening, legend, headings; A4 lying down; the round unseen."""
    akhir = len(JUDUL_KOLOM) - 1
    lembar.set_tab_color(_rgb(SALAH))
    lembar.hide_gridlines(2)
    lembar.set_paper(_A4)
    lembar.set_landscape()
    lembar.fit_to_pages(1, 0)
    lembar.repeat_rows(BARIS_JUDUL - 1)
    lembar.set_footer("&L&8Daftar perbaikan&R&8Halaman &P dari &N")
    for j, lebar in enumerate(LEBAR):
        lembar.set_column(j, j, lebar)
    lembar.set_row(0, 26)
    lembar.write_string(0, 0, NAMA_LEMBAR, pola.judul)
    for j, teks in enumerate(muatan, start=len(LEBAR) + 1):
        lembar.write_string(0, j, teks)
        lembar.set_column(j, j, 9, None, {"hidden": True})
    for i, teks in enumerate(kalimat, start=1):
        lembar.merge_range(i, 0, i, akhir, clean_text(teks), pola.kalimat)
        lembar.set_row(i, 32)
    for tingkat, teks in TINGKAT.items():
        gaya = pola.tingkat[tingkat]
        lembar.write_string(len(kalimat) + 1, LEGENDA.index(teks), teks, gaya)
    for j, teks in enumerate(JUDUL_KOLOM):
        lembar.write_string(BARIS_JUDUL - 1, j, teks, pola.kepala)
    lembar.freeze_panes(BARIS_JUDUL, 0)


def _row(
    lembar: Worksheet, pola: _Pola, baris: int, b: Butir, letak: int | None
) -> None:
    lembar.set_row(baris, row_height(["", *b.row()]))
    lembar.write_number(baris, 0, b.nomor, pola.isi)
    for j, teks in enumerate(b.row(), start=1):
        gaya = pola.tingkat[b.temuan.tingkat] if j == 1 else pola.isi
        lembar.write_string(baris, j, clean_text(teks), gaya)
    if letak is not None:
        tuju = f"internal:'{NAMA_CUPLIKAN}'!A{letak + 1}"
        lembar.write_url(baris, 3, tuju, pola.tautan, clean_text(b.temuan.sel or ""))


def _excerpts(
    buku: Workbook, pola: _Pola, ada: Sequence[tuple[Butir, Potongan]]
) -> dict[int, int]:
    """The sheet of pieces; gives the row in which each finding's piece begins.

    It carries the stamp too: neither sheet of this workbook is ever read as data.
    """
    lembar = buku.add_worksheet(NAMA_CUPLIKAN)
    lembar.set_paper(_A4)
    lembar.set_landscape()
    lembar.fit_to_pages(1, 0)
    lembar.set_column(0, 0, 7)
    lembar.set_column(1, 12, 18)
    lembar.write_string(0, 0, _JUDUL_CUPLIKAN, pola.judul)
    stempel = max(len(p.kolom) for _, p in ada) + 2
    lembar.write_string(0, stempel, encode(Jejak())[0])
    lembar.set_column(stempel, stempel, 9, None, {"hidden": True})
    letak, i = {}, 2
    for b, p in ada:
        letak[b.nomor] = i
        tempat = f"{b.nomor}. Lembar {p.lembar}, sel {', '.join(p.sel)}"
        lembar.write_string(i, 0, clean_text(tempat), pola.polos)
        for j, huruf in enumerate(("", *p.kolom)):
            lembar.write_string(i + 1, j, huruf, pola.redup)
        i += 2
        for nomor, isi in p.baris:
            terpanjang = max((len(s) for s in isi), default=0)
            lembar.set_row(i, 5 + 13 * (1 + terpanjang // _HURUF_CUPLIKAN))
            lembar.write_number(i, 0, nomor, pola.redup)
            for huruf, teks in zip(p.kolom, isi, strict=True):
                salah = f"{huruf}{nomor}" in p.sel
                gaya = pola.tingkat[b.temuan.tingkat] if salah else pola.isi
                j = p.kolom.index(huruf) + 1
                lembar.write_string(i, j, clean_text(mask(teks)), gaya)
            i += 1
        i += 1
    return letak
