"""Forms with the same faults in some fifty shapes that spreadsheets come in.

Faults, in the form of `tests.faults` (Melati in row 2, Mawar in row 3; headings in row
1): Keuangan P2 "dua puluh" and Kelompok D2, G3 and Identitas B5 must be mended,
Keuangan AH3 should be looked at, Keuangan P3 is only told. Shapes whose tables stand
lower say by how many rows.
"""

import base64
import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as Gambar
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from tests.faults import Form

SALAH = {
    ("Keuangan", "P2"): "galat",
    ("Kelompok", "D2"): "galat",
    ("Kelompok", "G3"): "galat",
    ("Identitas", "B5"): "galat",
    ("Keuangan", "AH3"): "periksa",
    ("Keuangan", "P3"): "info",
}
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
    "AABJRU5ErkJggg=="
)


def faulty() -> Form:
    """The form with its faults, as cells by address."""
    return (
        Form()
        .put("Keuangan", P2="dua puluh", P3=250000.4, AH3=50_000_000_000)
        .put("Kelompok", D2="31 Mei entah", G3="Pratama")
        .put("Identitas", B5="mungkin")
    )


@dataclass
class Tulis:
    """One form being written with XlsxWriter; `hias` may change it before it closes."""

    buku: xlsxwriter.Workbook
    lembar: dict[str, xlsxwriter.worksheet.Worksheet] = field(default_factory=dict)


def cells(form: Form, turun: int = 0) -> dict[str, dict[tuple[int, int], object]]:
    return {
        nama: {(i + turun, j): v for (i, j), v in isi.items() if v is not None}
        for nama, isi in form.sheets.items()
    }


