"""The plain ranking beside the best plan: most expected steps per rupiah first.

What a careful person does with a list and a pocket calculator: first who must be
helped, then the floors, then down the list; what does not fit is passed over.
"""

from dataclasses import dataclass

from planning.budget.limits import LEBIH_HARI, breaches
from planning.budget.problem import Calon, Masalah, Pilihan, Susunan
from planning.budget.solve import Rencana, of_choice


@dataclass(frozen=True, slots=True)
class Urutan:
    """The plain plan, and the limits that it could not keep (sentences)."""

    rencana: Rencana
    melanggar: tuple[str, ...]


def per_rupiah(s: Susunan) -> float:
    """Parts of steps for each rupiah; without cost more than any other.

    >>> per_rupiah(Susunan(("b",), 5000, 100, 1)), per_rupiah(Susunan(("b",), 1, 0, 1))
    (50.0, inf)
    """
    return s.nilai / s.biaya_rp if s.biaya_rp else float("inf")


def plan(masalah: Masalah) -> Urutan:
    """The plan of the plain ranking; `status` is always "belum_terbukti"."""
    jalan = _Walk(masalah)
    jalan.must()
    jalan.floors()
    while jalan.down():
        pass
    pilihan = tuple(Pilihan(k, s) for k, s in sorted(jalan.dapat.items()))
    return Urutan(of_choice(pilihan, "belum_terbukti"), breaches(masalah, pilihan))


class _Walk:
    """One walk down the list; `dapat` is what each group has got so far."""

    def __init__(self, masalah: Masalah) -> None:
        jangan = set(masalah.batas.jangan)
        self.masalah = masalah
        self.calon = {
            c.kode: c
            for c in sorted(masalah.calon, key=lambda c: c.kode)
            if c.kode not in jangan
        }
        self.pilih = {k: masalah.options(c.kekurangan) for k, c in self.calon.items()}
        self.dapat: dict[str, Susunan] = {}
        self.biaya, self.hari = 0, 0.0
        semua = [(k, s) for k, isi in self.pilih.items() for s in isi]
        self.urut = sorted(
            semua, key=lambda b: (-per_rupiah(b[1]), b[1].biaya_rp, b[0], b[1].paket)
        )

    def _take(self, kode: str, s: Susunan) -> bool:
        """Give a group these packages if they fit and bring more than it has."""
        b, lama = self.masalah.batas, self.dapat.get(kode)
        biaya = self.biaya + s.biaya_rp - (lama.biaya_rp if lama else 0)
        hari = self.hari + s.hari - (lama.hari if lama else 0.0)
        if lama and (s.nilai <= lama.nilai or not set(lama.paket) < set(s.paket)):
            return False
        if biaya > b.pagu_rp or (b.hari is not None and hari > b.hari + LEBIH_HARI):
            return False
        self.dapat[kode], self.biaya, self.hari = s, biaya, hari
        return True

    def must(self) -> None:
        """Who must be helped, each with the most steps per rupiah."""
        for kode in self.masalah.batas.wajib:
            any(k == kode and self._take(k, s) for k, s in self.urut)

    def floors(self) -> None:
        """The least number of groups of each kecamatan, the best per rupiah."""
        for kec, n in self.masalah.batas.lantai_kelompok:
            for kode, s in self.urut:
                if self._count(kec) >= n:
                    break
                if self.calon[kode].kecamatan == kec and kode not in self.dapat:
                    self._take(kode, s)

    def _count(self, kec: str) -> int:
        milik: list[Calon] = [self.calon[k] for k in self.dapat]
        return sum(c.kecamatan == kec for c in milik)

    def down(self) -> bool:
        """Once down the list; whether anything was added."""
        return sum(self._take(k, s) for k, s in self.urut if s.nilai > 0) > 0
