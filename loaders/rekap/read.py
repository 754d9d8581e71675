"""Reads Lampiran 4.22, at whatever tier it was made."""

from collections.abc import Sequence

from loaders.bacaan import BarisRekap
from loaders.form.other import Dibaca, Tugas
from loaders.formats.grid import Grid
from loaders.record import Pencatat, quote
from loaders.rekap.baris import Isi, Mentah, table_rows
from loaders.rekap.kepala import Kepala, find_header
from loaders.rekap.kolom import note_columns
from loaders.rekap.nilai import Nilai, read_values
from loaders.rekap.pengenal import Pengenal
from loaders.rekap.periksa import check_totals, check_values
from loaders.rekap.tanda_tangan import names_below
from loaders.rekap.tempat import Tempat, place_rows, tier_of
from reference.rekap import KODE, counted, lampiran
from reference.tulisan import daftar


def read_recap(tugas: Tugas) -> Dibaca | None:
    """Reads a workbook that is an official recap; None for any other.

    Fills `rekap`, `tingkat_wilayah`, place, period and columns of the Bacaan.
    """
    lembar = [(g, k) for g in _grids(tugas) if (k := find_header(g))]
    if not lembar:
        return None
    grid, kepala = lembar[0]
    tugas.bacaan.layout = KODE
    if len(lembar) > 1:
        nama = [g.nama for g, _ in lembar]
        tugas.pemeriksa.pencatat.catat(
            "lembar_ganda",
            f"lembar {daftar(nama)} sama-sama berisi {lampiran().nama}",
            ditemukan=daftar(nama),
            saran="Kirim satu rekap dalam satu berkas.",
        )
    _Pembacaan(tugas, grid, kepala).run()
    return {g.nama: (g, k.judul) for g, k in lembar}


def _grids(tugas: Tugas) -> list[Grid]:
    return [tugas.buku.grid(n) for n in tugas.buku.names]


class _Pembacaan:
    """One recap, step by step."""

    def __init__(self, tugas: Tugas, grid: Grid, kepala: Kepala) -> None:
        self.tugas = tugas
        self.bacaan = tugas.bacaan
        self.pencatat: Pencatat = tugas.pemeriksa.pencatat
        self.grid = grid
        self.kepala = kepala

    def run(self) -> None:
        """Reads everything that the sheet holds."""
        isi = table_rows(self.grid, self.kepala)
        self._identify(isi)
        note_columns(self.tugas.pemeriksa, self.grid, self.kepala)
        self.bacaan.kolom = {
            k.nama: (self.grid.nama, self.grid.kolom(j))
            for j, k in self.kepala.kolom.items()
            if k.nama in counted()
        }
        nilai = read_values(self.tugas.pemeriksa, self.grid, self.kepala, isi.rows)
        self._rows(isi, nilai)
        check_totals(self.pencatat, self.grid, self.kepala, isi.rows, nilai)
        self._privacy(isi)

    def _catat(self, jenis: str, kalimat: str, i: int, *lain: int, **isi: str) -> None:
        """A finding at the cell that names the place of a row."""
        j = self.kepala.letak("nama_wilayah") or 0
        self.pencatat.catat(
            jenis, kalimat, lembar=self.grid.nama, sel=self.grid.sel(i, j),
            sel_lain=tuple(self.grid.sel(k, j) for k in lain), **isi,
        )  # fmt: skip

    def _identify(self, isi: Isi) -> None:
        pengenal = Pengenal(
            self.pencatat, self.grid, self.kepala.atas, self.tugas.bantuan
        )
        self.bacaan.versi, self.bacaan.contoh = pengenal.stamp()
        nama = [b.label for b in isi.rows if b.label and not b.jumlah]
        self.bacaan.kode_wilayah = pengenal.place(nama)
        periode = pengenal.period(self.tugas.hari_ini)
        self.bacaan.periode = str(periode) if periode else None

    def _rows(self, isi: Isi, nilai: dict[int, Nilai]) -> None:
        for b in isi.sesudah:
            kalimat = f"baris {quote(b.label)} berada di bawah baris JUMLAH"
            self._catat("baris_sesudah_jumlah", kalimat, b.i)
        kode = self.bacaan.kode_wilayah
        if kode is None:
            return
        self.bacaan.tingkat_wilayah = tier_of(kode)
        biasa = [b for b in isi.rows if not b.jumlah]
        tempat = place_rows(biasa, nilai, kode)
        self._odd_rows(biasa, tempat)
        semua = [b for b in biasa if b.i in tempat.kode]
        self._take(semua, isi.rows, tempat, nilai)
        if not semua:
            kalimat = "tidak ada satu baris wilayah pun"
            self.pencatat.catat("rekap_kosong", kalimat, lembar=self.grid.nama)
        check_values(self.pencatat, self.grid, self.kepala, semua, nilai)

    def _odd_rows(self, biasa: Sequence[Mentah], tempat: Tempat) -> None:
        label = {b.i: b.label for b in biasa}
        for i, alasan in tempat.ditolak.items():
            self._catat("wilayah_baris_tidak_dikenal", alasan, i, ditemukan=label[i])
        for i in tempat.subtotal:
            kalimat = f"baris {quote(label[i])} sama dengan jumlah semua baris lain"
            self._catat("baris_subtotal", kalimat, i)
        if tempat.ganda:
            i, *lain = tempat.ganda
            kalimat = f"{quote(label[i])} ditulis pada {len(lain) + 1} baris"
            self._catat("wilayah_baris_ganda", kalimat, i, *lain)

    def _take(
        self,
        semua: Sequence[Mentah],
        rows: Sequence[Mentah],
        tempat: Tempat,
        nilai: dict[int, Nilai],
    ) -> None:
        """Takes the rows, and the total: as printed, else a row that is the sum."""
        self.bacaan.rekap = [
            BarisRekap(tempat.kode[b.i], b.label, nilai[b.i], self.grid.baris(b.i))
            for b in semua
        ]
        total = [b for b in rows if b.jumlah][-1:]
        total = total or [b for b in rows if b.i in tempat.subtotal]
        self.bacaan.rekap += [
            BarisRekap(None, b.label, nilai[b.i], self.grid.baris(b.i), True)
            for b in total
        ]

    def _privacy(self, isi: Isi) -> None:
        """Keeps no name and no number of a person, wherever it stands."""
        pemeriksa = self.tugas.pemeriksa
        pemeriksa.texts(self.grid)
        nama = list(names_below(self.grid, isi.akhir))
        if nama:
            pemeriksa.buang.setdefault(self.grid.nama, {}).update(dict.fromkeys(nama))
            self.pencatat.catat(
                "tanda_tangan_dibuang",
                "nama dan NIP di bagian tanda tangan tidak disimpan",
                lembar=self.grid.nama, sel=nama[0], sel_lain=tuple(nama[1:]),
            )  # fmt: skip
        for lain in self.tugas.buku.names:
            if lain != self.grid.nama and (grid := self.tugas.buku.grid(lain)).rows:
                self.pencatat.catat(
                    "lembar_tidak_dikenal", "lembar ini tidak dibaca", lembar=lain
                )
                pemeriksa.unknown_sheet(grid)