def written(
    *hias: Callable[[Tulis], None],
    sebelum: Callable[[Tulis], None] | None = None,
    gaya: dict[str, object] | None = None,
    turun: int = 0,
    form: Form | None = None,
    **pilihan: object,
) -> bytes:
    """The form by XlsxWriter, every cell in one format, dates in another."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, pilihan) as buku:
        t = Tulis(buku)
        hari = buku.add_format({**(gaya or {}), "num_format": "dd/mm/yyyy"})
        biasa = buku.add_format(gaya) if gaya else None
        if sebelum:
            sebelum(t)
        for nama, isi in cells(form or faulty(), turun).items():
            lembar = t.lembar[nama] = buku.add_worksheet(nama)
            for (i, j), v in sorted(isi.items()):
                if isinstance(v, dt.date):
                    lembar.write_datetime(i, j, dt.datetime.combine(v, dt.time()), hari)
                elif isinstance(v, int | float):
                    lembar.write_number(i, j, v, biasa)
                else:
                    lembar.write_string(i, j, str(v), biasa)
        for satu in hias:
            satu(t)
    return keluar.getvalue()


def patched(data: bytes, **ubah: Callable[[bytes], bytes]) -> bytes:
    """A package with parts changed: by name, `semua_lembar` for every sheet."""
    keluar = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as asal,
        zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as tulis,
    ):
        for info in asal.infolist():
            isi = asal.read(info)
            for cari, fungsi in ubah.items():
                if re.search(cari, info.filename):
                    isi = fungsi(isi)
            if isi:
                tulis.writestr(info.filename, isi)
    return keluar.getvalue()


LEMBAR = r"worksheets/sheet\d+\.xml$"


def replaced(*pasang: tuple[bytes, bytes]) -> Callable[[bytes], bytes]:
    def ganti(isi: bytes) -> bytes:
        for cari, jadi in pasang:
            isi = re.sub(cari, jadi, isi)
        return isi

    return ganti


# ------------------------------------------------------------- what XlsxWriter does


def _formulas(t: Tulis) -> None:
    uang = t.lembar["Keuangan"]
    for baris in (2, 3):
        uang.write_formula(f"AJ{baris}", f"=SUM(P{baris}:S{baris})", None, 111 * baris)
    t.lembar["Kelompok"].write_formula("M2", "=J2+K2-L2", None, 21)
    t.lembar["Kelompok"].write_formula("V9", '="a"&"b"', None, "ab")
    t.lembar["Kelompok"].write_array_formula("V10", "{=SUM(J2:J3*2)}", None, 80)


def _pictures(t: Tulis) -> None:
    uang = t.lembar["Keuangan"]
    grafik = t.buku.add_chart({"type": "column"})
    grafik.add_series({"values": "=Keuangan!$C$2:$C$3", "name": "Simpanan"})
    uang.insert_chart("C8", grafik)
    uang.insert_image("J8", "titik.png", {"image_data": io.BytesIO(PNG)})
    uang.insert_textbox("A8", "Catatan petugas")
    t.lembar["Identitas"].insert_image(
        "D1", "logo.png", {"image_data": io.BytesIO(PNG)}
    )


def _rules(t: Tulis) -> None:
    uang = t.lembar["Keuangan"]
    merah = t.buku.add_format({"bg_color": "#FF0000"})
    uang.conditional_format(
        "C2:AL3", {"type": "cell", "criteria": "<", "value": 0, "format": merah}
    )
    uang.conditional_format("P2:P3", {"type": "data_bar"})
    pilihan = {"validate": "decimal", "criteria": ">=", "value": 0,
               "input_message": "Angka saja"}  # fmt: skip
    uang.data_validation("C2:AL3", pilihan)
    t.lembar["Kelompok"].data_validation(
        "G2:G3", {"validate": "list", "source": ["Pemula", "Madya"]}
    )


def _notes(*sel: str) -> Callable[[Tulis], None]:
    def tulis(t: Tulis) -> None:
        for satu in sel:
            t.lembar["Keuangan"].write_comment(
                satu, "Tolong dicek lagi, Bu.", {"author": "Petugas"}
            )
        t.lembar["Kegiatan"].write_comment("A1", "Isi tanggal.", {"author": "Ani"})

    return tulis


def _names(t: Tulis) -> None:
    t.buku.define_name("Kas", "=Keuangan!$P$2:$P$3")
    t.buku.define_name("Keuangan!Lokal", "=Keuangan!$A$1")
    for lembar in t.lembar.values():
        lembar.repeat_rows(0)
        lembar.print_area(0, 0, 5, 10)
        lembar.set_landscape()
        lembar.set_header("&CFormulir")
        lembar.set_footer("&RHalaman &P")
        lembar.set_h_pagebreaks([20])


def _panes(t: Tulis) -> None:
    for nama in ("Kelompok", "Keuangan"):
        t.lembar[nama].freeze_panes(1, 2)
        t.lembar[nama].autofilter(0, 0, 2, 10)
    t.lembar["Buku dan Langkah"].split_panes(20, 10)


def _hidden(t: Tulis) -> None:
    t.lembar["Keuangan"].set_row(1, 20, None, {"hidden": True})
    t.lembar["Keuangan"].set_column("P:P", 12, None, {"hidden": True})
    t.lembar["Kelompok"].set_row(2, None, None, {"level": 1, "collapsed": True})
    t.lembar["Kelompok"].set_default_row(18)


def _secret_sheets(t: Tulis) -> None:
    for nama, cara in (("Daftar lama", "hide"), ("Kunci", "very_hidden")):
        lembar = t.buku.add_worksheet(nama)
        getattr(lembar, cara)()


def _titles(t: Tulis) -> None:
    tebal = t.buku.add_format({"bold": True, "align": "center", "border": 1})
    for nama, lembar in t.lembar.items():
        lembar.merge_range("A1:H2", f"LAPORAN UP2K: {nama}", tebal)


def _table(t: Tulis) -> None:
    judul = [{"header": str(v)} for (i, _), v in faulty().sheets["Keuangan"].items()
             if i == 0]  # fmt: skip
    t.lembar["Keuangan"].add_table(0, 0, 2, len(judul) - 1, {"columns": judul})


def _links(t: Tulis) -> None:
    tebal = t.buku.add_format({"bold": True})
    lembar = t.lembar["Kegiatan"]
    lembar.write_url("H2", "https://contoh.invalid/", string="Panduan")
    lembar.write_url("H3", "internal:Keuangan!A1", string="Uang")
    lembar.write_rich_string("H4", "sebagian ", tebal, "tebal", " saja")
    t.lembar["Keuangan"].write_url("P2", "internal:Kelompok!A1", string="dua puluh")
    t.lembar["Keuangan"].ignore_errors({"number_stored_as_text": "A1:XFD9"})


def _protected(t: Tulis) -> None:
    for lembar in t.lembar.values():
        lembar.protect("rahasia", {"select_locked_cells": True})


def _chartsheet(t: Tulis) -> None:
    lembar = t.buku.add_chartsheet("Grafik")
    grafik = t.buku.add_chart({"type": "bar"})
    grafik.add_series({"values": "=Keuangan!$C$2:$C$3"})
    lembar.set_chart(grafik)


def _buttons(t: Tulis) -> None:
    t.lembar["Keuangan"].insert_button("B8", {"caption": "Hitung"})
    t.lembar["Identitas"].insert_checkbox(11, 0, True)


def _header_picture(t: Tulis) -> None:
    pilihan = {"image_left": "logo.png", "image_data_left": io.BytesIO(PNG)}
    t.lembar["Keuangan"].set_header("&L&G", pilihan)
    t.lembar["Identitas"].set_background(io.BytesIO(PNG))


def _open_at(t: Tulis) -> None:
    t.lembar["Kelompok"].set_first_sheet()
    t.lembar["Keuangan"].activate()
    t.lembar["Keuangan"].set_selection("C3")


def _row_and_column_formats(t: Tulis) -> None:
    biru = t.buku.add_format(
        {"bg_color": "#CCE5FF", "num_format": "#,##0", "border": 1}
    )
    t.lembar["Identitas"].set_column("B:C", 30, biru)
    t.lembar["Keuangan"].set_row(1, 24, t.buku.add_format({"italic": True}))


def _odd_names(t: Tulis) -> None:
    for nama in ("Catatan 'lama' & <lain>", "Sisa – é 😀"):
        t.buku.add_worksheet(nama).write_string("A1", "coretan")


def _own_list(t: Tulis) -> None:
    lembar = t.buku.add_worksheet("Perbaikan")
    lembar.write_row("A1", ["Gedung", "Sudah diperbaiki"])
    lembar.write_row("A2", ["Balai", "belum"])


def _sparklines(t: Tulis) -> None:
    t.lembar["Keuangan"].add_sparkline("AP2", {"range": "Keuangan!C2:J2"})
    bendera = {"type": "icon_set", "icon_style": "3_flags"}
    t.lembar["Keuangan"].conditional_format("C2:C3", bendera)


KOTAK = {"border": 1, "border_color": "#336699", "bg_color": "#FFF2CC", "bold": True,
         "num_format": "#,##0.00", "align": "right", "locked": False,
         "font_color": "#003366"}  # fmt: skip


# ------------------------------------------------------------ what openpyxl does


def _by_openpyxl(*hias: Callable[[openpyxl.Workbook], None]) -> bytes:
    buku = openpyxl.Workbook()
    buku.remove(buku.active)
    for nama, isi in cells(faulty()).items():
        lembar = buku.create_sheet(nama)
        for (i, j), v in isi.items():
            lembar.cell(i + 1, j + 1, v)
    for satu in hias:
        satu(buku)
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def _openpyxl_all(buku: openpyxl.Workbook) -> None:
    uang = buku["Keuangan"]
    grafik = BarChart()
    grafik.add_data(Reference(uang, min_col=3, min_row=1, max_row=3))
    uang.add_chart(grafik, "C10")
    uang.add_image(Gambar(io.BytesIO(PNG)), "J10")
    uang["C2"].comment = Comment("Benar?", "Ani")
    uang["P2"].comment = Comment("Nanti saya tanya.", "Ani")
    uang["P2"].fill = PatternFill("lightUp", fgColor="FFAA00")
    kuning = PatternFill("solid", bgColor="FFFF00")
    uang.conditional_formatting.add("C2:D3", CellIsRule("lessThan", ["0"], fill=kuning))
    aturan = DataValidation("whole", operator="greaterThan", formula1="0")
    aturan.add("C2:D3")
    uang.add_data_validation(aturan)
    uang.freeze_panes = "C2"
    uang.print_title_rows = "1:1"
    uang.print_area = "A1:AL3"
    buku["Kelompok"].row_dimensions[3].hidden = True
    buku["Kelompok"].merge_cells("V1:X1")
    buku.active = 2


# ------------------------------------------------------- what hands have to write


def _prefixed(isi: bytes) -> bytes:
    """Every element under a prefix, as some programs write it."""
    isi = re.sub(rb"<(/?)([A-Za-z])", rb"<\1x:\2", isi)
    return isi.replace(b'xmlns="http', b'xmlns:x="http', 1)


def _shared_formula(isi: bytes) -> bytes:
    isi = isi.replace(b'<c r="M2"><v>21</v></c>',
                      b'<c r="M2"><f t="shared" ref="M2:M3" si="0">J2+K2-L2</f>'
                      b"<v>21</v></c>")  # fmt: skip
    return isi.replace(b'<c r="M3"><v>21</v></c>',
                       b'<c r="M3"><f t="shared" si="0"/><v>21</v></c>')  # fmt: skip


_WADAH = (
    b'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    b'mc:Ignorable="x14ac" xmlns:x14ac='
    b'"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" '
)


def _threaded() -> bytes:
    """A conversation on Keuangan P2, as Excel 365 keeps it beside its notes."""
    data = written(_notes("P2", "C2"))
    percakapan = (
        b'<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/'
        b'2018/threadedcomments"><threadedComment ref="P2" dT="2026-10-01T00:00:00" '
        b'personId="{1}" id="{2}"><text>Benar?</text></threadedComment>'
        b"</ThreadedComments>"
    )
    keluar = io.BytesIO(data)
    with zipfile.ZipFile(keluar, "a") as paket:
        paket.writestr("xl/threadedComments/threadedComment1.xml", percakapan)
    hubung = (
        b'<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2017/10/'
        b'relationships/threadedComment" Target="../threadedComments/'
        b'threadedComment1.xml"/></Relationships>'
    )
    return patched(
        keluar.getvalue(),
        **{r"_rels/sheet3\.xml\.rels$": replaced((rb"</Relationships>", hubung))},
    )


def _no_styles() -> bytes:
    return patched(
        written(form=Form()
                .put("Keuangan", P2="dua puluh", P3=250000.4, AH3=50_000_000_000)
                .put("Kelompok", D2="31 Mei entah", D3="17/08/2015", G3="Pratama")
                .put("Kegiatan", A2="2026-08-01")
                .put("Identitas", B5="mungkin")),
        **{r"xl/styles\.xml$": lambda _: b"",
           r"workbook\.xml\.rels$|Content_Types": replaced(
               (rb"<(?:Relationship|Override) [^>]*styles[^>]*/>", b""))},
    )  # fmt: skip


def _stored(data: bytes) -> bytes:
    keluar = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as asal,
        zipfile.ZipFile(keluar, "w", zipfile.ZIP_STORED) as tulis,
    ):
        for nama in asal.namelist():
            tulis.writestr(nama, asal.read(nama))
    return keluar.getvalue()


def _few_rows_numbered(isi: bytes) -> bytes:
    return re.sub(rb'<row r="[23]"', b"<row", isi)


BENTUK: dict[str, Callable[[], bytes]] = {
    "polos": written,
    "tanpa_teks_bersama": lambda: written(constant_memory=True),
    "berformat": lambda: written(gaya=KOTAK),
    "rumus": lambda: written(_formulas),
    "grafik_gambar": lambda: written(_pictures),
    "aturan": lambda: written(_rules),
    "catatan_lain": lambda: written(_notes("C2", "D3")),
    "catatan_pada_sel_salah": lambda: written(_notes("P2", "AH3")),
    "nama_dan_cetak": lambda: written(_names),
    "kolom_beku": lambda: written(_panes),
    "baris_tersembunyi": lambda: written(_hidden),
    "lembar_tersembunyi": lambda: written(sebelum=_secret_sheets),
    "tabel": lambda: written(_table),
    "tautan": lambda: written(_links),
    "terkunci_lembar": lambda: written(_protected),
    "lembar_grafik": lambda: written(sebelum=_chartsheet),
    "tombol": lambda: written(_buttons),
    "tombol_dan_catatan": lambda: written(_buttons, _notes("C2", "P2")),
    "gambar_kepala": lambda: written(_header_picture),
    "lembar_terbuka_lain": lambda: written(_open_at),
    "gaya_baris_kolom": lambda: written(_row_and_column_formats),
    "nama_aneh": lambda: written(_odd_names),
    "lembar_perbaikan_sendiri": lambda: written(_own_list),
    "percik": lambda: written(_sparklines),
    "tahun_1904": lambda: written(date_1904=True),
    "semua_sekaligus": lambda: written(
        _formulas, _pictures, _rules, _notes("P2"), _names, _panes, _hidden, _links,
        _sparklines, gaya=KOTAK,
    ),
    "openpyxl": lambda: _by_openpyxl(),
    "openpyxl_lengkap": lambda: _by_openpyxl(_openpyxl_all),
    "berawalan": lambda: patched(written(gaya=KOTAK), **{LEMBAR: _prefixed}),
    "gaya_berawalan": lambda: patched(
        written(gaya=KOTAK), **{r"styles\.xml$": _prefixed}
    ),
    "sel_tanpa_alamat": lambda: patched(
        written(),
        **{LEMBAR: replaced((rb'<c r="[A-G][23]"', b"<c"), (rb'<c r="[A-E]1"', b"<c"))},
    ),
    "baris_tanpa_nomor": lambda: patched(written(), **{LEMBAR: _few_rows_numbered}),
    "rel_mutlak": lambda: patched(
        written(_pictures),
        **{r"workbook\.xml\.rels$": replaced((rb'Target="(\w)', rb'Target="/xl/\1'))},
    ),
    "rumus_bersama": lambda: patched(written(), **{LEMBAR: _shared_formula}),
    "percakapan": _threaded,
    "tanpa_tampilan_buku": lambda: patched(
        written(), **{r"workbook\.xml$": replaced((rb"<bookViews>.*</bookViews>", b""))}
    ),
    "tanpa_gaya": _no_styles,
    "tanpa_mampat": lambda: _stored(written(_pictures)),
    "berwadah": lambda: patched(
        written(_panes),
        **{LEMBAR: replaced((rb"<worksheet ", b"<worksheet " + _WADAH),
                        (rb"<row ", b'<row x14ac:dyDescent="0.25" '))},
    ),
    "berkomentar_xml": lambda: patched(
        written(),
        **{LEMBAR: replaced((rb"<sheetData>", b"<!-- a --><sheetData><!-- b -->"))},
    ),
    "warna_tema": lambda: patched(
        written(gaya=KOTAK),
        **{r"styles\.xml$": replaced((rb'rgb="FFFFF2CC"', b'theme="4" tint="0.7999"'))},
    ),
    "tanpa_ukuran": lambda: patched(
        written(),
        **{LEMBAR: replaced((rb"<dimension [^>]*/>", b""), (rb' spans="[^"]*"', b""))},
    ),
}  # fmt: skip

# How many rows lower the tables stand.
TURUN = {"judul_gabung": 3, "baris_kosong": 2}
BENTUK["judul_gabung"] = lambda: written(_titles, turun=3)
BENTUK["baris_kosong"] = lambda: written(turun=2)


def expected(bentuk: str) -> dict[tuple[str, str], str]:
    """Where the faults stand in a shape, and how grave each is."""
    turun = TURUN.get(bentuk, 0)
    hasil = {}
    for (lembar, sel), tingkat in SALAH.items():
        huruf = sel.rstrip("0123456789")
        hasil[lembar, f"{huruf}{int(sel[len(huruf) :]) + turun}"] = tingkat
    return hasil
