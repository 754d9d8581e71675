"""Where a foreign sheet says which kelurahan it is about, and which period."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.cells.dates import BULAN, read_date
from loaders.cells.periods import read_period
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.wilayah import fold, kelurahan

_KATA = re.compile(r"[a-z]+")
_KODE = re.compile(r"(?<![\d.])\d{2}\.\d{2}\.\d{2}\.\d{4}(?![\d.])")
_LABEL = {"kelurahan", "kel", "desa", "lurah"}
_BUKAN = {"kecamatan", "kec", "camat", "kota", "kab", "kabupaten", "jalan", "jl"}
_BULAN = "|".join(sorted(BULAN, key=len, reverse=True))
_RENTANG = re.compile(
    rf"\b(?:{_BULAN})\b[\s.]*(?:-|–|s\s*/\s*d|s\.?\s*d\.?|sampai(?:\s+dengan)?)\s*"
    rf"\b(?:{_BULAN})\b[\s.]*20\d\d\b",
    re.I,
)
_HARI = re.compile(rf"\b\d{{1,2}}[\s-]+(?:{_BULAN})[\s-]+20\d\d\b|\b\d{{1,2}}[-/.]\d{{1,2}}[-/.]20\d\d\b", re.I)  # fmt: skip  # noqa: E501
_KODE_PERIODE = re.compile(r"\b20\d\d-(?:T[1-4]|S[12]|B\d\d)\b", re.I)
_SEBUTAN = re.compile(
    r"\b(?:triwulan|triw|tw|kuartal|q|semester|smt)[\s.\-]*(?:ke[\s\-]*)?"
    r"(?:iv|i{1,3}|[1-4])\b(?:[\s.,/\-]*(?:tahun|thn|th\.?)?[\s.,/\-]*20\d\d\b)?"
    r"|\b20\d\d[\s.,/\-]*(?:triwulan|tw|q|semester|smt)[\s.\-]*(?:iv|i{1,3}|[1-4])\b",
    re.I,
)
_NOMOR = re.compile(r"(iv|i{1,3}|[1-4])\s*$", re.I)
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Bukti:
    """Something that says where or when: its value, and where it stands in words.

    `nilai` is a kode_wilayah or the code of a period, or the number of a period whose
    year is not said ("?-T3").
    """

    nilai: str
    dari: str
    lembar: str = ""
    sel: str = ""


@cache
def _names() -> dict[str, str]:
    return {
        fold(nama): k.kode for k in kelurahan().values() for nama in (k.nama, *k.alias)
    }


@lru_cache(maxsize=512)
def places_in(teks: str) -> tuple[str, ...]:
    """The kelurahan that a text names; those behind "Kelurahan" before all others.

    >>> places_in("REKAP UP2K KELURAHAN MAYANGAN KECAMATAN MAYANGAN")
    ('35.74.03.1001',)
    >>> places_in("Rekap Kecamatan Mayangan"), places_in("up2k_jrebeng_kulon.xlsx")
    ((), ('35.74.05.1001',))
    """
    kode = [k for k in _KODE.findall(teks) if k in kelurahan()]
    kata = _KATA.findall(teks.casefold())
    berlabel = dict.fromkeys(kode)
    lain: dict[str, None] = {}
    i = 0
    while i < len(kata):
        for panjang in (3, 2, 1):
            ada = _names().get("".join(kata[i : i + panjang]))
            if not ada or i + panjang > len(kata):
                continue
            sebelum = kata[i - 1] if i else ""
            if sebelum in _LABEL:
                berlabel[ada] = None
            elif sebelum not in _BUKAN:
                lain[ada] = None
            i += panjang - 1
            break
        i += 1
    return tuple(berlabel or lain)


def _of_day(teks: str) -> Periode | None:
    """The period at whose end a day lies ("per 30 September 2026")."""
    hari = read_date(teks.replace("-", " ") if teks[:2].isdigit() else teks).hari
    return period_ending(hari) if hari else None


def period_ending(hari: dt.date) -> Periode | None:
    """The period that ends on a day, if one does."""
    p = Periode.containing(hari)
    return p if p.end == hari else None


@lru_cache(maxsize=512)
def periods_in(teks: str) -> tuple[str, ...]:
    """The periods that a text names, in the rhythm in force.

    >>> periods_in("LAPORAN UP2K TRIWULAN III TAHUN 2026 KELURAHAN JATI")
    ('2026-T3',)
    >>> periods_in("Posisi per 30 September 2026"), periods_in("Rekap TW II")
    (('2026-T3',), ('?-T2',))
    >>> periods_in("Keadaan bulan Juli s.d. September 2026"), periods_in("tahun 2026")
    (('2026-T3',), ())
    """
    teks = teks.replace("_", " ")
    sebutan = [c[0] for c in _SEBUTAN.finditer(teks)]
    calon = [read_period(c[0]) for c in _KODE_PERIODE.finditer(teks)]
    calon += [read_period(s) for s in sebutan]
    calon += [read_period(c[0]) for c in _RENTANG.finditer(teks)]
    tersisa = _RENTANG.sub(" ", teks)
    calon += [_of_day(c[0]) for c in _HARI.finditer(tersisa)]
    if not any(calon):
        calon.append(read_period(teks))
    hasil = {str(p): None for p in calon if p and p.irama == pengaturan().irama}
    tanpa_tahun = [s for s, p in zip(sebutan, map(read_period, sebutan), strict=True)
                   if p is None]  # fmt: skip
    if not hasil:
        hasil |= dict.fromkeys(filter(None, map(_without_year, tanpa_tahun)))
    return tuple(hasil)


def _without_year(teks: str) -> str | None:
    """The number of a period said without its year: `TW III` is ?-T3."""
    irama = "semester" if teks.casefold().startswith("s") else "triwulan"
    cocok = _NOMOR.search(teks)
    if irama != pengaturan().irama or not cocok:
        return None
    nomor = _ROMAWI.get(cocok[1].casefold()) or int(cocok[1])
    return f"?-{'S' if irama == 'semester' else 'T'}{nomor}"


def agreed(bukti: Iterable[Bukti]) -> tuple[str | None, str]:
    """The one value on which all agree, and where it stands; else None and why.

    A period without a year must agree with the one that has it, and alone says nothing.

    >>> agreed([Bukti("2026-T3", "judul"), Bukti("?-T3", "nama lembar")])
    ('2026-T3', 'judul')
    >>> agreed([Bukti("2026-T3", "judul"), Bukti("?-T2", "nama lembar")])[0] is None
    True
    """
    semua = list(bukti)
    penuh = list(dict.fromkeys(b.nilai for b in semua if b.nilai[0] != "?"))
    separuh = {b.nilai[2:] for b in semua if b.nilai[0] == "?"}
    if len(penuh) == 1 and all(penuh[0].endswith(f"-{s}") for s in separuh):
        return penuh[0], next(b.dari for b in semua if b.nilai == penuh[0])
    return None, ""
