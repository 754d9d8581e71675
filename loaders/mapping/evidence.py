"""Whether what stands in a column can be a variable, whatever its heading says."""

import datetime as dt
from collections.abc import Sequence
from functools import cache
from statistics import median
from typing import NamedTuple

from loaders.cells.choice_cells import choice_values, fold_choice
from loaders.cells.dates import BUKAN_TANGGAL, read_date
from loaders.cells.digits import INDONESIA, INGGRIS, take_apart
from loaders.cells.numbers import ANGKA, RANCU, fold_text, read_column, word
from loaders.form.groups import KODE_KELOMPOK
from loaders.mapping.block import is_text
from reference.kosakata import Variable, variables
from reference.wilayah import find_kelurahan

CAMPUR = "campur"
"""Both styles stand in one column."""

COCOK = 0.9
_SEBAGIAN = 0.6
_KECIL_RP = 1000
_SANGAT_KECIL_RP = 100
_KOSONG = 0.7


class Muat(NamedTuple):
    """How well a column's cells fit a variable, from 0 to 1, and why not better."""

    nilai: float
    sebab: str = ""


def _says(isi: object) -> bool:
    if not isinstance(isi, str):
        return True
    kata = word(fold_text(isi))
    return kata is None or kata.nilai == 0


def filled(sel: Sequence[object]) -> list[object]:
    """The cells that say something: not blank, not a dash, not "tidak berlaku"."""
    return [s for s in sel if s != "" and _says(s)]


def style_of(sel: Sequence[object], satuan: str = "Rp") -> str:
    """How the numbers of a column that are typed as text are written.

    "" when all are numbers of Excel or have no separator, CAMPUR when both styles
    stand in it.

    >>> style_of(["1.500.000", "250.000"]), style_of([1500.0, "20"])
    ('1.500,0', '')
    >>> style_of(["1.500.000,00", "1,500,000.00"])
    'campur'
    """
    pasti: set[str] = set()
    condong: set[str] = set()
    for isi in sel:
        if not isinstance(isi, str):
            continue
        t = take_apart(fold_text(isi).lstrip("'"), satuan)
        if t is None:
            continue
        if t.rancu:
            besar = {g: abs(float(n)) for g, n in t.bacaan.items()}
            condong.add(max(besar, key=besar.__getitem__))
        elif len(t.bacaan) == 1:
            pasti.update(t.bacaan)
    semua = pasti or condong
    if len(semua) > 1 or (pasti and condong - pasti):
        return CAMPUR
    return next(iter(semua), "")


def witness(gaya: str) -> list[object]:
    """A cell that leaves no choice of style, to be read with a column of that style."""
    return {INDONESIA: ["1.234.567,5"], INGGRIS: ["1,234,567.5"]}.get(gaya, [])  # type: ignore[return-value]


def numbers(
    sel: Sequence[object], v: Variable, faktor: int = 1, gaya: str = ""
) -> list[float]:
    """The numbers of a column in their final unit; what is no number is left out."""
    bulat = v.type != "decimal" and faktor == 1
    semua = read_column([*sel, *witness(gaya)], bulat=bulat, satuan=v.unit)
    return [h.nilai * faktor for h in semua[: len(sel)]
            if h.keadaan == ANGKA and h.nilai is not None]  # fmt: skip


def _share(benar: int, dari: int) -> float:
    return benar / dari if dari else 0.0


def _as_numbers(sel: Sequence[object], v: Variable, faktor: int, gaya: str) -> Muat:
    isi = filled(sel)
    bulat = v.type != "decimal" and faktor == 1
    semua = read_column([*isi, *witness(gaya)], bulat=bulat, satuan=v.unit)
    angka = [h for h in semua[: len(isi)] if h.keadaan in (ANGKA, RANCU)]
    if _share(len(angka), len(isi)) < _SEBAGIAN:
        return Muat(0, "isinya bukan angka")
    nilai = [h.nilai * faktor for h in angka if h.nilai is not None]
    bukan_nol = [abs(n) for n in nilai if n]
    if not bukan_nol:
        return Muat(COCOK)
    if v.min is not None and _share(sum(n < v.min for n in nilai), len(nilai)) > 0.2:
        return Muat(0.3, "ada banyak nilai minus")
    if v.max is not None and median(bukan_nol) > v.max:
        return Muat(0, f"nilainya terlalu besar untuk {v.unit or 'kolom ini'}")
    if v.unit == "Rp":
        return _as_money(bukan_nol)
    if v.type == "integer" and any(n != int(n) for n in nilai):
        return Muat(0.4, "ada nilai pecahan")
    return Muat(1.0)


