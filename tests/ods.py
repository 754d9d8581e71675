"""A writer of the smallest LibreOffice workbook (ods, fods), with room for oddities.

Elements and attributes as in OpenDocument 1.3, part 3.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

JENIS = "application/vnd.oasis.opendocument.spreadsheet"
_NS = " ".join(
    f'xmlns:{awal}="urn:oasis:names:tc:opendocument:xmlns:{nama}:1.0"'
    for awal, nama in (("office", "office"), ("table", "table"), ("text", "text"))
) + (
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:'
    'calcext:1.0"'
)
_MANIFES = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
Sel = Mapping[tuple[int, int], object]


class Mentah(str):
    """A cell's element as it is to be written."""

    __slots__ = ()


def _cell(isi: object) -> str:
    if isinstance(isi, Mentah):
        return isi
    if isi is None:
        return "<table:table-cell/>"
    if isinstance(isi, bool):
        nilai = f'"boolean" office:boolean-value="{str(isi).lower()}"'
    elif isinstance(isi, dt.date):
        nilai = f'"date" office:date-value="{isi}"'
    elif isinstance(isi, int | float):
        nilai = f'"float" office:value="{isi}"'
    elif str(isi).startswith("#"):
        nilai = '"string" office:string-value="" calcext:value-type="error"'
    else:
        nilai = '"string"'
    teks = f"<text:p>{escape(str(isi))}</text:p>"
    return f"<table:table-cell office:value-type={nilai}>{teks}</table:table-cell>"


def _sheet(nama: str, sel: Sel) -> str:
    tinggi = max((i for i, _ in sel), default=-1) + 1
    lebar = max((j for _, j in sel), default=-1) + 1
    baris = "".join(
        "<table:table-row>"
        + "".join(_cell(sel.get((i, j))) for j in range(lebar))
        + "</table:table-row>"
        for i in range(tinggi)
    )
    return f"<table:table table:name={quoteattr(nama)}>{baris}</table:table>"


def content(sheets: Mapping[str, Sel], *, unsur: str = "document-content") -> str:
    """The XML of a workbook of texts, numbers, dates, booleans and `#` errors."""
    isi = "".join(_sheet(n, s) for n, s in sheets.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:{unsur} {_NS} '
        f'office:version="1.3" office:mimetype="{JENIS}"><office:body>'
        f"<office:spreadsheet>{isi}</office:spreadsheet></office:body>"
        f"</office:{unsur}>"
    )


def packed(
    xml: str | bytes, *, jenis: str = JENIS, manifes: str = "", awal: str = ""
) -> bytes:
    """The package around `content.xml`; `awal` stands before the manifest's root."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as paket:
        paket.writestr("mimetype", jenis, zipfile.ZIP_STORED)
        paket.writestr(
            "META-INF/manifest.xml",
            f'<?xml version="1.0"?>{awal}<manifest:manifest '
            f'xmlns:manifest="{_MANIFES}"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{jenis}"/>'
            f'<manifest:file-entry manifest:full-path="content.xml" '
            f'manifest:media-type="text/xml">{manifes}</manifest:file-entry>'
            "</manifest:manifest>",
        )
        paket.writestr("content.xml", xml)
    return keluar.getvalue()


def write_ods(sheets: Mapping[str, Sel]) -> bytes:
    """A workbook as ods."""
    return packed(content(sheets))
