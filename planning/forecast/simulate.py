"""Made-up cities whose truth is known, to prove forecasts on: never shown to anybody.

Chances differ by rung, season (only the second and fourth quarter assess), kecamatan,
capital, and from group to group for reasons that nobody reports; a group that has just
risen rests for a year. Some reports are missing, some groups fall back, a few get a
grant, and capital has good and bad quarters that all groups share.
"""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.frames import empty_frames
from reference.kosakata import MODAL_UP2K, pilihan_untuk
from reference.periode import Periode
from reference.wilayah import kelurahan

TERAKHIR = Periode.parse("2026-T3")
_DIAM = 0.06
_TURUN = 0.01
_HIBAH = 0.03


@dataclass(frozen=True, eq=False)
class Simulasi:
    """A made-up city: what was reported, and what nobody can know yet.

    `naik` says for each group how many periods after the last one it first stands above
    the rung on which it then stood (inf: not within `n_depan`); `modal` is the capital
    to come, groups × periods; `pada` the day on which the known past ends.
    """

    data: Data
    naik: pd.Series
    modal: np.ndarray
    pada: dt.date


def city(
    benih: int,
    *,
    n_kelompok: int = 110,
    n_periode: int = 12,
    n_depan: int = 12,
    peluang: float = 0.11,
    beda: float = 0.4,
) -> Simulasi:
    """A city of so many groups, over so many periods known and to come.

    `peluang` is about the chance of rising when assessed, `beda` how unlike groups are
    for reasons that nobody reports (a standard deviation of logits).
    """
    acak = np.random.default_rng(benih)
    semua = n_periode + n_depan
    wilayah = places(n_kelompok)
    modal, hibah = _capital(acak, n_kelompok, semua)
    dinilai = [TERAKHIR.shift(t + 1 - n_periode).nomor % 2 == 0 for t in range(semua)]
    jenjang = _climb(acak, wilayah, modal, dinilai, peluang, beda)
    kode = [f"{w}-{i:03d}" for i, w in enumerate(wilayah)]
    lalu = [TERAKHIR.shift(i + 1 - n_periode) for i in range(n_periode)]
    naik = jenjang[:, n_periode:] > jenjang[:, [n_periode - 1]]
    pertama = np.where(naik.any(axis=1), naik.argmax(axis=1) + 1.0, np.inf)
    return Simulasi(
        _data(acak, kode, lalu, jenjang, modal, hibah),
        pd.Series(pertama, index=kode),
        modal[:, n_periode:],
        TERAKHIR.end,
    )


def places(n: int) -> np.ndarray:
    """The kelurahan of each of so many groups."""
    return np.array(list(kelurahan()))[np.arange(n) % len(kelurahan())]


def past_and_to_come(
    benih: int, n: int = 110, n_periode: int = 12, n_depan: int = 4
) -> tuple[np.ndarray, np.ndarray]:
    """Capital alone, groups × periods: as reported so far (NaN where not), and to come.

    The same growth as in `city`, without the frames around it, so that hundreds of
    cities can be tried.
    """
    acak = np.random.default_rng(benih)
    modal, _ = _capital(acak, n, n_periode + n_depan)
    lalu = modal[:, :n_periode]
    return np.where(acak.random(lalu.shape) < _DIAM, np.nan, lalu), modal[:, n_periode:]


def _capital(
    acak: np.random.Generator, n: int, semua: int
) -> tuple[np.ndarray, np.ndarray]:
    """Capital and the grants in it, in rupiah."""
    laju = acak.normal(0.02, 0.01) + acak.normal(0, 0.012, (n, 1))
    bersama = acak.normal(0, 0.015, (1, semua))
    sendiri = acak.standard_t(4, (n, semua)) * 0.02
    modal = np.empty((n, semua))
    kini = np.exp(acak.normal(15, 0.7, n))
    hibah = np.where(acak.random((n, semua)) < _HIBAH, 500_000.0, 0.0)
    for t in range(semua):
        kini = kini * np.exp((laju + bersama + sendiri)[:, t]) + hibah[:, t]
        modal[:, t] = kini
    return modal.round(), hibah.cumsum(axis=1)


