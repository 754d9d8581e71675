"""Reads a register of actions: what stands in its rows, as far as the sheet tells."""

import datetime as dt

from loaders.bacaan import BarisDaftar
from loaders.cells.dates import read_date
from loaders.daftar.tabel import (
    account_columns,
    data_rows,
    drop_signatures,
    other_sheets,
    stamp,
)
from loaders.form.layout import fold_judul
from loaders.form.other import Dibaca, Tugas
from loaders.formats.grid import Grid
from loaders.record import quote
from loaders.tindakan.baris import Pembaca
from loaders.tindakan.kepala import Kepala, find_header
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.tindakan import KODE, daftar_tindakan
from reference.tulisan import daftar


def read_register(tugas: Tugas) -> Dibaca | None:
    """Reads a workbook that is a register of actions; None for any other.

    Fills `tindakan`, place (always the kota), period and columns of the Bacaan. The
    period is the one of the day written above the table, else of today.
    """
    semua = [tugas.buku.grid(n) for n in tugas.buku.names]
    lembar = [(g, k) for g in semua if (k := find_header(g))]
    if not lembar:
        return None
    grid, kepala = lembar[0]
    bacaan, pemeriksa = tugas.bacaan, tugas.pemeriksa
    bacaan.layout, bacaan.tingkat_wilayah = KODE, "kota"
    bacaan.kode_wilayah = pengaturan().kode_kota
    cap = daftar_tindakan().cap
    bacaan.versi, bacaan.contoh = stamp(grid.rows[: kepala.judul], cap)
    hari = _day(grid, kepala, tugas.hari_ini)
    bacaan.periode = str(Periode.containing(hari))
    if len(lembar) > 1:
        nama = daftar([g.nama for g, _ in lembar])
        pemeriksa.pencatat.catat(
            "lembar_ganda",
            f"lembar {nama} sama-sama berisi {daftar_tindakan().nama}",
            ditemukan=nama,
            saran="Kirim satu daftar dalam satu lembar.",
        )
    bacaan.kolom = {k.nama: (grid.nama, grid.kolom(j)) for j, k in kepala.kolom.items()}
    account_columns(pemeriksa, grid, kepala, len(grid.rows))
    isi, akhir = data_rows(grid, kepala.judul + 1, kepala.kolom)
    bacaan.tindakan = Pembaca(pemeriksa, grid, kepala, tugas.hari_ini).read(isi)
    _twice(tugas, grid, bacaan.tindakan)
    if not isi:
        kalimat = "tidak ada satu tindakan pun"
        pemeriksa.pencatat.catat("tindakan_kosong", kalimat, lembar=grid.nama)
    pemeriksa.texts(grid, kecuali=set(kepala.kolom))
    drop_signatures(pemeriksa, grid, akhir)
    other_sheets(tugas, {grid.nama})
    return {g.nama: (g, k.judul) for g, k in lembar}


def _day(grid: Grid, kepala: Kepala, hari_ini: dt.date) -> dt.date:
    """The day of which the register speaks: beside its label, not after today."""
    label = fold_judul(daftar_tindakan().label_hari)
    for baris in grid.rows[: kepala.judul]:
        isi = [s for s in baris if s != ""]
        if len(isi) > 1 and isinstance(isi[0], str) and fold_judul(isi[0]) == label:
            hari = read_date(isi[1]).hari
            return min(hari, hari_ini) if hari else hari_ini
    return hari_ini


def _twice(tugas: Tugas, grid: Grid, semua: list[BarisDaftar]) -> None:
    """Holds all rows that carry the same code: which of them counts is not known."""
    per: dict[str, list[BarisDaftar]] = {}
    for b in semua:
        if b.nilai["kode_tindakan"]:
            per.setdefault(b.nilai["kode_tindakan"], []).append(b)
    for kode, rows in per.items():
        if len(rows) > 1:
            sel = [b.sel["kode_tindakan"] for b in rows]
            tugas.pemeriksa.pencatat.catat(
                "kode_tindakan_ganda",
                f"kode {quote(kode)} ditulis pada {len(rows)} baris",
                lembar=grid.nama, sel=sel[0], sel_lain=tuple(sel[1:]), ditemukan=kode,
            )  # fmt: skip
            for b in rows:
                b.tertahan = True
