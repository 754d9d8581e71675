"""The question: which groups get which packages, under which limits; frozen, hashable.

Steps are counted in whole parts of `SATUAN_LANGKAH`, money in whole rupiah, so that
plans compare exactly. Every chance is an assumption (list `paket`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Self

SATUAN_LANGKAH = 10_000


@dataclass(frozen=True, slots=True)
class Paket:
    """One package: cost (rupiah), coach days, assumed chance, what it mends.

    `memerlukan` must come along where the group lacks what it mends too;
    `tidak_bersama` are never given to the same group.
    """

    kode: str
    label: str
    biaya_rp: int
    hari: float
    peluang: float
    menutup: tuple[str, ...]
    pelaksana: tuple[str, ...] = ()
    memerlukan: tuple[str, ...] = ()
    tidak_bersama: tuple[str, ...] = ()

    def with_chance(self, kali: float) -> Self:
        """The same were its chance so many times as large: at most 1, two digits.

        >>> Paket("b", "Buku", 0, 0, 0.35, ()).with_chance(1.5).peluang
        0.52
        """
        return replace(self, peluang=min(1.0, round(self.peluang * kali, 2)))


@dataclass(frozen=True, slots=True)
class Calon:
    """A group that may be helped: who it is, where, and the gaps it has."""

    kode: str
    nama: str
    kode_wilayah: str
    kekurangan: tuple[str, ...]

    @property
    def kecamatan(self) -> str:
        """The kecamatan by its code.

        >>> Calon("35.74.04.1006-01", "Melati", "35.74.04.1006", ()).kecamatan
        '35.74.04'
        """
        return self.kode_wilayah[:8]


@dataclass(frozen=True, slots=True)
class Batas:
    """The limits: rupiah, coach days (None = no limit), floors, the officer's picks.

    `lantai_kelompok` is (kecamatan, least number of groups), `lantai_bagian`
    (kecamatan, least per cent of the money spent); `wajib` groups get something,
    `jangan` groups nothing; nobody gets more than `paket_per_kelompok` packages.
    """

    pagu_rp: int
    hari: float | None = None
    lantai_kelompok: tuple[tuple[str, int], ...] = ()
    lantai_bagian: tuple[tuple[str, int], ...] = ()
    wajib: tuple[str, ...] = ()
    jangan: tuple[str, ...] = ()
    paket_per_kelompok: int = 2


@dataclass(frozen=True, slots=True)
class Susunan:
    """Packages given to one group together: what they add, cost and take.

    `nilai` in parts of `SATUAN_LANGKAH`. Packages for the same gap do not add up:
    only the best chance counts.
    """

    paket: tuple[str, ...]
    nilai: int
    biaya_rp: int
    hari: float

    @property
    def langkah(self) -> float:
        """Expected steps, by the assumptions."""
        return self.nilai / SATUAN_LANGKAH


@dataclass(frozen=True, slots=True)
class Masalah:
    """Groups, packages, what each gap counts (0 to 1 of a step), and the limits."""

    calon: tuple[Calon, ...]
    paket: tuple[Paket, ...]
    bobot: tuple[tuple[str, float], ...]
    batas: Batas

    def options(self, kekurangan: Iterable[str]) -> tuple[Susunan, ...]:
        """Every set of packages that a group with these gaps may get, small ones first.

        >>> buku = Paket("b", "Buku", 100, 1, 0.5, ("buku",))
        >>> penuh = Paket("p", "Penuh", 300, 4, 0.6, ("buku", "rapat"))
        >>> m = Masalah((), (buku, penuh), (("buku", 1), ("rapat", 1)), Batas(0))
        >>> [(s.paket, s.langkah) for s in m.options(("buku", "rapat"))]
        [(('b',), 0.5), (('p',), 1.2), (('b', 'p'), 1.2)]
        """
        return _options(
            self.paket,
            self.bobot,
            tuple(sorted(set(kekurangan))),
            self.batas.paket_per_kelompok,
        )

    def with_packages(self, paket: Iterable[Paket]) -> Self:
        """The same question with other packages."""
        return replace(self, paket=tuple(paket))


@dataclass(frozen=True, slots=True)
class Pilihan:
    """One group and what it gets."""

    kode: str
    susunan: Susunan


@lru_cache(maxsize=4096)
def _options(
    paket: tuple[Paket, ...],
    bobot: tuple[tuple[str, float], ...],
    kekurangan: tuple[str, ...],
    paling_banyak: int,
) -> tuple[Susunan, ...]:
    nilai = dict(bobot)
    cocok = {
        p.kode: p
        for p in sorted(paket, key=lambda p: p.kode)
        if set(p.menutup) & set(kekurangan)
    }
    hasil = []
    for banyak in range(1, min(paling_banyak, len(cocok)) + 1):
        for kode in combinations(cocok, banyak):
            pilih = [cocok[k] for k in kode]
            if _allowed(pilih, set(cocok)):
                hasil.append(_set(pilih, kekurangan, nilai))
    return tuple(hasil)


def _allowed(pilih: list[Paket], cocok: set[str]) -> bool:
    kode = {p.kode for p in pilih}
    return all(
        not kode & set(p.tidak_bersama) and set(p.memerlukan) & cocok <= kode
        for p in pilih
    )


def _set(
    pilih: list[Paket], kekurangan: tuple[str, ...], bobot: dict[str, float]
) -> Susunan:
    nilai = sum(
        max(
            (
                round(SATUAN_LANGKAH * bobot[k] * p.peluang)
                for p in pilih
                if k in p.menutup
            ),
            default=0,
        )
        for k in kekurangan
    )
    return Susunan(
        tuple(p.kode for p in pilih),
        nilai,
        sum(p.biaya_rp for p in pilih),
        sum(p.hari for p in pilih),
    )
