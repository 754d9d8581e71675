"""How often past fans of capital held, a year after they would have been made."""

import datetime as dt
from dataclasses import replace

import numpy as np

from indicators.data import Data
from indicators.places import place_index
from planning.forecast.batas import Batas
from planning.forecast.capital import Modal, edges, read, usable
from planning.forecast.growth import learn
from planning.forecast.rungs import last_period
from planning.forecast.tally import Hitungan


def score(data: Data, by: str, pada: dt.date) -> Hitungan:
    """What became of the fans of all places of a level (or all groups), a year on.

    At the end of each period with enough history and a year after it, growth is
    learned from the reports up to then; the capital of the groups that reported both
    then and a year later is held against the fan of those same groups.
    """
    kunci = ("skor modal", by, pada)
    return data.kept(kunci, lambda: _score(data, by, pada))


def _score(data: Data, by: str, pada: dt.date) -> Hitungan:
    batas, m = Batas.pada(data, pada), read(data, last_period(data, pada))
    di = np.arange(len(m.kode)) if by == "kelompok" else data.positions[by]
    tempat = len(m.kode) if by == "kelompok" else len(place_index(by))
    jauh = batas.jangka_modal * m.periodes[-1].per_year // 12
    diperiksa = tepat = 0
    for n in range(2, len(m.periodes) - jauh + 1):
        dulu = _until(m, n)
        if usable(dulu.nilai, batas.kelompok_modal) < batas.perubahan_modal:
            continue
        kini, nanti = dulu.nilai[:, -1], m.nilai[:, n - 1 + jauh]
        g = np.flatnonzero(~np.isnan(kini) & ~np.isnan(nanti) & (di >= 0))
        laju = learn(dulu.nilai, dulu.ukuran, batas.kelompok_modal)
        if laju is None or not len(g):
            continue
        undian = laju.draw(kini[g], dulu.ukuran[g, -1], g, jauh)[:, :, -1]
        wakil = np.eye(tempat)[di[g]]
        bawah, _, atas = edges(undian @ wakil, batas.bagian)
        nyata, ada = nanti[g] @ wakil, wakil.any(axis=0)
        diperiksa += int(ada.sum())
        tepat += int((ada & (bawah <= nyata) & (nyata <= atas)).sum())
    return Hitungan(diperiksa, tepat)


def _until(m: Modal, n: int) -> Modal:
    return replace(
        m, periodes=m.periodes[:n], nilai=m.nilai[:, :n], ukuran=m.ukuran[:, :n]
    )
