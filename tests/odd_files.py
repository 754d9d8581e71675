"""The small form as odd programs write it: every one of these must be read as it is."""

# ruff: noqa: E501 (a table of files reads best unbroken)
import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from tests.faults import Form
from tests.ods import content, write_ods
from tests.ods import packed as packed_ods
from tests.packages import changed, packed, parts, swapped
from tests.xls import write_xls
from tests.xlsb import write_xlsb

LEMBAR = r"xl/worksheets/sheet\d\.xml"
_UTAMA = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SS = "urn:schemas-microsoft-com:office:spreadsheet"
_CATATAN_OO = (
    '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" '
    '"Manifest.dtd">'
)
TEKS_SEL = b'<c r="%s" t="inlineStr"><is><t>%s</t></is></c>'


def _form() -> bytes:
    return Form().write()


def sheets(ubah: Callable[[bytes], bytes], pola: str = LEMBAR) -> Callable[[], bytes]:
    """The form with every sheet changed."""
    return lambda: changed(_form(), pola, ubah)


def _strict(xml: bytes) -> bytes:
    baru = b"http://purl.oclc.org/ooxml/"
    return xml.replace(_UTAMA, baru + b"spreadsheetml/main").replace(
        _REL, baru + b"officeDocument/relationships"
    )


def _prefixed(xml: bytes) -> bytes:
    return re.sub(rb"<(/?)([A-Za-z])", rb"<\1x:\2", xml).replace(b"xmlns=", b"xmlns:x=")


def utf16(xml: bytes) -> bytes:
    """A part in UTF-16, and saying so."""
    return (
        xml.replace(b'encoding="UTF-8"', b'encoding="UTF-16"').decode().encode("utf-16")
    )


def _reversed_rows(xml: bytes) -> bytes:
    baris = re.findall(rb"<row .*?</row>", xml, re.S)
    return xml.replace(b"".join(baris), b"".join(reversed(baris)))


def _reversed_cells(xml: bytes) -> bytes:
    def balik(baris: re.Match[bytes]) -> bytes:
        sel = re.findall(rb"<c .*?(?:</c>|/>)", baris[2], re.S)
        return baris[1] + b"".join(reversed(sel)) + b"</row>"

    return re.sub(rb"(<row [^>]*>)(.*?)</row>", balik, xml, flags=re.S)


def _without_addresses(xml: bytes) -> bytes:
    """Works on the sheets whose cells all follow each other."""
    return re.sub(rb'<(c|row) r="[A-Z]*\d+"', rb"<\1", xml)


def _inline() -> bytes:
    isi = parts(_form())
    teks = re.findall(rb"<si>(.*?)</si>", isi.pop("xl/sharedStrings.xml"), re.S)

    def tulis(xml: bytes) -> bytes:
        return re.sub(
            rb't="s"><v>(\d+)</v>',
            lambda c: b't="inlineStr"><is>' + teks[int(c[1])] + b"</is>",
            xml,
        )

    rel = "xl/_rels/workbook.xml.rels"
    isi[rel] = re.sub(rb"<Relationship [^>]*sharedStrings[^>]*/>", b"", isi[rel])
    return packed(
        {n: tulis(b) if re.fullmatch(LEMBAR, n) else b for n, b in isi.items()}
    )


def _rich(xml: bytes) -> bytes:
    def pecah(c: re.Match[bytes]) -> bytes:
        sela = b'</t></r><r><rPr><b/></rPr><t xml:space="preserve">'
        suara = b'<rPh sb="0" eb="1"><t>bunyi</t></rPh><phoneticPr fontId="1"/>'
        isi = c[1][:1] + sela + c[1][1:]
        return b'<si><r><t xml:space="preserve">' + isi + b"</t></r>" + suara + b"</si>"

    return re.sub(rb"<si><t[^>]*>([^<&]*)</t></si>", pecah, xml)


def _after_junk() -> bytes:
    return b"--batas\r\nContent-Type: x\r\n\r\n\0\1\2" + _form()


def _zip64() -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as paket:
        for nama, isi in parts(_form()).items():
            with paket.open(nama, "w", force_zip64=True) as bagian:
                bagian.write(isi)
    return keluar.getvalue()


