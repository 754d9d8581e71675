"""The package that calamine is given: opened once, without rows that hold no value.

A form has as many prepared rows as there might ever be groups, and most stay blank;
what a row has is told by its cells' addresses, so that rows may be left out.
"""

import struct
import zipfile
import zlib
from collections.abc import Mapping

from loaders.formats.package import packed

MAX_RINGAN = 8 * 2**20
"""Larger sheets are left as they are: two copies of them would cost too much."""
_LOKAL = struct.Struct("<4s5H3L2H")
_PUSAT = struct.Struct("<4s6H3L5H2L")
_AKHIR = struct.Struct("<4s4H2LH")
_VERSI, _TANGGAL = 20, 33
_UTF8 = 0x800


def lean(
    data: bytes, paket: zipfile.ZipFile, terbuka: Mapping[str, bytes]
) -> bytes | None:
    """The package with its opened sheets as they are needed; None when it cannot be.

    `terbuka` are parts with regular sheets. A part that is not what its checksum says
    is nothing to build on.
    """
    if sum(map(len, terbuka.values())) > MAX_RINGAN:
        return None
    depan: list[bytes] = []
    pusat: list[bytes] = []
    letak = 0
    for info in paket.infolist():
        nama = info.filename.encode()
        xml = terbuka.get(info.filename)
        if xml is None:
            isi, cara = packed(data, info), info.compress_type
            ukuran, jumlah = info.file_size, info.CRC
        else:
            if zlib.crc32(xml) != info.CRC:
                return None
            isi, cara = without_blank_rows(xml), zipfile.ZIP_STORED
            ukuran, jumlah = len(isi), zlib.crc32(isi)
        sama = (_UTF8, cara, 0, _TANGGAL, jumlah, len(isi), ukuran, len(nama), 0)
        depan += _LOKAL.pack(b"PK\3\4", _VERSI, *sama), nama, isi
        pusat += (
            _PUSAT.pack(b"PK\1\2", _VERSI, _VERSI, *sama, 0, 0, 0, 0, letak),
            nama,
        )
        letak += _LOKAL.size + len(nama) + len(isi)
    banyak, panjang = len(pusat) // 2, sum(map(len, pusat))
    akhir = _AKHIR.pack(b"PK\5\6", 0, 0, banyak, banyak, panjang, letak, 0)
    return b"".join([*depan, *pusat, akhir])


def without_blank_rows(xml: bytes) -> bytes:
    """A regular sheet without the rows in which no cell has a value.

    The first and the last row stay, and with them all that stands around the rows.

    >>> without_blank_rows(
    ...     b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    ...     b'<row r="2"><c r="A2" s="3"/></row><row r="3"></row></sheetData>'
    ... )
    b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="3"></row></sheetData>'
    """
    potong = xml.split(b"<row ")
    tengah = [p for p in potong[2:-1] if not _is_blank(p)]
    if len(tengah) + 3 >= len(potong):
        return xml
    return b"<row ".join([*potong[:2], *tengah, potong[-1]])


def _is_blank(baris: bytes) -> bool:
    """Whether a row certainly holds no value: only empty ones, written plainly."""
    kosong = baris.count(b"<v></v>") + baris.count(b"<v/>")
    return baris.count(b"<v") == kosong and not (
        b"<is" in baris or b":v" in baris or b":is" in baris
    )
