"""What a text that names a place says: of a kelurahan, a kecamatan, a kabupaten."""

import re
from typing import NamedTuple

_NOMOR_URUT = re.compile(r"^[0-9]{1,2}[.)]? +(?=[a-z])", re.I)
_KOTA = re.compile(
    r"[ ,;/(–-]*\bkota +probolinggo\b(?:[ ,;/–-]*(?:prov(?:insi|\.)? *)?jawa +timur)?"
    r"[ ).]*$",
    re.I,
)
_KABUPATEN = re.compile(r"\bkab(?:upaten)?\b", re.I)
_KECAMATAN = re.compile(r"[ ,;/(–-]*\bkec(?:amatan)?\b[ .:]*(.*?)[ ).]*$", re.I)
_KELURAHAN = re.compile(r"^(?:(?:kelurahan|kel|desa|ds)\b[ .:/]*)+", re.I)
_ANTARA = re.compile(
    r" *(?:[,;/&+|]|\bdan\b|\bserta\b| [–-] |\bkel(?:urahan)?\b[ .:]*)+ *", re.I
)


class Sebutan(NamedTuple):
    """A text taken apart: what it calls the kelurahan, and the kecamatan if it does.

    `kelurahan` holds several names where several seem to be named; `berkecamatan` says
    that the word kecamatan stands in it, `luar_kota` that the word kabupaten does.
    """

    kelurahan: tuple[str, ...]
    kecamatan: str
    berkecamatan: bool
    luar_kota: bool


def take_apart(teks: str) -> Sebutan:
    """A text that names a place, taken apart by its words; looks nothing up.

    >>> take_apart("Kel. Jati, Kec. Mayangan, Kota Probolinggo")[:2]
    (('Jati',), 'Mayangan')
    >>> take_apart("Jati dan Pilang").kelurahan
    ('Jati', 'Pilang')
    """
    teks = _NOMOR_URUT.sub("", " ".join(teks.split()))
    teks = _KOTA.sub("", teks)
    luar = _KABUPATEN.search(teks) is not None
    kec = _KECAMATAN.search(teks)
    if kec:
        teks = teks[: kec.start()]
    nama = _ANTARA.split(_KELURAHAN.sub("", teks.strip()))
    return Sebutan(
        tuple(n for n in nama if n.strip(" .:()")),
        kec[1] if kec else "",
        kec is not None,
        luar,
    )
