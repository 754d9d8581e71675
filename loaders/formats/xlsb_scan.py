"""What calamine does not tell of an xlsb: error cells and far cells.

Record numbers as in [MS-XLSB] 2.3.
"""

import re
import struct
import zipfile
from collections.abc import Iterator

from loaders.formats.package import part
from loaders.formats.seen import Amatan, Jangkauan, refuse_far
from loaders.formats.xls_scan import ERROR_TEXT
from loaders.formats.xml_parts import parse

_BARIS, _SEL_GALAT, _RUMUS_GALAT, _LEMBAR = 0, 3, 11, 156
_ISI = range(2, 12)
_BAGIAN = re.compile(r"xl/worksheets/[^/]+\.bin")


def scan(data: bytes, paket: zipfile.ZipFile) -> dict[str, Amatan]:
    """What is seen in every sheet that has something to tell.

    Raises UnreadableError when a sheet reaches too far.
    """
    nama = _sheet_names(data, paket)
    hasil = {}
    for info in paket.infolist():
        if _BAGIAN.fullmatch(info.filename):
            lembar = nama.get(info.filename, info.filename)
            amatan, jauh = _sheet(part(data, info))
            refuse_far([(lembar, jauh)])
            if amatan:
                hasil[lembar] = amatan
    return hasil


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


def _sheet(isi: bytes) -> tuple[Amatan, Jangkauan]:
    amatan, jauh = Amatan(), Jangkauan()
    baris = 0
    for kode, badan in _records(isi):
        if kode == _BARIS:
            baris = struct.unpack_from("<I", badan)[0]
        elif kode in _ISI:
            kolom = struct.unpack_from("<I", badan)[0]
            jauh.add(baris, kolom)
            if kode in (_SEL_GALAT, _RUMUS_GALAT):
                teks = ERROR_TEXT.get(badan[8], "#GALAT")
                amatan.galat.append((baris, kolom, teks))
    return amatan, jauh


def _text(badan: bytes, awal: int) -> tuple[str, int]:
    panjang = struct.unpack_from("<I", badan, awal)[0]
    akhir = awal + 4 + 2 * panjang
    return badan[awal + 4 : akhir].decode("utf-16-le", "replace"), akhir


def _sheet_names(data: bytes, paket: zipfile.ZipFile) -> dict[str, str]:
    """The name of every sheet by the part that holds it."""

    def read(bagian: str) -> bytes:
        return part(data, paket.getinfo(bagian))

    rel = "xl/_rels/workbook.bin.rels"
    target = {h.get("Id"): h.get("Target", "") for h in parse(read(rel), rel)}
    hasil = {}
    for kode, badan in _records(read("xl/workbook.bin")):
        if kode == _LEMBAR:
            tuju, akhir = _text(badan, 8)
            bagian = target.get(tuju, "")
            jalur = bagian.lstrip("/") if bagian.startswith("/") else f"xl/{bagian}"
            hasil[jalur] = _text(badan, akhir)[0]
    return hasil
