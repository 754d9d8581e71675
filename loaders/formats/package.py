"""A ZIP package as office programs write it, and what makes it one not to open."""

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import NoReturn

from loaders.formats.unreadable import UnreadableError
from loaders.formats.xml_parts import plain, refuse_declarations

MAX_TERBUKA = 400 * 2**20
MAX_NISBAH = 200
_NISBAH_MULAI = 20 * 2**20
_NISBAH_MUNGKIN = 1032
"""No part that is packed with deflate grows by more."""
_KEPALA = struct.Struct("<4s22xHH")
_AWAL = 400
RUSAK = (
    zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, OverflowError,
    ValueError, LookupError, struct.error,
)  # fmt: skip
"""What reading a broken package raises."""
_TANDA_AKHIR, _EKOR = b"PK\x05\x06", 66_000
_INGATAN, _BAGIAN_KECIL = 512, 4096
_SEPOTONG = 2**20


def open_package(data: bytes) -> zipfile.ZipFile | None:
    """The parts of a file that is a ZIP package; None when it is none.

    Something may stand before it, as some mail servers put there. Raises
    UnreadableError when the package is broken.
    """
    if not data.startswith(b"PK") and not _follows(data):
        return None
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except RUSAK as sebab:
        raise UnreadableError(
            "berkas_rusak", "Berkas terpotong atau rusak, sehingga tidak dapat dibuka."
        ) from sebab


def _follows(data: bytes) -> bool:
    """Whether a workbook's package follows something else."""
    ekor = data[-_EKOR:]
    return _TANDA_AKHIR in ekor and (b"xl/workbook" in ekor or b"content.xml" in ekor)


def packed(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The packed bytes of one part, without the care that files on disk need."""
    tanda, nama, tambahan = _KEPALA.unpack_from(data, info.header_offset)
    if tanda != b"PK\x03\x04":
        raise ValueError(info.filename)
    awal = info.header_offset + 30 + nama + tambahan
    return data[awal : awal + info.compress_size]


def part(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The content of one part of a package.

    Never more than the package said; raises ValueError or zlib.error when broken.
    """
    mentah = packed(data, info)
    if info.compress_type == zipfile.ZIP_STORED:
        return mentah
    if info.compress_type != zipfile.ZIP_DEFLATED:
        raise ValueError(info.filename)
    return zlib.decompressobj(-15).decompress(mentah, info.file_size)


def check_package(data: bytes, paket: zipfile.ZipFile) -> None:
    """Raises UnreadableError for a package that must not be opened.

    That is one that is locked, holds a part twice, would grow beyond `MAX_TERBUKA`, or
    declares XML entities in any of its parts.
    """
    isi = paket.infolist()
    if any(i.flag_bits & 1 for i in isi):
        locked()
    if len(paket.NameToInfo) != len(isi):
        raise _twice(isi)
    _check_size(data, isi)
    for satu in isi:
        if satu.filename.endswith((".xml", ".rels", ".vml")):
            _check_head(data, satu)


def locked() -> NoReturn:
    """Raises the finding of a file with a password."""
    raise UnreadableError("berkas_terkunci", "Berkas terkunci kata sandi.")


def _twice(isi: list[zipfile.ZipInfo]) -> UnreadableError:
    banyak = Counter(i.filename for i in isi)
    nama = next(n for n, kali in banyak.items() if kali > 1)
    return UnreadableError(
        "berkas_rusak",
        f"Berkas rusak: bagian {nama} ada dua kali di dalamnya, sehingga tidak jelas "
        "mana yang berlaku.",
    )


def _check_size(data: bytes, isi: list[zipfile.ZipInfo]) -> None:
    padat = sum(i.compress_size for i in isi)
    terbuka = sum(i.file_size for i in isi)
    if padat * _NISBAH_MUNGKIN > MAX_TERBUKA and terbuka <= MAX_TERBUKA:
        terbuka = max(terbuka, sum(_true_size(data, i) for i in isi))
    berlebihan = terbuka > _NISBAH_MULAI and terbuka > MAX_NISBAH * len(data)
    if terbuka > MAX_TERBUKA or berlebihan:
        lebih = "lebih dari " if terbuka > MAX_TERBUKA else ""
        banyak = min(terbuka, MAX_TERBUKA) // 2**20
        raise UnreadableError(
            "berkas_terlalu_besar",
            f"Isi berkas menjadi {lebih}{banyak} MB bila dibuka; sebuah formulir "
            "tidak pernah sebesar itu.",
        )


def _chunks(data: bytes, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of one part, piece by piece, however much it really is."""
    if info.compress_type != zipfile.ZIP_DEFLATED:
        yield packed(data, info)
        return
    pembuka = zlib.decompressobj(-15)
    sisa = packed(data, info)
    while sisa:
        yield pembuka.decompress(sisa, _SEPOTONG)
        sisa = pembuka.unconsumed_tail


def _true_size(data: bytes, info: zipfile.ZipInfo) -> int:
    """How large one part really is; no more is opened than may be."""
    ukuran = 0
    for potong in _chunks(data, info):
        ukuran += len(potong)
        if ukuran > MAX_TERBUKA:
            break
    return ukuran


_kepala_biasa: dict[bytes, None] = {}


def _check_head(data: bytes, info: zipfile.ZipInfo) -> None:
    """Refuses a part that declares XML entities; what was seen before is known."""
    mentah = packed(data, info)
    if mentah in _kepala_biasa:
        return
    awal = mentah[:_AWAL]
    if info.compress_type == zipfile.ZIP_DEFLATED:
        awal = zlib.decompressobj(-15).decompress(awal, _AWAL)
    if not plain(awal):
        refuse_declarations(part(data, info), info.filename)
    elif len(mentah) < _BAGIAN_KECIL:
        if len(_kepala_biasa) >= _INGATAN:
            _kepala_biasa.clear()
        _kepala_biasa[mentah] = None
