"""Numbers of a column whose unit and style were confirmed, in their final unit."""

import dataclasses
import re
from collections.abc import Sequence
from decimal import Decimal

from loaders.bacaan import Value
from loaders.cells.number_cells import read_numbers
from loaders.cells.terbaca import KolomTerbaca, Masalah
from loaders.mapping.evidence import witness
from loaders.record import quote
from reference.kosakata import Variable
from reference.tulisan import angka, rupiah

_PENGALI = re.compile(r"\d\s*(?:ribu|rb|juta|jt|miliar|milyar|m)\b", re.I)


def read_scaled(
    v: Variable, sel: Sequence[object], faktor: int, gaya: str
) -> KolomTerbaca:
    """The cells of one column as values of a variable.

    Texts are read in the style `gaya`; every number counts `faktor` times. A cell that
    names a multiplier of its own, where the column has one, is asked about.

    >>> from reference.kosakata import variables
    >>> read_scaled(variables()["kas"], [1.5, "2.000"], 1000, "1.500,0").nilai
    [1500, 2000000]
    """
    hasil = KolomTerbaca([], [], [])
    saksi = witness(gaya) if any(isinstance(s, str) and s for s in sel) else []
    dibaca = v if faktor == 1 else dataclasses.replace(v, type="decimal")
    read_numbers(dibaca, [*sel, *saksi], hasil)
    banyak = len(sel)
    nilai = hasil.nilai[:banyak]
    masalah = [m for m in hasil.masalah if m.urut < banyak]
    if faktor != 1:
        nilai = [
            _times(v, faktor, urut, isi, ada, masalah)
            for urut, (isi, ada) in enumerate(zip(sel, nilai, strict=True))
        ]
    berlaku = [u for u in hasil.tidak_berlaku if u < banyak]
    return KolomTerbaca(nilai, berlaku, masalah)


def _times(
    v: Variable,
    faktor: int,
    urut: int,
    isi: object,
    ada: Value | None,
    masalah: list[Masalah],
) -> Value | None:
    """One value times the column's factor: whole, or asked about."""
    if not isinstance(ada, int | float):
        return None
    if isinstance(isi, str) and _PENGALI.search(isi):
        kalimat = f"{quote(isi)} menyebut satuan sendiri, padahal judul kolomnya juga"
        harap = "angka saja, dalam satuan yang disebut judul kolom"
        masalah.append(Masalah(urut, "angka_rancu", kalimat, harap))
        return None
    kali = Decimal(str(ada)) * faktor
    bulat = int(kali.to_integral_value())
    if kali != bulat:
        kalimat = f"{quote(angka(float(kali), 2))} dibulatkan menjadi {rupiah(bulat)}"
        masalah.append(Masalah(urut, "rupiah_dibulatkan", kalimat, "rupiah penuh"))
    return bulat if v.type == "integer" else float(kali)
