"""Where the headings of a table stand: one to four rows, merged cells filled."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.cells.dates import BULAN
from loaders.cells.personal import mask
from loaders.formats.grid import Grid
from loaders.mapping.units import unit_above
from loaders.mapping.words import candidates

_BARIS_DICARI = 60
_KOLOM_DICARI = 150
_TINGGI = 4
_DIKENAL = 0.75
_PALING_SEDIKIT = 3
_HURUF = re.compile(r"[^\W\d_]")
_BUKAN_HURUF = re.compile(r"[^\w>+/]+|_")
_BULAN = "|".join(sorted(BULAN, key=len, reverse=True))
_WAKTU = re.compile(
    r"\b(?:(?:per|posisi|sampai dengan|sampai|s/d|s\.d\.?|sd)\s+)?"
    rf"(?:\d{{1,2}}\s+(?:{_BULAN})\s+20\d\d|(?:triwulan|tw|semester|smt)\s*"
    rf"(?:iv|i{{1,3}}|[1-4])\b(?:\s*(?:tahun|thn|/|-)?\s*20\d\d)?"
    rf"|(?:{_BULAN})\s+20\d\d|(?:tahun\s+)?20\d\d)\b",
    re.I,
)

Range = tuple[tuple[int, int], tuple[int, int]]
Jalur = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Blok:
    """The headings of one table.

    Indexes count in `grid.rows`: `awal` and `akhir` are the first and last row of the
    headings, `jalur` each column's texts from the top down, `nama` the column of the
    groups' names; `satuan` is what a line above says of all sums of money.
    """

    grid: Grid
    awal: int
    akhir: int
    jalur: dict[int, Jalur]
    nama: int
    satuan: int

    def judul(self, j: int) -> str:
        """A column's heading in one line."""
        return " › ".join(self.jalur.get(j, ()))

    def above(self) -> list[tuple[int, int, str]]:
        """The texts above the headings, with their row and column."""
        return [
            (i, j, " ".join(sel.split()))
            for i, baris in enumerate(self.grid.rows[: self.awal])
            for j, sel in enumerate(baris)
            if isinstance(sel, str) and sel.strip()
        ]

    def keys(self) -> dict[int, str]:
        """Each column's heading folded, without the period that changes each time.

        Two headings that only their period tells apart keep it.
        """
        tanpa = {j: fold_key(jalur) for j, jalur in self.jalur.items()}
        semua = list(tanpa.values())
        return {
            j: k if semua.count(k) == 1 else fold_key(self.jalur[j], waktu=True)
            for j, k in tanpa.items()
        }


def fold_key(jalur: Jalur, *, waktu: bool = False) -> str:
    """A heading folded, by which a column is known again; its unit is a part of it.

    >>> fold_key(("Modal per 30 September 2026", "Kas (Rp.000)"))
    'modal›kasrp000'
    >>> fold_key(("2025",)), fold_key(("Anggota L+P",))
    ('2025', 'anggotal+p')
    """
    hasil = []
    for teks in jalur:
        tanpa = teks if waktu else _WAKTU.sub(" ", teks)
        rapat = _BUKAN_HURUF.sub("", tanpa.casefold())
        hasil.append(rapat or _BUKAN_HURUF.sub("", teks.casefold()))
    return "›".join(hasil)


def is_text(sel: object) -> bool:
    """Whether a cell holds words."""
    return isinstance(sel, str) and bool(_HURUF.search(sel))


def _is_number(sel: object) -> bool:
    return isinstance(sel, int | float) or (
        isinstance(sel, str) and bool(sel.strip()) and not _HURUF.search(sel)
    )


