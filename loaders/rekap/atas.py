"""The lines above a table: the places and periods that they name."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.cells.dates import BULAN
from loaders.cells.periods import read_period
from loaders.cells.personal import mask
from loaders.cells.terbaca import plain_text
from loaders.formats.grid import Grid
from reference.periode import Periode
from reference.wilayah import fold

_KATA_TEMPAT = r"kelurahan|kel|kecamatan|kec|kota|kabupaten|kab"
_TEMPAT = re.compile(
    rf"\b({_KATA_TEMPAT})\b[\s.:]*(.*?)(?=\b(?:{_KATA_TEMPAT}|provinsi|prov|propinsi"
    r"|tahun|thn|semester|smt|triwulan|tw|bulan|periode|s/d|per)\b|[,;|(]|$)",
    re.I,
)
TAHUN = re.compile(r"(?<!\d)20\d\d(?!\d)")
_WAKTU = re.compile(
    r"\b(?:semester|smt|sem|triwulan|triw|tw|kuartal|bulan|periode|s\s*/\s*d|sampai"
    r"|per|posisi|keadaan)\b",
    re.I,
)
_MULAI_WAKTU = re.compile(
    r"\b(?:periode|keadaan|posisi|per)\b[\s.:]*(?:bulan|akhir|tanggal)?[\s.:]*", re.I
)
_HARI = re.compile(r"\b(\d{1,2}) ([a-z]+) (20\d\d)\b", re.I)
_BUKAN_NAMA = {"", "se", "per", "dan", "desa", "semua", "tiap"}
_SINGKAT = {"kel": "kelurahan", "kec": "kecamatan", "kab": "kabupaten"}


@dataclass(frozen=True, slots=True)
class Baris:
    """One line above the table: its text, and the cell in which it begins."""

    teks: str
    sel: str


def lines(grid: Grid, sampai: int) -> list[Baris]:
    """The lines above the table, each as one text; colons between cells stay."""
    hasil = []
    for i, baris in enumerate(grid.rows[:sampai]):
        isi = [(j, plain_text(s)) for j, s in enumerate(baris) if s != ""]
        isi = [(j, teks) for j, teks in isi if teks]
        if isi:
            teks = mask(" ".join(t for _, t in isi))
            hasil.append(Baris(teks, grid.sel(i, isi[0][0])))
    return hasil


def places_named(baris: Iterable[Baris]) -> Iterator[tuple[str, str, Baris]]:
    """The places that lines name: what kind, the name, the line."""
    for b in baris:
        for cocok in _TEMPAT.finditer(b.teks):
            apa = cocok[1].casefold()
            nama = cocok[2].strip(" .:-–/_…")
            if fold(nama) not in _BUKAN_NAMA:
                yield _SINGKAT.get(apa, apa), nama, b


def periods_named(baris: Sequence[Baris]) -> Iterator[tuple[Periode, Baris]]:
    """The periods that lines name, some over two lines (semester, tahun)."""
    for b, berikut in pairwise([*baris, Baris("", "")]):
        p = _period_in(b.teks)
        if p is None and _WAKTU.search(b.teks) and not TAHUN.search(b.teks):
            p = _period_in(f"{b.teks} {berikut.teks}")
        if p:
            yield p, b


def says_when(teks: str) -> bool:
    """Whether a text speaks of a time in the year."""
    return bool(_WAKTU.search(teks))


def _period_in(teks: str) -> Periode | None:
    """The period that a line names, alone or behind other words.

    >>> str(_period_in("TP PKK KELURAHAN PILANG SEMESTER I TAHUN 2026"))
    '2026-S1'
    >>> str(_period_in("Keadaan s/d 30 Juni 2026")), _period_in("s/d 15 Juni 2026")
    ('2026-B06', None)
    """
    if not TAHUN.search(teks):
        return None
    for hari, bulan, tahun in _HARI.findall(teks):
        nomor = BULAN.get(bulan.casefold())
        if nomor and int(hari) != monthrange(int(tahun), nomor)[1]:
            return None
        teks = teks.replace(f"{hari} {bulan}", bulan) if nomor else teks
    sisa = [teks, *(teks[c.start() :] for c in _WAKTU.finditer(teks))]
    sisa += [teks[c.end() :] for c in _MULAI_WAKTU.finditer(teks)]
    return next((p for s in sisa if (p := read_period(s.strip(" .:()")))), None)
