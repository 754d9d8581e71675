"""Which places really differ from the city, and which order is mere chance.

Groups are dealt out to the places anew, a thousand times, each place keeping its
number of groups: what such a deal makes of a place is what chance can do. A place, or
a pair of places, is called different only when it goes beyond what the most extreme
of all places and pairs does in all but few of these deals; so the odds that anybody at
all is called different by mere chance stay under the set level (`salah_tuduh`).
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.compute import compute
from indicators.data import Data
from indicators.doubt import setting
from indicators.indicator import Indicator
from indicators.ranking import reasons, shared_ranks
from reference.periode import Periode

ULANGAN = 999
_BENIH = 35_74
# a place that is the whole city has no room for chance, but must not divide by 0
_KECIL = 1e-24
ATAS, BAWAH, WAJAR = "di atas batas wajar", "di bawah batas wajar", "dalam batas wajar"


@dataclass(frozen=True, slots=True)
class Corong:
    """The limits of chance around the city's rate, for places of any size.

    A rate of denominator D lies within chance between `kota` − `turun` × s and `kota`
    + `naik` × s, s = √(1/D − 1/`seluruh`); two rates do not differ when they are within
    `pasangan` × √(1/D + 1/D') of each other. Infinite where nothing can be said.
    """

    kota: float
    seluruh: float
    naik: float
    turun: float
    pasangan: float

    def limits(self, denominator: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Lower and upper limit at each denominator (> 0), in the rate's unit."""
        s = np.sqrt(np.maximum(1 / denominator - 1 / self.seluruh, _KECIL))
        return self.kota - self.turun * s, self.kota + self.naik * s

    def differ(self, rate: np.ndarray, denominator: np.ndarray) -> np.ndarray:
        """Whether each rate is really above each other one: a square of booleans."""
        s = np.sqrt(1 / denominator[:, None] + 1 / denominator[None, :])
        return rate[:, None] - rate[None, :] > self.pasangan * s


def corong(
    numerator: np.ndarray,
    denominator: np.ndarray,
    tempat: np.ndarray,
    dinilai: np.ndarray,
    peluang: float,
) -> Corong:
    """The limits from groups' parts, where each group is, and which places are judged.

    `tempat` holds a position for each group; groups of places that are not judged still
    tell how much groups differ. `peluang` (0 to 1) is the share of deals in which any
    place or any pair may go beyond. With fewer than two places to judge, or groups
    that do not differ at all, the limits are infinite.

    Source: max-statistic permutation test (Westfall & Young 1993), with the three kinds
    of claims (above, below, a pair) made equally rare before the joint maximum.
    """
    seluruh = float(denominator.sum())
    if not seluruh > 0:
        return Corong(np.nan, np.inf, np.inf, np.inf, np.inf)
    kota = float(numerator.sum()) / seluruh
    sisa = numerator - kota * denominator
    urut = np.argsort(np.where(dinilai[tempat], tempat, len(dinilai)), kind="stable")
    banyak = np.bincount(tempat, minlength=len(dinilai))[dinilai]
    banyak = banyak[banyak > 0]
    if len(banyak) < 2 or _all_equal(sisa, numerator):
        return Corong(kota, seluruh, np.inf, np.inf, np.inf)
    acak = np.random.default_rng(_BENIH)
    bagi = np.vstack([urut, acak.permuted(np.tile(urut, (ULANGAN, 1)), axis=1)])
    awal = np.concatenate([[0], np.cumsum(banyak)])
    bagi = bagi[:, : awal[-1]]
    e = np.add.reduceat(sisa[bagi], awal[:-1], axis=1)
    d = np.add.reduceat(denominator[bagi], awal[:-1], axis=1)
    naik, turun, pasangan = _joint(_extremes(e, d, seluruh), peluang)
    return Corong(kota, seluruh, naik, turun, pasangan)


def _all_equal(sisa: np.ndarray, numerator: np.ndarray) -> bool:
    return bool(np.abs(sisa).max() <= 1e-9 * np.abs(numerator).max())


def _extremes(e: np.ndarray, d: np.ndarray, seluruh: float) -> np.ndarray:
    """Of every deal the most extreme place above, below, and pair, standardised."""
    # a place that got no denominator says nothing: its limits are infinitely wide
    ada = d > 0
    lebar = np.divide(1.0, d, out=np.full(d.shape, np.inf), where=ada)
    selisih = np.divide(e, d, out=np.zeros(d.shape), where=ada)
    t = selisih / np.sqrt(np.maximum(lebar - 1 / seluruh, _KECIL))
    pasangan = np.zeros(len(d))
    for i in range(d.shape[1] - 1):
        beda = (selisih[:, i, None] - selisih[:, i + 1 :]) ** 2
        beda /= lebar[:, i, None] + lebar[:, i + 1 :]
        np.maximum(pasangan, beda.max(axis=1), out=pasangan)
    return np.column_stack([t.max(axis=1), -t.min(axis=1), np.sqrt(pasangan)])


def _joint(ekstrem: np.ndarray, peluang: float) -> tuple[float, float, float]:
    """The three limits that together are passed in `peluang` of the deals."""
    ke = min(int(np.ceil((1 - peluang) * len(ekstrem))), len(ekstrem)) - 1
    sendiri = np.sort(ekstrem, axis=0)[ke]
    sendiri = np.where(sendiri > 0, sendiri, np.inf)
    bersama = np.sort((ekstrem / sendiri).max(axis=1))[ke]
    naik, turun, pasangan = (float(v) for v in sendiri * max(bersama, 1.0))
    return naik, turun, pasangan


def shrunken(
    numerator: np.ndarray, denominator: np.ndarray, tempat: np.ndarray, banyak: int
) -> np.ndarray:
    """Each place's rate drawn towards the city's, the more the less stands behind it.

    weight of the own rate = τ² ÷ (τ² + σ²/D): σ² is how much groups of one place
    differ, τ² how much places differ beyond that (0 when no more than groups do; then
    every place gets the city's rate). `banyak` places; NaN where the denominator is 0.

    Source: empirical Bayes with variances by the method of moments (Bühlmann-Straub).
    """
    n, d = (np.bincount(tempat, w, banyak) for w in (numerator, denominator))
    if not d.sum() > 0:
        return np.full(banyak, np.nan)
    tarif, kota = n / np.where(d > 0, d, np.nan), n.sum() / d.sum()
    isi = denominator > 0
    di, bobot = tempat[isi], denominator[isi]
    derajat = int(isi.sum()) - len(np.unique(di))
    simpang = numerator[isi] / bobot - tarif[di]
    dalam = float((bobot * simpang**2).sum()) / derajat if derajat > 0 else 0.0
    k = int((d > 0).sum())
    antar = float(np.nansum(d * (tarif - kota) ** 2)) - (k - 1) * dalam
    penyebut = d.sum() - (d**2).sum() / d.sum()
    tau = max(0.0, antar / penyebut) if derajat > 0 and penyebut > 0 else 0.0
    berat = tau / (tau + dalam / np.where(d > 0, d, np.nan)) if tau else d * 0.0
    return np.where(d > 0, kota + berat * (tarif - kota), np.nan)


@dataclass(frozen=True, eq=False)
class Penilaian:
    """The places of one indicator and period, judged; shared, so never changed.

    `tabel`, the best first (the highest where neither is better), then those not
    judged: `value` (per group for a sum), `diperhalus` (shrunken), `penyebut`,
    `numerator`, `n_lapor`, `n_kelompok`, `batas_bawah`, `batas_atas`, `putusan` (one of
    `ATAS`, `WAJAR`, `BAWAH`; empty when not judged), `peringkat` and `sampai` (Int64:
    the ranks it may hold; who is not really different shares them), `seri`, `alasan`
    (why it is not judged). `per_kelompok`: of a sum. `minimal`, `salah`: the settings
    `kelompok_peringkat` and `salah_tuduh` it was judged by.
    """

    tabel: pd.DataFrame
    corong: Corong
    per_kelompok: bool
    minimal: int
    salah: float


def judge(
    indicator: Indicator, data: Data, periode: Periode, by: str = "kelurahan"
) -> Penilaian:
    """Judge the places of an indicator of groups (`level` "kelompok").

    A sum is judged by its mean per group: a total tells how many groups there are.
    """
    bagian = indicator.parts(data, periode)
    n = bagian["numerator"].to_numpy("float64") * indicator.scale
    jumlah = "denominator" not in bagian
    pembagi = np.ones(len(n)) if jumlah else bagian["denominator"].to_numpy("float64")
    posisi = data.groups.index.get_indexer(bagian.index)
    ada = ~np.isnan(n) & ~np.isnan(pembagi) & (posisi >= 0)
    di = data.positions[by][posisi[ada]]
    minimal = int(setting(data, "kelompok_peringkat", periode))
    tabel = _rates(indicator, data, periode, by, n[ada], pembagi[ada], di)
    tabel["alasan"] = reasons(indicator, tabel, minimal)
    dinilai = (tabel["alasan"] == "").to_numpy()
    salah = setting(data, "salah_tuduh", periode)
    batas = corong(n[ada], pembagi[ada], di, dinilai, salah / 100)
    return Penilaian(_judged(indicator, tabel, batas), batas, jumlah, minimal, salah)


def _rates(
    indicator: Indicator,
    data: Data,
    periode: Periode,
    by: str,
    n: np.ndarray,
    d: np.ndarray,
    di: np.ndarray,
) -> pd.DataFrame:
    nilai = compute(indicator, data, periode, by)
    banyak = len(nilai)
    pembilang, penyebut = (np.bincount(di, w, banyak) for w in (n, d))
    return pd.DataFrame(
        {
            "value": pembilang / np.where(penyebut > 0, penyebut, np.nan),
            "diperhalus": shrunken(n, d, di, banyak),
            "numerator": nilai["numerator"],
            "penyebut": penyebut,
            "n_lapor": nilai["n_lapor"],
            "n_kelompok": nilai["n_kelompok"],
        },
        index=nilai.index,
    )


def _judged(indicator: Indicator, tabel: pd.DataFrame, batas: Corong) -> pd.DataFrame:
    dinilai = (tabel["alasan"] == "").to_numpy()
    ada = tabel[dinilai]
    nilai, penyebut = ada["value"].to_numpy(), ada["penyebut"].to_numpy()
    bawah, atas = batas.limits(penyebut)
    beda = batas.differ(nilai, penyebut)
    peringkat, sampai = shared_ranks(beda.T if indicator.better == "low" else beda)
    kolom = pd.DataFrame(
        {
            "batas_bawah": bawah,
            "batas_atas": atas,
            "putusan": np.select([nilai > atas, nilai < bawah], [ATAS, BAWAH], WAJAR),
            "peringkat": pd.array(peringkat, dtype="Int64"),
            "sampai": pd.array(sampai, dtype="Int64"),
            "seri": sampai > peringkat,
        },
        index=ada.index,
    )
    hasil = tabel.join(kolom)
    hasil["putusan"] = hasil["putusan"].mask(~dinilai, "").astype("str")
    hasil["seri"] = hasil["seri"].eq(True)
    tanda = hasil["value"] if indicator.better == "low" else -hasil["value"]
    urut = hasil.assign(_luar=~dinilai, _v=tanda)
    return hasil.loc[urut.sort_values(["_luar", "_v"], kind="stable").index]
