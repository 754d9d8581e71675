"""A writer of the smallest old Excel workbook (xls), since no program here makes one.

Records as in [MS-XLS] 2.4, the container around them as in [MS-CFB].
"""

import datetime as dt
import struct
from collections.abc import Mapping

_SEKTOR = 512
_AKHIR, _FAT, _KOSONG = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_TERKECIL = 4096
_GALAT = {"#REF!": 0x17, "#DIV/0!": 0x07, "#N/A": 0x2A}
Sel = Mapping[tuple[int, int], object]


def record(kode: int, isi: bytes = b"") -> bytes:
    """One record: its number, its length, its content."""
    return struct.pack("<HH", kode, len(isi)) + isi


def ole(streams: Mapping[str, bytes]) -> bytes:
    """A compound file with those streams, each padded to a whole number of sectors."""
    isi = b""
    fat: list[int] = []
    letak = {}
    for nama, data in streams.items():
        data = data.ljust(_TERKECIL, b"\0")
        data += bytes(-len(data) % _SEKTOR)
        banyak = len(data) // _SEKTOR
        letak[nama] = len(fat), len(data)
        fat += [*range(len(fat) + 1, len(fat) + banyak), _AKHIR]
        isi += data
    direktori = _entry("Root Entry", 5, _AKHIR, 0, anak=1)
    for urut, (nama, (awal, panjang)) in enumerate(letak.items(), start=2):
        kanan = urut if urut <= len(letak) else _KOSONG
        direktori += _entry(nama, 2, awal, panjang, kanan=kanan)
    direktori += bytes(-len(direktori) % _SEKTOR)
    awal_direktori = len(fat)
    sektor_direktori = len(direktori) // _SEKTOR
    fat += [*range(awal_direktori + 1, awal_direktori + sektor_direktori), _AKHIR]
    n_fat = 1
    while (len(fat) + n_fat) * 4 > n_fat * _SEKTOR:
        n_fat += 1
    awal_fat = len(fat)
    fat += [_FAT] * n_fat
    fat += [_KOSONG] * (n_fat * _SEKTOR // 4 - len(fat))
    difat = [awal_fat + i for i in range(n_fat)] + [_KOSONG] * (109 - n_fat)
    kepala = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    kepala += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    kepala += struct.pack(
        "<IIIIIIIII", 0, n_fat, awal_direktori, 0, _TERKECIL, _AKHIR, 0, _AKHIR, 0
    )
    kepala += struct.pack("<109I", *difat)
    return kepala + isi + direktori + struct.pack(f"<{len(fat)}I", *fat)


def _entry(
    nama: str, jenis: int, awal: int, panjang: int, *, anak: int = -1, kanan: int = -1
) -> bytes:
    teks = nama.encode("utf-16-le")
    hasil = teks.ljust(64, b"\0") + struct.pack("<HBB", len(teks) + 2, jenis, 1)
    hasil += struct.pack("<III", _KOSONG, kanan & _KOSONG, anak & _KOSONG)
    return hasil + bytes(36) + struct.pack("<IQ", awal, panjang)


def _cell(i: int, j: int, isi: object, biff: int) -> bytes:
    kepala = struct.pack("<HHH", i, j, 1 if isinstance(isi, dt.date) else 0)
    if isinstance(isi, bool):
        return record(0x0205, kepala + bytes([isi, 0]))
    if isinstance(isi, dt.date):
        isi = (isi - dt.date(1899, 12, 30)).days
    if isinstance(isi, int | float):
        return record(0x0203, kepala + struct.pack("<d", float(isi)))
    teks = str(isi)
    if teks in _GALAT:
        return record(0x0205, kepala + bytes([_GALAT[teks], 1]))
    if biff < 8:
        mentah = teks.encode("cp1252")
        return record(0x0204, kepala + struct.pack("<H", len(mentah)) + mentah)
    mentah = struct.pack("<HB", len(teks), 1) + teks.encode("utf-16-le")
    return record(0x0204, kepala + mentah)


def _bof(biff: int, jenis: int) -> bytes:
    versi = 0x0600 if biff == 8 else 0x0500
    isi = struct.pack("<HHHH", versi, jenis, 0x0DBB, 0x07CC)
    return record(0x0809, isi + (bytes(8) if biff == 8 else b""))


def write_xls(
    sheets: Mapping[str, Sel],
    *,
    biff: int = 8,
    kunci: bytes = b"",
    tersembunyi: tuple[str, ...] = (),
    tambahan: Mapping[str, bytes] | None = None,
) -> bytes:
    """A workbook of texts, numbers, dates, booleans and errors such as `#REF!`.

    `kunci` is the content of a FILEPASS record, `tambahan` are records put behind the
    cells of a sheet.
    """
    kepala = _bof(biff, 5) + (record(0x2F, kunci) if kunci else b"")
    kepala += record(0x42, struct.pack("<H", 1200 if biff == 8 else 1252))
    for format_ in (0, 14):
        kepala += record(0xE0, struct.pack("<HH", 0, format_) + bytes(16))
    isi = {}
    for nama, sel in sheets.items():
        badan = b"".join(_cell(i, j, s, biff) for (i, j), s in sorted(sel.items()))
        badan += (tambahan or {}).get(nama, b"")
        isi[nama] = _bof(biff, 0x10) + badan + record(0x0A)

    def boundsheets(awal: int) -> bytes:
        hasil = b""
        for nama, badan in isi.items():
            teks = nama.encode("utf-16-le" if biff == 8 else "cp1252")
            tanda = b"\1" if biff == 8 else b""
            kepala = struct.pack("<IBBB", awal, nama in tersembunyi, 0, len(nama))
            hasil += record(0x85, kepala + tanda + teks)
            awal += len(badan)
        return hasil + record(0x0A)

    awal = len(kepala) + len(boundsheets(0))
    buku = kepala + boundsheets(awal) + b"".join(isi.values())
    return ole({"Workbook" if biff == 8 else "Book": buku})
