"""What calamine does not tell of an old xls: error cells, locks, far cells.

Record numbers as in [MS-XLS] 2.4.
"""

import struct
from collections.abc import Iterator

from loaders.formats.ole import Ole
from loaders.formats.package import locked
from loaders.formats.seen import Amatan, Jangkauan, refuse_far

_BOF, _EOF, _BOUNDSHEET, _FILEPASS = 0x0809, 0x000A, 0x0085, 0x002F
_FORMULA, _BOOLERR, _BARIS, _KOLOM, _BARISAN = 0x0006, 0x0205, 0x0208, 0x007D, 0x00BD
_ISI = frozenset(
    {_FORMULA, 0x0406, 0x0203, 0x0204, 0x00D6, 0x00FD, 0x027E, _BOOLERR, _BARISAN}
)
_LEMBAR_KERJA = 0

ERROR_TEXT = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
"""What a cell shows, by the error code that binary workbooks keep."""


def scan(data: bytes) -> dict[str, Amatan]:
    """What is seen in every sheet that has something to tell.

    Raises UnreadableError when the workbook is locked or reaches too far, and
    struct.error, ValueError, KeyError or IndexError when it is broken.
    """
    ole = Ole(data)
    isi = ole.read("Workbook" if "Workbook" in ole.streams else "Book")
    hasil, jauh = {}, []
    for awal, nama in _sheets(isi):
        amatan, jangkauan = _sheet(isi, awal)
        hasil[nama] = amatan
        jauh.append((nama, jangkauan))
    refuse_far(jauh)
    return {nama: amatan for nama, amatan in hasil.items() if amatan}


def _records(isi: bytes, awal: int) -> Iterator[tuple[int, bytes]]:
    """The records from a place to the end of that part of the book."""
    dalam = 0
    while awal + 4 <= len(isi):
        kode, panjang = struct.unpack_from("<HH", isi, awal)
        dalam += (kode == _BOF) - (kode == _EOF)
        yield kode, isi[awal + 4 : awal + 4 + panjang]
        if dalam <= 0:
            return
        awal += 4 + panjang


def _sheets(isi: bytes) -> list[tuple[int, str]]:
    """Where every worksheet begins, and its name."""
    hasil, baru = [], True
    for kode, badan in _records(isi, 0):
        if kode == _BOF:
            baru = badan[:2] == b"\0\6"
        elif kode == _FILEPASS:
            locked()
        elif kode == _BOUNDSHEET and badan[5] & 15 == _LEMBAR_KERJA:
            awal, panjang = struct.unpack_from("<IxxB", badan)
            hasil.append((awal, _name(badan, panjang, baru)))
    return hasil


def _name(badan: bytes, panjang: int, baru: bool) -> str:
    if not baru:
        return badan[7 : 7 + panjang].decode("cp1252", "replace")
    if badan[7] & 1:
        return badan[8 : 8 + 2 * panjang].decode("utf-16-le", "replace")
    return badan[8 : 8 + panjang].decode("latin-1")


def _sheet(isi: bytes, awal: int) -> tuple[Amatan, Jangkauan]:
    amatan, jangkauan = Amatan(), Jangkauan()
    for kode, badan in _records(isi, awal):
        if kode in _ISI:
            baris, kolom = struct.unpack_from("<HH", badan)
            akhir = struct.unpack_from("<H", badan, len(badan) - 2)[0]
            jangkauan.add(baris, akhir if kode == _BARISAN else kolom)
            galat = _error(kode, badan)
            if galat is not None:
                amatan.galat.append((baris, kolom, ERROR_TEXT.get(galat, "#GALAT")))
        elif kode == _BARIS and badan[12] & 0x20:
            amatan.baris.append(struct.unpack_from("<H", badan)[0])
        elif kode == _KOLOM and badan[8] & 1:
            pertama, terakhir = struct.unpack_from("<HH", badan)
            amatan.kolom += range(pertama, min(terakhir, 255) + 1)
    return amatan, jangkauan


def _error(kode: int, badan: bytes) -> int | None:
    if kode == _BOOLERR and badan[7]:
        return badan[6]
    rumus = kode == _FORMULA and badan[12:14] == b"\xff\xff" and badan[6] == 2
    return badan[8] if rumus else None
