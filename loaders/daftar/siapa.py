"""Whom a row of a list means: a place, a group, an institution, a member of a jury."""

import re
from collections.abc import Callable, Sequence

from loaders.bacaan import BarisDaftar
from loaders.daftar.pembaca import PembacaBaris
from loaders.record import Pencatat, quote
from reference.daftar import Isian
from reference.lembaga import is_institution
from reference.tulisan import daftar
from reference.wilayah import find_kecamatan, find_kelurahan

TIDAK_DIKENAL = "daftar_peserta_tidak_dikenal"
_KODE_KELOMPOK = re.compile(r"\d\d\.\d\d\.\d\d\.\d{4}-\d{2,}")
_JURI = re.compile(
    r"(?:(?:dewan )?juri|penilai)? ?(?:ke ?-? ?|no\.? ?)?(\d{1,2})", re.I
)
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7}
_JURI_ROMAWI = re.compile(r"(?:juri|penilai) ([ivx]+)", re.I)
_KELURAHAN = re.compile(r"\s*(?:kel\b|kelurahan\b)", re.I)


def settle(p: PembacaBaris, b: BarisDaftar, kolom: Isian, macam: Sequence[str]) -> None:
    """Puts a code (or an institution's name) in the place of a participant's text."""
    teks = b.nilai[kolom.nama]
    if not teks:
        return
    b.nilai[kolom.nama] = None
    if "kelompok" in macam and _KODE_KELOMPOK.fullmatch(teks):
        b.nilai[kolom.nama] = teks
    elif kode := _place(teks, macam):
        b.nilai[kolom.nama] = kode
    elif "lembaga" in macam and is_institution(teks) and not _KELURAHAN.match(teks):
        b.nilai[kolom.nama] = teks
    else:
        _unknown(p, b, kolom, macam, teks)


def _place(teks: str, macam: Sequence[str]) -> str | None:
    kelurahan = find_kelurahan(teks).kode if "kelurahan" in macam else None
    return kelurahan or (find_kecamatan(teks).kode if "kecamatan" in macam else None)


def _unknown(
    p: PembacaBaris, b: BarisDaftar, kolom: Isian, macam: Sequence[str], teks: str
) -> None:
    if "kelurahan" not in macam:
        harap = "Tulis kode kelompok, misalnya 35.74.04.1006-01."
        kalimat = f"{quote(teks)} bukan kode kelompok"
        p.note(b, TIDAK_DIKENAL, kalimat, kolom.nama, ditemukan=teks, saran=harap)
    elif "lembaga" in macam and not find_kelurahan(teks).saran:
        p.throw_away(b, kolom.nama)
        kalimat = "peserta bukan kelurahan dan tidak dikenal sebagai lembaga, sehingga "
        p.note(b, TIDAK_DIKENAL, f"{kalimat}tidak disimpan", kolom.nama)
    else:
        p.kelurahan(b, kolom.nama, teks, TIDAK_DIKENAL)


def juror(teks: str) -> str:
    """A member of a jury by number, or an institution; "" for what may be a name.

    >>> juror("juri ke-2"), juror("Juri II"), juror("Pokja II"), juror("Bu Sri")
    ('Juri 2', 'Juri 2', 'Pokja II', '')
    """
    rapi = " ".join(teks.split())
    if cocok := _JURI.fullmatch(rapi):
        return f"Juri {int(cocok[1])}"
    if (cocok := _JURI_ROMAWI.fullmatch(rapi)) and cocok[1].casefold() in _ROMAWI:
        return f"Juri {_ROMAWI[cocok[1].casefold()]}"
    return rapi if is_institution(rapi) else ""


def number_jurors(
    pencatat: Pencatat,
    rows: Sequence[BarisDaftar],
    buang: Callable[[BarisDaftar, str], None],
    kolom: str,
) -> None:
    """Gives numbers to jurors who stand with their names, or with none.

    A name has one number in the whole workbook; `buang` throws a cell away. Where none
    is written, the rows of one participant are numbered in their order.
    """
    nomor: dict[str, str] = {}
    terpakai = {juror(b.nilai[kolom]) for b in rows if b.nilai[kolom]}
    per_nama = [b for b in rows if b.nilai[kolom] and not juror(b.nilai[kolom])]
    tanpa = [b for b in rows if not b.nilai[kolom]]
    for b in rows:
        if b.nilai[kolom] and (baku := juror(b.nilai[kolom])):
            b.nilai[kolom] = baku
    for b in per_nama:
        nama = b.nilai[kolom].casefold()
        if nama not in nomor:
            nomor[nama] = _next(terpakai)
            terpakai.add(nomor[nama])
        b.nilai[kolom] = nomor[nama]
        buang(b, kolom)
    sudah: dict[str | None, set[str]] = {}
    for b in tanpa:
        ada = sudah.setdefault(b.nilai.get("peserta"), set(terpakai))
        b.nilai[kolom] = _next(ada)
        ada.add(b.nilai[kolom])
    _tell(pencatat, per_nama, kolom, "nama juri tidak disimpan; dicatat sebagai {}")
    _tell(pencatat, tanpa, kolom, "juri belum ditulis; dicatat sebagai {}")


def _next(terpakai: set[str]) -> str:
    return next(j for n in range(1, 1000) if (j := f"Juri {n}") not in terpakai)


def _tell(
    pencatat: Pencatat, rows: Sequence[BarisDaftar], kolom: str, kalimat: str
) -> None:
    if rows:
        sel = [b.sel[kolom] for b in rows if b.lembar == rows[0].lembar]
        semua = daftar(list(dict.fromkeys(b.nilai[kolom] for b in rows)), 5)
        pencatat.catat(
            "daftar_juri_dinomori", kalimat.format(semua),
            lembar=rows[0].lembar, sel=sel[0], sel_lain=tuple(sel[1:]),
        )  # fmt: skip
