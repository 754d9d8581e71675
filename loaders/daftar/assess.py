"""Holding a list against what is known: groups, names of institutions, jurors."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from checks.temuan import Temuan
from loaders.bacaan import BarisDaftar, IsiDaftar
from loaders.record import Pencatat, quote
from reference.daftar import Formulir, Isian, Tabel, forms
from reference.wilayah import fold
from store.context import SEMUA
from store.lists import given_before, known_names
from store.register import every_group


@dataclass(slots=True)
class DinilaiDaftar:
    """A list held against the store: rows to keep by table, findings, how many held."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)
    n_tertahan: int = 0


def assess_list(
    conn: Connection, layout: str, isi: IsiDaftar, sebelum: int
) -> DinilaiDaftar:
    """Hold a list that was read against the store.

    `sebelum` is its own number when it is read again (`store.context.SEMUA` for a new
    one): its jurors then keep the numbers that they were given.
    """
    form = forms()[layout]
    penilai = _Penilai(conn, form, sebelum)
    kode = {form.kolom_kode: isi.kode}
    kepala = {**kode, **isi.kepala.nilai, "baris": isi.kepala.baris}
    hasil = DinilaiDaftar({form.tabel_kepala: [kepala]})
    for nama, rows in isi.rows.items():
        penilai.table(form.table(nama), rows)
        hasil.rows[nama] = [
            {**kode, **b.nilai, "baris": b.baris} for b in rows if not b.tertahan
        ]
        hasil.n_tertahan += sum(b.tertahan for b in rows)
    hasil.temuan = penilai.pencatat.temuan
    return hasil


class _Penilai:
    def __init__(self, conn: Connection, form: Formulir, sebelum: int) -> None:
        self.conn = conn
        self.form = form
        self.sebelum = sebelum
        self.pencatat = Pencatat()
        self.kelompok = every_group(conn)

    def table(self, tabel: Tabel, rows: list[BarisDaftar]) -> None:
        """Every column of a table that names somebody."""
        for k in tabel.kolom:
            if k.tipe == "peserta":
                self._groups(k, rows)
                self._institutions(tabel, k, rows)
            elif k.tipe == "juri" and self.sebelum != SEMUA:
                self._jurors(tabel, k, rows)

    def _groups(self, k: Isian, rows: list[BarisDaftar]) -> None:
        if "kelompok" not in k.peserta:
            return
        asing: dict[str, list[BarisDaftar]] = {}
        for b in rows:
            kode = b.nilai[k.nama]
            if kode and "-" in kode and not b.tertahan and kode not in self.kelompok:
                asing.setdefault(kode, []).append(b)
        for kode, semua in asing.items():
            sel = list(dict.fromkeys(b.sel[k.nama] for b in semua))
            self.pencatat.catat(
                "daftar_kelompok_tidak_dikenal",
                f"kode kelompok {quote(kode)} tidak terdaftar",
                lembar=semua[0].lembar, sel=sel[0], sel_lain=tuple(sel[1:]),
                ditemukan=kode,
            )  # fmt: skip
            for b in semua:
                b.tertahan = True

    def _institutions(self, tabel: Tabel, k: Isian, rows: list[BarisDaftar]) -> None:
        """One institution has one name, however it is spaced and capitalised."""
        if "lembaga" not in k.peserta:
            return
        semua = known_names(self.conn, tabel.nama, k.nama, self.sebelum)
        kenal = {fold(n): n for n in semua}
        for b in rows:
            if teks := b.nilai[k.nama]:
                b.nilai[k.nama] = kenal.setdefault(fold(teks), teks)

    def _jurors(self, tabel: Tabel, k: Isian, rows: list[BarisDaftar]) -> None:
        dulu = given_before(self.conn, self.form, tabel.nama, k.nama, self.sebelum)
        lain = [n for n in tabel.kunci if n != k.nama]
        for b in rows:
            kunci = (b.baris, *(b.nilai[n] for n in lain))
            b.nilai[k.nama] = dulu.get(kunci, b.nilai[k.nama])
