"""Whether a choice stands when the assumed chances are wrong.

The question is answered again with the chance of each package in turn raised and
lowered, and with all chances drawn at random between the two (fixed seed): so often is
each chosen group and package still chosen. Where several answers are equally good the
one that keeps most counts: a choice is lost only to something better.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from planning.budget import kept
from planning.budget.problem import Masalah, Paket, Pilihan
from planning.budget.solve import Rencana

UBAH = 0.5
ACAK = 6
AMBANG = 0.8
BENIH = 3574
DETIK = 2.0


@dataclass(frozen=True, slots=True)
class Kokoh:
    """How often each chosen (group, package) stayed, of `n_percobaan` answers.

    `langkah_bawah`, `langkah_atas`: expected steps of the plan itself were its chances
    so much lower or higher, in all trials. `belum_terbukti` counts trials in which
    time ran out.
    """

    tetap: tuple[tuple[str, str, int], ...]
    n_percobaan: int
    ambang: float
    langkah_bawah: float
    langkah_atas: float
    belum_terbukti: int = 0
    detik: float = field(default=0.0, compare=False)

    def count(self, kode: str, paket: str) -> int:
        """In how many trials a group got a package; 0 when it was never chosen."""
        return {(k, p): n for k, p, n in self.tetap}.get((kode, paket), 0)

    def is_firm(self, n: int) -> bool:
        """Whether so many trials are enough to call a choice firm.

        >>> Kokoh((), 20, 0.8, 0, 0).is_firm(16), Kokoh((), 20, 0.8, 0, 0).is_firm(15)
        (True, False)
        """
        return n >= self.ambang * self.n_percobaan - 1e-9


def stability(
    masalah: Masalah,
    rencana: Rencana,
    *,
    ubah: float = UBAH,
    acak: int = ACAK,
    ambang: float = AMBANG,
) -> Kokoh:
    """The plan under chances `ubah` lower and higher; the same every time it is asked.

    Chances never exceed 1. Packages that fit no group are not tried.
    """
    mulai = time.perf_counter()
    hitung = {(p.kode, k): 0 for p in rencana.pilihan for k in p.susunan.paket}
    jumlah, belum, langkah = 0, 0, []
    for paket in trials(masalah, ubah, acak) if rencana.pilihan else ():
        lain = masalah.with_packages(paket)
        tetap, terbukti = kept.still_chosen(lain, rencana.pilihan, DETIK)
        jumlah += 1
        belum += not terbukti
        langkah.append(_steps(lain, rencana.pilihan))
        for kunci in tetap:
            hitung[kunci] += 1
    return Kokoh(
        tuple((k, p, n) for (k, p), n in hitung.items()),
        jumlah,
        ambang,
        min(langkah, default=0.0),
        max(langkah, default=0.0),
        belum,
        time.perf_counter() - mulai,
    )


def trials(masalah: Masalah, ubah: float, acak: int) -> Iterator[tuple[Paket, ...]]:
    """The packages of every trial: one changed at a time, then all at random."""
    ada = {k for c in masalah.calon for k in c.kekurangan}
    for p in masalah.paket:
        if ada & set(p.menutup):
            for kali in (1 - ubah, 1 + ubah):
                yield tuple(q.with_chance(kali) if q is p else q for q in masalah.paket)
    undian = np.random.default_rng(BENIH)
    for _ in range(acak):
        acakan = undian.uniform(1 - ubah, 1 + ubah, len(masalah.paket))
        yield tuple(
            p.with_chance(float(k)) for p, k in zip(masalah.paket, acakan, strict=True)
        )


def _steps(masalah: Masalah, pilihan: tuple[Pilihan, ...]) -> float:
    """Expected steps of a choice with the chances of another question."""
    gaps = {c.kode: c.kekurangan for c in masalah.calon}
    return sum(
        next(
            s.langkah
            for s in masalah.options(gaps[p.kode])
            if s.paket == p.susunan.paket
        )
        for p in pilihan
    )
