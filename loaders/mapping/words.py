"""Headings as offices write them, compared with what our variables are called.

A heading is taken apart into words, abbreviations are written out, and the words are
weighed: those that few variables share say most. Nothing here looks at values.
"""

import difflib
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from loaders.form.layout import layouts
from loaders.mapping.records import CATATAN, LAIN, NOMOR, TEMPAT, WAKTU
from loaders.mapping.units import split_unit
from reference.kosakata import at_level

_BERKAS = Path(__file__).with_name("istilah.toml")
_BAGIAN = re.compile(r"[^\W\d_]+|\d+")
_HURUF = {"l": "laki", "p": "perempuan"}
_TERPENDEK_AWALAN = 3
_TERPENDEK_SALAH_KETIK = 5
_MIRIP = 0.85
_BOBOT_ASING = 0.5
_DAUN = 0.9
_DAUN_LAIN = 0.75
_CUKUP = 0.8
PERAN = (NOMOR, TEMPAT, WAKTU, CATATAN, LAIN)

Kata = frozenset[str]


@dataclass(frozen=True, slots=True)
class Calon:
    """What a heading may stand for: a variable's name, or "@" and a role."""

    nama: str
    nilai: float


@dataclass(frozen=True, slots=True, eq=False)
class Istilah:
    """Our words: abbreviations, words that tell nothing, phrases, and their weights."""

    singkatan: dict[str, tuple[str, ...]]
    abaikan: frozenset[str]
    frasa: tuple[tuple[str, Kata], ...]
    bobot: dict[str, float]
    memuat: dict[str, tuple[int, ...]]
    peran: dict[str, str]


def fold(teks: str) -> str:
    """A text without case and punctuation, its words apart."""
    return " ".join(_BAGIAN.findall(teks.casefold()))


def _phrases(isi: dict[str, dict[str, list[str]]]) -> dict[str, list[str]]:
    """Every way of naming each variable, and of the columns that are none."""
    hasil = {n: [v.label, n.replace("_", " ")] for n, v in at_level("kelompok").items()}
    for layout in layouts().values():
        for lembar in layout.lembar:
            for nama, judul in lembar.judul.items():
                if nama in hasil:
                    hasil[nama] += judul
    for nama, judul_ in isi["judul"].items():
        hasil[nama] += judul_
    for peran in PERAN:
        hasil[f"@{peran}"] = list(isi["peran"][peran])
    return hasil


@cache
def vocabulary() -> Istilah:
    """Our words, worked out once."""
    isi = tomllib.loads(_BERKAS.read_text(encoding="utf-8"))
    singkatan = {k: tuple(v.split()) for k, v in isi["singkatan"].items()}
    abaikan = frozenset(isi["abaikan"]["kata"])
    frasa: dict[tuple[str, Kata], None] = {}
    for nama, semua in _phrases(isi).items():
        for teks in semua:
            kata = _plain_words(teks, singkatan, abaikan)
            if kata:
                frasa[nama, kata] = None
    pemakai = Counter(k for _, k in {(n, k) for n, f in frasa for k in f})
    memuat: dict[str, list[int]] = {}
    for urut, (_, kata) in enumerate(frasa):
        for k in kata:
            memuat.setdefault(k, []).append(urut)
    return Istilah(
        singkatan,
        abaikan,
        tuple(frasa),
        {k: n**-0.5 for k, n in pemakai.items()},
        {k: tuple(v) for k, v in memuat.items()},
        {fold(j): p for p in PERAN for j in isi["peran"][p]},
    )


def _plain_words(
    teks: str, singkatan: dict[str, tuple[str, ...]], abaikan: frozenset[str]
) -> Kata:
    hasil: set[str] = set()
    teks = teks.casefold().replace(">", " lebih ").replace("di atas", " lebih ")
    for k in _BAGIAN.findall(split_unit(teks)[0]):
        hasil.update(singkatan.get(k, (_HURUF.get(k, k),)))
    return frozenset(hasil - abaikan)