def _stored() -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_STORED) as paket:
        for nama, isi in parts(_form()).items():
            paket.writestr(nama, isi)
    return keluar.getvalue()


def _upper_names() -> bytes:
    return packed(
        {
            n.replace("worksheets/s", "Worksheets/S"): b
            for n, b in parts(_form()).items()
        }
    )


def _macro_sheet() -> bytes:
    isi = parts(_form())
    isi["xl/macrosheets/sheet1.xml"] = b"<macrosheet/>"
    isi["xl/vbaProject.bin"] = b"\xcc\x61"
    rel, buku = "xl/_rels/workbook.xml.rels", "xl/workbook.xml"
    jenis = b"http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet"
    tambah = b'<Relationship Id="rId99" Type="' + jenis
    tambah += b'" Target="macrosheets/sheet1.xml"/></Relationships>'
    isi[rel] = isi[rel].replace(b"</Relationships>", tambah)
    lembar = b'<sheets><sheet name="Makro" sheetId="99" r:id="rId99"/>'
    isi[buku] = isi[buku].replace(b"<sheets>", lembar)
    return packed(isi)


def _wide_columns(xml: bytes) -> bytes:
    """250 empty columns, in every row, beyond the last."""
    kosong = b"".join(b'<c r="%s@" s="0"/>' % n for n in _letters(50, 300))

    def tambah(c: re.Match[bytes]) -> bytes:
        return c[0].replace(b"</row>", kosong.replace(b"@", c[1]) + b"</row>")

    return re.sub(rb'<row r="(\d+)".*?</row>', tambah, xml, flags=re.S)


