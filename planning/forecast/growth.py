"""How capital may go on: what all groups share, each group's own pace, and luck.

The change of a group's capital from one period to the next = the period's (its median
over all groups) + the group's own pace (its mean, drawn towards zero the more, the less
is known of it) + what is left. To go on, all three are drawn from what was seen; what
is left comes from groups of about the same size, grants and other jumps included.
Nobody knows whether capital grows by about the same sum (dues) or by about the same
share (interest) each time: half of the draws go one way, half the other.
"""

from dataclasses import dataclass

import numpy as np

DRAWS = 1000
_BENIH = 20_261_124
_MAD = 1.4826
_JAUH = 3.0


@dataclass(frozen=True, eq=False)
class Laju:
    """What was learned of one kind of change.

    `bersama` (one a period with enough groups), each group's `sendiri` and `lebar`
    (middle and width of what its pace may be) and `sisa` (what is left, by third of
    size).
    """

    bersama: np.ndarray
    sendiri: np.ndarray
    lebar: np.ndarray
    sisa: tuple[np.ndarray, ...]

    def draw(
        self, ukuran: np.ndarray, g: np.ndarray, banyak: int, acak: np.random.Generator
    ) -> np.ndarray:
        """Changes added up: draws × groups × periods to come."""
        undian, n = DRAWS // 2, len(self.bersama)
        # how unlike periods are is itself known from n of them only
        derajat = max(n - 1, 1)
        lebar = self.bersama.std(ddof=1) * np.sqrt(
            derajat / acak.chisquare(derajat, (undian, 1, 1))
        )
        laju = acak.normal(self.bersama.mean(), lebar / np.sqrt(n))
        periode = acak.normal(0.0, lebar, (undian, 1, banyak))
        sendiri = acak.normal(self.sendiri[g], self.lebar[g], (undian, len(g)))
        sisa = np.empty((undian, len(g), banyak))
        for s, isi in enumerate(self.sisa):
            sama = ukuran == s
            sisa[:, sama] = acak.choice(isi, (undian, int(sama.sum()), banyak))
        return (laju + periode + sendiri[:, :, None] + sisa).cumsum(axis=2)


@dataclass(frozen=True, eq=False)
class Pertumbuhan:
    """Growth by shares (`kali`, of logarithms) and by sums (`tambah`).

    Sums are counted in `satuan`, each group's mean capital in rupiah.
    """

    kali: Laju
    tambah: Laju
    satuan: np.ndarray

    def draw(
        self, modal: np.ndarray, ukuran: np.ndarray, g: np.ndarray, banyak: int
    ) -> np.ndarray:
        """Capital to come in rupiah: draws × groups × periods.

        `g` are the groups (rows of what was learned from), `modal` what each has now,
        `ukuran` its third of the city (0 to 2).
        """
        acak = np.random.default_rng(_BENIH)
        kini = modal[None, :, None]
        kali = kini * np.exp(self.kali.draw(ukuran, g, banyak, acak))
        naik = self.tambah.draw(ukuran, g, banyak, acak)
        tambah = kini + naik * self.satuan[g][None, :, None]
        return np.concatenate([kali, np.maximum(tambah, 0)])


def learn(
    modal: np.ndarray, ukuran: np.ndarray, paling_sedikit: int
) -> Pertumbuhan | None:
    """What past capital teaches; None when fewer than two pairs of periods count.

    `modal` is groups × periods in rupiah, NaN where unknown or none; `ukuran` the
    group's third of the city in each period. Only pairs of consecutive periods with
    `paling_sedikit` groups count.
    """
    beda = np.diff(modal, axis=1)
    cukup = (~np.isnan(beda)).sum(axis=0) >= paling_sedikit
    if cukup.sum() < 2:
        return None
    ada = ~np.isnan(modal)
    satuan = np.where(ada, modal, 0).sum(axis=1) / np.maximum(ada.sum(axis=1), 1)
    satuan = np.where(satuan > 0, satuan, np.nan)
    awal = ukuran[:, :-1][:, cukup]
    kali = _learn(np.diff(np.log(modal), axis=1)[:, cukup], awal)
    return Pertumbuhan(kali, _learn((beda / satuan[:, None])[:, cukup], awal), satuan)


def _learn(beda: np.ndarray, awal: np.ndarray) -> Laju:
    bersama = np.nanmedian(beda, axis=0)
    lepas = beda - bersama
    sendiri, lebar = _own(lepas)
    n = beda.shape[1]
    # the paces were fitted to the same changes, so what is left looks too small
    sisa = (lepas - sendiri[:, None]) * np.sqrt(n / (n - 1))
    ada = ~np.isnan(sisa)
    per_ukuran = (sisa[ada & (awal == s)] for s in range(3))
    return Laju(
        bersama, sendiri, lebar,
        tuple(isi if len(isi) else sisa[ada] for isi in per_ukuran),
    )  # fmt: skip


def _own(lepas: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each group's own pace and its width, drawn together (empirical Bayes, normal).

    A jump counts for no more than three usual widths: a grant is no pace.
    """
    ada = ~np.isnan(lepas)
    batas = _JAUH * _MAD * np.median(np.abs(lepas[ada]))
    jinak = np.where(ada, np.clip(lepas, -batas, batas), 0.0)
    banyak = ada.sum(axis=1)
    rata = jinak.sum(axis=1) / np.maximum(banyak, 1)
    sisa = np.where(ada, jinak - rata[:, None], 0.0)
    dalam = (sisa**2).sum() / max(int((banyak - 1).clip(0).sum()), 1)
    tahu = banyak > 1
    antar = 0.0
    if tahu.sum() > 1:
        antar = max(rata[tahu].var(ddof=1) - (dalam / banyak[tahu]).mean(), 0.0)
    bobot = antar * banyak / np.maximum(antar * banyak + dalam, 1e-12)
    return bobot * rata, np.sqrt(antar * (1 - bobot))