def _as_money(nilai: Sequence[float]) -> Muat:
    tengah = median(nilai)
    if tengah < _SANGAT_KECIL_RP:
        return Muat(0.3, "nilainya terlalu kecil untuk rupiah penuh")
    if tengah < _KECIL_RP:
        return Muat(_SEBAGIAN, "nilainya kecil untuk rupiah; mungkin dalam ribuan")
    return Muat(1.0)


def _as_choice(sel: Sequence[object], v: Variable) -> Muat:
    isi = filled(sel)
    kenal = choice_values(v.name)
    benar = sum(
        s in kenal
        or fold_choice(str(int(s) if isinstance(s, float) and s.is_integer() else s))
        in kenal
        for s in isi
    )
    bagian = _share(benar, len(isi))
    if bagian < _SEBAGIAN:
        return Muat(0, "isinya bukan pilihan yang dikenal")
    return Muat(1.0 if bagian > COCOK else 0.8)


def _as_date(sel: Sequence[object]) -> Muat:
    isi = filled(sel)
    baik = sum(read_date(s).keadaan != BUKAN_TANGGAL for s in isi)
    return Muat(1.0) if _share(baik, len(isi)) >= _SEBAGIAN else Muat(
        0, "isinya bukan tanggal"
    )  # fmt: skip


@cache
def _is_place(teks: str) -> bool:
    return find_kelurahan(teks).kode is not None


def places(sel: Sequence[object]) -> float:
    """Which share of a column's cells are names of our kelurahan."""
    isi = [str(s) for s in filled(sel)]
    return _share(sum(map(_is_place, isi)), len(isi))


def _as_text(sel: Sequence[object], nama: str) -> Muat:
    isi = filled(sel)
    kata = [str(s) for s in isi if is_text(s)]
    if nama == "kode_kelompok":
        benar = sum(bool(KODE_KELOMPOK.fullmatch(str(s).strip())) for s in isi)
        baik = _share(benar, len(isi)) >= _SEBAGIAN
        return Muat(1.0) if baik else Muat(0, "bukan kode kelompok dari aplikasi ini")
    if nama == "rw":
        pendek = sum(len(str(s)) <= 10 for s in isi)
        return Muat(1.0 if _share(pendek, len(isi)) >= COCOK else 0)
    if any(isinstance(s, dt.date) for s in isi) or _share(len(kata), len(isi)) < 0.5:
        return Muat(0, "isinya bukan tulisan")
    if nama == "nama_kelompok":
        if _share(len(set(kata)), len(kata)) < _SEBAGIAN:
            return Muat(0.3, "banyak isi yang berulang")
        if places(kata) > 0.5:
            return Muat(0.3, "isinya nama kelurahan")
    return Muat(1.0)


def fits(nama: str, sel: Sequence[object], *, faktor: int = 1, gaya: str = "") -> Muat:
    """How well cells fit a variable.

    A column without content fits anything a little.

    >>> fits("kas", [250000.0, 125000.0]), fits("anggota_akhir", [250000.0])[0]
    (Muat(nilai=1.0, sebab=''), 0)
    """
    v = variables()[nama]
    if not filled(sel):
        return Muat(_KOSONG, "kolomnya kosong")
    if v.type in ("integer", "decimal"):
        return _as_numbers(sel, v, faktor, gaya)
    if v.type in ("choice", "score", "boolean"):
        return _as_choice(sel, v)
    return _as_date(sel) if v.type == "date" else _as_text(sel, nama)
