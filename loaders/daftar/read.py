"""Reads a list that is no report: an event, a competition, a campaign."""

import datetime as dt

from loaders.bacaan import BarisDaftar, IsiDaftar
from loaders.daftar.pembaca_tabel import PembacaDaftar, Tempat
from loaders.daftar.periksa import check
from loaders.daftar.susunan import Susunan, arrange
from loaders.daftar.tabel import (
    account_columns,
    data_rows,
    drop_signatures,
    other_sheets,
    our_own,
)
from loaders.form.columns import Pemeriksa
from loaders.form.layout import fold_judul
from loaders.form.other import Dibaca, Tugas
from reference.daftar import Formulir, Tabel, forms
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.tulisan import daftar, tanggal


def read_list(tugas: Tugas) -> Dibaca | None:
    """Reads a workbook that holds one of `reference.daftar.forms`; None for any other.

    Fills `daftar`, place (always the kota), period (of the thing's first day) and
    columns of the Bacaan.
    """
    nama = [n for n in tugas.buku.names if not our_own(n)]
    grids = [g for n in nama if (g := tugas.buku.grid(n)).rows]
    semua = [s for f in forms().values() if grids and (s := arrange(grids, f))]
    if not semua:
        return None
    s = max(semua, key=lambda s: (s.versi is not None, len(s.tabel)))
    bacaan = tugas.bacaan
    bacaan.layout, bacaan.tingkat_wilayah = s.form.kode, "kota"
    bacaan.versi, bacaan.contoh = s.versi, s.contoh
    bacaan.kode_wilayah = pengaturan().kode_kota
    pembaca = PembacaDaftar(tugas.pemeriksa, s.form, tugas.hari_ini)
    kepala = pembaca.head(s.kepala)
    _identify(tugas, s.form, kepala)
    isi = IsiDaftar("", "", kepala) if bacaan.daftar is None else bacaan.daftar
    for tabel in s.form.tabel:
        isi.rows[tabel.nama] = _table(tugas.pemeriksa, s, tabel, pembaca, isi)
    bacaan.kolom = _columns(s)
    check(tugas.pemeriksa.pencatat, s.form, isi, tugas.hari_ini)
    for grid in s.lembar.values():
        akhir = max((t.akhir for t in s.on(grid)), default=len(grid.rows))
        dipakai = {j for t in s.on(grid) for j in t.kepala.kolom}
        tugas.pemeriksa.texts(grid, kecuali=dipakai)
        drop_signatures(tugas.pemeriksa, grid, akhir)
    other_sheets(tugas, s.lembar)
    return {
        n: (g, max((t.kepala.judul for t in s.on(g)), default=-1))
        for n, g in s.lembar.items()
    }


def _identify(tugas: Tugas, form: Formulir, kepala: BarisDaftar) -> None:
    """Which thing the workbook is about: its code, its words and its period."""
    nilai = [kepala.nilai[n] for n in form.identitas]
    if any(v is None for v in nilai):
        return
    hari = next((v for v in nilai if isinstance(v, dt.date)), tugas.hari_ini)
    nama = " ".join(str(v) for v in nilai if not isinstance(v, dt.date))
    tugas.bacaan.periode = str(Periode.containing(hari))
    kode = form.code(kepala.nilai)
    tugas.bacaan.daftar = IsiDaftar(kode, f"{nama}, {tanggal(hari)}", kepala)


def _table(
    pemeriksa: Pemeriksa,
    s: Susunan,
    tabel: Tabel,
    pembaca: PembacaDaftar,
    isi: IsiDaftar,
) -> list[BarisDaftar]:
    """The rows of a table, from every sheet that has it."""
    rows: list[BarisDaftar] = []
    for n, t in enumerate(s.tabel.get(tabel.nama, ())):
        aspek = _aspects(tabel, t, isi)
        t.kepala.asing = [j for j in t.kepala.asing if j not in aspek]
        account_columns(pemeriksa, t.grid, t.kepala, t.akhir)
        _missing_aspects(pemeriksa, tabel, t, aspek, isi)
        dilihat = {*t.kepala.kolom, *aspek}
        ada, akhir = data_rows(t.grid, t.kepala.judul + 1, dilihat, t.akhir)
        s.tabel[tabel.nama][n] = Tempat(t.grid, t.kepala, akhir)
        diisi = {j for j in dilihat if j in aspek or _filled_in(tabel, t, j)}
        ada = [i for i in ada if any(t.grid.rows[i][j] != "" for j in diisi)]
        rows += pembaca.rows(tabel, t, ada, aspek)
    return rows


def _filled_in(tabel: Tabel, t: Tempat, j: int) -> bool:
    """Whether a column says something that a new form does not say already."""
    return t.kepala.kolom[j].nama not in tabel.awal


def _known(tabel: Tabel, isi: IsiDaftar) -> dict[str, str]:
    """The headings (folded) of the columns of a wide table, with their keys."""
    m = tabel.matriks
    if m is None:
        return {}
    rows = [b.nilai for b in isi.rows.get(m.tabel, ()) if b.nilai[m.kolom]]
    kode = {fold_judul(r[m.kolom]): r[m.kolom] for r in rows}
    return kode | {fold_judul(str(r[m.judul])): r[m.kolom] for r in rows}


def _aspects(tabel: Tabel, t: Tempat, isi: IsiDaftar) -> dict[int, str]:
    """Which columns of a wide table stand for which key."""
    kenal = _known(tabel, isi)
    hasil: dict[int, str] = {}
    for j in t.kepala.asing:
        kunci = kenal.get(fold_judul(str(t.grid.rows[t.kepala.judul][j])))
        if kunci and kunci in hasil.values():
            semua = [i for i, k in hasil.items() if k == kunci]
            t.kepala.ganda.setdefault(kunci, semua).append(j)
        elif kunci:
            hasil[j] = kunci
    return hasil


def _missing_aspects(
    pemeriksa: Pemeriksa, tabel: Tabel, t: Tempat, aspek: dict[int, str], isi: IsiDaftar
) -> None:
    hilang = dict.fromkeys(_known(tabel, isi).values())
    hilang = {k: None for k in hilang if k not in aspek.values()}
    if hilang:
        pemeriksa.pencatat.catat(
            "kolom_hilang", f"kolom untuk aspek {daftar(list(hilang))} tidak ada",
            lembar=t.grid.nama, diharapkan=daftar(list(hilang)),
        )  # fmt: skip


def _columns(s: Susunan) -> dict[str, tuple[str, str]]:
    """Where each field of the head and each column of the tables stands."""
    g = s.kepala.grid
    hasil = {
        f"{s.form.tabel_kepala}.{n}": (g.nama, g.sel(*letak))
        for n, letak in s.kepala.letak.items()
    }
    for nama, semua in s.tabel.items():
        for t in semua[:1]:
            for j, k in t.kepala.kolom.items():
                hasil[f"{nama}.{k.nama}"] = (t.grid.nama, t.grid.kolom(j))
    return hasil
