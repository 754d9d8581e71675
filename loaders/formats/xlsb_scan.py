"""Error cells of an xlsb, which calamine gives as blank.

Record numbers as in [MS-XLSB] 2.3.
"""

import re
import struct
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from loaders.formats.sniff import part
from loaders.formats.xls_scan import ERROR_TEXT, Errors

_BARIS, _SEL_GALAT, _RUMUS_GALAT, _LEMBAR = 0, 3, 11, 156
_BAGIAN = re.compile(r"xl/worksheets/[^/]+\.bin")


def scan(data: bytes, paket: zipfile.ZipFile) -> Errors:
    """The error cells of every sheet: (row, column, text), both from 0."""
    galat = {}
    for info in paket.infolist():
        if _BAGIAN.fullmatch(info.filename):
            galat[info.filename] = list(_sheet(part(data, info)))
    if not any(galat.values()):
        return {}
    nama = _sheet_names(paket)
    return {nama.get(b, b): isi for b, isi in galat.items() if isi}


def _records(isi: bytes) -> Iterator[tuple[int, bytes]]:
    i = 0
    while i < len(isi):
        kode, i = isi[i], i + 1
        if kode & 128:
            kode, i = (kode & 127) | isi[i] << 7, i + 1
        panjang = geser = 0
        while True:
            bait, i = isi[i], i + 1
            panjang |= (bait & 127) << geser
            geser += 7
            if not bait & 128:
                break
        yield kode, isi[i : i + panjang]
        i += panjang


def _sheet(isi: bytes) -> Iterator[tuple[int, int, str]]:
    baris = 0
    for kode, badan in _records(isi):
        if kode == _BARIS:
            baris = struct.unpack_from("<I", badan)[0]
        elif kode in (_SEL_GALAT, _RUMUS_GALAT):
            kolom = struct.unpack_from("<I", badan)[0]
            yield baris, kolom, ERROR_TEXT.get(badan[8], "#GALAT")


def _text(badan: bytes, awal: int) -> tuple[str, int]:
    panjang = struct.unpack_from("<I", badan, awal)[0]
    akhir = awal + 4 + 2 * panjang
    return badan[awal + 4 : akhir].decode("utf-16-le"), akhir


def _sheet_names(paket: zipfile.ZipFile) -> dict[str, str]:
    """The name of every sheet by the part that holds it."""
    hubungan = ElementTree.fromstring(paket.read("xl/_rels/workbook.bin.rels"))
    target = {h.get("Id"): h.get("Target", "") for h in hubungan}
    hasil = {}
    for kode, badan in _records(paket.read("xl/workbook.bin")):
        if kode == _LEMBAR:
            tuju, akhir = _text(badan, 8)
            bagian = target.get(tuju, "")
            jalur = bagian.lstrip("/") if bagian.startswith("/") else f"xl/{bagian}"
            hasil[jalur] = _text(badan, akhir)[0]
    return hasil
