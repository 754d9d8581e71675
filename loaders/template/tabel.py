"""One table sheet of the form: captions, headings, rows, sums, checks, printing."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from loaders.template import periksa, rumus
from loaders.template.cetak import (
    KOLOM_TETAP,
    TINGGI_BARIS,
    Kepala,
    setup_table_page,
    write_signatures,
)
from loaders.template.gaya import Gaya
from loaders.template.isian import Nilai
from loaders.template.susunan import Kolom, Susunan

_TINGGI_PITA = {"Buku dan Langkah": 30}
_TANPA_JUMLAH = ("hadir_rata_rata",)


@dataclass(frozen=True, slots=True)
class Baris:
    """What one row shows: values by column name, and last period's in words."""

    nilai: Mapping[str, Nilai] = field(default_factory=dict)
    lalu: Mapping[str, str] = field(default_factory=dict)


def put(lembar: Worksheet, baris: int, kolom: int, isi: Nilai, gaya: Format) -> None:
    """Writes one cell by the kind of its value; None leaves a formatted blank."""
    if isi is None or isi == "":
        lembar.write_blank(baris, kolom, None, gaya)
    elif isinstance(isi, str):
        lembar.write_string(baris, kolom, isi, gaya)
    elif isinstance(isi, dt.date):
        lembar.write_datetime(baris, kolom, isi, gaya)
    else:
        lembar.write_number(baris, kolom, isi, gaya)


def write_title(
    lembar: Worksheet, gaya: Gaya, judul: str, kepala: Kepala, atas: Sequence[str] = ()
) -> None:
    """The rows above a table: what an office put there, the title, the place."""
    for i, teks in enumerate(atas):
        lembar.write_string(i, 0, teks, gaya["subjudul"])
    n = len(atas)
    lembar.set_row(n, 22)
    contoh = "CONTOH: " if kepala.contoh else ""
    lembar.write_string(n, 0, contoh + judul, gaya["judul"])
    lembar.write_string(n + 1, 0, kepala.tempat, gaya["subjudul"])


def _write_kepala(lembar: Worksheet, gaya: Gaya, s: Susunan) -> None:
    letak = 0
    lembar.set_row(s.baris_pita, _TINGGI_PITA.get(s.nama, 18))
    lembar.set_row(s.baris_kepala, 52)
    for pita, kelompok in groupby(s.kolom, key=lambda k: k.pita):
        lebar = len(list(kelompok))
        if lebar == 1:
            lembar.write_string(s.baris_pita, letak, pita, gaya["pita"])
        else:
            akhir = letak + lebar - 1
            lembar.merge_range(
                s.baris_pita, letak, s.baris_pita, akhir, pita, gaya["pita"]
            )
        letak += lebar
    for i, k in enumerate(s.kolom):
        gaya_kepala = "kepala_otomatis" if k.jenis == "otomatis" else "kepala"
        lembar.write_string(s.baris_kepala, i, k.judul, gaya[gaya_kepala])
        lembar.set_column(i, i, k.lebar)


def _write_penjelasan(lembar: Worksheet, gaya: Gaya, s: Susunan) -> None:
    """The line that says what red means, within the first printed page."""
    di = s.baris_pita - 1
    kiri = KOLOM_TETAP if s.ada_jumlah else 1
    kanan = next((i for i, k in enumerate(s.kolom) if k.halaman_baru), len(s.kolom)) - 1
    teks = periksa.PENJELASAN[s.nama]
    lembar.set_row(di, 26)
    lembar.merge_range(di, kiri, di, kanan, teks, gaya["redup_bungkus"])


def _gaya_sel(gaya: Gaya, k: Kolom) -> Format:
    if k.variabel:
        return gaya.untuk(k.variabel.type)
    return gaya["tanggal" if k.nama.endswith(":tanggal") else "teks"]


def _isi(k: Kolom, urut: int, baris: Baris) -> Nilai:
    if k.jenis == "tambahan":
        return k.isi[urut] if urut < len(k.isi) else None
    nilai = baris.nilai.get(k.nama)
    return periksa.tulisan(k.variabel, nilai) if k.variabel else nilai


