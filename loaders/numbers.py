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
_RIBUAN_SPASI = re.compile(r"\d{1,3}(?: \d{3})+")


class Hasil(NamedTuple):
    """What one cell turned out to be; `bacaan` holds both readings of a doubt."""

    keadaan: str
    nilai: int | float | None = None
    bacaan: tuple[int | float, ...] = ()


class _Bagian(NamedTuple):
    """A number in one text: what it is worth in each style, and its multiplier."""

    baca: dict[str, Decimal]
    pengali: int


class _Tulisan(NamedTuple):
    """A cell's text taken apart: sign, numbers, and whether `,-` stood at its end."""

    tanda: int
    bagian: list[_Bagian]
    tanpa_sen: bool

    def nilai(self, gaya: str) -> Decimal | None:
        """Its value in one style, or None when it cannot be read so."""
        if not all(gaya in b.baca for b in self.bagian):
            return None
        return self.tanda * sum(
            (b.baca[gaya] * b.pengali for b in self.bagian), Decimal()
        )

    @property
    def bacaan(self) -> dict[str, Decimal]:
        """Its value in every style that is possible."""
        semua = {g: self.nilai(g) for g in _GAYA}
        bisa = {g: n for g, n in semua.items() if n is not None}
        if self.tanpa_sen and INDONESIA in bisa:
            return {INDONESIA: bisa[INDONESIA]}
        return bisa

    @property
    def rancu(self) -> bool:
        """Whether the two styles give two values."""
        return len(set(self.bacaan.values())) > 1


def _split(inti: str, ribuan: str, desimal: str) -> Decimal | None:
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
    return Decimal(f"{angka}.{pecahan}" if koma else angka)


def _readings(inti: str) -> dict[str, Decimal]:
    """The styles in which the digits can be read, with what they are worth."""
    kepala = re.split(r"[.,]", inti, maxsplit=1)[0]
    ribuan = {INDONESIA: ".", INGGRIS: ","}
    if " " in inti:
        if not _RIBUAN_SPASI.fullmatch(kepala) or " " in inti[len(kepala) :]:
            return {}
        inti, ribuan = inti.replace(" ", ""), dict.fromkeys(_GAYA, " ")
    desimal = {INDONESIA: ",", INGGRIS: "."}
    kedua = {g: _split(inti, ribuan[g], desimal[g]) for g in _GAYA}
    return {g: n for g, n in kedua.items() if n is not None}


def _parts(teks: str, satuan: str) -> list[_Bagian] | None:
    """The numbers in a text (`1 juta 500 ribu` has two), or None if it is not one."""
    pengali = _PENGALI_RP if satuan == "Rp" else _RIBU
    hasil: list[_Bagian] = []
    akhir = 0
    for cocok in _BAGIAN.finditer(teks):
        kata = cocok[2]
        if cocok.start() != akhir:
            return None
        if kata and kata not in pengali and kata not in _KATA_SATUAN.get(satuan, ()):
            return None
        hasil.append(_Bagian(_readings(cocok[1]), pengali.get(kata, 1)))
        akhir = cocok.end()
    sisa = teks[akhir:].strip(" .")
    if not hasil or (sisa and sisa not in _KATA_SATUAN.get(satuan, ())):
        return None
    kali = [b.pengali for b in hasil]
    if kali != sorted(set(kali), reverse=True) or (len(kali) > 1 and kali[-1] == 1):
        return None
    return hasil if all(b.baca for b in hasil) else None


def _take_apart(teks: str, satuan: str) -> _Tulisan | None:
    """A folded text as sign and numbers, or None when it holds no number."""
    tanda = 1
    while True:
        if teks[:1] in ("(",) and teks[-1:] == ")" and tanda == 1:
            tanda, teks = -1, teks[1:-1].strip()
        elif teks[:1] and teks[0] in _GARIS and tanda == 1:
            tanda, teks = -1, teks[1:].strip()
        elif teks.startswith("minus ") and tanda == 1:
            tanda, teks = -1, teks[6:].strip()
        elif satuan == "Rp" and (awalan := _RP.match(teks)):
            teks = teks[awalan.end() :].strip()
        else:
            break
    ringkas = _TANPA_SEN.sub("", teks)
    tanpa_sen = ringkas != teks
    ringkas = _DEKAT_PEMISAH.sub("", ringkas.rstrip(" .,"))
    bagian = _parts(ringkas, satuan)
    return _Tulisan(tanda, bagian, tanpa_sen) if bagian else None


def _plain(nilai: Decimal) -> int | float:
    return int(nilai) if nilai == nilai.to_integral_value() else float(nilai)


def _leaning(t: _Tulisan, bulat: bool) -> str | None:
    """The style that a doubtful whole number leans to: that of its thousands."""
    if not bulat or any(b.pengali > 1 for b in t.bagian):
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
    if not bacaan:
        return Hasil(BUKAN_ANGKA)
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
        if isinstance(isi, str):
            teks = fold_text(isi).lstrip("'")
            baca = word(teks)
            t = None if baca else _take_apart(teks, satuan)
        elif isinstance(isi, int | float) and not isinstance(isi, bool):
            terhingga = math.isfinite(isi)
            baca = Hasil(ANGKA, _plain(Decimal(str(isi)))) if terhingga else None
        hasil.append(baca)
        tulisan.append(t)
    gaya = _styles(tulisan, bulat)
    return [
        baca or (_settle(t, gaya, bulat) if t else Hasil(BUKAN_ANGKA))
        for baca, t in zip(hasil, tulisan, strict=True)
    ]
