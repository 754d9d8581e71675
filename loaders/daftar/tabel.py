"""What every list has around its rows: its columns, its end, what is private."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from loaders.cells.personal import personal_heading
from loaders.cells.terbaca import plain_text
from loaders.daftar.kepala import Kepala
from loaders.form.columns import Pemeriksa
from loaders.form.layout import fold_judul
from loaders.form.other import Tugas
from loaders.form.table import is_signature
from loaders.formats.grid import Grid
from loaders.record import quote
from loaders.rekap.tanda_tangan import names_below
from reference.tulisan import daftar

_JUMLAH = re.compile(r"\s*(?:sub\s*-?\s*|grand\s*)?(?:jumlah|jml|total)\b", re.I)
_ORANG = re.compile(
    r"\b(?:nama|petugas|pendamping|pembina|narasumber|fasilitator|pemateri|pic"
    r"|penanggung\s+jawab)\b",
    re.I,
)
_NOMOR_SEDIKIT = 3
_LEMBAR_SENDIRI = ("Pilihan", "Petunjuk")


def stamp(rows: list[list[object]], cap: str) -> tuple[int | None, bool]:
    """The version in the stamp cell (None without one), and whether it is a sample.

    >>> stamp([["", "SOSIALISASI/1/CONTOH"]], "SOSIALISASI")
    (1, True)
    """
    pola = re.compile(rf"{re.escape(cap)}/(\d+)(/CONTOH)?", re.I)
    for baris in rows:
        for sel in baris:
            if isinstance(sel, str) and (ada := pola.fullmatch(sel.strip())):
                return int(ada[1]), bool(ada[2])
    return None, False


def account_columns(
    pemeriksa: Pemeriksa, grid: Grid, kepala: Kepala[Any], akhir: int
) -> None:
    """Accounts for every column of a list: doubled, missing, unknown, personal."""
    i = kepala.judul
    for letak in kepala.ganda.values():
        sel = [grid.sel(i, j) for j in letak]
        pemeriksa.pencatat.catat(
            "judul_ganda",
            f"judul {quote(grid.rows[i][letak[0]])} muncul {len(sel)} kali",
            lembar=grid.nama, sel=sel[0], sel_lain=tuple(sel[1:]),
        )  # fmt: skip
    if kepala.hilang:
        judul = [k.judul for k in kepala.hilang]
        pemeriksa.pencatat.catat(
            "kolom_hilang",
            f"kolom {daftar([quote(j) for j in judul], paling_banyak=6)} tidak ada",
            lembar=grid.nama,
            diharapkan=daftar(judul),
        )
    for j in kepala.asing:
        judul_sel = grid.rows[i][j]
        terisi = any(b[j] != "" for b in grid.rows[i + 1 : akhir])
        if judul_sel == "" and not terisi:
            continue
        if isinstance(judul_sel, str) and (
            _ORANG.search(judul_sel) or personal_heading(judul_sel, lembar_asing=True)
        ):
            pemeriksa.drop_column(grid, i, j, quote(judul_sel))
        elif fold_judul(str(judul_sel)) != "no":
            pemeriksa.unknown_column(grid, i, j)


def data_rows(
    grid: Grid, mulai: int, kolom: Collection[int], batas: int | None = None
) -> tuple[list[int], int]:
    """The rows that say something, and where the list ends: before the signatures.

    `mulai` is the index of the first row below the headings, `batas` that of the first
    that is no longer looked at. Totals and rows that number the columns are no data.
    """
    isi: list[int] = []
    akhir = len(grid.rows) if batas is None else batas
    for i in range(mulai, akhir):
        baris = grid.rows[i]
        if is_signature(baris):
            return isi, i
        terisi = [plain_text(baris[j]) for j in sorted(kolom) if plain_text(baris[j])]
        awal = next((plain_text(s) for s in baris if plain_text(s)), "")
        if terisi and not _JUMLAH.match(awal) and not numbers_only(terisi):
            isi.append(i)
    return isi, akhir


def numbers_only(terisi: list[str]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3) …

    >>> numbers_only(["(1)", "(2)", "(3)"]), numbers_only(["1", "35.74", "x"])
    (True, False)
    """
    angka = [t.strip("()-") for t in terisi]
    if len(angka) < _NOMOR_SEDIKIT or not all(a.isdecimal() for a in angka):
        return False
    awal = int(angka[0])
    return [int(a) for a in angka] == list(range(awal, awal + len(angka)))


def drop_signatures(pemeriksa: Pemeriksa, grid: Grid, akhir: int) -> None:
    """Keeps no name and no NIP of the signatures below a list."""
    nama = list(names_below(grid, akhir))
    if nama:
        pemeriksa.buang.setdefault(grid.nama, {}).update(dict.fromkeys(nama))
        pemeriksa.pencatat.catat(
            "tanda_tangan_dibuang",
            "nama dan NIP di bagian tanda tangan tidak disimpan",
            lembar=grid.nama, sel=nama[0], sel_lain=tuple(nama[1:]),
        )  # fmt: skip


def other_sheets(tugas: Tugas, dibaca: Collection[str]) -> None:
    """Accounts for the sheets that were not read; keeps nothing personal of them."""
    for lain in _others(tugas, dibaca):
        if not our_own(lain.nama):
            tugas.pemeriksa.pencatat.catat(
                "lembar_tidak_dikenal", "lembar ini tidak dibaca", lembar=lain.nama
            )
            tugas.pemeriksa.unknown_sheet(lain)
        else:
            tugas.pemeriksa.texts(lain)


def our_own(lembar: str) -> bool:
    """Whether a sheet is one that forms bring along and nobody fills in.

    >>> our_own("pilihan"), our_own("Kehadiran")
    (True, False)
    """
    return fold_judul(lembar) in map(fold_judul, _LEMBAR_SENDIRI)


def _others(tugas: Tugas, dibaca: Collection[str]) -> Iterator[Grid]:
    for nama in tugas.buku.names:
        if nama not in dibaca and (lain := tugas.buku.grid(nama)).rows:
            yield lain
