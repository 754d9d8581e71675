"""A writer of the smallest binary workbook (xlsb), since no program here makes one.

Record types as in [MS-XLSB] 2.3: every record is its type, its length, its content.
"""

import io
import struct
import zipfile
from collections.abc import Mapping

_SHEET, _ROW, _ERROR, _REAL, _TEXT = 156, 0, 3, 5, 6
_BEGIN_BOOK, _END_BOOK, _BEGIN_SHEETS, _END_SHEETS = 131, 132, 143, 144
_BEGIN, _END, _BEGIN_DATA, _END_DATA, _DIMENSION = 129, 130, 145, 146, 148
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET = "http://schemas.openxmlformats.org/package/2006"
Sel = Mapping[tuple[int, int], object]


def _number(n: int) -> bytes:
    """A number in groups of seven bits, the lowest first."""
    hasil = b""
    while n >= 128:
        hasil += bytes([n & 127 | 128])
        n >>= 7
    return hasil + bytes([n])


def _record(kind: int, isi: bytes = b"") -> bytes:
    tipe = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    return tipe + _number(len(isi)) + isi


def _wide(teks: str) -> bytes:
    return struct.pack("<I", len(teks)) + teks.encode("utf-16-le")


def _cell(kolom: int, isi: object) -> bytes:
    kepala = struct.pack("<II", kolom, 0)
    if isi == "#REF!":
        return _record(_ERROR, kepala + b"\x17")
    if isinstance(isi, str):
        return _record(_TEXT, kepala + _wide(isi))
    return _record(_REAL, kepala + struct.pack("<d", float(isi)))


def _sheet(sel: Sel) -> bytes:
    baris = sorted({i for i, _ in sel})
    kolom = sorted({j for _, j in sel})
    ukuran = struct.pack("<IIII", baris[0], baris[-1], kolom[0], kolom[-1])
    isi = _record(_BEGIN) + _record(_DIMENSION, ukuran) + _record(_BEGIN_DATA)
    for i in baris:
        isi += _record(_ROW, struct.pack("<I", i) + bytes(13))
        isi += b"".join(_cell(j, sel[i, j]) for b, j in sorted(sel) if b == i)
    return isi + _record(_END_DATA) + _record(_END)


def _rels(tuju: Mapping[str, tuple[str, str]]) -> str:
    isi = "".join(
        f'<Relationship Id="{kode}" Type="{_REL}/{jenis}" Target="{bagian}"/>'
        for kode, (jenis, bagian) in tuju.items()
    )
    return f'<Relationships xmlns="{_PAKET}/relationships">{isi}</Relationships>'


def write_xlsb(sheets: Mapping[str, Sel]) -> bytes:
    """A workbook of texts and numbers; the text `#REF!` becomes that error."""
    buku = _record(_BEGIN_BOOK) + _record(_BEGIN_SHEETS)
    hubungan = {}
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as paket:
        for urut, (nama, sel) in enumerate(sheets.items(), start=1):
            buku += _record(
                _SHEET,
                struct.pack("<II", 0, urut) + _wide(f"rId{urut}") + _wide(nama),
            )
            hubungan[f"rId{urut}"] = ("worksheet", f"worksheets/sheet{urut}.bin")
            paket.writestr(f"xl/worksheets/sheet{urut}.bin", _sheet(sel))
        buku += _record(_END_SHEETS) + _record(_END_BOOK)
        paket.writestr("xl/workbook.bin", buku)
        paket.writestr("xl/_rels/workbook.bin.rels", _rels(hubungan))
        utama = {"rId1": ("officeDocument", "xl/workbook.bin")}
        paket.writestr("_rels/.rels", _rels(utama))
        paket.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PAKET}/content-types">'
            '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.'
            'binary.macroEnabled.main"/></Types>',
        )
    return keluar.getvalue()
