"""The rows of a register, read column by column, with what is wrong in them."""

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import Any

from checks.temuan import JENIS
from loaders.bacaan import BarisTindakan
from loaders.cells.choice_cells import fold_choice
from loaders.cells.column import read_cells
from loaders.cells.date_cells import read_dates
from loaders.cells.number_cells import read_numbers
from loaders.cells.terbaca import KolomTerbaca, Masalah, error, plain_text
from loaders.form.columns import Pemeriksa
from loaders.formats.grid import ErrorCell, Grid
from loaders.record import quote
from loaders.tindakan.kepala import Kepala
from reference.lembaga import is_institution
from reference.tindakan import (
    BATAL,
    BIAYA_TERBESAR,
    SELESAI,
    KolomTindakan,
    biaya,
    daftar_tindakan,
)
from reference.tulisan import rupiah, tanggal
from reference.wilayah import find_kelurahan

_TAHUN_KE_DEPAN = 10


@cache
def _states() -> dict[str, str]:
    return {
        fold_choice(tulis): s.nilai
        for s in daftar_tindakan().status.values()
        for tulis in (s.nilai, s.label, *s.ejaan)
    }


class Pembaca:
    """Reads rows into `BarisTindakan`; a galat in one of its cells holds a row."""

    def __init__(
        self, pemeriksa: Pemeriksa, grid: Grid, kepala: Kepala, hari_ini: dt.date
    ) -> None:
        self.pemeriksa = pemeriksa
        self.grid = grid
        self.kepala = kepala
        self.hari_ini = hari_ini

    def read(self, isi: Sequence[int]) -> list[BarisTindakan]:
        """The rows at those indexes, all columns of the form in each."""
        rows = [self._blank(i) for i in isi]
        for j, kolom in self.kepala.kolom.items():
            hasil = self._column(kolom, [self.grid.rows[i][j] for i in isi])
            for b, nilai in zip(rows, hasil.nilai, strict=True):
                b.nilai[kolom.nama] = nilai
            for m in hasil.masalah:
                self._problem(rows, kolom, m)
        for b in rows:
            self._finish(b)
        return rows

    def _blank(self, i: int) -> BarisTindakan:
        nilai: dict[str, Any] = dict.fromkeys(k.nama for k in daftar_tindakan().kolom)
        sel = {
            k.nama: self.grid.sel(i, j) for j, k in self.kepala.kolom.items()
        }  # fmt: skip
        return BarisTindakan(nilai, sel, self.grid.baris(i))

    def _column(self, kolom: KolomTindakan, sel: Sequence[object]) -> KolomTerbaca:
        hasil = KolomTerbaca([], [], [])
        if kolom.tipe == "rupiah":
            read_numbers(biaya(), sel, hasil)
        elif kolom.tipe == "tanggal":
            jauh = dt.date(self.hari_ini.year + _TAHUN_KE_DEPAN, 12, 31)
            read_dates(sel, hasil, hari_ini=jauh)
        elif kolom.tipe == "pilihan":
            _read_states(sel, hasil)
        else:
            tipe = "nomor" if kolom.tipe == "nomor" else "text"
            return read_cells(tipe, "", sel, hari_ini=self.hari_ini)
        return hasil

    def note(
        self,
        b: BarisTindakan,
        jenis: str,
        kalimat: str,
        kolom: str,
        **isi: Any,  # noqa: ANN401
    ) -> None:
        """A finding in one cell of a row."""
        self.pemeriksa.pencatat.catat(
            jenis, kalimat, lembar=self.grid.nama, sel=b.sel.get(kolom), **isi
        )
        b.tertahan |= JENIS[jenis].tingkat == "galat"

    def _problem(
        self, rows: Sequence[BarisTindakan], kolom: KolomTindakan, m: Masalah
    ) -> None:
        b = rows[m.urut]
        if m.jenis == "sel_pribadi":
            self.pemeriksa.drop(self.grid.nama, b.sel[kolom.nama])
            return
        sel = tuple(rows[u].sel[kolom.nama] for u in m.semua if u != m.urut)
        self.note(
            b, m.jenis, f"{m.kalimat} ({kolom.judul})", kolom.nama, sel_lain=sel,
            diharapkan=m.diharapkan, saran=m.saran,
        )  # fmt: skip

    def _finish(self, b: BarisTindakan) -> None:
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

    def _where(self, b: BarisTindakan) -> None:
        teks = b.nilai.pop("kelurahan") or ""
        b.nilai["kode_wilayah"] = None
        if teks:
            tempat = find_kelurahan(teks)
            b.nilai["kode_wilayah"] = tempat.kode
            if tempat.kode is None:
                mirip = (
                    f"Maksudnya {' atau '.join(tempat.saran)}?" if tempat.saran else ""
                )
                self.note(
                    b, "tindakan_kelurahan_tidak_dikenal", tempat.alasan, "kelurahan",
                    ditemukan=teks, saran=mirip,
                )  # fmt: skip
        elif not (b.nilai["kode_kelompok"] or b.nilai["nama_kelompok"]):
            kalimat = "tidak ada kelompok atau kelurahan yang dibina"
            self.note(b, "tindakan_tanpa_sasaran", kalimat, "kode_kelompok")

    def _when(self, b: BarisTindakan) -> None:
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

    def _by_whom(self, b: BarisTindakan) -> None:
        siapa = b.nilai["pelaksana"]
        if siapa and not is_institution(siapa):
            b.nilai["pelaksana"] = None
            dibuang = self.pemeriksa.buang.setdefault(self.grid.nama, {})
            dibuang[b.sel["pelaksana"]] = None
            self.note(
                b, "pelaksana_bukan_lembaga",
                "pelaksana tidak dikenal sebagai lembaga, sehingga tidak disimpan",
                "pelaksana",
            )  # fmt: skip


def _allowed() -> str:
    *awal, akhir = [s.label for s in daftar_tindakan().status.values()]
    return f"{', '.join(awal)}, atau {akhir}"


def _read_states(sel: Sequence[object], hasil: KolomTerbaca) -> None:
    for urut, isi in enumerate(sel):
        teks = "" if isinstance(isi, ErrorCell) else plain_text(isi)
        nilai = _states().get(fold_choice(teks))
        hasil.nilai.append(nilai)
        if isinstance(isi, ErrorCell):
            hasil.masalah.append(error(urut, isi))
        elif teks and nilai is None:
            kalimat = f"status {quote(teks)} tidak dikenal"
            boleh = _allowed()
            hasil.masalah.append(
                Masalah(
                    urut, "status_tindakan_tidak_dikenal", kalimat, boleh,
                    f"Pilih {boleh}.",
                )
            )  # fmt: skip