def _write_baris(
    lembar: Worksheet,
    gaya: Gaya,
    s: Susunan,
    baris: Sequence[Baris],
    kelompok: Susunan | None,
) -> None:
    """The rows: numbered, filled as far as known, the rest blank."""
    kolom = [(i, k, _gaya_sel(gaya, k)) for i, k in enumerate(s.kolom)]
    for urut in range(s.n):
        di = s.baris_awal + urut
        satu = baris[urut] if urut < len(baris) else None
        lembar.set_row(di, TINGGI_BARIS)
        for i, k, gaya_sel in kolom:
            if k.jenis == "no":
                lembar.write_number(di, i, urut + 1, gaya["no"])
            elif k.jenis == "kunci" and kelompok is not None:
                tulisan = rumus.rujukan(kelompok, k.nama, urut)
                teks = str(satu.nilai.get(k.nama) or "") if satu else ""
                lembar.write_formula(di, i, tulisan, gaya["teks_tetap"], teks)
            elif k.jenis == "otomatis":
                isi = satu.nilai if satu else {}
                tulisan, hasil = rumus.otomatis(s, k.nama, di, isi)
                lembar.write_formula(di, i, tulisan, gaya["otomatis"], hasil)
            elif satu is None:
                lembar.write_blank(di, i, None, gaya_sel)
            else:
                put(lembar, di, i, _isi(k, urut, satu), gaya_sel)


def _dijumlah(k: Kolom) -> bool:
    if k.jenis == "otomatis":
        return True
    v = k.variabel
    return v is not None and v.is_number and v.name not in _TANPA_JUMLAH


def _nilai_kolom(s: Susunan, k: Kolom, baris: Sequence[Baris]) -> list[Nilai]:
    if k.jenis != "otomatis":
        return [b.nilai.get(k.nama) for b in baris]
    return [rumus.otomatis(s, k.nama, 0, b.nilai)[1] for b in baris]


def _write_jumlah(
    lembar: Worksheet, gaya: Gaya, s: Susunan, baris: Sequence[Baris]
) -> None:
    di = s.baris_akhir + 1
    lembar.set_row(di, TINGGI_BARIS)
    lembar.merge_range(di, 0, di, KOLOM_TETAP - 1, "JUMLAH", gaya["jumlah"])
    for i, k in enumerate(s.kolom[KOLOM_TETAP:], start=KOLOM_TETAP):
        if _dijumlah(k):
            tulisan, hasil = rumus.jumlah(s, i, _nilai_kolom(s, k, baris))
            lembar.write_formula(di, i, tulisan, gaya["jumlah"], hasil)
        else:
            lembar.write_blank(di, i, None, gaya["jumlah"])


def _validate(
    lembar: Worksheet, s: Susunan, baris: Sequence[Baris], paling_akhir: dt.date
) -> None:
    """One validation a column, and one a cell where last period's value is told."""
    for i, k in enumerate(s.kolom):
        aturan = periksa.aturan_kolom(k, paling_akhir)
        if aturan is None or (k.jenis == "kunci" and s.nama != "Kelompok"):
            continue
        polos = s.baris_awal
        for urut, satu in enumerate(baris):
            if k.nama in satu.lalu:
                di = s.baris_awal + urut
                if di > polos:
                    lembar.data_validation(polos, i, di - 1, i, aturan)
                pesan = periksa.pesan_lalu(aturan, satu.lalu[k.nama])
                lembar.data_validation(di, i, di, i, pesan)
                polos = di + 1
        lembar.data_validation(polos, i, s.baris_akhir, i, aturan)


def write_table(
    lembar: Worksheet,
    gaya: Gaya,
    s: Susunan,
    baris: Sequence[Baris],
    kepala: Kepala,
    *,
    judul: str,
    kelompok: Susunan | None = None,
) -> None:
    """Writes a whole table sheet.

    `kelompok` is the arrangement of the sheet Kelompok when kode and nama are repeated
    from there; None writes them as input.
    """
    write_title(lembar, gaya, judul, kepala, s.judul_tambahan)
    _write_penjelasan(lembar, gaya, s)
    _write_kepala(lembar, gaya, s)
    _write_baris(lembar, gaya, s, baris, kelompok)
    if s.ada_jumlah:
        _write_jumlah(lembar, gaya, s, baris)
    _validate(lembar, s, baris, kepala.paling_akhir)
    periksa.warnai(lembar, s, gaya["salah"])
    akhir = write_signatures(lembar, gaya, s, s.baris_akhir + 3)
    setup_table_page(lembar, s, kepala, akhir)
