"""What a workbook says of its kelurahan and period, and which of its tables counts."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from loaders.cells.terbaca import plain_text
from loaders.formats.grid import Grid
from loaders.formats.workbook import NAMA_LEMBAR_CSV, Workbook
from loaders.mapping.evidence import filled
from loaders.mapping.places import Bukti, agreed, periods_in, places_in
from loaders.mapping.records import TEMPAT, WAKTU
from loaders.mapping.tables import Tabel
from loaders.mapping.words import candidates
from reference.periode import Periode

_SAMPUL_PALING_PANJANG = 40
_LABEL_TEMPAT = re.compile(r"\b(?:kelurahan|kel)\b", re.I)
_LABEL_WAKTU = re.compile(r"\b(?:periode|triwulan|tw|semester|posisi|per)\b", re.I)


def _rows_of_text(grid: Grid, akhir: int) -> list[tuple[int, int, str]]:
    """The rows above a row as one text each: row, column of the last cell, text."""
    hasil = []
    for i, baris in enumerate(grid.rows[:akhir]):
        terisi = [j for j, s in enumerate(baris) if s != ""]
        if terisi:
            teks = " ".join(plain_text(baris[j]) for j in terisi)
            hasil.append((i, terisi[-1], teks))
    return hasil


def _above(tabel: Tabel) -> tuple[list[Bukti], list[Bukti]]:
    grid = tabel.blok.grid
    tempat, waktu = [], []
    for i, j, teks in _rows_of_text(grid, tabel.blok.awal):
        letak = ("judul di atas tabel", grid.nama, grid.sel(i, j))
        tempat += [Bukti(k, *letak) for k in places_in(teks)]
        waktu += [Bukti(p, *letak) for p in periods_in(teks)]
    if grid.nama != NAMA_LEMBAR_CSV:
        tempat += [Bukti(k, "nama lembar") for k in places_in(grid.nama)]
        waktu += [Bukti(p, "nama lembar") for p in periods_in(grid.nama)]
    return tempat, waktu


def _in_columns(tabel: Tabel) -> tuple[list[Bukti], list[Bukti]]:
    tempat: dict[str, Bukti] = {}
    waktu: dict[str, Bukti] = {}
    for j in tabel.kolom:
        calon = candidates(tabel.blok.jalur.get(j, ()))
        peran = calon[0].nama[1:] if calon else ""
        for isi in filled(tabel.cells(j)) if peran in (TEMPAT, WAKTU) else ():
            teks = plain_text(isi)
            if peran == TEMPAT:
                for k in places_in(f"kelurahan {teks}"):
                    tempat.setdefault(k, Bukti(k, "kolom kelurahan"))
            else:
                for p in periods_in(teks):
                    waktu.setdefault(p, Bukti(p, "kolom periode"))
    return list(tempat.values()), list(waktu.values())


def _on_covers(
    buku: Workbook, tabel: Sequence[Tabel]
) -> tuple[list[Bukti], list[Bukti]]:
    """What short sheets without a table say beside labels."""
    tempat, waktu = [], []
    dipakai = {t.nama for t in tabel}
    for nama in buku.names:
        if nama in dipakai:
            continue
        grid = buku.grid(nama)
        if not grid.rows or len(grid.rows) > _SAMPUL_PALING_PANJANG:
            continue
        for _, _, teks in _rows_of_text(grid, len(grid.rows)):
            if _LABEL_TEMPAT.search(teks):
                tempat += [Bukti(k, f"lembar {nama}") for k in places_in(teks)]
            if _LABEL_WAKTU.search(teks):
                waktu += [Bukti(p, f"lembar {nama}") for p in periods_in(teks)]
    return tempat, waktu


def sources(
    buku: Workbook, tabel: Sequence[Tabel], semua: Sequence[Tabel], nama: str
) -> tuple[list[Bukti], list[Bukti]]:
    """All that says which kelurahan and which period the tables are about."""
    bagian = [x for t in tabel for x in (_above(t), _in_columns(t))]
    bagian.append(_on_covers(buku, semua))
    pangkal = PurePath(nama).stem.replace("_", " ")
    dari = "nama berkas"
    bagian.append(
        (
            [Bukti(k, dari) for k in places_in(pangkal)],
            [Bukti(p, dari) for p in periods_in(pangkal)],
        )
    )
    return [b for t, _ in bagian for b in t], [b for _, w in bagian for b in w]


def several_places(tabel: Iterable[Tabel]) -> list[str]:
    """The kelurahan in a column of kelurahan, when there are several."""
    kode = {b.nilai for t in tabel for b in _in_columns(t)[0]}
    return sorted(kode) if len(kode) > 1 else []


def newest(semua: Sequence[Tabel]) -> tuple[list[Tabel], bool]:
    """Of sheets with the same layout the one of the newest period; and any doubt.

    A workbook that gets a new sheet each period holds its older ones too.
    """
    per: dict[tuple[int, tuple[str, ...]], list[Tabel]] = {}
    for t in semua:
        satuan, kunci = t.sidik
        per.setdefault((satuan, tuple(kunci)), []).append(t)
    hasil, ragu = [], False
    for kembar in per.values():
        if len(kembar) == 1:
            hasil += kembar
            continue
        waktu = [agreed(_above(t)[1])[0] for t in kembar]
        jelas = None not in waktu and len(set(waktu)) == len(waktu)
        ragu = ragu or not jelas
        urut = (
            sorted(
                zip(waktu, kembar, strict=True), key=lambda x: Periode.parse(str(x[0]))
            )
            if jelas
            else [("", t) for t in kembar]
        )
        hasil.append(urut[-1][1])
    return [t for t in semua if t in hasil], ragu
