"""Texts, web pages and XML as sheets: every cell where the sender sees it."""

# ruff: noqa: E501 (cells stand as they are written)
import datetime as dt

import pytest

from loaders.form.read import read
from loaders.formats.grid import ErrorCell, Grid, UncalculatedCell
from loaders.formats.unreadable import UnreadableError
from loaders.formats.workbook import Workbook
from tests.faults import HARI_INI, Form
from tests.odd_files import spreadsheet_xml
from tests.ods import Mentah, content, write_ods
from tests.ods import packed as packed_ods
from tests.packages import changed, swapped
from tests.xls import record, write_xls

KAS = [["Kelompok", "Kas"], ["Melati é", "1.500"]]
TEKS = "Kelompok;Kas\r\nMelati é;1.500\r\n"


def rows(data: bytes) -> list[list[object]]:
    """The cells of the only sheet."""
    buku = Workbook(data)
    (nama,) = buku.names
    return buku.grid(nama).rows


@pytest.mark.parametrize(
    "data",
    [
        TEKS.encode(),
        TEKS.encode("utf-8-sig"),
        TEKS.encode("cp1252"),
        TEKS.encode("utf-16"),
        TEKS.encode("utf-16-le"),
        TEKS.encode("utf-16-be"),
        b"sep=;\r\n" + TEKS.encode(),
        b"SEP=;\n" + TEKS.encode(),
        TEKS.replace(";", "\t").encode(),
        TEKS.replace(";", "|").encode(),
        TEKS.replace(";", ",").encode(),
        TEKS.replace("\r\n", "\n").encode(),
        TEKS.replace("\r\n", "\r").encode(),
        TEKS.replace("Kas", "K\0as").encode(),
        b"\n".join(b'"' + b'";"'.join(x.encode() for x in b) + b'"' for b in KAS),
    ],
)
def test_a_text_is_read_whatever_it_is_written_in(data):
    assert rows(data) == KAS


def test_a_quoted_line_break_stays_within_its_cell():
    assert rows(b'Nama;Kas\n"Melati\nRT 2";5\nMawar;6\n') == [
        ["Nama", "Kas"],
        ["Melati\nRT 2", "5"],
        ["Mawar", "6"],
    ]


def test_rows_below_a_title_keep_their_number():
    grid = Workbook(b"Laporan UP2K\n\nKelompok;Kas\nMelati;5\n").grid("CSV")
    assert [grid.sel(i, 1) for i, b in enumerate(grid.rows) if b[1]] == ["B3", "B4"]


def test_a_very_long_cell_is_read():
    panjang = "x" * 300_000
    assert rows(f"Nama;Catatan\nMelati;{panjang}\n".encode())[1][1] == panjang


def test_inches_are_no_open_quotation_mark():
    assert rows(b'Barang;Ukuran\nPipa;5"\n') == [["Barang", "Ukuran"], ["Pipa", '5"']]


HALAMAN = b"""<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet>
<x:Name>Kas TW 3</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook>
</xml><![endif]--><style>td {color: red}</style></head><body><table>
<tr><th rowspan=2>Kelompok</th><th colspan="2">Kas</th></tr>
<tr><td>Awal</td><td>Akhir</td></tr>
<tr><td>Melati<br>RW&nbsp;3</td><td x:num="1500000">Rp 1.500.000</td><td>2.000</td>
<tr><td sdval="42233" sdnum="1057;0;DD/MM/YYYY">17/08/2015</td><td sdval="7" sdnum="1057;">7</td><td x:err="#REF!">#REF!</td></tr>
</table></body></html>"""


def test_a_web_page_named_xls_is_read_with_its_merged_cells():
    buku = Workbook(HALAMAN)
    assert (buku.jenis, buku.names) == ("html", ["Kas TW 3"])
    grid = buku.grid("Kas TW 3")
    assert grid.rows == [
        ["Kelompok", "Kas", ""],
        ["", "Awal", "Akhir"],
        ["Melati RW 3", 1500000.0, "2.000"],
        ["17/08/2015", 7.0, "#REF!"],
    ]
    assert isinstance(grid.rows[3][2], ErrorCell)
    assert grid.sel(2, 1) == "B3"


def test_every_table_of_a_page_is_a_sheet():
    """A table inside a cell is one of its own, and no part of that cell."""
    halaman = (
        b"<table><tr><td>Judul<table><tr><td>dalam</td></tr></table></td></tr></table>"
        b"<p>teks</p><table><tr><td></td></tr></table><table><tr><td>dua</td></table>"
    )
    buku = Workbook(halaman)
    isi = {n: buku.grid(n).rows for n in buku.names}
    assert isi == {"Tabel 1": [["Judul"]], "Tabel 2": [["dalam"]], "Tabel 3": [["dua"]]}


@pytest.mark.parametrize(
    "sel",
    [b'colspan="999999999"', b'rowspan="999999999"', b'colspan="-1"', b'colspan="x"'],
)
def test_a_merge_that_is_nonsense_costs_nothing(sel):
    halaman = b"<table><tr><td " + sel + b">Kas</td></tr></table>"
    assert rows(halaman) == [["Kas"]]


def test_a_page_of_a_million_merged_cells_is_refused():
    """Seven rows of 999 cells a thousand columns wide: 999,000 columns."""
    satu = b"<tr>" + b'<td colspan="1000" rowspan="1">x</td>' * 999 + b"</tr>"
    with pytest.raises(UnreadableError, match="di luar batas sebuah lembar kerja"):
        Workbook(b"<table>" + satu * 7 + b"</table>")


