"""Reads a register of actions: what stands in its rows, as far as the sheet tells."""

import datetime as dt
import re
from collections.abc import Iterator

from loaders.bacaan import BarisTindakan
from loaders.cells.dates import read_date
from loaders.cells.personal import personal_heading
from loaders.cells.terbaca import plain_text
from loaders.form.layout import fold_judul
from loaders.form.other import Dibaca, Tugas
from loaders.form.table import is_signature
from loaders.formats.grid import Grid
from loaders.record import quote
from loaders.rekap.tanda_tangan import names_below
from loaders.tindakan.baris import Pembaca
from loaders.tindakan.kepala import Kepala, find_header
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.tindakan import KODE, daftar_tindakan
from reference.tulisan import daftar

_JUMLAH = re.compile(r"\s*(?:sub\s*-?\s*|grand\s*)?(?:jumlah|jml|total)\b", re.I)
_ORANG = re.compile(
    r"\b(?:nama|petugas|pendamping|pembina|narasumber|fasilitator|pemateri|pic"
    r"|penanggung\s+jawab)\b",
    re.I,
)
_NOMOR_SEDIKIT = 3
_LEMBAR_SENDIRI = ("Pilihan", "Petunjuk")


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
    bacaan.versi, bacaan.contoh = _stamp(grid, kepala)
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
    _columns(tugas, grid, kepala)
    isi, akhir = _data_rows(grid, kepala)
    bacaan.tindakan = Pembaca(pemeriksa, grid, kepala, tugas.hari_ini).read(isi)
    _twice(tugas, grid, bacaan.tindakan)
    if not isi:
        kalimat = "tidak ada satu tindakan pun"
        pemeriksa.pencatat.catat("tindakan_kosong", kalimat, lembar=grid.nama)
    _privacy(tugas, grid, kepala, akhir)
    return {g.nama: (g, k.judul) for g, k in lembar}


def _stamp(grid: Grid, kepala: Kepala) -> tuple[int | None, bool]:
    pola = re.compile(rf"{re.escape(daftar_tindakan().cap)}/(\d+)(/CONTOH)?", re.I)
    for baris in grid.rows[: kepala.judul]:
        for sel in baris:
            if isinstance(sel, str) and (cap := pola.fullmatch(sel.strip())):
                return int(cap[1]), bool(cap[2])
    return None, False


def _day(grid: Grid, kepala: Kepala, hari_ini: dt.date) -> dt.date:
    """The day of which the register speaks: beside its label, not after today."""
    label = fold_judul(daftar_tindakan().label_hari)
    for baris in grid.rows[: kepala.judul]:
        isi = [s for s in baris if s != ""]
        if len(isi) > 1 and isinstance(isi[0], str) and fold_judul(isi[0]) == label:
            hari = read_date(isi[1]).hari
            return min(hari, hari_ini) if hari else hari_ini
    return hari_ini


def _columns(tugas: Tugas, grid: Grid, kepala: Kepala) -> None:
    """Accounts for every column: doubled, missing, unknown, personal."""
    pemeriksa, i = tugas.pemeriksa, kepala.judul
    tugas.bacaan.kolom = {
        k.nama: (grid.nama, grid.kolom(j)) for j, k in kepala.kolom.items()
    }
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
        terisi = any(b[j] != "" for b in grid.rows[i + 1 :])
        if judul_sel == "" and not terisi:
            continue
        if isinstance(judul_sel, str) and (
            _ORANG.search(judul_sel) or personal_heading(judul_sel, lembar_asing=True)
        ):
            pemeriksa.drop_column(grid, i, j, quote(judul_sel))
        elif fold_judul(str(judul_sel)) != "no":
            pemeriksa.unknown_column(grid, i, j)


def _data_rows(grid: Grid, kepala: Kepala) -> tuple[list[int], int]:
    """The rows with actions, and where the table ends: before the signatures."""
    isi: list[int] = []
    kolom = sorted(kepala.kolom)
    for i in range(kepala.judul + 1, len(grid.rows)):
        baris = grid.rows[i]
        if is_signature(baris):
            return isi, i
        terisi = [plain_text(baris[j]) for j in kolom if plain_text(baris[j])]
        awal = next((plain_text(s) for s in baris if plain_text(s)), "")
        if terisi and not _JUMLAH.match(awal) and not _numbers_only(terisi):
            isi.append(i)
    return isi, len(grid.rows)


def _numbers_only(terisi: list[str]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3) …

    >>> _numbers_only(["(1)", "(2)", "(3)"]), _numbers_only(["1", "35.74", "x"])
    (True, False)
    """
    angka = [t.strip("()-") for t in terisi]
    if len(angka) < _NOMOR_SEDIKIT or not all(a.isdecimal() for a in angka):
        return False
    awal = int(angka[0])
    return [int(a) for a in angka] == list(range(awal, awal + len(angka)))


def _twice(tugas: Tugas, grid: Grid, semua: list[BarisTindakan]) -> None:
    """Holds all rows that carry the same code: which of them counts is not known."""
    per: dict[str, list[BarisTindakan]] = {}
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


def _privacy(tugas: Tugas, grid: Grid, kepala: Kepala, akhir: int) -> None:
    """Keeps no name and no number of a person outside the columns that are read."""
    pemeriksa = tugas.pemeriksa
    pemeriksa.texts(grid, kecuali=set(kepala.kolom))
    nama = list(names_below(grid, akhir))
    if nama:
        pemeriksa.buang.setdefault(grid.nama, {}).update(dict.fromkeys(nama))
        pemeriksa.pencatat.catat(
            "tanda_tangan_dibuang",
            "nama dan NIP di bagian tanda tangan tidak disimpan",
            lembar=grid.nama, sel=nama[0], sel_lain=tuple(nama[1:]),
        )  # fmt: skip
    for lain in _other_sheets(tugas, grid):
        if fold_judul(lain.nama) not in map(fold_judul, _LEMBAR_SENDIRI):
            pemeriksa.pencatat.catat(
                "lembar_tidak_dikenal", "lembar ini tidak dibaca", lembar=lain.nama
            )
            pemeriksa.unknown_sheet(lain)
        else:
            pemeriksa.texts(lain)


def _other_sheets(tugas: Tugas, grid: Grid) -> Iterator[Grid]:
    for nama in tugas.buku.names:
        if nama != grid.nama and (lain := tugas.buku.grid(nama)).rows:
            yield lain
