"""What a group's own past says of it, beyond all that is known of groups like it.

Groups alike on paper climb at unlike speed. How unlike is learned from all of them (a
normal distribution, its width one of `LEBAR`); each group's own place in it from how
often it rose and how often it did not. Who long stayed will hardly hurry now.
"""

from dataclasses import dataclass

import numpy as np

LEBAR = np.array([0.0, 0.25, 0.5, 0.75, 1.0, 1.5])
_TITIK = 15
_BENIH = 20_261_125


@dataclass(frozen=True, eq=False)
class Watak:
    """Weights of every (width, place) of each group: groups × grid, adding up to 1.

    `kali` and `geser` are what each grid point does to a logit: groups that differ
    blur the effects that all of them show together, so `kali` undoes that (Zeger, Liang
    and Albert 1988). A group of which nothing is known has the last row.
    """

    bobot: np.ndarray
    kali: np.ndarray
    geser: np.ndarray

    def draw(self, g: np.ndarray, undian: int) -> tuple[np.ndarray, np.ndarray]:
        """Factor and shift for rows of groups `g`: draws × rows, one a group."""
        siapa, baris = np.unique(
            np.minimum(g, len(self.bobot) - 1), return_inverse=True
        )
        acak = np.random.default_rng(_BENIH).random((undian, len(siapa)))
        titik = np.empty(acak.shape, dtype=np.intp)
        for i, k in enumerate(siapa):
            titik[:, i] = np.searchsorted(self.bobot[k].cumsum()[:-1], acak[:, i])
        return self.kali[titik][:, baris], self.geser[titik][:, baris]


def learn(eta: np.ndarray, naik: np.ndarray, g: np.ndarray) -> Watak:
    """From logits of the chance of rising, whether it rose, and whose row it is."""
    z, w = np.polynomial.hermite_e.hermegauss(_TITIK)
    lebar, tempat = np.repeat(LEBAR, _TITIK), np.tile(z, len(LEBAR))
    kali, geser = np.sqrt(1 + 0.346 * lebar**2), lebar * tempat
    awal = np.log(np.tile(w / w.sum(), len(LEBAR)))
    x = eta[:, None] * kali + geser
    baris = naik[:, None] * x - np.logaddexp(0, x)
    log = np.zeros((int(g.max()) + 2, len(lebar)))
    np.add.at(log, g, baris)
    log = (log + awal).reshape(len(log), len(LEBAR), _TITIK)
    per_lebar = np.logaddexp.reduce(log, axis=2)
    mungkin = per_lebar.sum(axis=0)
    mungkin = mungkin - np.logaddexp.reduce(mungkin)
    bobot = np.exp(log - per_lebar[:, :, None] + mungkin[None, :, None])
    return Watak(bobot.reshape(len(log), -1), kali, geser)