def _letters(awal: int, akhir: int) -> list[bytes]:
    def huruf(n: int) -> str:
        return (huruf(n // 26 - 1) if n >= 26 else "") + chr(65 + n % 26)

    return [huruf(n).encode() for n in range(awal, akhir)]


def as_text(form: Form) -> dict[str, dict[tuple[int, int], object]]:
    """The form's cells with its dates as text, for a writer that has no dates."""
    return {
        nama: {
            t: f"{s:%d/%m/%Y}" if isinstance(s, dt.date) else s for t, s in isi.items()
        }
        for nama, isi in form.sheets.items()
    }


def spreadsheet_xml(form: Form, *, awal: str = "") -> bytes:
    """The form as Excel of 2003 wrote XML; `awal` stands before the workbook."""

    def sel(j: int, isi: object) -> str:
        if str(isi).startswith("<"):
            return str(isi).replace("<Cell", f'<Cell ss:Index="{j + 1}"', 1)
        jenis = "String"
        if isinstance(isi, dt.date):
            jenis, isi = "DateTime", f"{isi}T00:00:00.000"
        elif isinstance(isi, int | float):
            jenis = "Number"
        data = f'<Data ss:Type="{jenis}">{escape(str(isi))}</Data>'
        return f'<Cell ss:Index="{j + 1}">{data}</Cell>'

    lembar = ""
    for nama, isi in form.sheets.items():
        baris = "".join(
            f'<Row ss:Index="{i + 1}">'
            + "".join(sel(j, s) for (b, j), s in sorted(isi.items()) if b == i)
            + "</Row>"
            for i in sorted({i for i, _ in isi})
        )
        lembar += (
            f"<Worksheet ss:Name={quoteattr(nama)}><Table>{baris}</Table></Worksheet>"
        )
    return (
        f'<?xml version="1.0"?>{awal}<?mso-application progid="Excel.Sheet"?>'
        f'<Workbook xmlns="{_SS}" xmlns:ss="{_SS}">{lembar}</Workbook>'
    ).encode()


def _pretty(xml: str) -> str:
    """Every element on a line of its own, as LibreOffice writes a flat file."""
    return xml.replace("><table:", ">\n  <table:").replace("></table:", ">\n </table:")


def _ods(ubah: Callable[[str], str | bytes]) -> Callable[[], bytes]:
    return lambda: packed_ods(ubah(content(Form().sheets)))


_EKOR_ODS = (
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
    'table:number-columns-repeated="16384"/></table:table-row></table:table>'
)

ODD: dict[str, Callable[[], bytes]] = {
    "strict OOXML": lambda: changed(_form(), r".*\.(?:xml|rels)", _strict),
    "a prefix before every element": lambda: changed(
        _form(), r"xl/(?:worksheets/.*|workbook|sharedStrings|styles)(?:\.xml)?", _prefixed
    ),
    "every part in UTF-16": lambda: changed(_form(), ".*", utf16),
    "only the sheets in UTF-16": sheets(utf16),
    "a byte order mark in every part": lambda: changed(
        _form(), ".*", lambda xml: b"\xef\xbb\xbf" + xml
    ),
    "Latin-1 by its declaration": sheets(swapped(b"UTF-8", b"ISO-8859-1")),
    "rows from the last to the first": sheets(_reversed_rows),
    "cells from the last to the first": sheets(_reversed_cells),
    "cells and rows without addresses": sheets(
        _without_addresses, r"xl/worksheets/sheet[23]\.xml"
    ),
    "addresses in lower case": sheets(
        lambda xml: re.sub(rb'<c r="[A-Z]+', lambda c: b'<c r="' + c[0][6:].lower(), xml)
    ),
    "single quotes": sheets(swapped(b'"', b"'")),
    "white space around attributes": sheets(swapped(b' r="', b'\n r = "')),
    "values in CDATA": sheets(
        lambda xml: re.sub(rb"<v>(\d+)</v>", rb"<v><![CDATA[\1]]></v>", xml)
    ),
    "comments inside values": sheets(
        lambda xml: re.sub(rb"<v>(\d)", rb"<v>\1<!-- a -->", xml)
    ),
    "texts in the cells themselves": _inline,
    "rich texts with their pronunciation": lambda: changed(
        _form(), r"xl/sharedStrings\.xml", _rich
    ),
    "a dimension of a whole sheet": sheets(
        lambda xml: re.sub(rb'dimension ref="[^"]*"', b'dimension ref="A1:XFD1048576"', xml)
    ),
    "a dimension that is nonsense": sheets(
        lambda xml: re.sub(rb'dimension ref="[^"]*"', b'dimension ref="semua"', xml)
    ),
    "a coloured but empty cell in the last row": sheets(
        swapped(
            b"</sheetData>",
            b'<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>',
        )
    ),
    "250 empty columns": sheets(_wide_columns),
    "absolute targets": lambda: changed(
        _form(), r"xl/_rels/.*", swapped(b'Target="', b'Target="/xl/')
    ),
    "targets with a dot": lambda: changed(
        _form(), r"xl/_rels/.*", swapped(b'Target="', b'Target="./')
    ),
    "parts in other letters": _upper_names,
    "no content types": lambda: packed(
        {n: b for n, b in parts(_form()).items() if n != "[Content_Types].xml"}
    ),
    "ZIP64": _zip64,
    "stored, not packed": _stored,
    "something before the package": _after_junk,
    "something behind the package": lambda: _form() + bytes(1000),
    "a macro sheet and macros": _macro_sheet,
    "a sheet state that does not exist": lambda: changed(
        _form(), r"xl/workbook\.xml",
        swapped(b'name="Keuangan"', b'name="Keuangan" state="show"'),
    ),
    "xls (BIFF8)": lambda: write_xls(Form().sheets),
    "xls of Excel 95 (BIFF5)": lambda: write_xls(Form().sheets, biff=5),
    "xlsb": lambda: write_xlsb(as_text(Form())),
    "ods": lambda: write_ods(Form().sheets),
    "ods in UTF-16": _ods(lambda xml: xml.replace("UTF-8", "UTF-16").encode("utf-16")),
    "ods over many lines": _ods(_pretty),
    "ods with a million empty rows": _ods(
        lambda xml: xml.replace("</table:table>", _EKOR_ODS)
    ),
    "ods of old OpenOffice": lambda: packed_ods(content(Form().sheets), awal=_CATATAN_OO),
    "flat ods (fods)": lambda: _pretty(content(Form().sheets, unsur="document")).encode(),
    "XML of Excel 2003": lambda: spreadsheet_xml(Form()),
}  # fmt: skip
"""Files by what is odd about them; each says what `Form().write()` says."""