class _Kepala:
    """The upper part of one sheet, with merged cells at hand."""

    def __init__(self, grid: Grid, gabung: Iterable[Range]) -> None:
        self.grid = grid
        self.rows = [b[:_KOLOM_DICARI] for b in grid.rows[: _BARIS_DICARI + _TINGGI]]
        self.asal: dict[tuple[int, int], tuple[int, int]] = {}
        for (r0, k0), (r1, k1) in gabung:
            r0, r1 = r0 - grid.baris0, r1 - grid.baris0
            k0, k1 = k0 - grid.kolom0, k1 - grid.kolom0
            if r0 < 0 or r0 >= len(self.rows) or k0 < 0:
                continue
            for i in range(r0, min(r1, r0 + _TINGGI) + 1):
                for j in range(k0, min(k1, _KOLOM_DICARI) + 1):
                    self.asal[i, j] = (r0, k0)

    def text(self, i: int, j: int) -> str:
        """A cell's text without personal data; a merged cell has that of the first."""
        i, j = self.asal.get((i, j), (i, j))
        if i >= len(self.rows) or j >= len(self.rows[i]):
            return ""
        sel = self.rows[i][j]
        if isinstance(sel, float) and sel.is_integer():
            sel = int(sel)
        return mask(" ".join(str(sel).split()))

    def words(self, i: int) -> int:
        """How many cells of a row hold words; one merged cell counts once."""
        return sum(
            is_text(s) and self.asal.get((i, j), (i, j)) == (i, j)
            for j, s in enumerate(self.rows[i])
        )

    def numbers(self, i: int) -> int:
        """How many cells of a row hold a number."""
        return sum(map(_is_number, self.rows[i]))

    def paths(self, awal: int, akhir: int) -> dict[int, Jalur]:
        """Every column's texts from the top down in the rows of a block."""
        lebar = max((len(b) for b in self.rows), default=0)
        bergabung = any((i, j) in self.asal for i in range(awal, akhir + 1)
                        for j in range(lebar))  # fmt: skip
        baris = [
            [self.text(i, j) for j in range(lebar)] for i in range(awal, akhir + 1)
        ]
        if not bergabung:
            for atas, bawah in zip(baris, baris[1:], strict=False):
                _fill_right(atas, bawah)
        hasil = {}
        for j in range(lebar):
            jalur = tuple(dict.fromkeys(b[j] for b in baris if b[j]))
            if jalur:
                hasil[j] = jalur
        return hasil


def _fill_right(atas: list[str], bawah: list[str]) -> None:
    """Gives a heading above several columns to each of them, as merging would."""
    for j in range(1, len(atas)):
        if not atas[j] and bawah[j] and atas[j - 1] and bawah[j - 1]:
            atas[j] = atas[j - 1]


def _worth(jalur: dict[int, Jalur]) -> float:
    """How well headings are known: each thing counts once."""
    terbaik: dict[str, float] = {}
    for satu in jalur.values():
        calon = candidates(satu)
        if calon and calon[0].nilai >= _DIKENAL:
            nama = calon[0].nama
            terbaik[nama] = max(terbaik.get(nama, 0.0), calon[0].nilai)
    return sum(v for n, v in terbaik.items() if n != "@lain")


def _name_column(jalur: dict[int, Jalur]) -> int | None:
    semua = [
        (c.nilai, -j)
        for j, satu in jalur.items()
        for c in candidates(satu)[:1]
        if c.nama == "nama_kelompok" and c.nilai >= _DIKENAL
    ]
    return -max(semua)[1] if semua else None


def find_block(grid: Grid, gabung: Iterable[Range]) -> Blok | None:
    """The headings of a sheet's table, or None when none names groups.

    A single cell above is a title, not a heading.
    """
    kepala = _Kepala(grid, gabung)
    terbaik: tuple[float, int, int] | None = None
    for akhir in range(min(len(kepala.rows), _BARIS_DICARI)):
        if kepala.words(akhir) < 2:
            continue
        for awal in range(akhir, max(akhir - _TINGGI, -1), -1):
            if kepala.words(awal) < 2 or kepala.numbers(awal) > kepala.words(awal):
                break
            jalur = kepala.paths(awal, akhir)
            nilai = _worth(jalur)
            if nilai >= _PALING_SEDIKIT and (
                terbaik is None or nilai > terbaik[0] + 0.05
            ):
                terbaik = (nilai, awal, akhir)
    if terbaik is None:
        return None
    return _block(kepala, terbaik[1], terbaik[2])


def _block(kepala: _Kepala, awal: int, akhir: int) -> Blok | None:
    jalur = kepala.paths(awal, akhir)
    nama = _name_column(jalur)
    if nama is None:
        return None
    while (
        akhir + 1 < len(kepala.rows)
        and akhir - awal + 1 < _TINGGI
        and kepala.rows[akhir + 1][nama] == ""
        and kepala.words(akhir + 1) >= 2
        and not kepala.numbers(akhir + 1)
    ):
        akhir += 1
        jalur = kepala.paths(awal, akhir)
    blok = Blok(kepala.grid, awal, akhir, jalur, nama, 1)
    satuan = [u for _, _, t in blok.above() if (u := unit_above(t))]
    return Blok(kepala.grid, awal, akhir, jalur, nama, satuan[-1] if satuan else 1)
