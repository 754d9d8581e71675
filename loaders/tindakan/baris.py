"""The rows of a register, read column by column, with what is wrong in them."""

import datetime as dt
from collections.abc import Sequence
from functools import cache

from loaders.bacaan import BarisDaftar
from loaders.cells.choice_cells import fold_choice, read_words
from loaders.cells.column import read_cells
from loaders.cells.date_cells import read_dates
from loaders.cells.number_cells import read_numbers
from loaders.cells.terbaca import KolomTerbaca
from loaders.daftar.pembaca import PembacaBaris
from loaders.form.columns import Pemeriksa
from loaders.formats.grid import Grid
from loaders.tindakan.kepala import Kepala
from reference.tindakan import (
    BATAL,
    BIAYA_TERBESAR,
    SELESAI,
    KolomTindakan,
    biaya,
    daftar_tindakan,
)
from reference.tulisan import rupiah, tanggal

_TAHUN_KE_DEPAN = 10


@cache
def _states() -> dict[str, str]:
    return {
        fold_choice(tulis): s.nilai
        for s in daftar_tindakan().status.values()
        for tulis in (s.nilai, s.label, *s.ejaan)
    }


class Pembaca(PembacaBaris):
    """Reads rows into `BarisDaftar`; a galat in one of its cells holds a row."""

    def __init__(
        self, pemeriksa: Pemeriksa, grid: Grid, kepala: Kepala, hari_ini: dt.date
    ) -> None:
        super().__init__(pemeriksa, grid)
        self.kepala = kepala
        self.hari_ini = hari_ini

    def read(self, isi: Sequence[int]) -> list[BarisDaftar]:
        """The rows at those indexes, all columns of the form in each."""
        nama = [k.nama for k in daftar_tindakan().kolom]
        letak = {k.nama: j for j, k in self.kepala.kolom.items()}
        rows: list[BarisDaftar] = [self.blank(i, nama, letak) for i in isi]
        for j, kolom in self.kepala.kolom.items():
            self.put(
                rows, kolom, self._column(kolom, [self.grid.rows[i][j] for i in isi])
            )
        for b in rows:
            self._finish(b)
        return rows

    def _column(self, kolom: KolomTindakan, sel: Sequence[object]) -> KolomTerbaca:
        hasil = KolomTerbaca([], [], [])
        if kolom.tipe == "rupiah":
            read_numbers(biaya(), sel, hasil)
        elif kolom.tipe == "tanggal":
            jauh = dt.date(self.hari_ini.year + _TAHUN_KE_DEPAN, 12, 31)
            read_dates(sel, hasil, hari_ini=jauh)
        elif kolom.tipe == "pilihan":
            read_words(
                sel, hasil, _states(), _allowed(),
                jenis="status_tindakan_tidak_dikenal",
                kalimat="status {} tidak dikenal",
            )  # fmt: skip
        else:
            tipe = "nomor" if kolom.tipe == "nomor" else "text"
            return read_cells(tipe, "", sel, hari_ini=self.hari_ini)
        return hasil

    def _finish(self, b: BarisDaftar) -> None:
        """What can be said of a row once all its cells are read."""
        for nama in ("kode_tindakan", "kode_kelompok", "nama_kelompok"):
            b.nilai[nama] = b.nilai[nama] or ""
        self._where(b)
        self._when(b)
        self._by_whom(b)
        ada = b.nilai["biaya_rp"]
        if ada is not None and not 0 <= ada <= BIAYA_TERBESAR:
            kalimat = f"biaya {rupiah(ada)} tidak mungkin"
            harap = f"Rp 0 sampai {rupiah(BIAYA_TERBESAR)}"
            self.note(
                b, "biaya_tindakan_mustahil", kalimat, "biaya_rp", diharapkan=harap
            )

    def _where(self, b: BarisDaftar) -> None:
        teks = b.nilai.pop("kelurahan") or ""
        b.nilai["kode_wilayah"] = None
        if teks:
            b.nilai["kode_wilayah"] = (
                self.kelurahan(b, "kelurahan", teks, "tindakan_kelurahan_tidak_dikenal")
                or None
            )
        elif not (b.nilai["kode_kelompok"] or b.nilai["nama_kelompok"]):
            kalimat = "tidak ada kelompok atau kelurahan yang dibina"
            self.note(b, "tindakan_tanpa_sasaran", kalimat, "kode_kelompok")

    def _when(self, b: BarisDaftar) -> None:
        status = b.nilai["status"]
        rencana, selesai = b.nilai["tanggal_rencana"], b.nilai["tanggal_selesai"]
        if status is None and not b.tertahan:
            self.note(
                b, "status_tindakan_tidak_dikenal", "status belum diisi", "status",
                diharapkan=_allowed(),
            )  # fmt: skip
        if selesai and selesai > self.hari_ini:
            kalimat = f"tanggal selesai {tanggal(selesai)} belum tiba"
            self.note(b, "selesai_di_depan", kalimat, "tanggal_selesai")
        elif status == SELESAI and selesai is None and not b.tertahan:
            kalimat = "status Selesai tanpa tanggal selesai"
            self.note(b, "selesai_tanpa_tanggal", kalimat, "tanggal_selesai")
        elif selesai and status not in (None, SELESAI):
            label = daftar_tindakan().status[status].label
            kalimat = f"status {label} tetapi tanggal selesai {tanggal(selesai)} diisi"
            self.note(b, "status_dan_tanggal_berbeda", kalimat, "status")
        elif rencana is None and status not in (None, SELESAI, BATAL):
            kalimat = "belum ada tanggal rencana"
            self.note(b, "tindakan_tanpa_jadwal", kalimat, "tanggal_rencana")

    def _by_whom(self, b: BarisDaftar) -> None:
        self.institution(
            b, "pelaksana", "pelaksana_bukan_lembaga",
            "pelaksana tidak dikenal sebagai lembaga, sehingga tidak disimpan",
        )  # fmt: skip


def _allowed() -> str:
    *awal, akhir = [s.label for s in daftar_tindakan().status.values()]
    return f"{', '.join(awal)}, atau {akhir}"
