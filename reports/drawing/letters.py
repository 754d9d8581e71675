"""How wide words are in the font that is shipped, without a browser to ask."""

import re
import struct
from functools import cache, lru_cache
from pathlib import Path

FONTS = Path(__file__).resolve().parents[1] / "fonts"
_BERKAS = {400: "Regular", 600: "Semibold", 700: "Bold"}
# what the font does not hold is drawn in another, most of which are no wider
_LEBAR_ASING = 1000


@cache
def _tables(tebal: int) -> tuple[int, dict[int, int]]:
    """Units per em, and how far each character moves on (cmap and hmtx)."""
    data = (FONTS / f"SourceSans3-{_BERKAS[tebal]}.ttf").read_bytes()
    tabel = {}
    for i in range(struct.unpack(">H", data[4:6])[0]):
        nama, _, awal, _ = struct.unpack(">4sLLL", data[12 + 16 * i : 28 + 16 * i])
        tabel[nama] = awal
    em = struct.unpack_from(">H", data, tabel[b"head"] + 18)[0]
    banyak = struct.unpack_from(">H", data, tabel[b"hhea"] + 34)[0]
    maju = struct.unpack_from(f">{'HH' * banyak}", data, tabel[b"hmtx"])[::2]
    return em, {
        kode: maju[min(g, banyak - 1)] for kode, g in _glyphs(data, tabel[b"cmap"])
    }


def _glyphs(data: bytes, cmap: int) -> list[tuple[int, int]]:
    """Pairs of character and glyph of the font's table of format 4."""
    for i in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        jauh = struct.unpack_from(">HHL", data, cmap + 4 + 8 * i)[2]
        if struct.unpack_from(">H", data, cmap + jauh)[0] == 4:
            return _segments(data, cmap + jauh)
    raise ValueError("the font has no character table of format 4")


def _segments(data: bytes, awal: int) -> list[tuple[int, int]]:
    banyak = struct.unpack_from(">H", data, awal + 6)[0] // 2
    mulai = (14, 16 + 2 * banyak, 16 + 4 * banyak, 16 + 6 * banyak)
    akhir, dari, geser, jauh = (
        struct.unpack_from(f">{banyak}H", data, awal + m) for m in mulai
    )
    hasil = []
    for s in range(banyak):
        for kode in range(dari[s], min(akhir[s], 0xFFFE) + 1):
            g = kode
            if jauh[s]:
                tempat = awal + mulai[3] + 2 * s + jauh[s] + 2 * (kode - dari[s])
                g = struct.unpack_from(">H", data, tempat)[0]
            hasil.append((kode, (g + geser[s]) & 0xFFFF if g else 0))
    return hasil


@lru_cache(maxsize=4096)
def width(teks: str, ukuran: float, tebal: int = 400) -> float:
    """How wide a text is, in the units of `ukuran` (the size of the letters).

    `tebal` is 400, 600 or 700. Kerning is left out: it only draws letters together.

    >>> round(width("Modal", 100)), width("", 20), width("ii", 10) < width("MM", 10)
    (258, 0.0, True)
    """
    em, maju = _tables(tebal)
    return sum(maju.get(ord(h), _LEBAR_ASING) for h in teks) * ukuran / em


def wrap(teks: str, lebar: float, ukuran: float, tebal: int = 400) -> list[str]:
    """The text in lines no wider than `lebar`; a longer word keeps a line of its own.

    What a space that does not break joins (U+00A0) is one word.

    >>> wrap("Kebonsari Kulon", 60, 14), wrap("", 60, 14)
    (['Kebonsari', 'Kulon'], [''])
    """
    baris = [""]
    for kata in re.split(r"[ \n\t]+", teks.strip(" \n\t")):
        calon = f"{baris[-1]} {kata}".strip()
        if baris[-1] and width(calon, ukuran, tebal) > lebar:
            baris.append(kata)
        else:
            baris[-1] = calon
    return baris


def cut(teks: str, lebar: float, ukuran: float, tebal: int = 400) -> str:
    """The text, or its beginning and "…" where it does not fit.

    >>> cut("Kebonsari Kulon", 60, 14), cut("Pilang", 60, 14)
    ('Kebons…', 'Pilang')
    """
    if width(teks, ukuran, tebal) <= lebar:
        return teks
    while teks and width(f"{teks}…", ukuran, tebal) > lebar:
        teks = teks[:-1]
    return f"{teks.rstrip()}…"


def lines(
    teks: str, lebar: float, ukuran: float, paling_banyak: int, tebal: int = 400
) -> list[str]:
    """The text in at most so many lines, the last one cut where it must be."""
    baris = wrap(teks, lebar, ukuran, tebal)
    if len(baris) > paling_banyak:
        sisa = " ".join(baris[paling_banyak - 1 :])
        baris = [*baris[: paling_banyak - 1], sisa]
    return [cut(b, lebar, ukuran, tebal) for b in baris]
