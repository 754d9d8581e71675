"""Scores of unlike juries made comparable, and how large a difference must be.

A score is what the participant is worth plus how generous its jury is plus chance. Both
are found by least squares. Where all juries scored all participants this is the plain
mean; where they did not, it is what the mean would be had all of them scored all, found
from the participants that juries have in common. Who has no such link to another, not
even through third ones, cannot be compared with it.

Source: intra-block analysis of incomplete blocks (Yates 1936); for differences the
studentised range (Tukey 1949) with limits from permutation within juries, the largest
of all pairs at once (Westfall & Young 1993).
"""

from dataclasses import dataclass

import numpy as np

ULANGAN = 999
_BENIH = 35_74
_KECIL = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Rancangan:
    """Who scored whom: position of participant and of block (a jury within its arena)
    of each score `y`, and how many there are of both."""

    peserta: np.ndarray
    blok: np.ndarray
    y: np.ndarray
    n_peserta: int
    n_blok: int

    def matrix(self) -> np.ndarray:
        """The design matrix: one column a participant, then one a block."""
        x = np.zeros((len(self.y), self.n_peserta + self.n_blok))
        baris = np.arange(len(self.y))
        x[baris, self.peserta] = 1
        x[baris, self.n_peserta + self.blok] = 1
        return x


def components(r: Rancangan) -> tuple[np.ndarray, np.ndarray]:
    """Which participants and blocks hang together: a number each, -1 for no score.

    >>> r = Rancangan(np.array([0, 1, 2]), np.array([0, 0, 1]), np.zeros(3), 4, 2)
    >>> [k.tolist() for k in components(r)]
    [[0, 0, 2, -1], [0, 2]]
    """
    p = np.full(r.n_peserta, -1)
    p[r.peserta] = r.peserta
    while True:
        b = np.full(r.n_blok, r.n_peserta)
        np.minimum.at(b, r.blok, p[r.peserta])
        baru = p.copy()
        np.minimum.at(baru, r.peserta, b[r.blok])
        if (baru == p).all():
            return p, np.where(b == r.n_peserta, -1, b)
        p = baru


def levels(r: Rancangan) -> tuple[np.ndarray, np.ndarray]:
    """What each participant is worth had all juries linked to it scored it, and how
    generous each block is beside those linked to it; NaN where nothing is known.

    >>> dua = Rancangan(np.array([0, 0, 1]), np.array([0, 1, 1]),
    ...                 np.array([80.0, 70, 75]), 2, 2)
    >>> [v.round(6).tolist() for v in levels(dua)]
    [[75.0, 80.0], [5.0, -5.0]]
    """
    tingkat, murah = np.full(r.n_peserta, np.nan), np.full(r.n_blok, np.nan)
    if not len(r.y):
        return tingkat, murah
    isi = np.linalg.lstsq(r.matrix(), r.y, rcond=None)[0]
    p, b = isi[: r.n_peserta], isi[r.n_peserta :]
    di, di_blok = components(r)
    for k in set(di[di >= 0].tolist()):
        rata = b[di_blok == k].mean()
        tingkat[di == k] = p[di == k] + rata
        murah[di_blok == k] = b[di_blok == k] - rata
    return tingkat, murah


def least_difference(r: Rancangan, peluang: float) -> np.ndarray:
    """How far apart each pair must be to be called different: a square.

    In at most `peluang` (0 to 1) of the cases is any pair called different when in
    truth all are alike. Infinite where the juries' disagreement says nothing (a single
    jury, no link).
    """
    luas = np.full((r.n_peserta, r.n_peserta), np.inf)
    if not len(r.y):
        return luas
    x = r.matrix()
    balik = np.linalg.pinv(x)
    derajat = len(r.y) - int(np.linalg.matrix_rank(x))
    ragam = _spread_of_pairs(r, balik)
    if derajat == 0 or not np.isfinite(ragam).any():
        return luas
    acak = _dealt(r)
    sisa = acak - acak @ balik.T @ x.T
    simpang = np.sqrt((sisa**2).sum(axis=1) / derajat)
    selisih = _largest(acak @ balik[: r.n_peserta].T, ragam)
    nilai = _ratio(selisih, simpang)
    ke = min(int(np.ceil((1 - peluang) * len(nilai))), len(nilai)) - 1
    batas = float(np.sort(nilai)[ke])
    if not np.isfinite(batas):
        return luas
    return np.where(np.isfinite(ragam), batas * simpang[0] * np.sqrt(ragam), np.inf)


def _spread_of_pairs(r: Rancangan, balik: np.ndarray) -> np.ndarray:
    """The variance of each pair's difference, in units of a score's own."""
    tutup = (balik @ balik.T)[: r.n_peserta, : r.n_peserta]
    diag = np.diag(tutup)
    ragam = diag[:, None] + diag[None, :] - 2 * tutup
    di, _ = components(r)
    sama = (di[:, None] == di[None, :]) & (di[:, None] >= 0)
    np.fill_diagonal(sama, val=False)
    return np.where(sama, ragam, np.inf)


def _dealt(r: Rancangan) -> np.ndarray:
    """The scores as they are, then dealt out anew within each jury, row by row."""
    acak = np.random.default_rng(_BENIH)
    hasil = np.tile(r.y, (ULANGAN + 1, 1))
    for b in range(r.n_blok):
        di = np.flatnonzero(r.blok == b)
        hasil[1:, di] = acak.permuted(hasil[1:, di], axis=1)
    return hasil


def _largest(tingkat: np.ndarray, ragam: np.ndarray) -> np.ndarray:
    """Of every deal the largest difference of any pair, standardised."""
    terbesar = np.zeros(len(tingkat))
    for i in range(tingkat.shape[1] - 1):
        beda = np.abs(tingkat[:, i, None] - tingkat[:, i + 1 :])
        beda /= np.sqrt(ragam[i, i + 1 :])
        np.maximum(terbesar, beda.max(axis=1), out=terbesar)
    return terbesar


def _ratio(selisih: np.ndarray, simpang: np.ndarray) -> np.ndarray:
    """Differences over the juries' disagreement; 0 where there is neither."""
    bulat = simpang > _KECIL
    hasil = np.where(selisih > _KECIL, np.inf, 0.0)
    return np.divide(selisih, simpang, out=hasil, where=bulat)
