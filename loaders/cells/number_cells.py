"""The cells of a column of numbers, with what is wrong in them."""

import datetime as dt
from collections.abc import Sequence
from math import isfinite
from typing import Any

from loaders.bacaan import Value
from loaders.cells.not_numbers import why_no_number
from loaders.cells.numbers import (
    ANGKA,
    KOSONG,
    RANCU,
    TIDAK_BERLAKU,
    Hasil,
    fold_text,
    read_column,
)
from loaders.cells.personal import personal_value
from loaders.cells.terbaca import KolomTerbaca, Masalah, error
from loaders.formats.grid import ErrorCell
from loaders.record import quote
from reference.kosakata import Variable
from reference.tulisan import angka, daftar, rupiah, tanggal

_PECAHAN_RUPIAH = 1000


def _shown(n: float | None) -> str:
    """A reading with as many decimals as it has, two at least."""
    if n is None or n == int(n):
        return angka(n)
    return angka(n, max(2, len(str(n).partition(".")[2])))


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


def _not_a_number(urut: int, isi: object, hasil: Hasil, satuan: str) -> Masalah:
    if hasil.keadaan == RANCU:
        dua = " atau ".join(map(_shown, hasil.bacaan))
        kalimat = f"{quote(isi)} dapat berarti {dua}"
        return Masalah(urut, "angka_rancu", kalimat, "angka tanpa titik dan koma")
    if isinstance(isi, dt.date):
        kalimat = f"sel ini berisi tanggal ({tanggal(isi)}), bukan angka"
        saran = "Ubah format selnya menjadi angka, lalu tulis lagi angkanya."
        return Masalah(urut, "bukan_angka", kalimat, "angka", saran)
    if isinstance(isi, str):
        sebab = why_no_number(isi, satuan)
        kalimat = f"{quote(isi)} {sebab.apa}"
        return Masalah(urut, "bukan_angka", kalimat, "angka", sebab.saran)
    if isinstance(isi, bool):
        isi = "TRUE" if isi else "FALSE"
    return Masalah(urut, "bukan_angka", f"{quote(isi)} bukan angka", "angka")


def _settled(
    sel: Sequence[object], semua: Sequence[Hasil], urut: Sequence[int]
) -> Masalah:
    """What the style of its column made of texts that leave a doubt."""
    dibaca, cara = [], set()
    for u in urut:
        tanda = "koma" if "," in fold_text(str(sel[u])) else "titik"
        ribuan = semua[u].bacaan[tanda == "koma"] == semua[u].nilai
        cara.add(f"{tanda} untuk {'ribuan' if ribuan else 'pecahan'}")
        dibaca.append(f"{quote(sel[u])} dibaca {_shown(semua[u].nilai)}")
    kalimat = (
        f"{daftar(dibaca, paling_banyak=3)} karena kolom ini memakai "
        f"{daftar(sorted(cara))}"
    )
    return Masalah(urut[0], "angka_menurut_kolom", kalimat, semua=tuple(urut))


def _slow_numbers(v: Variable, sel: Sequence[object], hasil: KolomTerbaca) -> None:
    bulat = v.type == "integer"
    semua = read_column(sel, bulat=bulat, satuan=v.unit)
    for urut, (isi, h) in enumerate(zip(sel, semua, strict=True)):
        nilai = h.nilai
        if isinstance(isi, ErrorCell):
            nilai = None
            hasil.masalah.append(error(urut, isi))
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
            hasil.masalah.append(_not_a_number(urut, isi, h, v.unit))
        hasil.nilai.append(nilai)
    menurut_kolom = [
        u
        for u, h in enumerate(semua)
        if h.keadaan == ANGKA and h.bacaan and hasil.nilai[u] is not None
    ]
    if menurut_kolom:
        hasil.masalah.append(_settled(sel, semua, menurut_kolom))


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


def read_numbers(v: Variable, sel: Sequence[object], hasil: KolomTerbaca) -> None:
    """Reads the cells of a column of numbers into `hasil`."""
    cepat = plain_numbers(sel, bulat=v.type == "integer")
    if cepat is None:
        _slow_numbers(v, sel, hasil)
    else:
        hasil.nilai.extend(cepat)
