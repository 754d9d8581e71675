"""The heading row of a register: which column is what."""

from dataclasses import dataclass, field
from functools import cache

from loaders.form.layout import fold_judul
from loaders.formats.grid import Grid
from reference.tindakan import KolomTindakan, daftar_tindakan

_BARIS_DICARI = 40
_KOLOM_SEDIKIT = 6
_TANDA = {"jenis", "status", "tanggal_rencana"}
_BOLEH_TANPA = {"nama_kelompok", "catatan", "uraian"}


@dataclass(slots=True)
class Kepala:
    """A heading row, worked out; `judul` is its index.

    `kolom` gives each column of the sheet that is taken, `ganda` those that stand more
    than once (none of them is taken), `asing` the headings nobody knows; `hilang` is
    what the sheet lacks.
    """

    judul: int
    kolom: dict[int, KolomTindakan] = field(default_factory=dict)
    ganda: dict[str, list[int]] = field(default_factory=dict)
    asing: list[int] = field(default_factory=list)
    hilang: list[KolomTindakan] = field(default_factory=list)

    def letak(self, nama: str) -> int | None:
        """Where a column of the form stands, if it does."""
        return next((j for j, k in self.kolom.items() if k.nama == nama), None)


@cache
def _spellings() -> dict[str, KolomTindakan]:
    semua = daftar_tindakan().kolom
    lain = {fold_judul(e): k for k in semua for e in k.ejaan}
    return lain | {fold_judul(k.judul): k for k in semua}


def find_header(grid: Grid) -> Kepala | None:
    """The heading row of a sheet that is a register; None for any other sheet."""
    for i, baris in enumerate(grid.rows[:_BARIS_DICARI]):
        letak: dict[str, list[int]] = {}
        for j, sel in enumerate(baris):
            if isinstance(sel, str) and (k := _spellings().get(fold_judul(sel))):
                letak.setdefault(k.nama, []).append(j)
        if len(letak) >= _KOLOM_SEDIKIT and letak.keys() >= _TANDA:
            return _settle(grid, i, letak)
    return None


def _settle(grid: Grid, i: int, letak: dict[str, list[int]]) -> Kepala:
    kepala = Kepala(i)
    kepala.ganda = {n: semua for n, semua in letak.items() if len(semua) > 1}
    dikenal = {j for semua in letak.values() for j in semua}
    for nama, semua in letak.items():
        if nama not in kepala.ganda:
            kepala.kolom[semua[0]] = daftar_tindakan().column(nama)
    kepala.asing = [j for j in range(len(grid.rows[i])) if j not in dikenal]
    kepala.hilang = [
        k
        for k in daftar_tindakan().kolom
        if k.nama not in letak and k.nama not in _BOLEH_TANPA
    ]
    return kepala
