"""Error cells of an ods, which calamine gives as blank."""

import zipfile
from xml.etree import ElementTree

_TABEL = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEKS = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
_JENIS = (
    "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
)

Errors = dict[str, list[tuple[int, int, str]]]


def scan(paket: zipfile.ZipFile) -> Errors:
    """The error cells of every sheet: (row, column, text), both from 0."""
    xml = paket.read("content.xml")
    if b'calcext:value-type="error"' not in xml:
        return {}
    tabel = ElementTree.fromstring(xml).iter(f"{_TABEL}table")
    hasil = {t.get(f"{_TABEL}name", ""): list(_sheet(t)) for t in tabel}
    return {nama: galat for nama, galat in hasil.items() if galat}


def _repeat(unsur: ElementTree.Element, apa: str) -> int:
    return int(unsur.get(f"{_TABEL}number-{apa}-repeated", "1"))


def _sheet(tabel: ElementTree.Element) -> list[tuple[int, int, str]]:
    galat = []
    i = 0
    for baris in tabel.iter(f"{_TABEL}table-row"):
        j = 0
        for sel in baris:
            if sel.get(_JENIS) == "error":
                teks = "".join(sel.itertext()) if sel.find(_TEKS) is not None else ""
                galat.append((i, j, teks or "#GALAT"))
            j += _repeat(sel, "columns")
        i += _repeat(baris, "rows")
    return galat
