"""The cells of a column of choices, with what is wrong in them."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from loaders.bacaan import Value
from loaders.cells.numbers import KOSONG, TIDAK_BERLAKU, fold_text, word
from loaders.cells.terbaca import KolomTerbaca, Masalah, error, plain_text
from loaders.formats.grid import ErrorCell
from loaders.record import quote
from reference.kosakata import pilihan, pilihan_untuk, variables

_TANDA = re.compile(r"[\W_]+")


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


def read_choices(nama: str, sel: Sequence[object], hasil: KolomTerbaca) -> None:
    """Reads the cells of a choice variable, or of `langkah`, into `hasil`."""
    kenal = choice_values(nama)
    for urut, isi in enumerate(sel):
        nilai = None if isi == "" else kenal.get(isi)
        if nilai is None and isi != "":
            kata = word(fold_text(isi)) if isinstance(isi, str) else None
            nilai = _one_choice("0" if kata and kata.nilai == 0 else isi, kenal)
            if isinstance(isi, ErrorCell):
                hasil.masalah.append(error(urut, isi))
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


def read_words(
    sel: Sequence[object],
    hasil: KolomTerbaca,
    kenal: Mapping[str, str],
    boleh: str,
    *,
    jenis: str = "pilihan_tidak_dikenal",
    kalimat: str = "{} bukan pilihan yang dikenal",
) -> None:
    """Reads the cells of a choice that is no variable of a report into `hasil`.

    `kenal` says by its folded words what each is; `boleh` names them in a sentence.
    """
    for urut, isi in enumerate(sel):
        teks = "" if isinstance(isi, ErrorCell) else plain_text(isi)
        nilai = kenal.get(fold_choice(teks))
        hasil.nilai.append(nilai)
        if isinstance(isi, ErrorCell):
            hasil.masalah.append(error(urut, isi))
        elif teks and nilai is None:
            apa = kalimat.format(quote(teks))
            hasil.masalah.append(Masalah(urut, jenis, apa, boleh, f"Pilih {boleh}."))
