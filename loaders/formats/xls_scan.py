"""Error cells of an old xls, which calamine gives as blank.

Record numbers as in [MS-XLS] 2.4, the container as in [MS-CFB].
"""

import struct
from collections.abc import Iterator

_BOF, _BOUNDSHEET, _FORMULA, _BOOLERR = 0x0809, 0x0085, 0x0006, 0x0205
_AKHIR = 0xFFFFFFFC
_BATAS_KECIL = 4096
_DIREKTORI = 128

ERROR_TEXT = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
"""What a cell shows, by the error code that binary workbooks keep."""

Errors = dict[str, list[tuple[int, int, str]]]


def scan(data: bytes) -> Errors:
    """The error cells of every sheet: (row, column, text), both from 0.

    Raises struct.error or IndexError when the container is broken.
    """
    isi = _workbook_stream(data)
    hasil: Errors = {}
    for awal, nama in _sheets(isi):
        galat = list(_sheet(isi, awal))
        if galat:
            hasil[nama] = galat
    return hasil


def _workbook_stream(data: bytes) -> bytes:
    sektor = 1 << struct.unpack_from("<H", data, 30)[0]
    banyak, awal_direktori = struct.unpack_from("<II", data, 44)
    mini_fat = struct.unpack_from("<I", data, 60)[0]

    def sector(n: int) -> bytes:
        return data[(n + 1) * sektor : (n + 2) * sektor]

    fat: list[int] = []
    for n in struct.unpack_from("<109I", data, 76)[:banyak]:
        fat += struct.unpack(f"<{sektor // 4}I", sector(n))

    def chain(n: int) -> bytes:
        return b"".join(sector(s) for s in _follow(n, fat))

    direktori = chain(awal_direktori)
    akar = _entry(direktori, 0)
    for i in range(0, len(direktori), _DIREKTORI):
        nama, awal, panjang = _entry(direktori, i)
        if nama not in ("Workbook", "Book"):
            continue
        if panjang >= _BATAS_KECIL:
            return chain(awal)[:panjang]
        rantai = chain(mini_fat)
        kecil = struct.unpack(f"<{len(rantai) // 4}I", rantai)
        wadah = chain(akar[1])
        potongan = (wadah[s * 64 : s * 64 + 64] for s in _follow(awal, kecil))
        return b"".join(potongan)[:panjang]
    return b""


def _follow(n: int, fat: list[int] | tuple[int, ...]) -> Iterator[int]:
    """The sectors of a chain; a chain that bites its tail ends."""
    for _ in fat:
        if n >= _AKHIR:
            return
        yield n
        n = fat[n]


def _entry(direktori: bytes, i: int) -> tuple[str, int, int]:
    panjang_nama = struct.unpack_from("<H", direktori, i + 64)[0]
    nama = direktori[i : i + max(panjang_nama - 2, 0)].decode("utf-16-le", "replace")
    awal, panjang = struct.unpack_from("<II", direktori, i + 116)
    return nama, awal, panjang


def _records(isi: bytes, awal: int) -> Iterator[tuple[int, bytes]]:
    """The records from a place to the end of that part of the book."""
    dalam = 0
    while awal + 4 <= len(isi):
        kode, panjang = struct.unpack_from("<HH", isi, awal)
        dalam += (kode == _BOF) - (kode == 0x000A)
        yield kode, isi[awal + 4 : awal + 4 + panjang]
        if dalam <= 0:
            return
        awal += 4 + panjang


def _sheets(isi: bytes) -> list[tuple[int, str]]:
    hasil = []
    for kode, badan in _records(isi, 0):
        if kode == _BOUNDSHEET:
            awal = struct.unpack_from("<I", badan)[0]
            sandi = "utf-16-le" if badan[7] & 1 else "latin-1"
            hasil.append((awal, badan[8:].decode(sandi, "replace")))
    return hasil


def _sheet(isi: bytes, awal: int) -> Iterator[tuple[int, int, str]]:
    for kode, badan in _records(isi, awal):
        galat = None
        if kode == _BOOLERR and badan[7]:
            galat = badan[6]
        elif kode == _FORMULA and badan[12:14] == b"\xff\xff" and badan[6] == 2:
            galat = badan[8]
        if galat is not None:
            baris, kolom = struct.unpack_from("<HH", badan)
            yield baris, kolom, ERROR_TEXT.get(galat, "#GALAT")
