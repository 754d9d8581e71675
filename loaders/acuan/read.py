"""Reads a workbook of rules and assumptions: what its rows say, as far as it tells."""

import re
from collections.abc import Iterator

from loaders.acuan.baris import Pembaca
from loaders.acuan.kepala import Kepala, headings
from loaders.acuan.records import CAP, LEMBAR_PETUNJUK, IsiAcuan, LembarAcuan
from loaders.form.columns import Pemeriksa
from loaders.form.layout import fold_judul
from loaders.form.other import Dibaca, Tugas
from loaders.formats.grid import Grid
from loaders.record import quote
from reference.acuan import KODE, Daftar, daftar
from reference.pengaturan import pengaturan
from reference.periode import Periode

_TANDA = re.compile(rf"{re.escape(CAP)}/(\d+)/([a-z0-9_]+)(/CONTOH)?", re.I)
_SEMULA = re.compile(r"([a-z0-9_]+)@((?:\d{4}-\d\d-\d\d)?):([0-9a-f]{10})")


def read_acuan(tugas: Tugas) -> Dibaca | None:
    """Reads a workbook of which some sheet bears the stamp; None for any other.

    Fills `acuan`, place (always the kota) and period (of today) of the Bacaan.
    """
    tanda = {n: t for n in tugas.buku.names if (t := _stamp(tugas.buku.grid(n)))}
    if not tanda:
        return None
    bacaan, pemeriksa = tugas.bacaan, tugas.pemeriksa
    bacaan.layout, bacaan.tingkat_wilayah = KODE, "kota"
    bacaan.kode_wilayah = pengaturan().kode_kota
    bacaan.periode = str(Periode.containing(tugas.hari_ini))
    bacaan.versi = int(next(iter(tanda.values()))[1])
    bacaan.contoh = any(t[3] for t in tanda.values())
    bacaan.acuan = IsiAcuan(tugas.hari_ini)
    dibaca: dict[str, tuple[Grid, int]] = {}
    sudah: dict[str, str] = {}
    for nama, t in tanda.items():
        d = daftar().get(t[2].lower())
        if d is None:
            _unknown(pemeriksa, tugas.buku.grid(nama))
        elif d.nama in sudah:
            _twice(pemeriksa, d, sudah[d.nama], nama)
        else:
            sudah[d.nama] = nama
            if kepala := _read_list(tugas, tugas.buku.grid(nama), d):
                dibaca[nama] = (tugas.buku.grid(nama), kepala.judul)
    _others(tugas, set(tanda))
    if not bacaan.acuan.lembar:
        pemeriksa.pencatat.catat("acuan_kosong", "tidak ada satu daftar pun")
    return dibaca


def _stamp(grid: Grid) -> re.Match[str] | None:
    for baris in grid.rows[:3]:
        for sel in baris[:3]:
            if isinstance(sel, str) and (cocok := _TANDA.fullmatch(sel.strip())):
                return cocok
    return None


def _read_list(tugas: Tugas, grid: Grid, d: Daftar) -> Kepala | None:
    pemeriksa = tugas.pemeriksa
    kepala = headings(grid, d)
    if kepala is None:
        pemeriksa.pencatat.catat(
            "judul_acuan_hilang", "judul kolom Kode dan Nama tidak ditemukan",
            lembar=grid.nama,
        )  # fmt: skip
        return None
    for judul, letak in kepala.ganda.items():
        sel = [grid.sel(kepala.judul, j) for j in letak]
        pemeriksa.pencatat.catat(
            "judul_ganda", f"judul {quote(judul)} muncul {len(sel)} kali",
            lembar=grid.nama, sel=sel[0], sel_lain=tuple(sel[1:]),
        )  # fmt: skip
    for j in kepala.asing:
        pemeriksa.unknown_column(grid, kepala.judul, j)
    rows = Pembaca(pemeriksa, grid, kepala, d).read()
    pemeriksa.texts(grid)
    if tugas.bacaan.acuan:
        tugas.bacaan.acuan.lembar.append(
            LembarAcuan(d.nama, grid.nama, rows, _written_with(grid, kepala))
        )
    return kepala


def _written_with(grid: Grid, kepala: Kepala) -> dict[tuple[str, str], str] | None:
    """The mark of every entry with which we wrote the sheet; None when it is gone."""
    for baris in grid.rows[: kepala.judul]:
        for sel in baris:
            teks = sel.strip() if isinstance(sel, str) else ""
            semua = _SEMULA.findall(teks)
            if semua and " ".join(f"{k}@{h}:{m}" for k, h, m in semua) == teks:
                return {(kode, hari): tanda for kode, hari, tanda in semua}
    return None


def _twice(pemeriksa: Pemeriksa, d: Daftar, satu: str, dua: str) -> None:
    pemeriksa.pencatat.catat(
        "lembar_ganda", f"lembar {satu} dan {dua} sama-sama berisi {d.judul}",
        ditemukan=f"{satu}, {dua}", saran="Hapus salah satu lembar.",
    )  # fmt: skip


def _unknown(pemeriksa: Pemeriksa, grid: Grid) -> None:
    pemeriksa.pencatat.catat(
        "lembar_tidak_dikenal", "lembar ini tidak dibaca", lembar=grid.nama
    )
    pemeriksa.unknown_sheet(grid)


def _others(tugas: Tugas, sudah: set[str]) -> None:
    for grid in _rest(tugas, sudah):
        if fold_judul(grid.nama) == fold_judul(LEMBAR_PETUNJUK):
            tugas.pemeriksa.texts(grid)
        else:
            _unknown(tugas.pemeriksa, grid)


def _rest(tugas: Tugas, sudah: set[str]) -> Iterator[Grid]:
    for nama in tugas.buku.names:
        if nama not in sudah and (grid := tugas.buku.grid(nama)).rows:
            yield grid
