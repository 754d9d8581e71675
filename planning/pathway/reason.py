"""Why a group is read as it is: one polite sentence."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from planning.pathway.aturan import Aturan
from reference.kosakata import label_pilihan
from reference.tulisan import angka, tanggal

if TYPE_CHECKING:
    from planning.pathway.judge import Penilaian


def reason(p: "Penilaian", g: int, aturan_pada: dt.date, kurang: Sequence[int]) -> str:
    """The sentence about group number `g`; `kurang` are the rules still missing."""
    if not p.aturan:
        return f"Belum ada aturan {p.sumbu} yang berlaku pada {tanggal(aturan_pada)}."
    if not p.lapor[g]:
        return (
            f"Laporan {p.periode.label} dari kelompok ini belum diterima, sehingga "
            f"{p.sumbu} menurut aturan belum dapat dibaca."
        )
    tangga = p.rung(g)
    if not kurang:
        label = label_pilihan(p.sumbu, tangga)
        return f"Semua syarat {label}, {p.sumbu} tertinggi, terpenuhi."
    satu = p.aturan[kurang[0]]
    berikut = label_pilihan(p.sumbu, satu.jenjang)
    sudah = f"Semua syarat {label_pilihan(p.sumbu, tangga)} terpenuhi" if tangga else ""
    sebab = p.sebab.get((g, kurang[0]), "belum dilaporkan")
    kata = _missing(satu, p.nilai[g, kurang[0]].item(), sebab)
    lain = len(kurang) - 1
    tambahan = f", dan {angka(lain)} syarat {berikut} lainnya" if lain else ""
    if sudah:
        return f"{sudah}; untuk {berikut} yang terdekat ialah {kata}{tambahan}."
    return f"Syarat {berikut} belum semuanya terpenuhi: {kata}{tambahan}."


def _missing(a: Aturan, nilai: float, sebab: str) -> str:
    nama = a.label[:1].lower() + a.label[1:] if a.label[1:2].islower() else a.label
    if a.met(nilai) is None:
        return f"{nama}, yang {sebab}"
    if a.dari in ("langkah", "pilihan"):
        return f"{nama}, yang menurut laporannya {a.words(nilai)}"
    return f"{nama}: {a.words(nilai)}, syaratnya {a.syarat}"
