"""The header row of a table: which column is what, told by the headings."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.form.layout import Kolom, Lembar, fold_judul, layouts
from loaders.formats.grid import Grid
from reference.kosakata import variables

_BARIS_DICARI = 300
_CUKUP = 0.6
_TIPE_LANGKAH = {
    "langkah_status": "langkah",
    "langkah_tanggal": "date",
    "langkah_nomor": "nomor",
}
_RIBUAN = re.compile(r"\((?=[^)]*(?:000|ribu|rb|juta|jt))[^)]*\)\s*$", re.I)


@dataclass(frozen=True, slots=True, eq=False)
class Terurai:
    """A sheet of a form with its headings folded once."""

    lembar: Lembar
    judul: dict[str, Kolom]
    kolom: tuple[Kolom, ...]
    kunci: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Kepala:
    """A header row, worked out once however many files have it.

    All indexes count within the row: `kolom` what each known column is, `asing` the
    unknown ones, `ganda` the headings that stand twice, `ribuan` those in another unit,
    `hilang` what the form has and the row lacks; then the number column, the keys,
    the columns with data (`bulat` the whole numbers with their names, `lain` the rest,
    `tipe` how each is read) and those without a heading.
    """

    kolom: dict[int, Kolom]
    asing: list[int]
    ganda: dict[str, list[int]]
    ribuan: list[int]
    hilang: list[Kolom]
    nomor: int | None
    kunci: list[int]
    data: list[int]
    bulat: list[tuple[int, str]]
    lain: list[int]
    tipe: dict[int, str]
    tanpa_judul: list[int]
    teks: dict[int, str]


def cell_type(kolom: Kolom) -> str:
    """How the cells of a column are read: a variable's type, langkah, nomor or text."""
    if kolom.peran in ("variabel", "kunci"):
        return variables()[kolom.nama].type
    return _TIPE_LANGKAH.get(kolom.peran, "text")


@cache
def parsed(kode: str) -> tuple[Terurai, ...]:
    """The sheets of a form, ready for comparison."""
    hasil = []
    for lembar in layouts()[kode].lembar:
        judul = lembar.headings()
        unik = {id(k): k for k in judul.values() if k.peran != "nomor"}
        kunci = frozenset(lembar.kunci)
        hasil.append(Terurai(lembar, judul, tuple(unik.values()), kunci))
    return tuple(hasil)


@lru_cache(maxsize=2048)
def _known(t: Terurai, baris: tuple[object, ...]) -> int:
    """How many headings of the form a row holds; 0 without a key."""
    ada = {
        k.judul: k
        for sel in baris
        if type(sel) is str and sel and (k := t.judul.get(fold_judul(sel)))
    }
    return len(ada) if any(k.nama in t.kunci for k in ada.values()) else 0


def find_header(grid: Grid, t: Terurai) -> tuple[int, int]:
    """The row that holds most headings, and how many; (-1, 0) when none has a key."""
    terbaik = (-1, 0)
    cukup = _CUKUP * len(t.kolom)
    for i, baris in enumerate(grid.rows[:_BARIS_DICARI]):
        if len(baris) - baris.count("") < 2:
            continue
        banyak = _known(t, tuple(baris))
        if banyak > terbaik[1]:
            terbaik = (i, banyak)
            if banyak >= cukup:
                break
    return terbaik


@lru_cache(maxsize=512)
def read_header(t: Terurai, baris: tuple[object, ...]) -> Kepala:
    """Works a header row out."""
    kolom: dict[int, Kolom] = {}
    asing: list[int] = []
    ribuan: list[int] = []
    letak: dict[str, list[int]] = {}
    for j, sel in enumerate(baris):
        if sel == "" or (isinstance(sel, str) and not sel.strip()):
            continue
        ada = t.judul.get(fold_judul(sel)) if isinstance(sel, str) else None
        if ada is None and isinstance(sel, str):
            ada = t.judul.get(fold_judul(_RIBUAN.sub("", sel)))
            if ada:
                ribuan.append(j)
        if ada is None:
            asing.append(j)
        else:
            kolom[j] = ada
            letak.setdefault(ada.judul, []).append(j)
    return _kepala(t, baris, kolom, asing, ribuan, letak)


def _kepala(
    t: Terurai,
    baris: tuple[object, ...],
    kolom: dict[int, Kolom],
    asing: list[int],
    ribuan: list[int],
    letak: dict[str, list[int]],
) -> Kepala:
    ada = {id(k) for k in kolom.values()}
    boleh_tanpa = ("otomatis", "catatan", "isian")
    bukan_data = ("nomor", "otomatis", "kunci", "isian")
    tipe = {j: cell_type(k) for j, k in kolom.items()}
    data = [j for j, k in kolom.items() if k.peran not in bukan_data]
    return Kepala(
        kolom,
        asing,
        {
            judul: tempat
            for judul, tempat in letak.items()
            if len(tempat) > 1 and kolom[tempat[0]].peran not in ("nomor", "otomatis")
        },
        ribuan,
        [k for k in t.kolom if k.peran not in boleh_tanpa and id(k) not in ada],
        next((j for j, k in kolom.items() if k.peran == "nomor"), None),
        [j for j, k in kolom.items() if k.peran == "kunci"],
        data,
        [(j, kolom[j].nama) for j in data if tipe[j] == "integer"],
        [j for j in data if tipe[j] != "integer"],
        tipe,
        [j for j in range(len(baris)) if j not in kolom and j not in asing],
        {j: str(baris[j]) for j in kolom},
    )
