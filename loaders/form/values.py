"""Reads the cells of the joined rows into the values of each group."""

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any

from loaders.bacaan import Bacaan, BarisKelompok, BarisLangkah
from loaders.cells.column import read_cells
from loaders.cells.terbaca import KolomTerbaca
from loaders.form.automatic import check_automatic
from loaders.form.columns import Pemeriksa
from loaders.form.groups import Lembaran
from loaders.form.heading import Kepala, cell_type
from loaders.form.layout import Kolom
from loaders.form.match import Cocok
from loaders.form.terms import Isi
from loaders.form.totals import PemeriksaJumlah
from loaders.formats.grid import column_letters
from reference.kosakata import variables

Letak = dict[str, tuple[str, str]]
Langkah = dict[tuple[int, str], dict[str, Any]]
"""What was read of each step, by the row's position and the step's code."""


class Pembaca:
    """Fills a `Bacaan` with values, and writes down what is wrong in the cells."""

    def __init__(self, bacaan: Bacaan, pemeriksa: Pemeriksa, hari_ini: dt.date) -> None:
        """Works on one workbook."""
        self.bacaan = bacaan
        self.pemeriksa = pemeriksa
        self.pencatat = pemeriksa.pencatat
        self.hari_ini = hari_ini

    def read_column(
        self, kolom: Kolom, sel: Sequence[object], tipe: str = ""
    ) -> KolomTerbaca:
        """The cells of one column as values, with what is wrong in them."""
        tipe = tipe or cell_type(kolom)
        return read_cells(tipe, kolom.nama, sel, hari_ini=self.hari_ini)

    def note_problems(
        self,
        cocok: Cocok,
        kolom: Kolom,
        hasil: KolomTerbaca,
        letak: Sequence[tuple[int, int]],
        kelompok: Sequence[BarisKelompok] = (),
    ) -> None:
        """Writes down what is wrong in cells that stand at `letak`, one by one."""
        v = (
            variables().get(kolom.nama)
            if kolom.peran in ("variabel", "kunci")
            else None
        )
        label = v.label if v else kolom.judul
        for m in hasil.masalah:
            i, j = letak[m.urut]
            if m.jenis == "sel_pribadi":
                self.pemeriksa.drop(cocok.grid.nama, cocok.grid.sel(i, j))
                continue
            g = kelompok[m.urut] if kelompok and not m.semua else None
            siapa = f"{label}, kelompok {g.nama or g.kode}" if g else label
            self.pencatat.catat(
                m.jenis,
                f"{m.kalimat} ({siapa})",
                lembar=cocok.grid.nama,
                sel=cocok.grid.sel(i, j),
                sel_lain=tuple(
                    cocok.grid.sel(*letak[u]) for u in m.semua if u != m.urut
                ),
                variabel=v.name if v else None,
                kelompok=g.sebutan if g else None,
                ditemukan=cocok.grid.rows[i][j],
                diharapkan=m.diharapkan,
                saran=m.saran,
            )

    def groups(self, lembaran: Lembaran) -> None:
        """Reads every column of one table into its groups."""
        cocok = lembaran.cocok
        kelompok = [g for _, g in lembaran.baris]
        if not kelompok:
            return
        grid, kepala = cocok.grid, cocok.kepala
        rows = [grid.rows[i] for i, _ in lembaran.baris]
        variabel, kunci = _places(kepala, grid.nama, grid.kolom0)
        self.bacaan.kolom = kunci | self.bacaan.kolom | variabel
        langkah: Langkah = {}
        semua, kosong = list(zip(*rows, strict=True)), ("",) * len(rows)
        for j in (*_plain_rows(rows, kelompok, kepala.bulat), *kepala.lain):
            sel = semua[j]
            if sel == kosong:
                continue
            kolom = kepala.kolom[j]
            hasil = self.read_column(kolom, sel, kepala.tipe[j])
            if hasil.masalah:
                letak = [(i, j) for i, _ in lembaran.baris]
                self.note_problems(cocok, kolom, hasil, letak, kelompok)
            if kolom.peran == "variabel":
                _add_values(kelompok, kolom.nama, hasil)
            elif kolom.peran == "catatan":
                _add_notes(kelompok, hasil)
            else:
                _add_steps(langkah, kolom, j, hasil)
        if langkah:
            self._steps(lembaran, langkah)
        check_automatic(self.pencatat, cocok, lembaran.baris)
        self.totals(lembaran, cocok)

    def totals(self, lembaran: Lembaran, cocok: Cocok) -> None:
        """Holds the printed totals of a table (as `cocok` has it) against its rows."""
        isi = partial(_read_rows, lembaran)
        PemeriksaJumlah(self.pencatat, cocok, isi).check(lembaran.jumlah)

    def _steps(self, lembaran: Lembaran, langkah: Langkah) -> None:
        urutan = {k.nama: n for n, k in enumerate(lembaran.cocok.terurai.kolom)}
        for (urut, kode), isi in sorted(
            langkah.items(), key=lambda x: (x[0][0], urutan[x[0][1]])
        ):
            i, g = lembaran.baris[urut]
            status = isi.get("langkah_status")
            if status is None:
                self._step_without_status(lembaran.cocok, i, isi["j"], g)
                continue
            hari, nomor = isi.get("langkah_tanggal"), isi.get("langkah_nomor")
            g.langkah.append(BarisLangkah(kode, status, hari, nomor))

    def _step_without_status(
        self, cocok: Cocok, i: int, j: int, g: BarisKelompok
    ) -> None:
        self.pencatat.catat(
            "langkah_tanpa_status",
            f"{cocok.kepala.kolom[j].judul.split(':')[0]} tidak mempunyai status "
            f"(kelompok {g.nama or g.kode})",
            lembar=cocok.grid.nama,
            sel=cocok.grid.sel(i, j),
            kelompok=g.sebutan,
            ditemukan=cocok.grid.rows[i][j],
        )

    def kelurahan(
        self, cocok: Cocok, isi: dict[str, object], letak: dict[str, tuple[int, int]]
    ) -> None:
        """Reads the kelurahan variables that stand beside their labels."""
        bacaan = self.bacaan
        for kolom in cocok.terurai.kolom:
            nama = kolom.nama or kolom.peran
            if kolom.peran not in ("variabel", "catatan"):
                continue
            hasil = self.read_column(kolom, [isi.get(nama, "")])
            if nama in letak:
                self.note_problems(cocok, kolom, hasil, [letak[nama]])
            if kolom.peran == "catatan":
                bacaan.catatan_kelurahan = str(hasil.nilai[0] or "")
                continue
            bacaan.kelurahan[nama] = hasil.nilai[0]
            if hasil.tidak_berlaku:
                bacaan.tidak_berlaku_kelurahan.add(nama)
            if nama in letak:
                sel = cocok.grid.sel(*letak[nama])
                bacaan.sel_kelurahan[nama] = (cocok.grid.nama, sel)


