"""What must hold between the cells of a list, as its form says."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from checks.temuan import JENIS
from loaders.bacaan import BarisDaftar, IsiDaftar
from loaders.daftar.sel import figure
from loaders.record import Pencatat
from reference.daftar import Formulir, Isian, Tabel
from reference.tulisan import tanggal
from reference.wilayah import nama_wilayah

_TOLERANSI = 0.005


def check(
    pencatat: Pencatat, form: Formulir, isi: IsiDaftar, hari_ini: dt.date
) -> None:
    """Holds the head and the rows of a list against what its form says of them."""
    p = _Pemeriksa(pencatat, isi, hari_ini)
    for k in form.kepala:
        p.of_head(form, k)
    for tabel in form.tabel:
        rows = isi.rows[tabel.nama]
        p.twice(tabel, rows)
        for k in tabel.kolom:
            p.of_column(form, tabel, k, [b for b in rows if not b.tertahan])
        p.sums(form, tabel, [b for b in rows if not b.tertahan])
    sumber = {t.matriks.tabel for t in form.tabel if t.matriks}
    if not any(rows for nama, rows in isi.rows.items() if nama not in sumber):
        pencatat.catat(
            "daftar_tanpa_baris",
            "tidak ada satu baris pun yang terisi di bawah kepala berkas",
            lembar=isi.kepala.lembar or None,
        )


class _Pemeriksa:
    def __init__(self, pencatat: Pencatat, isi: IsiDaftar, hari_ini: dt.date) -> None:
        self.pencatat = pencatat
        self.isi = isi
        self.kepala: Mapping[str, Any] = isi.kepala.nilai
        self.hari_ini = hari_ini

    def _note(
        self, jenis: str, kalimat: str, rows: Sequence[BarisDaftar], kolom: str
    ) -> None:
        """A finding in one column of some rows; a galat holds them."""
        sel = [b.sel[kolom] for b in rows if kolom in b.sel]
        sel = list(dict.fromkeys(sel))
        self.pencatat.catat(
            jenis, kalimat, lembar=rows[0].lembar or None,
            sel=sel[0] if sel else None, sel_lain=tuple(sel[1:]),
        )  # fmt: skip
        for b in rows:
            b.tertahan |= JENIS[jenis].tingkat == "galat"

    def of_head(self, form: Formulir, k: Isian) -> None:
        nilai, kepala = self.kepala[k.nama], [self.isi.kepala]
        if nilai is None:
            return
        mulai = self.kepala.get(k.tidak_sebelum) if k.tidak_sebelum else None
        if mulai and nilai < mulai:
            judul = form.head(k.tidak_sebelum).judul
            kalimat = f"{k.judul} {tanggal(nilai)} sebelum {judul} {tanggal(mulai)}"
            self._note("daftar_masa_terbalik", kalimat, kepala, k.nama)
        self._not_yet(form, k, kepala)

    def of_column(
        self, form: Formulir, tabel: Tabel, k: Isian, rows: Sequence[BarisDaftar]
    ) -> None:
        isi = [b for b in rows if b.nilai[k.nama] is not None]
        if not isi:
            return
        self._not_yet(form, k, isi)
        if k.sampai_hari_ini:
            for b in (b for b in isi if b.nilai[k.nama] > self.hari_ini):
                kalimat = f"{k.judul} {tanggal(b.nilai[k.nama])} belum tiba"
                self._note("daftar_hari_depan", kalimat, [b], k.nama)
        if k.antara:
            self._between(form, k, isi)
        if k.tidak_lebih:
            lain = tabel.column(k.tidak_lebih)
            for b in isi:
                ada, batas = b.nilai[k.nama], b.nilai[lain.nama]
                if batas is not None and ada > batas:
                    kalimat = f"{k.judul} {figure(ada)} lebih dari {lain.judul} "
                    kalimat += figure(batas)
                    self._note("daftar_lebih_dari_undangan", kalimat, [b], k.nama)

    def _not_yet(self, form: Formulir, k: Isian, rows: Sequence[BarisDaftar]) -> None:
        hari = self.kepala.get(k.setelah) if k.setelah else None
        if hari and hari > self.hari_ini:
            kalimat = f"{k.judul} sudah diisi, padahal {form.satuan} ini baru "
            kalimat += f"{tanggal(hari)}"
            self._note("daftar_belum_berlangsung", kalimat, rows, k.nama)

    def _between(self, form: Formulir, k: Isian, rows: Sequence[BarisDaftar]) -> None:
        dari, sampai = (self.kepala[n] for n in k.antara)
        if dari is None or sampai is None:
            return
        luar = [
            b for b in rows if not b.tertahan and not dari <= b.nilai[k.nama] <= sampai
        ]
        if luar:
            kalimat = f"{k.judul} di luar masa {form.satuan} ({tanggal(dari)} sampai "
            kalimat += f"{tanggal(sampai)})"
            self._note("daftar_di_luar_masa", kalimat, luar, k.nama)

    def twice(self, tabel: Tabel, rows: Sequence[BarisDaftar]) -> None:
        """Holds all rows of the same key: which of them counts is not known."""
        per: dict[tuple[Any, ...], list[BarisDaftar]] = {}
        for b in rows:
            if not b.tertahan:
                per.setdefault(tuple(b.nilai[n] for n in tabel.kunci), []).append(b)
        sudah = set()
        for kunci, sama in per.items():
            tempat = tuple((b.lembar, b.baris) for b in sama)
            if len(sama) < 2:
                continue
            for b in sama:
                b.tertahan = True
            if tempat not in sudah:
                sudah.add(tempat)
                kalimat = f"{_words(tabel, kunci)} ditulis pada {len(sama)} baris"
                self._note("daftar_baris_ganda", kalimat, sama, tabel.kunci[0])

    def sums(self, form: Formulir, tabel: Tabel, rows: Sequence[BarisDaftar]) -> None:
        for nama, harap in tabel.jumlah.items():
            ada = sum(b.nilai[nama] or 0 for b in rows)
            perlu = rows or any(
                self.isi.rows[t.nama]
                for t in form.tabel
                if t.matriks and t.matriks.tabel == tabel.nama
            )
            if perlu and abs(ada - harap) > _TOLERANSI:
                self._wrong_sum(tabel, nama, ada, harap, rows)
        for nama, dari in tabel.paling_banyak.items():
            jumlah = sum(b.nilai[nama] or 0 for b in rows)
            batas = self.kepala[dari]
            if batas is not None and jumlah > batas:
                kalimat = (
                    f"jumlah {tabel.column(nama).judul} {figure(jumlah)} lebih dari "
                    f"{form.head(dari).judul} {figure(batas)}"
                )
                kepala = [self.isi.kepala]
                self._note("daftar_jumlah_melebihi", kalimat, kepala, dari)

    def _wrong_sum(
        self,
        tabel: Tabel,
        nama: str,
        ada: float,
        harap: float,
        rows: Sequence[BarisDaftar],
    ) -> None:
        k = tabel.column(nama)
        kalimat = f"jumlah {k.judul} {figure(ada)}, bukan {figure(harap)}"
        self._note("daftar_jumlah_salah", kalimat, rows or [self.isi.kepala], nama)


def _words(tabel: Tabel, kunci: Sequence[Any]) -> str:
    """The key of a row as people say it, without the key of a wide column."""
    lebar = tabel.matriks.kolom if tabel.matriks else ""
    kata = []
    for nama, nilai in zip(tabel.kunci, kunci, strict=True):
        if isinstance(nilai, dt.date):
            kata.append(tanggal(nilai))
        elif nama != lebar and nilai is not None:
            kata.append(tabel.column(nama).label(nama_wilayah(str(nilai))))
    return ", ".join(kata)
