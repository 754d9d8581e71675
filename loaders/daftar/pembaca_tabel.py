"""Reads the head and the tables of one list into rows."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.bacaan import BarisDaftar
from loaders.cells.terbaca import KolomTerbaca, plain_text
from loaders.daftar.isian import KepalaIsian
from loaders.daftar.kepala import Kepala
from loaders.daftar.pembaca import PembacaBaris
from loaders.daftar.sel import allowed, beyond, code_of, figure, read_column
from loaders.daftar.siapa import TIDAK_DIKENAL, number_jurors, settle
from loaders.form.columns import Pemeriksa
from loaders.formats.grid import Grid
from reference.daftar import Formulir, Isian, Tabel

WAJIB = "daftar_isian_wajib_kosong"


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a table stands: its sheet, heading row, and the row behind its last."""

    grid: Grid
    kepala: Kepala[Isian]
    akhir: int


class PembacaDaftar:
    """Reads what a form asks for; what is wrong in a cell holds its row."""

    def __init__(self, pemeriksa: Pemeriksa, form: Formulir, hari_ini: dt.date) -> None:
        """Begins with no head: `head` is read first, as rows depend on it."""
        self.pemeriksa = pemeriksa
        self.form = form
        self.hari_ini = hari_ini
        self.kepala = BarisDaftar({}, {}, 0)

    def head(self, kepala: KepalaIsian) -> BarisDaftar:
        """The head as one row; what is missing of it stands as None."""
        grid = kepala.grid
        p = PembacaBaris(self.pemeriksa, grid)
        sel = {n: grid.sel(*letak) for n, letak in kepala.letak.items()}
        awal = min((i for i, _ in kepala.letak.values()), default=0)
        b = BarisDaftar(
            dict.fromkeys(k.nama for k in self.form.kepala), sel, grid.baris(awal),
            lembar=grid.nama,
        )  # fmt: skip
        for k in self.form.kepala:
            if k.nama in kepala.isi:
                p.put([b], k, self._read(k, [kepala.isi[k.nama]]))
        for k in self.form.kepala:
            self._finish(p, b, k)
            if k.wajib and b.nilai[k.nama] is None:
                apa = (
                    "tidak terbaca"
                    if plain_text(kepala.isi.get(k.nama, ""))
                    else ("belum diisi")
                )
                p.note(b, "daftar_kepala_kosong", f"{k.judul} {apa}", k.nama)
        self.kepala = b
        return b

    def _read(self, k: Isian, sel: Sequence[object]) -> KolomTerbaca:
        return read_column(k, sel, hari_ini=self.hari_ini)

    def rows(
        self, tabel: Tabel, t: Tempat, isi: Sequence[int], aspek: dict[int, str]
    ) -> list[BarisDaftar]:
        """The rows of a table at those indexes.

        `aspek` gives the columns of a wide table by what stands in their headings.
        """
        p = PembacaBaris(self.pemeriksa, t.grid)
        letak = {k.nama: j for j, k in t.kepala.kolom.items()}
        rows = [p.blank(i, [k.nama for k in tabel.kolom], letak) for i in isi]
        for j, k in t.kepala.kolom.items():
            p.put(rows, k, self._read(k, [t.grid.rows[i][j] for i in isi]))
        for k in tabel.kolom:
            if k.tipe == "juri":
                catat = self.pemeriksa.pencatat
                number_jurors(catat, rows, p.throw_away, k.nama)
        if tabel.matriks:
            rows = self._wide(p, tabel, t, list(zip(isi, rows, strict=True)), aspek)
        for b in rows:
            for k in tabel.kolom:
                self._finish(p, b, k)
                if k.wajib and b.nilai[k.nama] is None and not b.tertahan:
                    p.note(b, WAJIB, f"{k.judul} belum diisi", k.nama)
        return rows

    def _wide(
        self,
        p: PembacaBaris,
        tabel: Tabel,
        t: Tempat,
        dasar: list[tuple[int, BarisDaftar]],
        aspek: dict[int, str],
    ) -> list[BarisDaftar]:
        """One row for each cell of a wide table."""
        m = tabel.matriks
        if m is None:
            return []
        kolom = tabel.column(m.isi)
        hasil: list[BarisDaftar] = []
        for j, kunci in aspek.items():
            satu = [
                BarisDaftar(
                    {**b.nilai, m.kolom: kunci},
                    {**b.sel, m.isi: t.grid.sel(i, j)},
                    b.baris, b.tertahan, b.lembar,
                )
                for i, b in dasar
            ]  # fmt: skip
            p.put(satu, kolom, self._read(kolom, [t.grid.rows[i][j] for i, _ in dasar]))
            hasil += satu
        return hasil

    def _finish(self, p: PembacaBaris, b: BarisDaftar, k: Isian) -> None:
        """What can be said of a cell once its row is read."""
        if k.tipe == "kelurahan":
            self._kelurahan(p, b, k)
        elif k.tipe == "peserta":
            pilih = self.kepala.nilai.get(k.menurut) if k.menurut else None
            settle(p, b, k, (pilih,) if pilih in k.peserta else k.peserta)
        elif k.tipe == "lembaga":
            kalimat = (
                f"{k.judul} tidak dikenal sebagai lembaga, sehingga tidak disimpan"
            )
            p.institution(b, k.nama, "daftar_bukan_lembaga", kalimat)
        elif k.tipe == "kode":
            teks = b.nilai[k.nama] or (b.nilai.get(k.dari) if k.dari else None)
            b.nilai[k.nama] = code_of(plain_text(teks)) if teks else None
        elif beyond(k, b.nilai[k.nama]):
            kalimat = f"{k.judul} {figure(b.nilai[k.nama])} tidak mungkin"
            p.note(
                b, "daftar_di_luar_batas", kalimat, k.nama, diharapkan=allowed(k),
                saran=f"Tulis {allowed(k)}.",
            )  # fmt: skip
            b.nilai[k.nama] = None

    def _kelurahan(self, p: PembacaBaris, b: BarisDaftar, k: Isian) -> None:
        teks = b.nilai[k.nama]
        if teks:
            b.nilai[k.nama] = p.kelurahan(b, k.nama, teks, TIDAK_DIKENAL) or None
