"""The question as rows and columns for the solver.

Groups with the same gaps are interchangeable: one whole-number column says how many of
them get the same packages, others say from which kecamatan they come. So no two answers
differ in names alone, which is what makes such questions slow. Where money is shared
out by kecamatan, groups are interchangeable within one kecamatan only.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np

from planning.budget.problem import Masalah, Pilihan, Susunan

KELUARGA = ("pagu", "hari", "kelompok", "bagian", "wajib")
"""The families of limits that a person may loosen."""

Kunci: TypeAlias = tuple[str, tuple[str, ...], bool]
Baris: TypeAlias = tuple[str, str, np.ndarray, float, float]


@dataclass(frozen=True)
class Model:
    """Columns are (class, packages), then (class, kecamatan); rows are limits.

    `kelas` holds for each class its codes by kecamatan; `keluarga` and `tempat` say of
    each row which limit it is, and where. Money is counted in `satuan_rp` rupiah and
    steps in `satuan_nilai` parts, the largest that divide every cost and every step.
    """

    kelas: tuple[dict[str, tuple[str, ...]], ...]
    paket: tuple[tuple[int, Susunan], ...]
    asal: tuple[tuple[int, str], ...]
    baris: Any
    bawah: np.ndarray
    atas: np.ndarray
    keluarga: tuple[str, ...]
    tempat: tuple[str, ...]
    satuan_rp: int
    satuan_nilai: int
    pagu_rp: int

    @cached_property
    def nilai(self) -> np.ndarray:
        """What each column adds, in `satuan_nilai`."""
        return self._padded(s.nilai // self.satuan_nilai for _, s in self.paket)

    @cached_property
    def biaya(self) -> np.ndarray:
        """What each column costs, in `satuan_rp`."""
        return self._padded(s.biaya_rp // self.satuan_rp for _, s in self.paket)

    @cached_property
    def urutan(self) -> np.ndarray:
        """How late in the order of codes the groups of each column of origin stand."""
        pertama = sorted(self.kelas[k][kec][0] for k, kec in self.asal)
        ke = [pertama.index(self.kelas[k][kec][0]) for k, kec in self.asal]
        return np.array([0] * len(self.paket) + ke, dtype="float64")

    @cached_property
    def ukuran(self) -> np.ndarray:
        """The most that each column can be."""
        semua = [sum(map(len, k.values())) for k in self.kelas]
        isi = [semua[k] for k, _ in self.paket]
        isi += [len(self.kelas[k][kec]) for k, kec in self.asal]
        return np.array(isi, dtype="float64")

    def _padded(self, isi: Iterable[float]) -> np.ndarray:
        return np.array([*isi, *[0] * len(self.asal)], dtype="float64")

    def read(self, x: np.ndarray) -> tuple[Pilihan, ...]:
        """The choice that the columns stand for: the first codes, the most steps."""
        n = len(self.paket)
        terpilih: list[list[str]] = [[] for _ in self.kelas]
        for (k, kec), banyak in zip(self.asal, x[n:], strict=True):
            terpilih[k] += self.kelas[k][kec][: round(float(banyak))]
        hasil = []
        urut = sorted(
            range(n), key=lambda j: (-self.paket[j][1].nilai, self.paket[j][1].paket)
        )
        for k in range(len(self.kelas)):
            terpilih[k].sort()
        for j in urut:
            k, susunan = self.paket[j]
            for _ in range(round(float(x[j]))):
                hasil.append(Pilihan(terpilih[k].pop(0), susunan))
        return tuple(sorted(hasil, key=lambda p: p.kode))


def build(masalah: Masalah) -> Model:
    """The model of a question; the order of its groups and packages does not matter."""
    b = masalah.batas
    kelas: dict[Kunci, dict[str, tuple[str, ...]]] = {}
    for c in sorted(masalah.calon, key=lambda c: c.kode):
        if c.kode not in b.jangan and masalah.options(c.kekurangan):
            tempat = c.kecamatan if b.lantai_bagian else ""
            kunci = (tempat, tuple(sorted(set(c.kekurangan))), c.kode in b.wajib)
            di = kelas.setdefault(kunci, {})
            di[c.kecamatan] = (*di.get(c.kecamatan, ()), c.kode)
    paket = tuple(
        (i, s)
        for i, kunci in enumerate(kelas)
        for s in _useful(masalah.options(kunci[1]), semua=bool(b.lantai_bagian))
    )
    asal = tuple((i, kec) for i, di in enumerate(kelas.values()) for kec in di)
    return _with_rows(masalah, kelas, paket, asal)


def _useful(pilihan: tuple[Susunan, ...], *, semua: bool) -> list[Susunan]:
    """Without what costs as much and takes as long as something that adds more.

    Where a share of the money must go to a place, spending more may be what is needed.
    """
    if semua:
        return list(pilihan)
    hasil: list[Susunan] = []
    for s in sorted(pilihan, key=lambda s: (-s.nilai, s.biaya_rp, s.hari, s.paket)):
        if not any(t.biaya_rp <= s.biaya_rp and t.hari <= s.hari for t in hasil):
            hasil.append(s)
    return hasil


def _with_rows(
    masalah: Masalah,
    kelas: dict[Kunci, dict[str, tuple[str, ...]]],
    paket: tuple[tuple[int, Susunan], ...],
    asal: tuple[tuple[int, str], ...],
) -> Model:
    from scipy.sparse import csr_array

    satuan = math.gcd(*(s.biaya_rp for _, s in paket)) or 1
    isi = _classes(kelas, paket, asal) + _limits(masalah, paket, asal, satuan)
    return Model(
        tuple(kelas.values()),
        paket,
        asal,
        csr_array(np.array([r[2] for r in isi], dtype="float64")),
        np.array([r[3] for r in isi]),
        np.array([r[4] for r in isi]),
        tuple(r[0] for r in isi),
        tuple(r[1] for r in isi),
        satuan,
        math.gcd(*(s.nilai for _, s in paket)) or 1,
        masalah.batas.pagu_rp,
    )


def _classes(
    kelas: dict[Kunci, dict[str, tuple[str, ...]]],
    paket: tuple[tuple[int, Susunan], ...],
    asal: tuple[tuple[int, str], ...],
) -> list[Baris]:
    """As many groups get something as come from somewhere; who must, all of them."""
    dapat = np.array([i for i, _ in paket], dtype=int)
    dari = np.array([i for i, _ in asal], dtype=int)
    hasil: list[Baris] = []
    for i, (kunci, di) in enumerate(kelas.items()):
        sama = np.concatenate([1.0 * (dapat == i), -1.0 * (dari == i)])
        hasil.append(("kelas", "", sama, 0.0, 0.0))
        if kunci[2]:
            ada = np.concatenate([1.0 * (dapat == i), 0.0 * dari])
            semua = float(sum(map(len, di.values())))
            hasil.append(("wajib", "", ada, semua, np.inf))
    return hasil


def _limits(
    masalah: Masalah,
    paket: tuple[tuple[int, Susunan], ...],
    asal: tuple[tuple[int, str], ...],
    satuan: int,
) -> list[Baris]:
    b, nol = masalah.batas, np.zeros(len(asal))
    kec = np.array([k for _, k in asal])
    biaya = np.array([s.biaya_rp // satuan for _, s in paket], dtype="float64")
    hari = np.array([s.hari for _, s in paket], dtype="float64")
    pagu = float(b.pagu_rp // satuan)
    isi: list[Baris] = [("pagu", "", np.concatenate([biaya, nol]), -np.inf, pagu)]
    if b.hari is not None:
        isi.append(("hari", "", np.concatenate([hari, nol]), -np.inf, float(b.hari)))
    for k, n in b.lantai_kelompok:
        milik = np.concatenate([0 * biaya, 1.0 * (kec == k)])
        isi.append(("kelompok", k, milik, float(n), np.inf))
    di = dict(asal)
    milik_paket = np.array([di[i] for i, _ in paket])
    for k, persen in b.lantai_bagian:
        bagian = biaya * (100.0 * (milik_paket == k) - persen)
        isi.append(("bagian", k, np.concatenate([bagian, nol]), 0.0, np.inf))
    return isi