_PERAN = {"variabel": "", "kunci": "", "langkah_status": "langkah:"}


@lru_cache(maxsize=512)
def _places(kepala: Kepala, lembar: str, kolom0: int) -> tuple[Letak, Letak]:
    """In which column of a sheet each variable stands (and each step), and each key."""
    variabel, kunci, langkah = (
        {
            f"{awalan}{k.nama}": (lembar, column_letters(kolom0 + j))
            for j, k in kepala.kolom.items()
            if k.peran == peran
        }
        for peran, awalan in _PERAN.items()
    )
    return variabel | langkah, kunci


def _read_rows(lembaran: Lembaran) -> Isi:
    """What was read of the rows of one table."""
    baris = lembaran.baris
    return Isi({i: g.nilai for i, g in baris}, {i: g.nama or g.kode for i, g in baris})


def _plain_rows(
    rows: Sequence[Sequence[Any]],
    kelompok: Sequence[BarisKelompok],
    kolom: Sequence[tuple[int, str]],
) -> set[int]:
    """Takes whole numbers of Excel row by row, which is most of a form and fastest.

    Gives the columns in which anything else stands: they must be read as columns.
    """
    sulit: set[int] = set()
    for baris, g in zip(rows, kelompok, strict=True):
        nilai = g.nilai
        for j, nama in kolom:
            isi = baris[j]
            if type(isi) is float and isi.is_integer():
                nilai[nama] = int(isi)
            elif isi != "":
                sulit.add(j)
    return sulit


def _add_values(
    kelompok: Sequence[BarisKelompok], nama: str, hasil: KolomTerbaca
) -> None:
    for g, nilai in zip(kelompok, hasil.nilai, strict=True):
        g.nilai[nama] = nilai
    for urut in hasil.tidak_berlaku:
        kelompok[urut].tidak_berlaku.add(nama)


def _add_steps(
    langkah: Langkah,
    kolom: Kolom,
    j: int,
    hasil: KolomTerbaca,
) -> None:
    for urut, nilai in enumerate(hasil.nilai):
        if nilai is not None:
            isi = langkah.setdefault((urut, kolom.nama), {"j": j})
            isi[kolom.peran] = nilai


def _add_notes(kelompok: Sequence[BarisKelompok], hasil: KolomTerbaca) -> None:
    for g, nilai in zip(kelompok, hasil.nilai, strict=True):
        if nilai:
            g.catatan = f"{g.catatan}; {nilai}" if g.catatan else str(nilai)
