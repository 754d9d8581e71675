"""Checks that work inside the form without macros: lists, bounds and red cells."""

import datetime as dt
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from loaders.template.isian import Nilai
from loaders.template.rumus import sel
from loaders.template.susunan import Kolom, Susunan
from reference.kosakata import (
    TUNGGAKAN,
    Variable,
    label_pilihan,
    pilihan,
    pilihan_untuk,
)

_TANGGAL_TERTUA = dt.date(1970, 1, 1)
_TIDAK_BERLAKU = "Bila memang tidak berlaku, tulis: tidak berlaku."
_JUDUL_PALING_PANJANG = 32
_PESAN_PALING_PANJANG = 255


def _bilangan(v: Variable) -> dict[str, Any]:
    apa = "angka bulat" if v.type == "integer" else "angka"
    rendah, tinggi = int(v.min or 0), int(v.max or 0)
    batas: dict[str, Any] = {"criteria": ">=", "value": rendah}
    syarat = f"Isi dengan {apa}, 0 atau lebih, tanpa titik dan tanpa Rp."
    if rendah < 0:
        batas = {"criteria": "between", "minimum": rendah, "maximum": tinggi}
        syarat = f"Isi dengan {apa}, tanpa titik dan tanpa Rp; rugi ditulis minus."
    return {
        "validate": "integer" if v.type == "integer" else "decimal",
        **batas,
        "error_type": "warning",
        "error_message": f"{syarat} {_TIDAK_BERLAKU} Tetap simpan isian ini?",
    }


def _daftar(pilihan_: list[str]) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": pilihan_,
        "error_message": "Pilih dari daftar: klik panah di sebelah kanan sel.",
    }


def _hari(paling_akhir: dt.date) -> dict[str, Any]:
    contoh = "Tulis tanggal, misalnya 17/08/2015"
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": _TANGGAL_TERTUA,
        "maximum": paling_akhir,
        "error_message": f"{contoh}; paling akhir {paling_akhir:%d/%m/%Y}.",
    }


def aturan(v: Variable, paling_akhir: dt.date) -> dict[str, Any]:
    """The data validation of one variable's cells, with its Indonesian messages."""
    if v.type in ("integer", "decimal"):
        isi = _bilangan(v)
    elif v.type == "score":
        isi = _daftar(list(v.choices))
    elif v.type in ("choice", "boolean"):
        isi = _daftar([p.label for p in pilihan_untuk(v.name).values()])
    elif v.type == "date":
        isi = _hari(paling_akhir)
    else:
        isi = {"validate": "any"}
    return {
        **isi,
        "input_title": v.label[:_JUDUL_PALING_PANJANG],
        "input_message": v.help,
    }


def aturan_kolom(kolom: Kolom, paling_akhir: dt.date) -> dict[str, Any] | None:
    """The data validation of a column's cells; None where anything may stand."""
    if kolom.variabel:
        return aturan(kolom.variabel, paling_akhir)
    if kolom.nama.endswith(":status"):
        return _daftar([p.label for p in pilihan()["langkah"].values()])
    return _hari(paling_akhir) if kolom.nama.endswith(":tanggal") else None


def pesan_lalu(aturan_: dict[str, Any], lalu: str) -> dict[str, Any]:
    """The same validation, telling what was reported last period."""
    pesan = f"Periode lalu: {lalu}. {aturan_['input_message']}"
    return {**aturan_, "input_message": pesan[:_PESAN_PALING_PANJANG]}


def _syarat(susunan: Susunan) -> dict[str, str]:
    """Which cell turns red, and the formula under which it does."""

    def s(nama: str) -> str:
        return sel(susunan, nama, susunan.baris_awal)

    if susunan.nama == "Kelompok":
        awal, masuk, keluar, akhir = (
            s(f"anggota_{n}") for n in ("awal", "masuk", "keluar", "akhir")
        )
        anggota = f"{awal}+{masuk}-{keluar}<>{akhir}"
        semua = f"COUNT({awal},{masuk},{keluar},{akhir})=4"
        lebih = {
            n: f"AND(COUNT({s(n)},{akhir})=2,{s(n)}>{akhir})"
            for n in ("anggota_perempuan", "peminjam_aktif", "anggota_kkmp")
        }
        return {"anggota_akhir": f"IF({semua},{anggota},FALSE)", **lebih}
    if susunan.nama == "Keuangan":
        jasa, lain, biaya = s("jasa_diterima"), s("pendapatan_lain"), s("biaya")
        shu, beredar = s("shu"), s("pinjaman_beredar")
        semua = f"COUNT({jasa},{lain},{biaya},{shu})=4"
        tunggakan = ",".join(s(n) for n in TUNGGAKAN)
        lewat = f"AND(COUNT({beredar})=1,SUM({tunggakan})>{beredar})"
        selisih = s("Selisih neraca")
        return {
            "Selisih neraca": f'IF({selisih}="",FALSE,{selisih}<>0)',
            "shu": f"IF({semua},{jasa}+{lain}-{biaya}<>{shu},FALSE)",
            **dict.fromkeys(TUNGGAKAN, lewat),
        }
    return {}


def warnai(lembar: Worksheet, susunan: Susunan, salah: Format) -> None:
    """Turns cells red whose identity does not hold."""
    for nama, syarat in _syarat(susunan).items():
        kolom = susunan.letak[nama]
        lembar.conditional_format(
            susunan.baris_awal,
            kolom,
            susunan.baris_akhir,
            kolom,
            {"type": "formula", "criteria": f"={syarat}", "format": salah},
        )


PENJELASAN = {
    "Kelompok": (
        "Sel yang menjadi merah perlu dilihat lagi: anggota akhir harus sama dengan "
        "awal + masuk - keluar; anggota perempuan, peminjam, dan anggota KKMP tidak "
        "lebih dari anggota akhir."
    ),
    "Keuangan": (
        "Sel yang menjadi merah perlu dilihat lagi: Selisih neraca harus 0 (aset = "
        "modal + simpanan sukarela + SHU belum dibagi); SHU = jasa + pendapatan lain "
        "- biaya; tunggakan tidak lebih dari pinjaman beredar."
    ),
    "Buku dan Langkah": (
        "Buku: 0 tidak ada, 1 ada, 2 ada dan tertib. Langkah menuju koperasi: pilih "
        "Belum, Proses, atau Selesai; tulis tanggal dan nomor dokumennya bila ada."
    ),
    "Kegiatan": (
        "Satu baris untuk satu kegiatan. Tulis lembaga penyelenggara, "
        "jangan nama orang."
    ),
}
"""The line of text above each sheet that says what red means or how to fill it in."""


def tulisan(v: Variable, nilai: Nilai) -> Nilai:
    """A value as the form shows it: choices and yes/no by their labels."""
    if v.type == "boolean" and isinstance(nilai, bool):
        return label_pilihan(v.name, "ya" if nilai else "tidak")
    if v.type == "choice" and isinstance(nilai, str):
        ada = pilihan_untuk(v.name)
        return ada[nilai].label if nilai in ada else nilai
    return nilai
