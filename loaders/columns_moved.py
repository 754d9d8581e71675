"""Questions about whole columns: changed places, sorted or slid by themselves."""

from collections.abc import Mapping, Sequence
from typing import Any

from checks.bergeser import Pergeseran, moved
from checks.temuan import Temuan
from checks.tertukar import Kemiripan, look_alikes
from loaders.bacaan import Bacaan, BarisKelompok
from loaders.record import Pencatat
from reference.kosakata import variables
from reference.tulisan import daftar

Baris = Sequence[tuple[BarisKelompok, Mapping[str, Any]]]
_DISEBUT = 3


def column_questions(bacaan: Bacaan, isi: Baris, periode_lalu: str) -> list[Temuan]:
    """The findings about columns that look like others, or whose values moved.

    `isi` are the groups of the workbook that reported in the period before, each with
    its values then, in the order of the sheet.
    """
    kini, lalu = [g.nilai for g, _ in isi], [v for _, v in isi]
    pencatat = Pencatat()
    for mirip in look_alikes(kini, lalu):
        _note(pencatat, bacaan, isi, "kolom_tertukar", (mirip.variabel,),
              _alike(mirip, periode_lalu))  # fmt: skip
    for geser in moved(kini, lalu):
        _note(pencatat, bacaan, isi, "kolom_bergeser", geser.variabel,
              _moved(geser, isi, periode_lalu))  # fmt: skip
    return pencatat.temuan


def _note(
    pencatat: Pencatat,
    bacaan: Bacaan,
    isi: Baris,
    jenis: str,
    variabel: Sequence[str],
    kalimat: str,
) -> None:
    """A finding at the cells of a column."""
    utama = next((v for v in variabel if v in bacaan.kolom), variabel[0])
    tempat = [bacaan.tempat(g, utama) for g, _ in isi]
    sel = [s for _, s in tempat if s]
    lembar = bacaan.kolom.get(utama, ("",))[0]
    pencatat.catat(
        jenis,
        kalimat,
        lembar=lembar or None,
        sel=sel[0] if sel else None,
        sel_lain=tuple(sel[1:]),
        variabel=utama,
    )


def _label(variabel: str) -> str:
    return variables()[variabel].label


def _alike(mirip: Kemiripan, lalu: str) -> str:
    ini, itu = _label(mirip.variabel), _label(mirip.mirip)
    hasil = f"nilai kolom {ini} mirip kolom {itu} pada {lalu}"
    if mirip.timbal_balik:
        hasil += ", dan sebaliknya"
    return f"{hasil}; apakah kolomnya tertukar?"


def _moved(geser: Pergeseran, isi: Baris, lalu: str) -> str:
    i, j = next(iter(geser.asal.items()))
    kolom = daftar([_label(v) for v in geser.variabel], _DISEBUT)
    contoh = f"isian {isi[i][0].nama} kini seperti isian {isi[j][0].nama} pada {lalu}"
    if len(geser.variabel) == 1:
        return f"kolom {kolom} mungkin terurut atau tergeser sendiri: {contoh}"
    banyak = len(geser.variabel)
    return (
        f"isian {banyak} kolom ({kolom}) mungkin berpindah kelompok bersama-sama: "
        f"{contoh}"
    )
