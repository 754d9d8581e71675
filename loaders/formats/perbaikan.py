"""What a sheet *Perbaikan* carries unseen: the keys of its findings, and its marks.

It is one text, cut into cells of the sheet's first row, to the right of what is seen:
cells survive Excel and LibreOffice saving the workbook in any format.
"""

import base64
import binascii
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

CAP = "PERBAIKAN-UP2K/1"
NAMA_LEMBAR = "Perbaikan"
JUDUL_KOLOM = (
    "No", "Tingkat", "Lembar", "Sel", "Kelompok", "Apa yang ditemukan",
    "Apa yang diharapkan", "Saran",
)  # fmt: skip
_PEMBATAS = ":"
_POTONG = 4000
_BATAS_ISI = 8 * 2**20
_BARIS_DILIHAT = 30
_KOSONG: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Jejak:
    """What one round of marking left behind: the keys of what it asked to mend.

    `tanda` says what was changed in the package, so that it can be changed back.
    """

    kunci: tuple[str, ...] = ()
    tanda: Mapping[str, Any] = field(default_factory=lambda: _KOSONG)


def encode(jejak: Jejak) -> list[str]:
    """The text of a round, as the cells that carry it.

    >>> encode(Jejak(("abc",)))[0].startswith("PERBAIKAN-UP2K/1:")
    True
    """
    isi = {"kunci": jejak.kunci, "tanda": dict(jejak.tanda)}
    padat = zlib.compress(json.dumps(isi, separators=(",", ":")).encode(), 9)
    teks = CAP + _PEMBATAS + base64.b64encode(padat).decode()
    return [teks[i : i + _POTONG] for i in range(0, len(teks), _POTONG)]


def decode(sel: Sequence[str]) -> Jejak:
    """The round that cells carry, from the stamp on; one without keys when broken.

    >>> decode(encode(Jejak(("abc", "def")))).kunci
    ('abc', 'def')
    >>> decode(["PERBAIKAN-UP2K/1:!"])
    Jejak(kunci=(), tanda=mappingproxy({}))
    """
    teks = "".join(sel).partition(_PEMBATAS)[2]
    try:
        padat = base64.b64decode(teks, validate=True)
        isi = json.loads(zlib.decompressobj().decompress(padat, _BATAS_ISI))
        kunci = tuple(str(k) for k in isi["kunci"])
        return Jejak(kunci, dict(isi["tanda"]))
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError):
        return Jejak()


def found_in(rows: Iterable[Sequence[object]]) -> Jejak | None:
    """The round that a sheet carries; None when the sheet is not ours.

    A sheet that lost its stamp is still known by the headings of its table.

    >>> found_in([["Kas", 1]]) is None
    True
    >>> found_in([["Perbaikan", *encode(Jejak(("abc",)))]]).kunci
    ('abc',)
    """
    for i, baris in enumerate(rows):
        if i == _BARIS_DILIHAT:
            break
        for j, sel in enumerate(baris):
            if type(sel) is str and sel.startswith(CAP):
                return decode([s for s in baris[j:] if isinstance(s, str)])
        if tuple(s for s in baris if s != "")[: len(JUDUL_KOLOM)] == JUDUL_KOLOM:
            return Jejak()
    return None
