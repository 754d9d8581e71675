"""Reading the rows of a list column by column: what every list does alike."""

from collections.abc import Mapping, Sequence
from typing import Any

from checks.temuan import JENIS
from loaders.bacaan import BarisDaftar
from loaders.cells.terbaca import KolomTerbaca, Masalah
from loaders.daftar.kepala import Berjudul
from loaders.form.columns import Pemeriksa
from loaders.formats.grid import Grid
from reference.lembaga import is_institution
from reference.wilayah import find_kelurahan


class PembacaBaris:
    """Puts cells into rows, and writes down what is wrong; a galat holds its row."""

    def __init__(self, pemeriksa: Pemeriksa, grid: Grid) -> None:
        """Reads one sheet."""
        self.pemeriksa = pemeriksa
        self.grid = grid

    def blank(
        self, i: int, nama: Sequence[str], letak: Mapping[str, int]
    ) -> BarisDaftar:
        """A row without values; `letak` says in which column each name stands."""
        sel = {n: self.grid.sel(i, j) for n, j in letak.items()}
        kosong: dict[str, Any] = dict.fromkeys(nama)
        return BarisDaftar(kosong, sel, self.grid.baris(i), lembar=self.grid.nama)

    def put(
        self, rows: Sequence[BarisDaftar], kolom: Berjudul, hasil: KolomTerbaca
    ) -> None:
        """Puts a column that was read into its rows, with its problems."""
        for b, nilai in zip(rows, hasil.nilai, strict=True):
            b.nilai[kolom.nama] = nilai
        for m in hasil.masalah:
            self._problem(rows, kolom, m)

    def _problem(
        self, rows: Sequence[BarisDaftar], kolom: Berjudul, m: Masalah
    ) -> None:
        b = rows[m.urut]
        if m.jenis == "sel_pribadi":
            self.pemeriksa.drop(self.grid.nama, b.sel[kolom.nama])
            return
        sel = tuple(rows[u].sel[kolom.nama] for u in m.semua if u != m.urut)
        self.note(
            b, m.jenis, f"{m.kalimat} ({kolom.judul})", kolom.nama, sel_lain=sel,
            diharapkan=m.diharapkan, saran=m.saran,
        )  # fmt: skip

    def note(
        self,
        b: BarisDaftar,
        jenis: str,
        kalimat: str,
        kolom: str,
        **isi: Any,  # noqa: ANN401
    ) -> None:
        """A finding in one cell of a row."""
        self.pemeriksa.pencatat.catat(
            jenis, kalimat, lembar=self.grid.nama, sel=b.sel.get(kolom), **isi
        )
        b.tertahan |= JENIS[jenis].tingkat == "galat"

    def kelurahan(self, b: BarisDaftar, kolom: str, teks: str, jenis: str) -> str:
        """The code of the kelurahan that a text names; "" and a finding for none."""
        tempat = find_kelurahan(teks)
        if tempat.kode:
            return tempat.kode
        mirip = f"Maksudnya {' atau '.join(tempat.saran)}?" if tempat.saran else ""
        self.note(b, jenis, tempat.alasan, kolom, ditemukan=teks, saran=mirip)
        return ""

    def institution(self, b: BarisDaftar, kolom: str, jenis: str, kalimat: str) -> None:
        """Empties a cell that should name an institution and may name a person."""
        if b.nilai[kolom] and not is_institution(b.nilai[kolom]):
            b.nilai[kolom] = None
            self.throw_away(b, kolom)
            self.note(b, jenis, kalimat, kolom)

    def throw_away(self, b: BarisDaftar, kolom: str) -> None:
        """Blanks a cell in the file before it is kept."""
        self.pemeriksa.buang.setdefault(self.grid.nama, {})[b.sel[kolom]] = None
