"""Reads the table of activities."""

import datetime as dt
from typing import Any

from loaders.cells.terbaca import KolomTerbaca
from loaders.form.match import Cocok
from loaders.form.table import data_rows
from loaders.form.terms import Isi
from loaders.form.totals import PemeriksaJumlah
from loaders.form.values import Pembaca
from reference.periode import Periode
from reference.tulisan import tanggal


def read_activities(pembaca: Pembaca, cocok: Cocok, periode: Periode | None) -> None:
    """Reads the activities of a workbook into its `Bacaan`, and what is odd in them."""
    baris = data_rows(cocok)
    rows = baris.isi
    kegiatan: list[dict[str, Any]] = [{"baris": cocok.grid.baris(i)} for i in rows]
    for nama in (*cocok.lembar.kunci, *cocok.lembar.variabel):
        for k in kegiatan:
            k[nama] = None
    for j, kolom in cocok.kepala.kolom.items():
        if kolom.peran not in ("kunci", "variabel"):
            continue
        hasil = pembaca.read_column(kolom, [cocok.grid.rows[i][j] for i in rows])
        pembaca.note_problems(cocok, kolom, hasil, [(i, j) for i in rows])
        for k, nilai in zip(kegiatan, hasil.nilai, strict=True):
            k[kolom.nama] = nilai
        if kolom.nama == "tanggal" and periode:
            _outside(pembaca, cocok, j, rows, hasil, periode)
    pembaca.bacaan.kegiatan = kegiatan
    isi = Isi(dict(zip(rows, kegiatan, strict=True)), {})
    PemeriksaJumlah(pembaca.pencatat, cocok, lambda: isi).check(baris.jumlah)


def _outside(
    pembaca: Pembaca,
    cocok: Cocok,
    j: int,
    rows: list[int],
    hasil: KolomTerbaca,
    periode: Periode,
) -> None:
    """Days that do not lie in the period."""
    janggal = {m.urut for m in hasil.masalah}
    for urut, hari in enumerate(hasil.nilai):
        luar = isinstance(hari, dt.date) and not periode.start <= hari <= periode.end
        if isinstance(hari, dt.date) and luar and urut not in janggal:
            pembaca.pencatat.catat(
                "tanggal_janggal",
                f"tanggal kegiatan {tanggal(hari)} di luar {periode.label}",
                lembar=cocok.grid.nama,
                sel=cocok.grid.sel(rows[urut], j),
                variabel="tanggal",
                ditemukan=tanggal(hari),
                diharapkan=f"tanggal dalam {periode.label}",
            )
