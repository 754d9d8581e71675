"""Cells mended on screen: what is kept of them, and what the receipt says of them."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.bacaan import Bacaan
from loaders.bantuan import Bantuan
from loaders.cells.personal import SAMARAN, mask
from loaders.record import quote

Buang = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Diperbaiki:
    """One cell mended on screen: what the file holds, and what is read instead."""

    lembar: str
    sel: str
    lama: str
    baru: str

    @property
    def kalimat(self) -> str:
        """It in a sentence.

        >>> Diperbaiki("Keuangan", "F14", "dua juta", "2000000").kalimat
        'Lembar Keuangan, sel F14: “dua juta” → “2000000”'
        >>> Diperbaiki("Keuangan", "F14", "", "0").kalimat
        'Lembar Keuangan, sel F14: kosong → “0”'
        """
        lama, baru = (quote(t) if t else "kosong" for t in (self.lama, self.baru))
        return f"Lembar {self.lembar}, sel {self.sel}: {lama} → {baru}"


def masked(bantuan: Bantuan) -> Bantuan:
    """What was told on screen, without a NIK or telephone number typed into it."""
    if not bantuan.perbaikan:
        return bantuan
    bersih = {k: mask(" ".join(v.split())) for k, v in bantuan.perbaikan.items()}
    return dataclasses.replace(bantuan, perbaikan=bersih)


def personal_cells(mentah: Bacaan, bacaan: Bacaan) -> Buang:
    """The personal cells of a file read as it is (`mentah`) and as mended.

    A mend hides what its cell holds, yet the original that is kept holds it.
    """
    semua: dict[str, set[str]] = {}
    for buang in (mentah.buang, bacaan.buang):
        for nama, isi in buang.items():
            semua.setdefault(nama, set()).update(isi)
    for (lembar, sel), lama in bacaan.semula.items():
        if SAMARAN in lama:
            semua.setdefault(lembar, set()).add(sel)
    return {nama: sorted(isi) for nama, isi in semua.items()}


def mended(
    bacaan: Bacaan, perbaikan: Mapping[tuple[str, str], str]
) -> list[Diperbaiki]:
    """The cells that were mended, in order, what was personal in them blotted out."""
    hasil = []
    for (lembar, sel), baru in sorted(perbaikan.items()):
        lama = bacaan.semula.get((lembar, sel), "")
        pribadi = lama and sel in bacaan.buang.get(lembar, ())
        hasil.append(Diperbaiki(lembar, sel, SAMARAN if pribadi else lama, baru))
    return hasil
