"""Writes a list to fill in, or with what is known of its thing."""

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from loaders.daftar.lembar import (
    cell,
    choices,
    heading,
    help_on,
    offer,
    page,
    set_properties,
)
from loaders.template.gaya import Gaya, make
from reference.daftar import Formulir, Isian, Tabel
from reference.wilayah import kecamatan, kelurahan, nama_wilayah

JUDUL = 3
"""The index of the heading row of each table."""
_KEPALA = 5
_BARIS_KOSONG = 40
_BARIS_BOLEH = 1000
_DIBUAT = dt.date(2026, 1, 1)
Baris = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Isi:
    """What a list is written with: its head, and rows of its tables by their names.

    Values are as stored (codes of places and choices); an absent one stays blank.
    """

    kepala: Baris = field(default_factory=dict)
    tabel: Mapping[str, Sequence[Baris]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What may be chosen beside the places: codes of groups, names of institutions."""

    kelompok: Sequence[str] = ()
    lembaga: Sequence[str] = ()


def form_bytes(
    form: Formulir,
    isi: Isi | None = None,
    pilihan: Pilihan | None = None,
    *,
    contoh: bool = False,
) -> bytes:
    """A form as XLSX: the head on the first sheet, a sheet for each table.

    Without rows of its own a table proposes those of the form: all kelurahan, the
    aspects. `contoh` stamps it as made from sample data. Equal arguments give equal
    bytes.
    """
    keluar = io.BytesIO()
    buku = Workbook(keluar, {"in_memory": True})
    set_properties(buku, form.nama, form.stamp(contoh=contoh), _DIBUAT)
    gaya = make(buku)
    tulis = _Penulis(form, isi or Isi(), gaya, contoh)
    kepala = buku.add_worksheet(form.lembar)
    lembar = {t.nama: buku.add_worksheet(t.lembar) for t in form.tabel}
    letak = choices(buku, gaya, _lists(form, pilihan or Pilihan()))
    tulis.head(kepala, letak)
    for t in form.tabel:
        tulis.table(lembar[t.nama], t, letak)
    buku.close()
    return keluar.getvalue()


def _lists(form: Formulir, pilihan: Pilihan) -> dict[str, tuple[str, Sequence[str]]]:
    hasil: dict[str, tuple[str, Sequence[str]]] = {}
    for nama, kolom in form.columns().items():
        for k in kolom.values():
            if k.pilihan:
                label = [p.label for p in k.pilihan]
                hasil[f"{nama}.{k.nama}"] = (k.judul, label)
            elif k.tipe in ("kelurahan", "peserta"):
                hasil[f"{nama}.{k.nama}"] = (k.judul, _participants(k, pilihan))
    return hasil


def _participants(k: Isian, pilihan: Pilihan) -> list[str]:
    macam = k.peserta or ("kelurahan",)
    hasil = [t.nama for t in kelurahan().values()] if "kelurahan" in macam else []
    if "kecamatan" in macam:
        hasil += [t.nama for t in kecamatan().values()]
    hasil += pilihan.kelompok if "kelompok" in macam else []
    return [*hasil, *(pilihan.lembaga if "lembaga" in macam else ())]


class _Penulis:
    """Writes the sheets of one form."""

    def __init__(self, form: Formulir, isi: Isi, gaya: Gaya, contoh: bool) -> None:
        self.form = form
        self.isi = isi
        self.gaya = gaya
        self.contoh = contoh

    def head(self, lembar: Worksheet, letak: Mapping[str, str]) -> None:
        f, gaya = self.form, self.gaya
        lembar.write_string(0, 0, f.stamp(contoh=self.contoh), gaya["redup"])
        lembar.write_string(1, 0, f.nama, gaya["judul"])
        self._sample(lembar, 1, 2)
        for i, teks in enumerate(f.petunjuk, start=2):
            lembar.write_string(i, 0, teks, gaya["redup"])
        for i, k in enumerate(f.kepala, start=_KEPALA):
            lembar.write_string(i, 0, k.judul, gaya["label"])
            cell(lembar, gaya, i, 1, k.tipe, _shown(k, self.isi.kepala.get(k.nama)))
            lembar.write_string(i, 2, k.bantuan, gaya["redup_bungkus"])
            if sumber := letak.get(f"{f.tabel_kepala}.{k.nama}"):
                offer(lembar, (i, 1), (i, 1), sumber)
            elif k.bantuan:
                help_on(lembar, i, 1, k.judul, k.bantuan)
        lembar.set_column(0, 0, 24)
        lembar.set_column(1, 1, 44)
        lembar.set_column(2, 2, 62)
        page(lembar, 0)

    def _sample(self, lembar: Worksheet, i: int, j: int) -> None:
        if self.contoh:
            teks = "CONTOH – bukan data sebenarnya"
            lembar.write_string(i, j, teks, self.gaya["contoh"])

    def table(self, lembar: Worksheet, t: Tabel, letak: Mapping[str, str]) -> None:
        kolom = self._columns(t)
        lembar.write_string(0, 0, t.judul, self.gaya["judul"])
        self._sample(lembar, 0, 2)
        lembar.write_string(1, 0, t.petunjuk, self.gaya["redup"])
        rows = list(self._rows(t))
        for j, (kunci, k, judul) in enumerate(kolom):
            if judul == k.judul:
                heading(lembar, self.gaya, JUDUL, j, k, k.bantuan)
            else:
                lembar.write_string(JUDUL, j, judul, self.gaya["kepala"])
            lembar.set_column(j, j, max(k.lebar, min(len(judul), 26)))
            for i in range(max(len(rows), 1) + _BARIS_KOSONG):
                isi = rows[i].get(kunci) if i < len(rows) else None
                nilai = _shown(k, isi)
                cell(lembar, self.gaya, JUDUL + 1 + i, j, k.tipe, nilai)
            if sumber := letak.get(f"{t.nama}.{k.nama}"):
                offer(lembar, (JUDUL + 1, j), (JUDUL + _BARIS_BOLEH, j), sumber)
        lembar.set_row(JUDUL, 30)
        lembar.freeze_panes(JUDUL + 1, 1)
        page(lembar, JUDUL, tegak=len(kolom) <= 4)

    def _columns(self, t: Tabel) -> list[tuple[str, Isian, str]]:
        """The columns as written: key of the cells, how they are filled, heading."""
        m = t.matriks
        if m is None:
            return [(k.nama, k, k.judul) for k in t.kolom]
        biasa = [
            (k.nama, k, k.judul) for k in t.kolom if k.nama not in (m.kolom, m.isi)
        ]
        sumber = self._rows(self.form.table(m.tabel))
        return biasa + [
            (f"={b[m.kolom]}", t.column(m.isi), str(b[m.judul])) for b in sumber
        ]

    def _rows(self, t: Tabel) -> Iterator[Baris]:
        """The rows of a table as written: a wide one joined, proposals if none."""
        ada = self.isi.tabel.get(t.nama)
        if ada is None:
            yield from t.contoh_isi or _proposed(t)
        elif t.matriks is None:
            yield from ada
        else:
            m = t.matriks
            per: dict[tuple[Any, ...], dict[str, Any]] = {}
            for b in ada:
                kunci = {n: b[n] for n in t.kunci if n != m.kolom}
                satu = per.setdefault(tuple(kunci.values()), kunci)
                satu[f"={b[m.kolom]}"] = b[m.isi]
            yield from per.values()


def _proposed(t: Tabel) -> Iterator[Baris]:
    """The rows that a new form has: every combination of what it fills in."""
    rows: list[dict[str, Any]] = [{}] if t.awal else []
    for nama, isi in t.awal.items():
        nilai = list(kelurahan()) if isi == ("kelurahan",) else list(isi)
        rows = [{**b, nama: n} for b in rows for n in nilai]
    yield from rows


def _shown(k: Isian, nilai: Any) -> Any:  # noqa: ANN401
    """A stored value as it is typed: names of places and choices, not their codes."""
    if not isinstance(nilai, str):
        return nilai
    return k.label(nama_wilayah(nilai)) if k.tipe != "teks" else nilai