def _climb(
    acak: np.random.Generator,
    wilayah: np.ndarray,
    modal: np.ndarray,
    dinilai: list[bool],
    peluang: float,
    beda: float,
) -> np.ndarray:
    """The rung of every group at every period's end."""
    induk = {k: i for i, k in enumerate(sorted({w[:8] for w in wilayah}))}
    tetap = acak.normal(0, 0.4, len(induk))[[induk[w[:8]] for w in wilayah]]
    tetap = tetap + acak.normal(0, beda, len(wilayah))
    turun_anak = np.array([0.0, acak.normal(-0.6, 0.3), acak.normal(-0.9, 0.3)])
    daya = acak.normal(0.3, 0.2)
    dasar = np.log(peluang / (1 - peluang))
    kini = acak.choice(4, len(wilayah), p=(0.45, 0.4, 0.13, 0.02))
    hasil = np.empty((len(wilayah), len(dinilai)))
    sejak = acak.integers(0, 16, len(wilayah))
    for t, nilai in enumerate(dinilai):
        besar = (modal[:, t].argsort().argsort() / len(modal) - 0.5) * 2
        eta = dasar + tetap + turun_anak[np.minimum(kini, 2)] + daya * besar
        boleh = (kini < 3) & (sejak >= 4) & nilai
        naik = boleh & (acak.random(len(kini)) < 1 / (1 + np.exp(-eta)))
        turun = ~naik & (kini > 0) & (acak.random(len(kini)) < _TURUN)
        kini = kini + naik - turun
        sejak = np.where(naik, 0, sejak + 1)
        hasil[:, t] = kini
    return hasil


def _data(
    acak: np.random.Generator,
    kode: list[str],
    lalu: list[Periode],
    jenjang: np.ndarray,
    modal: np.ndarray,
    hibah: np.ndarray,
) -> Data:
    g, t = np.nonzero(acak.random((len(kode), len(lalu))) >= _DIAM)
    nama = np.array(kode)[g]
    anak = np.array(list(pilihan_untuk("tingkat")))
    posisi = pd.DataFrame(
        {
            "kode_kelompok": nama,
            "kode_wilayah": [k[:13] for k in nama],
            "kode_kecamatan": [k[:8] for k in nama],
            "periode": np.array([str(p) for p in lalu])[t],
            "status": "aktif",
            "tingkat": anak[jenjang[g, t].astype(int)],
            "tahap": "up2k",
            **dict.fromkeys(MODAL_UP2K, 0),
        }
    )
    posisi["hibah_pemerintah"] = hibah[g, t]
    posisi["simpanan_wajib"] = modal[g, t] - hibah[g, t]
    berdiri = pd.Timestamp("2010-01-01") + pd.to_timedelta(
        acak.integers(0, 4700, len(kode)), unit="D"
    )
    daftar = pd.DataFrame(
        {
            "kode_kelompok": kode,
            "kode_wilayah": [k[:13] for k in kode],
            "kode_kecamatan": [k[:8] for k in kode],
            "nama_kelompok": kode,
            "tanggal_berdiri": berdiri,
            "periode_pertama": str(lalu[0]),
        }
    )
    kosong = empty_frames()
    kosong |= {"posisi": _shaped(posisi, kosong["posisi"])}
    kosong |= {"kelompok": _shaped(daftar, kosong["kelompok"])}
    nama_bingkai = ("posisi", "kelurahan", "langkah", "kegiatan", "kelompok", "kiriman")
    return Data(**{n: kosong[n] for n in nama_bingkai})


def _shaped(isi: pd.DataFrame, kosong: pd.DataFrame) -> pd.DataFrame:
    """Every column of the contract, NA where nothing is made up for it."""
    return isi.reindex(columns=kosong.columns).astype(
        {k: d for k, d in kosong.dtypes.items() if d != "bool"}
    )