def test_a_form_as_a_web_page_is_read():
    tabel = ""
    for isi in Form().sheets.values():
        tinggi, lebar = (max(n) + 1 for n in zip(*isi, strict=True))
        baris = (
            "".join(f"<td>{_shown(isi.get((i, j), ''))}</td>" for j in range(lebar))
            for i in range(tinggi)
        )
        tabel += f"<table>{''.join(f'<tr>{b}</tr>' for b in baris)}</table>"
    bacaan = read(f"<html>{tabel}</html>".encode(), "laporan.xls", hari_ini=HARI_INI)
    assert {t.jenis for t in bacaan.temuan} == {"lembar_berganti_nama"}
    assert bacaan.kelompok[1].nilai["kas"] == 250000
    assert bacaan.kelompok[1].nilai["tanggal_berdiri"] == dt.date(2015, 8, 17)
    assert bacaan.tempat(bacaan.kelompok[1], "kas") == ("Tabel 3", "P3")


def _shown(isi: object) -> str:
    return f"{isi:%d/%m/%Y}" if isinstance(isi, dt.date) else str(isi)


def test_xml_of_excel_2003_keeps_its_kinds_and_places():
    form = Form()
    form.sheets = {
        "Kas": {
            (1, 1): '<Cell ss:MergeAcross="1"><Data ss:Type="String">dua</Data></Cell>',
            (2, 2): '<Cell><Data ss:Type="Boolean">1</Data></Cell>',
            (
                3,
                3,
            ): '<Cell><Data ss:Type="DateTime">2026-08-01T10:30:00.000</Data></Cell>',
            (4, 0): '<Cell ss:Formula="=R[1]C"></Cell>',
        }
    }
    grid = Workbook(spreadsheet_xml(form)).grid("Kas")
    ada = {
        grid.sel(i, j): s
        for i, b in enumerate(grid.rows)
        for j, s in enumerate(b)
        if s != ""
    }
    saat = dt.datetime(2026, 8, 1, 10, 30)
    assert ada == {"B2": "dua", "C3": True, "D4": saat, "A5": "=R[1]C"}
    assert isinstance(ada["A5"], UncalculatedCell)


def test_an_error_outside_the_other_cells_is_put_where_it_stands():
    """Calamine begins a sheet at its first value, which an error may precede."""
    grid = Grid("Kas", [["x"]], baris0=4, kolom0=2)
    grid.put(1, 0, ErrorCell("#REF!"))
    grid.put(5, 3, ErrorCell("#N/A"))
    ada = {
        grid.sel(i, j): s
        for i, b in enumerate(grid.rows)
        for j, s in enumerate(b)
        if s != ""
    }
    assert ada == {"A2": "#REF!", "C5": "x", "D6": "#N/A"}
    assert len({len(b) for b in grid.rows}) == 1


def hidden(data: bytes) -> list[tuple[str | None, str | None, str]]:
    bacaan = read(data, "f", hari_ini=HARI_INI)
    assert {t.jenis for t in bacaan.temuan} == {"tersembunyi"}
    assert bacaan.kelompok[1].nilai["kas"] == 250000
    return [(t.lembar, t.sel, t.pesan.split(" Tidak perlu")[0]) for t in bacaan.temuan]


LEMBAR_SEMBUNYI = [
    ("Keuangan", None, "Lembar Keuangan: lembar ini tersembunyi, tetapi tetap dibaca.")
]


def test_a_hidden_sheet_is_read_and_said():
    xlsx = changed(
        Form().write(), r"xl/workbook\.xml",
        swapped(b'name="Keuangan"', b'name="Keuangan" state="veryHidden"'),
    )  # fmt: skip
    assert hidden(xlsx) == LEMBAR_SEMBUNYI
    xls = write_xls(Form().sheets, tersembunyi=("Keuangan",))
    assert hidden(xls) == LEMBAR_SEMBUNYI


def test_hidden_columns_and_rows_are_read_and_said():
    kolom = b'<cols><col min="16" max="18" width="0" hidden="1"/></cols><sheetData>'
    xlsx = changed(
        Form().write(), r"xl/worksheets/sheet3\.xml", swapped(b"<sheetData>", kolom)
    )
    assert hidden(xlsx) == [(
        "Keuangan", "P1",
        "Lembar Keuangan, sel P1: kolom P sampai R tersembunyi, tetapi tetap dibaca.",
    )]  # fmt: skip
    xls = write_xls(
        Form().sheets,
        tambahan={"Keuangan": record(0x0208, b"\2\0" + bytes(10) + b"\x20\0\0\0")},
    )
    baris = "Lembar Keuangan, sel A3: baris 3 tersembunyi, tetapi tetap dibaca."
    assert hidden(xls) == [("Keuangan", "A3", baris)]
    xml = content(Form().sheets)
    awal = xml.index('table:name="Keuangan"')
    ketiga = awal
    for _ in range(3):
        ketiga = xml.index("<table:table-row", ketiga + 1)
    sembunyi = '<table:table-row table:visibility="filter"'
    ods = packed_ods(
        xml[:ketiga] + xml[ketiga:].replace("<table:table-row", sembunyi, 1)
    )
    assert hidden(ods) == [("Keuangan", "A3", baris)]


def test_many_columns_without_a_heading_are_one_finding():
    banyak = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="300"/>'
    data = write_ods(Form().put("Keuangan", AP2=Mentah(banyak)).sheets)
    (temuan,) = read(data, "f", hari_ini=HARI_INI).temuan
    assert (temuan.jenis, temuan.lembar, temuan.sel) == (
        "kolom_tidak_dikenal", "Keuangan", "AP1",
    )  # fmt: skip
    # AP is the 42nd column; the last of three hundred is the 341st, MC.
    assert temuan.pesan.startswith(
        "Lembar Keuangan, sel AP1: 300 kolom tanpa judul (AP sampai MC) tidak dibaca."
    )
