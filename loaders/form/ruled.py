"""Runs the rules over what was read, and leaves out what says nothing."""

from functools import cache
from typing import Any

from checks.rules import check
from checks.rules.batas import MUSTAHIL
from loaders.bacaan import Bacaan, BarisKelompok
from loaders.cells.personal import personal_value
from loaders.form.columns import Pemeriksa
from reference.kosakata import at_level, variables


class Penguji:
    """Holds the values of one workbook against the rules."""

    def __init__(self, bacaan: Bacaan, pemeriksa: Pemeriksa) -> None:
        """Works on one reading."""
        self.bacaan = bacaan
        self.pemeriksa = pemeriksa
        self.pencatat = pemeriksa.pencatat

    def groups(self) -> None:
        """Runs the rules over every group; a NIK typed as a number is thrown away.

        What could not be read makes no second finding out of a sum that it spoils; nor
        does, in a layout of the sender's own, a column that it never had.
        """
        sendiri = self.bacaan.pemetaan is not None
        salah = {
            (t.kelompok, t.variabel)
            for t in self.pencatat.temuan
            if t.tingkat == "galat"
        }
        for g in self.bacaan.kelompok:
            for aturan, p in check(g.nilai):
                if any((g.sebutan, v) in salah for v in p.kosong):
                    continue
                if sendiri and any(v not in self.bacaan.kolom for v in p.kosong):
                    continue
                if _personal_number(p.variabel, g.nilai[p.variabel]):
                    g.nilai[p.variabel] = None
                    self.pemeriksa.drop(*self.bacaan.tempat(g, p.variabel))
                    continue
                self.pencatat.breach(aturan, p, self.bacaan, g)
                nilai = g.nilai[p.variabel]
                if isinstance(nilai, int | float) and abs(nilai) >= MUSTAHIL:
                    g.nilai[p.variabel] = None

    def leave_out_empty(self, lembar: str) -> None:
        """Leaves out groups of which nothing but the identity was filled in."""
        disebut = {t.kelompok for t in self.pencatat.temuan if t.tingkat == "galat"}
        lapor = []
        for g in self.bacaan.kelompok:
            if g.sebutan in disebut or _reports(g):
                lapor.append(g)
                continue
            self.pencatat.catat(
                "kelompok_kosong",
                f"kelompok {g.nama or g.kode} belum diisi satu angka pun",
                lembar=lembar,
                kelompok=g.sebutan,
                alasan=g.catatan,
            )
        self.bacaan.kelompok = lapor

    def outside_groups(
        self, nilai: dict[str, Any], tempat: dict[str, tuple[str, str]]
    ) -> None:
        """Runs the rules over values of no group; a galat leaves the value out."""
        for aturan, p in check(nilai):
            lembar, sel = tempat[p.variabel]
            if _personal_number(p.variabel, nilai[p.variabel]):
                self.pemeriksa.drop(lembar, sel)
            else:
                self.pencatat.catat(
                    aturan.kode, p.kalimat, lembar=lembar, sel=sel,
                    variabel=p.variabel, ditemukan=p.ditemukan,
                    diharapkan=p.diharapkan, saran=p.saran,
                )  # fmt: skip
                if aturan.tingkat != "galat":
                    continue
            nilai[p.variabel] = None


def _personal_number(variabel: str, nilai: object) -> bool:
    """Whether a number is a NIK, or a telephone number where no money can stand."""
    uang = variables()[variabel].unit == "Rp"
    return personal_value(nilai, angka_telepon=not uang)


def _reports(g: BarisKelompok) -> bool:
    """Whether a group says anything about the period."""
    if g.nilai.get("status") == "nonaktif" or g.tidak_berlaku:
        return True
    return any(g.nilai[n] is not None for n in _reported_numbers())


@cache
def _reported_numbers() -> tuple[str, ...]:
    """The numbers that no form prefills."""
    semua = at_level("kelompok").items()
    return tuple(n for n, v in semua if v.is_number and n != "anggota_awal")
