"""The chance of rising to the next rung by the next period, learned from all groups.

A discrete-time hazard with partial pooling: logit of the chance = a common level + an
effect of each class (rung, season, kecamatan, capital, age, time since the last rise),
each family of effects drawn from its own normal distribution, whose width is learned
too. A class with little history so leans on the others. Fitted with
`statsmodels.genmod.bayes_mixed_glm.BinomialBayesMixedGLM`; why is in
docs/decisions/2026-11-24-hazard-statsmodels.md.
"""

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from planning.forecast.character import Watak, learn

DRAWS = 400
_BENIH = 20_261_124
_LEBAR_UMUM = 3.0


@dataclass(frozen=True, eq=False)
class Bahaya:
    """A fitted hazard: `golongan` (levels of each family), `undian` and `watak`.

    `undian` are draws of the effects given the history (draws × effects, the common
    level first): what is not known about them stays in all that is computed. `watak`
    is what each group's own past says of it.
    """

    golongan: dict[str, int]
    undian: np.ndarray
    watak: Watak

    def chances(self, tabel: pd.DataFrame) -> np.ndarray:
        """The chance of rising for each row of `history.classes`: draws × rows."""
        kali, geser = self.watak.draw(tabel["kelompok"].to_numpy(), len(self.undian))
        eta = kali * lines(self.undian, self.golongan, tabel) + geser
        return 1 / (1 + np.exp(-eta))


def lines(
    efek: np.ndarray, golongan: dict[str, int], tabel: pd.DataFrame
) -> np.ndarray:
    """Logits of the chance of rising for each draw of the effects and each row."""
    eta = efek[:, [0]] + np.zeros((1, len(tabel)))
    mulai = 1
    for nama, banyak in golongan.items():
        eta = eta + efek[:, mulai + tabel[nama].to_numpy()]
        mulai += banyak
    return eta


def fit(tabel: pd.DataFrame, golongan: dict[str, int]) -> Bahaya:
    """Learn from `history.exposures`; there must be rows with and without a rise.

    `golongan` names the columns used and how many levels each has, seen or not.
    """
    from statsmodels.genmod.bayes_mixed_glm import BinomialBayesMixedGLM
    from statsmodels.tools.sm_exceptions import ConvergenceWarning

    naik = tabel["naik"].to_numpy()
    tanda = np.hstack(
        [np.eye(n)[tabel[nama].to_numpy()] for nama, n in golongan.items()]
    )
    milik = np.repeat(np.arange(len(golongan)), list(golongan.values()))
    umum = np.ones((len(naik), 1))
    model = BinomialBayesMixedGLM(naik, umum, tanda, milik, fe_p=_LEBAR_UMUM)
    n = 1 + len(golongan) + len(milik)
    with warnings.catch_warnings():
        # the last digits of the search do not matter beside what the draws add
        warnings.simplefilter("ignore", ConvergenceWarning)
        hasil = model.fit_vb(sd=np.full(n, 0.5), minim_opts={"gtol": 0.01})
    tengah = np.concatenate([hasil.fe_mean, hasil.vc_mean])
    eta = lines(tengah[None, :], golongan, tabel)[0]
    watak = learn(eta, naik, tabel["kelompok"].to_numpy())
    undian = _draws(hasil, tengah, np.hstack([umum, tanda]), milik)
    return Bahaya(golongan, undian, watak)


def _draws(
    hasil: Any,  # noqa: ANN401
    tengah: np.ndarray,
    rancangan: np.ndarray,
    milik: np.ndarray,
) -> np.ndarray:
    """Draws around the fit, with the curvature of the whole likelihood.

    The fit takes all effects as independent, which makes each look too certain; the
    curvature at its centre, for a drawn width of each family, says how they hang
    together.
    """
    acak = np.random.default_rng(_BENIH)
    p = 1 / (1 + np.exp(-rancangan @ tengah))
    info = (rancangan * (p * (1 - p))[:, None]).T @ rancangan
    undian = np.empty((DRAWS, len(tengah)))
    for d in range(DRAWS):
        lebar = np.exp(acak.normal(hasil.vcp_mean, hasil.vcp_sd))[milik]
        prior = np.concatenate([[_LEBAR_UMUM**-2.0], lebar**-2.0])
        akar = np.linalg.cholesky(info + np.diag(prior))
        undian[d] = tengah + np.linalg.solve(akar.T, acak.standard_normal(len(tengah)))
    return undian
