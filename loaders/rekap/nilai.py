"""The numbers of a recap, read column by column, with what is wrong in them."""

from collections.abc import Sequence

from loaders.cells.number_cells import read_numbers
from loaders.cells.personal import personal_value
from loaders.cells.terbaca import KolomTerbaca, Masalah
from loaders.form.columns import Pemeriksa
from loaders.formats.grid import Grid
from loaders.rekap.baris import Mentah
from loaders.rekap.kepala import Kepala
from reference.kosakata import Variable
from reference.rekap import counted
from reference.tulisan import angka

Nilai = dict[str, int | None]


def read_values(
    pemeriksa: Pemeriksa, grid: Grid, kepala: Kepala, rows: Sequence[Mentah]
) -> dict[int, Nilai]:
    """The values of every row, totals too, by row index; None = not reported."""
    hasil: dict[int, Nilai] = {b.i: dict.fromkeys(counted()) for b in rows}
    for nama, v in counted().items():
        j = kepala.letak(nama)
        if j is None:
            continue
        sel = [grid.rows[b.i][j] for b in rows]
        kolom = KolomTerbaca([], [], [])
        read_numbers(v, sel, kolom)
        for m in kolom.masalah:
            _note(pemeriksa, grid, j, v, rows, m)
        for b, nilai in zip(rows, kolom.nilai, strict=True):
            if isinstance(nilai, int) and _possible(pemeriksa, grid, b, j, v, nilai):
                hasil[b.i][nama] = nilai
    return hasil


def _about(v: Variable, b: Mentah) -> str:
    return f"{v.label}, {b.label}" if b.label else v.label


def _note(
    pemeriksa: Pemeriksa,
    grid: Grid,
    j: int,
    v: Variable,
    rows: Sequence[Mentah],
    m: Masalah,
) -> None:
    b = rows[m.urut]
    sel = grid.sel(b.i, j)
    if m.jenis == "sel_pribadi":
        pemeriksa.drop(grid.nama, sel)
        return
    pemeriksa.pencatat.catat(
        m.jenis,
        f"{m.kalimat} ({v.label if m.semua else _about(v, b)})",
        lembar=grid.nama,
        sel=sel,
        sel_lain=tuple(grid.sel(rows[u].i, j) for u in m.semua if u != m.urut),
        ditemukan=grid.rows[b.i][j],
        diharapkan=m.diharapkan,
        saran=m.saran,
    )


def _possible(
    pemeriksa: Pemeriksa, grid: Grid, b: Mentah, j: int, v: Variable, nilai: int
) -> bool:
    """Whether a number can be a count; what cannot is not taken."""
    paling_besar = int(v.max or 0)
    if 0 <= nilai <= paling_besar:
        return True
    sel = grid.sel(b.i, j)
    if personal_value(grid.rows[b.i][j], angka_telepon=True):
        pemeriksa.drop(grid.nama, sel)
        return False
    pemeriksa.pencatat.catat(
        "angka_rekap_mustahil",
        f"{angka(nilai)} tidak mungkin ({_about(v, b)})",
        lembar=grid.nama,
        sel=sel,
        ditemukan=angka(nilai),
        diharapkan=f"0 sampai {angka(paling_besar)}",
    )
    return False
