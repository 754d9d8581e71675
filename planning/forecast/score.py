"""How often past ranges held: refitted on past days with what was known by then."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.data import Data
from planning.forecast import hazard, history, rungs, spread
from planning.forecast.batas import Batas
from planning.forecast.history import Riwayat
from planning.forecast.outlook import levels, outlook, steps
from planning.forecast.reasons import reasons
from planning.forecast.tally import Hitungan

PALING_BANYAK = 6


@dataclass(frozen=True, eq=False)
class Skor:
    """What became of past ranges.

    `rincian` has a row a forecast: kode_kelompok, `periode` at whose end it would have
    been made, `bawah` and `atas` in periods, `isi` (the chance that it holds, by its
    own reckoning), `jadi` (1 held, 0 missed, NaN cannot be told). `brier` are mean
    squared errors of the chance within twelve months (0 is perfect) on the same groups:
    ours, "no change", and "same pace as so far".
    """

    rincian: pd.DataFrame
    brier: dict[str, float]

    @property
    def hitungan(self) -> Hitungan:
        """How many can be checked, and how many held."""
        jadi = self.rincian["jadi"]
        return Hitungan(int(jadi.notna().sum()), int(jadi.sum()))

    @property
    def diharapkan(self) -> int | None:
        """How many of a hundred should have held by what the ranges claim."""
        isi = self.rincian["isi"][self.rincian["jadi"].notna()]
        return round(100 * float(isi.mean())) if len(isi) else None

    @property
    def kalimat(self) -> str:
        """The score for people."""
        return self.hitungan.kalimat


def score(data: Data, sumbu: str = "tingkat", pada: dt.date | None = None) -> Skor:
    """What became of the ranges of past periods, by the reports up to a day.

    At the end of each of the last `PALING_BANYAK` periods with enough history and a
    year after it, the model learns again from the reports up to then. Each range is
    asked for no further ahead than the group's newest report, so that every one can be
    checked; were only those counted whose end has passed, early rises would weigh too
    much.
    """
    kunci = ("skor jenjang", sumbu, pada)
    return data.kept(kunci, lambda: _score(data, sumbu, pada))


def _score(data: Data, sumbu: str, pada: dt.date | None) -> Skor:
    lembar: list[pd.DataFrame] = []
    if data.periodes:
        hari = pada or data.periodes[-1].end
        batas = Batas.pada(data, hari)
        r = history.read(data, sumbu, rungs.last_period(data, hari))
        setahun = r.periodes[0].per_year if r.periodes else 1
        for n in range(len(r.periodes) - setahun, 1, -1):
            if len(lembar) == PALING_BANYAK:
                break
            lembar += _then(r, n, batas, setahun)
    semua = pd.concat(lembar, ignore_index=True) if lembar else _NONE
    ada = semua.dropna(subset=["setahun"])
    kira = {"kami": "peluang", "tetap": "peluang_tetap", "laju": "peluang_laju"}
    galat = {n: ((ada[k] - ada["setahun"]) ** 2).mean() for n, k in kira.items()}
    return Skor(semua[list(_RINCIAN)], galat)


_RINCIAN = ("kode_kelompok", "periode", "bawah", "atas", "isi", "jadi")
_NONE = pd.DataFrame(
    {
        k: pd.Series(dtype="object")
        for k in (*_RINCIAN, "setahun", "peluang", "peluang_tetap", "peluang_laju")
    }
)


def _then(r: Riwayat, n: int, batas: Batas, setahun: int) -> list[pd.DataFrame]:
    """The forecasts of the end of period `n`, with what came; none if refused."""
    dulu, akhir = r.until(n), r.periodes[n - 1]
    tabel = history.exposures(dulu)
    alasan, _ = reasons(dulu, tabel, akhir, batas)
    jauh = np.minimum(r.last_known() - (n - 1), batas.jangka_jenjang * setahun // 12)
    g = np.flatnonzero((alasan == "") & (jauh >= setahun))
    if not len(g):
        return []
    model = hazard.fit(tabel, levels(dulu))
    peluang = outlook(dulu, model, g, akhir, int(jauh[g].max()))
    hasil = pd.DataFrame({"kode_kelompok": r.kode[g], "periode": str(akhir)})
    hasil["peluang"] = peluang[:, : setahun + 1].sum(axis=1)
    hasil["peluang_tetap"] = 0.0
    hasil["peluang_laju"] = history.same_pace(tabel, r.kode[g], setahun)
    awal, ujung, isi = _ranges(peluang, jauh[g], batas.bagian / 100)
    paling_awal, paling_lambat = truth(r, g, dulu.last_known()[g], n, jauh[g])
    hasil["bawah"], hasil["atas"], hasil["isi"] = awal, ujung, isi
    hasil["jadi"] = _verdict(
        (paling_awal >= awal) & (paling_lambat <= ujung),
        (paling_lambat < awal) | (paling_awal > ujung),
    )
    hasil["setahun"] = _verdict(paling_lambat <= setahun, paling_awal > setahun)
    return [hasil]


def _ranges(
    peluang: np.ndarray, jauh: np.ndarray, bagian: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The range of each group, with all beyond its own newest report taken together.

    And the chance that it holds: in few steps to come nothing may be near `bagian`.
    """
    awal, ujung = np.zeros(len(jauh), dtype=int), np.zeros(len(jauh), dtype=int)
    isi = np.zeros(len(jauh))
    for c in np.unique(jauh):
        sama = jauh == c
        p = peluang[sama]
        dekat = np.column_stack([p[:, : c + 1], p[:, c + 1 :].sum(axis=1)])
        awal[sama], ujung[sama] = spread.choose(dekat, bagian)
        sampai = np.cumsum(np.column_stack([np.zeros(len(p)), dekat]), axis=1)
        i = np.arange(len(p))
        isi[sama] = sampai[i, ujung[sama] + 1] - sampai[i, awal[sama]]
    return awal, ujung, isi


def truth(
    r: Riwayat, g: np.ndarray, dasar: np.ndarray, n: int, jauh: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The earliest and the latest step at which each group may have risen.

    They differ where the group was silent between; a group that had not risen by its
    newest report rose, if ever, in the step after it.
    """
    awal, akhir = [], []
    for i, j, c in zip(g, dasar, jauh, strict=True):
        lalu = steps(r.periodes[n - 1], r.periodes[j])
        for o in range(1, int(c) + 1):
            kini = r.jenjang[i, n - 1 + o]
            if kini > r.jenjang[i, j]:
                break
            lalu = lalu if np.isnan(kini) else o
        else:
            o = int(c) + 1
        awal.append(max(lalu + 1, 0))
        akhir.append(o)
    return np.array(awal), np.array(akhir)


def _verdict(ya: np.ndarray, tidak: np.ndarray) -> np.ndarray:
    return np.where(ya, 1.0, np.where(tidak, 0.0, np.nan))