@lru_cache(maxsize=4096)
def _known_word(kata: str) -> tuple[str, float]:
    """A word as we spell it, and how sure that is: a cut or a misspelt word is less."""
    ist = vocabulary()
    if kata in ist.bobot or kata.isdecimal():
        return kata, 1.0
    if len(kata) >= _TERPENDEK_AWALAN:
        awalan = [k for k in ist.bobot if k.startswith(kata)]
        if len(awalan) == 1:
            return awalan[0], 0.97
    if len(kata) >= _TERPENDEK_SALAH_KETIK:
        dekat = difflib.get_close_matches(kata, ist.bobot, n=1, cutoff=_MIRIP)
        if dekat:
            return dekat[0], 0.95
    return kata, 1.0


def _score(judul: Kata, frasa: Kata, bobot: dict[str, float]) -> float:
    """How well a heading says a phrase; words left over count, known ones doubly."""

    def berat(semua: Kata) -> float:
        return sum(bobot.get(k, _BOBOT_ASING) for k in semua)

    ada = berat(judul & frasa)
    lengkap = ada / berat(frasa)
    tepat = ada / (berat(judul) or 1.0)
    return lengkap**1.5 * (0.6 + 0.4 * tepat)


@lru_cache(maxsize=8192)
def _of_text(teks: str) -> tuple[tuple[str, float], ...]:
    """The best score of every variable and role for one text."""
    ist = vocabulary()
    tanpa = split_unit(teks)[0]
    if (peran := ist.peran.get(fold(tanpa))) and peran != LAIN:
        return ((f"@{peran}", 1.0),)
    yakin, kata = 1.0, set()
    for k in _plain_words(tanpa, ist.singkatan, ist.abaikan):
        dikenal, pasti = _known_word(k)
        kata.add(dikenal)
        yakin *= pasti
    judul = frozenset(kata)
    if not judul:
        return ((f"@{LAIN}", 1.0),) if fold(tanpa) else ()
    terbaik: dict[str, float] = {}
    for urut in {u for k in judul for u in ist.memuat.get(k, ())}:
        nama, frasa = ist.frasa[urut]
        nilai = _score(judul, frasa, ist.bobot) * yakin
        if nilai > terbaik.get(nama, 0):
            terbaik[nama] = nilai
    return tuple(sorted(terbaik.items(), key=lambda x: (-x[1], x[0])))


@lru_cache(maxsize=8192)
def candidates(jalur: tuple[str, ...]) -> tuple[Calon, ...]:
    """What a heading may stand for, the likeliest first.

    `jalur` are the texts of the heading from the top row down; all of them together
    count more than the lowest alone.

    >>> candidates(("Simp. Wajib (Rp)",))[0]
    Calon(nama='simpanan_wajib', nilai=1.0)
    >>> [candidates(j)[0].nama for j in (("Pinjaman", "Bank"), ("Aset", "Bank"))]
    ['pinjaman_bank', 'simpanan_di_bank']
    """
    terbaik: dict[str, float] = {}
    turun = 1.0
    for mulai in range(len(jalur)):
        bagian = " ".join(split_unit(j)[0] for j in jalur[mulai:])
        semua = _of_text(bagian)
        if mulai:
            turun = min(turun, _DAUN)
        elif semua and semua[0][1] >= _CUKUP and not semua[0][0].startswith("@"):
            turun = _DAUN_LAIN
        for nama, nilai in semua:
            if mulai == 0:
                terbaik[nama] = nilai
                continue
            terbaik[nama] = max(terbaik.get(nama, 0.0), nilai * turun)
    urut = sorted(terbaik.items(), key=lambda x: (-x[1], x[0]))
    return tuple(Calon(n, round(v, 3)) for n, v in urut)


def recognised(jalur: tuple[str, ...]) -> float:
    """How sure we know a heading at all, from 0 to 1."""
    semua = candidates(jalur)
    return semua[0].nilai if semua else 0.0
