"""One text taken apart: sign, digits and multipliers, read in each style."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

INDONESIA = "1.500,0"
INGGRIS = "1,500.0"
_GAYA = (INDONESIA, INGGRIS)

GARIS = "-–—−‐‑"
_RIBU = {"ribu": 10**3, "rb": 10**3}
_PENGALI_RP = _RIBU | {
    "juta": 10**6, "jt": 10**6, "miliar": 10**9, "milyar": 10**9, "m": 10**9,
    "triliun": 10**12, "trilyun": 10**12,
}  # fmt: skip
KATA_SATUAN = {
    "Rp": ("rupiah", "rp", "idr"),
    "orang": ("orang", "org", "jiwa", "anggota"),
    "kali": ("kali", "x"),
    "KK": ("kk", "keluarga"),
    "usaha": ("usaha", "unit", "buah"),
    "%": ("%", "persen", "prosen"),
}
"""The words for each unit that may stand behind a number."""

_AKHIR_SATUAN = {
    satuan: re.compile(rf"(?:(?<=[0-9])| ) ?(?:{'|'.join(kata)})\.?$")
    for satuan, kata in KATA_SATUAN.items()
}

_RP = re.compile(r"(?:rp|idr)\b\.?|rp\.?(?=[0-9(])")
_TANPA_SEN = re.compile(rf"\s?[.,]\s?[{GARIS}=]+$")
_DEKAT_PEMISAH = re.compile(r"(?<=[0-9][.,]) (?=[0-9])|(?<=[0-9]) (?=[.,][0-9])")
_BAGIAN = re.compile(r"([0-9](?:[0-9.,' ]*[0-9])?) ?([a-z]*)\.? ?")
_PEMISAH = re.compile(r"[.,]")
_RIBUAN_SPASI = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")

Bilangan = int | Decimal


class Tulisan(NamedTuple):
    """A text as a number: its value in each style that is possible.

    `berkali` says that a multiplier such as juta stood behind it.
    """

    bacaan: dict[str, Bilangan]
    berkali: bool

    @property
    def rancu(self) -> bool:
        """Whether the two styles give two values."""
        return len(set(self.bacaan.values())) > 1


def _split(inti: str, ribuan: str, desimal: str) -> Bilangan | None:
    """The digits read in one style, or None when they cannot be read so."""
    bulat, koma, pecahan = inti.partition(desimal)
    if koma and not (pecahan.isdecimal() and bulat):
        return None
    kelompok = bulat.split(ribuan)
    if len(kelompok) > 1 and (
        not 1 <= len(kelompok[0]) <= 3
        or kelompok[0].startswith("0")
        or any(len(k) != 3 for k in kelompok[1:])
    ):
        return None
    angka = "".join(kelompok)
    if not angka.isdecimal():
        return None
    return Decimal(f"{angka}.{pecahan}") if koma else int(angka)


def _readings(inti: str) -> dict[str, Bilangan]:
    """The styles in which the digits can be read, with what they are worth."""
    if inti.isdecimal():
        return dict.fromkeys(_GAYA, int(inti))
    ribuan = {INDONESIA: ".", INGGRIS: ","}
    if " " in inti:
        kepala = _PEMISAH.split(inti, maxsplit=1)[0]
        if not _RIBUAN_SPASI.fullmatch(kepala) or " " in inti[len(kepala) :]:
            return {}
        inti, ribuan = inti.replace(" ", ""), dict.fromkeys(_GAYA, " ")
    desimal = {INDONESIA: ",", INGGRIS: "."}
    kedua = {g: _split(inti, ribuan[g], desimal[g]) for g in _GAYA}
    return {g: n for g, n in kedua.items() if n is not None}


def _parts(teks: str, satuan: str) -> list[tuple[str, int]] | None:
    """The digits and multipliers of a text (`1 juta 500 ribu` has two), or None."""
    pengali = _PENGALI_RP if satuan == "Rp" else _RIBU
    if satuan in _AKHIR_SATUAN:
        teks = _AKHIR_SATUAN[satuan].sub("", teks)
    hasil: list[tuple[str, int]] = []
    akhir = 0
    for cocok in _BAGIAN.finditer(teks):
        kata = cocok[2]
        if cocok.start() != akhir or (kata and kata not in pengali):
            return None
        hasil.append((cocok[1], pengali.get(kata, 1)))
        akhir = cocok.end()
    if not hasil or akhir < len(teks):
        return None
    kali = [p for _, p in hasil]
    menurun = all(a > b for a, b in zip(kali, kali[1:], strict=False))
    return hasil if len(kali) == 1 or (menurun and kali[-1] > 1) else None


def _sign(teks: str, satuan: str) -> tuple[int, str]:
    """The sign of a text, and the text without it and without Rp."""
    tanda = 1
    while True:
        if tanda == 1 and teks[:1] == "(" and teks[-1:] == ")":
            tanda, teks = -1, teks[1:-1].strip()
        elif tanda == 1 and teks[:1] and teks[0] in GARIS:
            tanda, teks = -1, teks[1:].strip()
        elif tanda == 1 and teks.startswith("minus "):
            tanda, teks = -1, teks[6:].strip()
        elif satuan == "Rp" and (sisa := without_rp(teks)) != teks:
            teks = sisa
        else:
            return tanda, teks


def without_rp(teks: str) -> str:
    """A folded text without the Rp before it.

    >>> without_rp("rp. -"), without_rp("rp25 juta")
    ('-', '25 juta')
    """
    awalan = _RP.match(teks)
    return teks[awalan.end() :].strip() if awalan else teks


@lru_cache(maxsize=8192)
def take_apart(teks: str, satuan: str) -> Tulisan | None:
    """A folded text as a number, or None when it is none."""
    tanda, teks = _sign(teks, satuan)
    ringkas = _TANPA_SEN.sub("", teks)
    bagian = _parts(_DEKAT_PEMISAH.sub("", ringkas.rstrip(" .,")), satuan)
    if bagian is None:
        return None
    semua = [(_readings(inti), pengali) for inti, pengali in bagian]
    bacaan = {
        g: tanda * sum(baca[g] * pengali for baca, pengali in semua)
        for g in _GAYA
        if all(g in baca for baca, _ in semua)
    }
    if ringkas != teks and INDONESIA in bacaan:
        bacaan = {INDONESIA: bacaan[INDONESIA]}  # "1.500,-" is written nowhere else
    berkali = any(pengali > 1 for _, pengali in bagian)
    return Tulisan(bacaan, berkali) if bacaan else None
