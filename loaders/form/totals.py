"""Whether the totals that a sheet prints agree with its rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from loaders.form.match import Cocok
from loaders.form.sums import KolomJumlah, summed
from loaders.form.suspects import RUSAK, TEKS, TERLEWAT, Dugaan, likeliest, suspects
from loaders.form.table import Jumlah
from loaders.form.terms import (
    SEL_TERBACA,
    Isi,
    Suku,
    contrast,
    may_be_blank,
    printed,
    term,
)
from loaders.formats.grid import ErrorCell
from loaders.record import Pencatat, quote
from reference.pengaturan import pengaturan
from reference.tulisan import daftar

_KOLOM_DISEBUT = 3
_SARAN = {
    TEKS: "Tulis sel itu sebagai angka agar ikut terjumlah, atau tulis alasannya.",
    RUSAK: "Perbaiki rumus di sel itu, atau tulis alasannya.",
    TERLEWAT: "Betulkan rumus jumlahnya agar memuat semua baris, atau tulis alasannya.",
}


@dataclass(frozen=True, slots=True)
class Beda:
    """A printed total that is not the sum of the rows above it."""

    kolom: KolomJumlah
    tertulis: float | ErrorCell
    suku: tuple[Suku, ...]

    @property
    def hitung(self) -> float:
        """What the rows add up to."""
        return sum(s.nilai for s in self.suku)

    def suspects(self) -> list[Dugaan]:
        """The slips that alone explain it; a broken formula explains itself."""
        if isinstance(self.tertulis, ErrorCell):
            return [Dugaan(RUSAK, (), 0)]
        return list(suspects(self.suku, self.hitung - self.tertulis))


def tolerance(satuan: str) -> int:
    """By how much a printed sum may be off: roundings of rupiah, nothing in counts."""
    return pengaturan().toleransi_rp if satuan == "Rp" else 0


def adds_up(sel: Iterable[Any], tertulis: object) -> bool:
    """Whether plain numbers add up exactly; False when it must be looked at closely.

    >>> adds_up((1.0, "", 2.0), 3.0), adds_up((1.0, "2"), 3.0)
    (True, False)
    """
    try:
        return bool(sum(filter(None, sel)) == tertulis)
    except TypeError:
        return False


def _all_add_up(semua: Sequence[Sequence[Any]], tertulis: tuple[object, ...]) -> bool:
    """Whether all columns are filled with plain numbers that add up."""
    try:
        return tuple(map(sum, semua)) == tertulis
    except TypeError:
        return False


class PemeriksaJumlah:
    """Holds the printed totals of one table against its rows.

    `baca` gives what was read; it is asked only when a total does not add up at once.
    """

    def __init__(
        self, pencatat: Pencatat, cocok: Cocok, baca: Callable[[], Isi]
    ) -> None:
        """Works on one table."""
        self.pencatat = pencatat
        self.cocok = cocok
        self._baca = baca

    @cached_property
    def isi(self) -> Isi:
        """What was read of the rows."""
        return self._baca()

    def check(self, semua: Sequence[Jumlah]) -> None:
        """Writes down every printed total that is wrong."""
        for jumlah in semua:
            terbaik: list[Beda] | None = None
            for rows in jumlah.calon:
                beda = list(self._differences(jumlah.i, rows)) if rows else []
                if rows and (terbaik is None or len(beda) < len(terbaik)):
                    terbaik = beda
                if terbaik == []:
                    break
            if terbaik:
                self._tell(jumlah, terbaik)

    def _differences(self, total: int, calon: Sequence[int]) -> Iterator[Beda]:
        grid = self.cocok.grid.rows
        kolom, ambil = summed(self.cocok.kepala)
        tertulis = ambil(grid[total])
        semua = list(zip(*[ambil(grid[i]) for i in calon], strict=True))
        if _all_add_up(semua, tertulis):
            return
        for k, ada, sel in zip(kolom, tertulis, semua, strict=False):
            if type(ada) not in SEL_TERBACA or ada == "" or adds_up(sel, ada):
                continue
            if beda := self._difference(k, ada, calon):
                yield beda

    def _difference(
        self, k: KolomJumlah, tertulis: object, calon: Sequence[int]
    ) -> Beda | None:
        """One total looked at closely; a row that cannot be read leaves none."""
        angka = printed(tertulis, k.satuan)
        if angka is None:
            return None
        semua = [term(self.cocok, self.isi, i, k.j, k.satuan) for i in calon]
        suku = tuple(s for s in semua if s is not None)
        if len(suku) < len(semua):
            return None
        beda = Beda(k, angka, suku)
        if isinstance(angka, ErrorCell):
            return beda
        if may_be_blank(angka, suku):
            return None
        return beda if abs(beda.hitung - angka) > tolerance(k.satuan) else None

    def _tell(self, jumlah: Jumlah, semua: Sequence[Beda]) -> None:
        """One finding for all columns that one slip explains."""
        dugaan = likeliest([b.suspects() for b in semua])
        pasangan = list(zip(semua, dugaan, strict=True))
        pasangan.sort(key=lambda p: _slip(p[1]))
        for _, satu in groupby(pasangan, key=lambda p: _slip(p[1])):
            self._finding(jumlah, list(satu))

    def _finding(
        self, jumlah: Jumlah, semua: Sequence[tuple[Beda, Dugaan | None]]
    ) -> None:
        grid = self.cocok.grid
        (beda, dugaan), *lain = semua
        k = beda.kolom
        apa = "jumlah baris-barisnya"
        isi, ada, harus = contrast(beda.tertulis, beda.hitung, k.satuan, apa)
        kalimat = f"{quote(jumlah.label)} pada kolom {k.label} {isi}"
        if dugaan and dugaan.suku:
            kalimat += f"; mungkin {self._cause(dugaan)}"
        if lain:
            label = daftar(
                [b.kolom.label for b, _ in lain], paling_banyak=_KOLOM_DISEBUT
            )
            kalimat += f"; begitu pula kolom {label}"
        sel_lain = [grid.sel(jumlah.i, b.kolom.j) for b, _ in lain]
        if dugaan and dugaan.apa == TEKS:
            sel_lain += [grid.sel(s.i, s.j) for _, d in semua if d for s in d.suku]
        self.pencatat.catat(
            "jumlah_tidak_cocok",
            kalimat,
            lembar=grid.nama,
            sel=grid.sel(jumlah.i, k.j),
            sel_lain=tuple(sel_lain),
            variabel=k.variabel,
            ditemukan=ada,
            diharapkan=harus,
            saran=_SARAN.get(dugaan.apa, "") if dugaan else "",
        )

    def _cause(self, dugaan: Dugaan) -> str:
        grid, nama = self.cocok.grid, self.isi.nama
        baris = [grid.baris(s.i) for s in dugaan.suku]
        if dugaan.apa == TEKS:
            sel = [grid.sel(s.i, s.j) for s in dugaan.suku]
            return f"karena sel {daftar(sel, paling_banyak=4)} {TEKS}"
        if len(baris) > 1:
            return f"baris {baris[0]} sampai {baris[-1]} {dugaan.apa}"
        siapa = nama.get(dugaan.suku[0].i, "")
        return f"baris {baris[0]}{f' ({siapa})' if siapa else ''} {dugaan.apa}"


def _slip(dugaan: Dugaan | None) -> tuple[str, tuple[int, ...]]:
    return dugaan.tempat if dugaan else ("", ())
