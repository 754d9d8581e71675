"""The cells of one column as values of its variable, with what is wrong in them."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from math import isfinite
from typing import Any, NamedTuple

from loaders.bacaan import Value
from loaders.dates import BUKAN_TANGGAL, TIDAK_LENGKAP, read_date
from loaders.grid import ErrorCell
from loaders.numbers import (
    ANGKA,
    KOSONG,
    RANCU,
    TIDAK_BERLAKU,
    Hasil,
    fold_text,
    read_column,
    word,
)
from loaders.personal import mask, personal_value
from loaders.record import quote
from reference.kosakata import Variable, pilihan, pilihan_untuk, variables
from reference.tulisan import angka, rupiah, tanggal

_TERTUA = dt.date(1945, 8, 17)
_PECAHAN_RUPIAH = 1000
_KATA_PALING_PANJANG = 16
_TANDA = re.compile(r"[\W_]+")


class Masalah(NamedTuple):
    """What is wrong in one cell: `urut` counts within the cells that were read."""

    urut: int
    jenis: str
    kalimat: str
    diharapkan: str = ""
    saran: str = ""


class KolomTerbaca(NamedTuple):
    """The values of a column (None = not reported) and what was seen in it."""

    nilai: list[Value | None]
    tidak_berlaku: list[int]
    masalah: list[Masalah]


def _error(urut: int, isi: ErrorCell) -> Masalah:
    return Masalah(urut, "sel_galat", f"rumus di sel ini rusak ({isi})", "angka")


def _whole(
    v: Variable, urut: int, isi: object, ada: float
) -> tuple[int | None, Masalah]:
    """A fraction where a whole number belongs."""
    if v.unit == "Rp" and abs(ada) >= _PECAHAN_RUPIAH:
        bulat = round(ada)
        kalimat = f"{quote(angka(ada, 2))} dibulatkan menjadi {rupiah(bulat)}"
        return bulat, Masalah(urut, "rupiah_dibulatkan", kalimat, "rupiah penuh")
    tertulis = isi if isinstance(isi, str) else angka(ada, 2)
    kalimat = f"{quote(tertulis)} bukan bilangan bulat"
    return None, Masalah(urut, "angka_tidak_bulat", kalimat, "bilangan bulat")


def _not_a_number(urut: int, isi: object, hasil: Hasil) -> Masalah:
    if hasil.keadaan == RANCU:
        dua = " atau ".join(angka(n, 0 if n == int(n) else 2) for n in hasil.bacaan)
        kalimat = f"{quote(isi)} dapat berarti {dua}"
        return Masalah(urut, "angka_rancu", kalimat, "angka tanpa titik dan koma")
    if isinstance(isi, dt.date):
        kalimat = f"sel ini berisi tanggal ({tanggal(isi)}), bukan angka"
        saran = "Ubah format selnya menjadi angka, lalu tulis lagi angkanya."
        return Masalah(urut, "bukan_angka", kalimat, "angka", saran)
    if isinstance(isi, bool):
        isi = "TRUE" if isi else "FALSE"
    return Masalah(urut, "bukan_angka", f"{quote(isi)} bukan angka", "angka")


def _slow_numbers(v: Variable, sel: Sequence[object], hasil: KolomTerbaca) -> None:
    bulat = v.type == "integer"
    for urut, (isi, h) in enumerate(
        zip(sel, read_column(sel, bulat=bulat, satuan=v.unit), strict=True)
    ):
        nilai = h.nilai
        if isinstance(isi, ErrorCell):
            nilai = None
            hasil.masalah.append(_error(urut, isi))
        elif isinstance(isi, str) and personal_value(isi):
            nilai = None
            hasil.masalah.append(Masalah(urut, "sel_pribadi", ""))
        elif h.keadaan == TIDAK_BERLAKU:
            hasil.tidak_berlaku.append(urut)
        elif h.keadaan == ANGKA:
            if bulat and isinstance(nilai, float):
                nilai, masalah = _whole(v, urut, isi, nilai)
                hasil.masalah.append(masalah)
        elif h.keadaan != KOSONG:
            hasil.masalah.append(_not_a_number(urut, isi, h))
        hasil.nilai.append(nilai)


def plain_numbers(sel: Sequence[Any], *, bulat: bool) -> list[Value | None] | None:
    """A column in which nothing but numbers of Excel stands; None when it is not so.

    >>> plain_numbers([3.0, "", 12.0], bulat=True), plain_numbers(["3"], bulat=True)
    ([3, None, 12], None)
    """
    hasil: list[Value | None] = []
    for isi in sel:
        if isi == "":
            hasil.append(None)
        elif type(isi) is float and isi.is_integer():
            hasil.append(int(isi))
        elif type(isi) is int or (type(isi) is float and not bulat and isfinite(isi)):
            hasil.append(isi)
        else:
            return None
    return hasil


def fold_choice(teks: str) -> str:
    """A choice without case and punctuation.

    >>> fold_choice("0 - Tidak ada"), fold_choice("Pra-Koperasi")
    ('0 tidak ada', 'pra koperasi')
    """
    return _TANDA.sub(" ", teks).strip().casefold()


@cache
def choice_values(nama: str) -> dict[object, Value]:
    """What each way of writing a choice stands for, for a variable or `langkah`."""
    v = variables().get(nama)
    semua = pilihan()["langkah"] if v is None else pilihan_untuk(nama)
    hasil: dict[object, Value] = {}
    for p in semua.values():
        nilai: Value = p.nilai
        if v and v.type == "score":
            nilai = int(p.nilai)
            hasil[float(nilai)] = nilai
        elif v and v.type == "boolean":
            nilai = p.nilai == "ya"
            hasil[nilai] = nilai
        for tulis in (p.label, p.nilai, *p.alias):
            hasil[tulis] = hasil[fold_choice(tulis)] = nilai
    return hasil


def _one_choice(isi: object, kenal: dict[object, Value]) -> Value | None:
    if isinstance(isi, float) and isi.is_integer():
        isi = str(int(isi))
    return kenal.get(fold_choice(str(isi)))


def _choices(nama: str, sel: Sequence[object], hasil: KolomTerbaca) -> None:
    kenal = choice_values(nama)
    for urut, isi in enumerate(sel):
        nilai = None if isi == "" else kenal.get(isi)
        if nilai is None and isi != "":
            kata = word(fold_text(isi)) if isinstance(isi, str) else None
            nilai = _one_choice("0" if kata and kata.nilai == 0 else isi, kenal)
            if isinstance(isi, ErrorCell):
                hasil.masalah.append(_error(urut, isi))
            elif kata and kata.keadaan == TIDAK_BERLAKU:
                hasil.tidak_berlaku.append(urut)
            elif nilai is None and not (kata and kata.keadaan == KOSONG):
                hasil.masalah.append(_unknown_choice(nama, urut, isi))
        hasil.nilai.append(nilai)


def _unknown_choice(nama: str, urut: int, isi: object) -> Masalah:
    semua = pilihan()["langkah"] if nama == "langkah" else pilihan_untuk(nama)
    *awal, akhir = [p.label for p in semua.values()]
    boleh = f"{', '.join(awal)}{',' if len(awal) > 1 else ''} atau {akhir}"
    if isinstance(isi, float) and isi.is_integer():
        isi = int(isi)
    kalimat = f"{quote(isi)} bukan pilihan yang dikenal"
    return Masalah(urut, "pilihan_tidak_dikenal", kalimat, boleh, f"Pilih {boleh}.")


def _dates(hari_ini: dt.date, sel: Sequence[object], hasil: KolomTerbaca) -> None:
    for urut, isi in enumerate(sel):
        if isi == "":
            hasil.nilai.append(None)
            continue
        if isinstance(isi, ErrorCell):
            hasil.masalah.append(_error(urut, isi))
            hasil.nilai.append(None)
            continue
        h = read_date(isi)
        hasil.nilai.append(h.hari)
        if h.keadaan == TIDAK_BERLAKU:
            hasil.tidak_berlaku.append(urut)
        elif masalah := _date_problem(urut, isi, h.keadaan, h.hari, hari_ini):
            hasil.masalah.append(masalah)


def _date_problem(
    urut: int, isi: object, keadaan: str, hari: dt.date | None, hari_ini: dt.date
) -> Masalah | None:
    if isinstance(isi, float) and isi.is_integer():
        isi = int(isi)
    if keadaan == BUKAN_TANGGAL:
        return Masalah(urut, "bukan_tanggal", f"{quote(isi)} bukan tanggal", "tanggal")
    if keadaan == TIDAK_LENGKAP:
        kalimat = f"tanggal {quote(isi)} tidak lengkap"
        return Masalah(urut, "tanggal_tidak_lengkap", kalimat, "hari, bulan, dan tahun")
    if hari and not _TERTUA <= hari <= hari_ini:
        apa = "di masa depan" if hari > hari_ini else "sebelum tahun 1945"
        kalimat = f"tanggal {tanggal(hari)} {apa}"
        harap = f"antara {tanggal(_TERTUA)} dan {tanggal(hari_ini)}"
        return Masalah(urut, "tanggal_janggal", kalimat, harap)
    return None


def _texts(telepon: bool, sel: Sequence[object], hasil: KolomTerbaca) -> None:
    for urut, isi in enumerate(sel):
        if isi == "":
            hasil.nilai.append(None)
            continue
        if isinstance(isi, ErrorCell):
            hasil.masalah.append(_error(urut, isi))
            hasil.nilai.append(None)
            continue
        bersih, apa = _clean_text(plain_text(isi), telepon)
        hasil.nilai.append(bersih)
        if apa == TIDAK_BERLAKU:
            hasil.tidak_berlaku.append(urut)
        elif apa:
            hasil.masalah.append(Masalah(urut, apa, ""))


@lru_cache(maxsize=4096)
def _clean_text(teks: str, telepon: bool) -> tuple[str | None, str]:
    """A text without personal data, and what was seen in it ("" for nothing)."""
    kata = word(teks.casefold()) if len(teks) < _KATA_PALING_PANJANG else None
    if kata and kata.keadaan in (KOSONG, TIDAK_BERLAKU):
        return None, TIDAK_BERLAKU if kata.keadaan == TIDAK_BERLAKU else ""
    bersih = mask(teks, telepon=telepon)
    return bersih, "" if bersih == teks else "sel_pribadi"


def plain_text(isi: object) -> str:
    """A cell's content as a short text, whole numbers without a decimal point.

    >>> plain_text(3.0), plain_text("  RW   03 ")
    ('3', 'RW 03')
    """
    if isinstance(isi, dt.date):
        return f"{isi:%d/%m/%Y}"
    if isinstance(isi, float) and isi.is_integer():
        isi = int(isi)
    return " ".join(str(isi).split())


def read_cells(
    tipe: str, nama: str, sel: Sequence[object], *, hari_ini: dt.date
) -> KolomTerbaca:
    """The cells of one column as values.

    `tipe` is the type of a variable (`nama` its name), or langkah (the status of a
    step) or nomor (a document number).
    """
    hasil = KolomTerbaca([], [], [])
    if tipe in ("integer", "decimal"):
        cepat = plain_numbers(sel, bulat=tipe == "integer")
        if cepat is None:
            _slow_numbers(variables()[nama], sel, hasil)
        else:
            hasil.nilai.extend(cepat)
    elif tipe in ("choice", "score", "boolean", "langkah"):
        _choices(nama if tipe != "langkah" else "langkah", sel, hasil)
    elif tipe == "date":
        _dates(hari_ini, sel, hasil)
    else:
        _texts(tipe != "nomor", sel, hasil)
    return hasil
