"""What the sender does not see in the sheets that are read: it is read all the same."""

from collections.abc import Callable, Iterable

from loaders.form.match import Cocok, Kecocokan
from loaders.formats.grid import column_letters
from loaders.formats.workbook import Workbook
from loaders.record import Pencatat
from reference.tulisan import daftar

_DIBACA = "tersembunyi, tetapi tetap dibaca"


def note_hidden(buku: Workbook, k: Kecocokan, pencatat: Pencatat) -> None:
    """Says which sheets, and which rows and columns with content, are hidden."""
    for cocok in k.cocok.values():
        nama = cocok.grid.nama
        if nama in buku.tersembunyi:
            pencatat.catat("tersembunyi", f"lembar ini {_DIBACA}", lembar=nama)
        _rows_and_columns(buku, cocok, pencatat)


def _rows_and_columns(buku: Workbook, cocok: Cocok, pencatat: Pencatat) -> None:
    grid, seen = cocok.grid, buku.seen(cocok.grid.nama)
    awal = max(cocok.judul, 0)
    terisi = [i for b in seen.baris if (i := b - grid.baris0) >= 0]
    terisi = [i for i in terisi if i < len(grid.rows) and any(_filled(grid.rows[i]))]
    lebar = len(grid.rows[0]) if grid.rows else 0
    kolom = [j for n in seen.kolom if 0 <= (j := n - grid.kolom0) < lebar]
    kolom = [j for j in kolom if any(_filled(b[j] for b in grid.rows[awal:]))]
    apa = [_spans("baris", [grid.baris(i) for i in terisi], str)] if terisi else []
    if kolom:
        apa.append(_spans("kolom", [grid.kolom0 + j for j in kolom], column_letters))
    if apa:
        pencatat.catat(
            "tersembunyi",
            f"{daftar(apa)} {_DIBACA}",
            lembar=grid.nama,
            sel=grid.sel(min(terisi, default=awal), min(kolom, default=0)),
        )


def _filled(sel: Iterable[object]) -> Iterable[bool]:
    return (s != "" for s in sel)


def _spans(apa: str, nomor: list[int], tulis: Callable[[int], str]) -> str:
    """Numbers that follow each other as one: `baris 5-9 dan 12`."""
    rentang: list[list[int]] = []
    for n in sorted(set(nomor)):
        if rentang and rentang[-1][1] == n - 1:
            rentang[-1][1] = n
        else:
            rentang.append([n, n])
    ditulis = [
        tulis(a) if a == b else f"{tulis(a)} sampai {tulis(b)}" for a, b in rentang
    ]
    return f"{apa} {daftar(ditulis, paling_banyak=5)}"
