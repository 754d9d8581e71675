"""What people write in a number cell: a number, nothing, "not applicable", or a doubt.

`1.500` may be 1500 or 1,5, so the style is decided for a whole column, by the cells
that leave no choice. In a column of whole numbers (rupiah, people) a lone `1.500` is
1500: nobody counts people with three decimals. A column that mixes both styles has its
doubtful cells asked about, never guessed.
"""

import math
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

ANGKA = "angka"
KOSONG = "kosong"
TIDAK_BERLAKU = "tidak_berlaku"
BUKAN_ANGKA = "bukan_angka"
RANCU = "rancu"

INDONESIA = "1.500,0"
INGGRIS = "1,500.0"
_GAYA = (INDONESIA, INGGRIS)

_GARIS = "-–—−‐‑"
_NOL = {"nihil", "nol"}
_TIDAK_BERLAKU = {"tidak berlaku", "tdk berlaku", "t.b.", "t.b", "tb", "n/a", "n.a."}
_RIBU = {"ribu": 10**3, "rb": 10**3}
_PENGALI_RP = _RIBU | {
    "juta": 10**6, "jt": 10**6, "miliar": 10**9, "milyar": 10**9, "m": 10**9,
}  # fmt: skip
_KATA_SATUAN = {
    "Rp": {"rupiah", "rp", "idr"},
    "orang": {"orang", "org", "jiwa", "anggota"},
    "kali": {"kali", "x"},
    "KK": {"kk", "keluarga"},
    "usaha": {"usaha", "unit", "buah"},
}

_SPASI = re.compile(r"\s+")
_RP = re.compile(r"(?:rp|idr)\b\.?|rp\.?(?=[\d(])")
_TANPA_SEN = re.compile(rf"\s?[.,]\s?[{_GARIS}=]+$")
_DEKAT_PEMISAH = re.compile(r"(?<=\d[.,]) (?=\d)|(?<=\d) (?=[.,]\d)")
_BAGIAN = re.compile(r"(\d(?:[\d.,' ]*\d)?) ?([a-z]*)\.? ?")
_PEMISAH = re.compile(r"[.,]")
_PALING_PANJANG = 48
_RIBUAN_SPASI = re.compile(r"\d{1,3}(?: \d{3})+")


Bilangan = int | Decimal


class Hasil(NamedTuple):
    """What one cell turned out to be; `bacaan` holds both readings of a doubt."""

    keadaan: str
    nilai: int | float | None = None
    bacaan: tuple[int | float, ...] = ()


class _Tulisan(NamedTuple):
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
    kata_satuan = _KATA_SATUAN.get(satuan, ())
    hasil: list[tuple[str, int]] = []
    akhir = 0
    for cocok in _BAGIAN.finditer(teks):
        kata = cocok[2]
        if cocok.start() != akhir:
            return None
        if kata and kata not in pengali and kata not in kata_satuan:
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
        elif tanda == 1 and teks[:1] and teks[0] in _GARIS:
            tanda, teks = -1, teks[1:].strip()
        elif tanda == 1 and teks.startswith("minus "):
            tanda, teks = -1, teks[6:].strip()
        elif satuan == "Rp" and (awalan := _RP.match(teks)):
            teks = teks[awalan.end() :].strip()
        else:
            return tanda, teks


@lru_cache(maxsize=8192)
def _take_apart(teks: str, satuan: str) -> _Tulisan | None:
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
    return _Tulisan(bacaan, berkali) if bacaan else None


def _plain(nilai: Bilangan) -> int | float:
    if isinstance(nilai, int):
        return nilai
    return int(nilai) if nilai == nilai.to_integral_value() else float(nilai)


def _leaning(t: _Tulisan, bulat: bool) -> str | None:
    """The style that a doubtful whole number leans to: that of its thousands."""
    if not bulat or t.berkali:
        return None
    return max(t.bacaan, key=lambda gaya: abs(t.bacaan[gaya]))


def _styles(tulisan: Iterable[_Tulisan | None], bulat: bool) -> set[str]:
    """The styles that a column shows."""
    gaya: set[str | None] = set()
    for t in tulisan:
        if t and t.rancu:
            gaya.add(_leaning(t, bulat))
        elif t and len(t.bacaan) == 1:
            gaya.update(t.bacaan)
    return {g for g in gaya if g}


def _settle(t: _Tulisan, gaya: set[str], bulat: bool) -> Hasil:
    """What one cell is worth in a column of those styles."""
    bacaan = t.bacaan
    if not t.rancu:
        return Hasil(ANGKA, _plain(next(iter(bacaan.values()))))
    satu = next(iter(gaya)) if len(gaya) == 1 else None
    condong = _leaning(t, bulat)
    if satu is None or (condong and condong != satu):
        return Hasil(RANCU, None, tuple(_plain(n) for n in bacaan.values()))
    return Hasil(ANGKA, _plain(bacaan[satu]))


def fold_text(nilai: str) -> str:
    """A text without case and with every run of space as one plain space."""
    return _SPASI.sub(" ", nilai).strip().casefold()


def word(teks: str) -> Hasil | None:
    """What a folded text means that stands for no digits, or None.

    Blank and a dash are missing, never zero; nihil and nol are zero.

    >>> word("-").keadaan, word("nihil").nilai, word("n/a").keadaan
    ('kosong', 0, 'tidak_berlaku')
    """
    if not teks.strip(_GARIS + "._… "):
        return Hasil(KOSONG)
    if teks in _NOL:
        return Hasil(ANGKA, 0)
    return Hasil(TIDAK_BERLAKU) if teks in _TIDAK_BERLAKU else None


def read_column(
    sel: Sequence[object], *, bulat: bool = True, satuan: str = ""
) -> list[Hasil]:
    """The cells of one column as numbers, in one style; numbers of Excel pass.

    `bulat` says that the column holds whole numbers, `satuan` which unit words may
    stand behind a number. A date, a yes/no or a time is not a number.

    >>> [h.nilai for h in read_column(["Rp 1.500.000,-", "1,5 jt", "(1.500)", 7.0])]
    [None, None, -1500, 7]
    >>> [h.nilai for h in read_column(["Rp 1.500.000,-", "1,5 jt"], satuan="Rp")]
    [1500000, 1500000]
    >>> [h.keadaan for h in read_column(["1.500", "15,000,000.00"])]
    ['rancu', 'angka']
    """
    hasil: list[Hasil | None] = []
    tulisan: list[_Tulisan | None] = []
    for isi in sel:
        baca, t = None, None
        if type(isi) is float or type(isi) is int:
            baca = _plain_number(isi)
        elif isinstance(isi, str) and len(isi) <= _PALING_PANJANG:
            teks = fold_text(isi).lstrip("'")
            baca = word(teks)
            t = None if baca else _take_apart(teks, satuan)
        hasil.append(baca)
        tulisan.append(t)
    gaya = _styles(tulisan, bulat)
    return [
        baca or (_settle(t, gaya, bulat) if t else Hasil(BUKAN_ANGKA))
        for baca, t in zip(hasil, tulisan, strict=True)
    ]


def _plain_number(isi: int | float) -> Hasil | None:
    """A number of Excel: whole where it is whole."""
    if isinstance(isi, float) and isi.is_integer():
        return Hasil(ANGKA, int(isi))
    return Hasil(ANGKA, isi) if math.isfinite(isi) else None
