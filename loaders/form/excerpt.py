"""A small slice of the sender's own sheet around a finding."""

import re
from collections.abc import Collection, Mapping, Sequence

from checks.temuan import Temuan
from loaders.bacaan import Potongan
from loaders.cells.personal import SAMARAN, mask
from loaders.cells.terbaca import plain_text
from loaders.formats.grid import Grid, column_letters, column_number
from reference.tulisan import angka

PALING_BANYAK = 50
_KOLOM_AWAL = 3
_SISI = 1
_PANJANG = 40
_SEL = re.compile(r"([A-Z]+)(\d+)")


def shown(isi: object) -> str:
    """A cell as the sender sees it, short and without personal data."""
    if isinstance(isi, bool):
        return "TRUE" if isi else "FALSE"
    if isinstance(isi, int | float):
        return angka(isi, 0 if float(isi).is_integer() else 2)
    teks = mask(plain_text(isi))
    return teks if len(teks) <= _PANJANG else f"{teks[: _PANJANG - 1]}…"


def excerpt(
    grid: Grid, sel: Sequence[str], *, judul: int = -1, buang: Collection[str] = ()
) -> Potongan:
    """The rows and columns of a sheet around some cells.

    Shows the heading row (`judul`, an index of the rows; -1 for none), the row above
    each cell and the row itself; the first columns, where groups are named, and the
    columns beside each cell. Cells in `buang` are blotted out.

    >>> grid = Grid("Kas", [["No", "Nama", "Kas"], [1.0, "Melati", "dua puluh"]], 4, 0)
    >>> excerpt(grid, ["C6"], judul=0).baris
    ((5, ('No', 'Nama', 'Kas')), (6, ('1', 'Melati', 'dua puluh')))
    """
    letak = [
        (int(b) - 1 - grid.baris0, column_number(k) - grid.kolom0)
        for k, b in (_SEL.fullmatch(s).groups() for s in sel)  # type: ignore[union-attr]
    ]
    lebar = len(grid.rows[0]) if grid.rows else 0
    kolom = set(range(min(_KOLOM_AWAL, lebar)))
    baris = {judul} if judul >= 0 else set()
    for i, j in letak:
        kolom |= set(range(max(j - _SISI, 0), min(j + _SISI + 1, lebar)))
        baris |= {i - 1, i} if i - 1 > judul else {i}
    urut = sorted(kolom)
    return Potongan(
        grid.nama,
        tuple(column_letters(grid.kolom0 + j) for j in urut),
        tuple(
            (
                grid.baris(i),
                tuple(
                    SAMARAN if grid.sel(i, j) in buang else shown(grid.rows[i][j])
                    for j in urut
                ),
            )
            for i in sorted(baris)
            if 0 <= i < len(grid.rows)
        ),
        tuple(sel),
        grid.baris(judul) if judul >= 0 else None,
    )


def excerpts(
    temuan: Sequence[Temuan],
    lembar: Mapping[str, tuple[Grid, int]],
    buang: Mapping[str, Sequence[str]],
) -> dict[int, Potongan]:
    """The slices of the first findings that stand in a cell, by index of the finding.

    `lembar` gives each sheet's grid and the index of its heading row, `buang` the
    personal cells, which are never shown.
    """
    hasil: dict[int, Potongan] = {}
    for urut, t in enumerate(temuan):
        if len(hasil) == PALING_BANYAK:
            break
        if (
            not t.sel
            or not t.lembar
            or t.lembar not in lembar
            or t.jenis.endswith("_pribadi")
        ):
            continue
        grid, judul = lembar[t.lembar]
        pribadi = frozenset(buang.get(t.lembar, ()))
        hasil[urut] = excerpt(grid, (t.sel, *t.sel_lain), judul=judul, buang=pribadi)
    return hasil
