"""Cities of known truth for the early warnings: calm ones, and ones with a decline.

A calm city has groups of every temper, each of which goes on as it is: members come
and go, meetings fall out by chance, overdue loans and books waver, one report in twelve
is missing, a kelurahan is late or forgets. A planted decline of one kind begins in a
known quarter for one group in four (for the kind "lapor": one kelurahan in four).
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.frames import empty_frames, schemas
from reference.kosakata import BUKU, TUNGGAKAN
from reference.periode import Periode
from reference.tulisan import WIB
from reference.wilayah import kelurahan

PERTAMA = Periode.parse("2022-T1")
TIDAK_LAPOR = 1 / 12
LUPA = 0.03
KELUAR_MASUK = 0.02
_PER_KELURAHAN = 4
DITANAM = {
    "rapat": "hanya satu dari sepuluh rapat yang biasa masih terlaksana",
    "anggota": "rata-rata 15 dari 100 anggota berhenti tiap triwulan",
    "tunggakan": "rasio tunggakan bertambah 8 poin tiap triwulan",
    "buku": "dua dari delapan buku mundur satu angka tiap triwulan",
    "lapor": "kelurahan berhenti melapor sama sekali",
}
"""What each planted decline looks like, in words."""
_SUSUT, _RAPAT_SISA, _TAMBAH_POIN, _BUKU_TURUN = 0.15, 0.1, 8.0, 2


@dataclass
class _Kelompok:
    """A group that lives: its temper, and where it stands now."""

    kode: str
    acak: np.random.Generator
    rapat: float
    anggota: int
    tunggakan: float
    biasa: np.ndarray
    buku: np.ndarray
    pinjaman: int
    rusak: str = ""
    sejak: int = 99
    lebih: float = field(default=0.0)

    def quarter(self, t: int) -> dict[str, Any]:
        """What it would report of one quarter."""
        rusak = self.rusak if t >= self.sejak else ""
        masuk = self.acak.binomial(self.anggota, KELUAR_MASUK)
        pergi = _SUSUT if rusak == "anggota" else KELUAR_MASUK
        keluar = self.acak.binomial(self.anggota, pergi)
        masuk = 0 if rusak == "anggota" else masuk
        self.anggota = max(3, self.anggota + int(masuk) - int(keluar))
        self.lebih += _TAMBAH_POIN if rusak == "tunggakan" else 0.0
        self._books(rusak)
        peluang = self.rapat * (_RAPAT_SISA if rusak == "rapat" else 1.0)
        rasio = self.tunggakan * self.acak.uniform(0.6, 1.4) + self.lebih
        tunggak = round(self.pinjaman * min(90.0, rasio) / 100 / 5_000) * 5_000
        return {
            "anggota_akhir": self.anggota,
            "anggota_masuk": int(masuk),
            "anggota_keluar": int(keluar),
            "rapat_direncanakan": 3,
            "rapat_terlaksana": int(self.acak.binomial(3, peluang)),
            "pinjaman_beredar": self.pinjaman,
            **dict.fromkeys(TUNGGAKAN, 0),
            TUNGGAKAN[0]: tunggak,
            **dict(zip(BUKU, map(int, self.buku), strict=True)),
        }

    def _books(self, rusak: str) -> None:
        """Books waver by one around what this group is used to; or go to pieces."""
        if rusak == "buku":
            for i in self.acak.permutation(np.flatnonzero(self.buku))[:_BUKU_TURUN]:
                self.buku[i] -= 1
                self.biasa[i] = self.buku[i]
            return
        goyah = self.acak.random(len(BUKU)) < 0.04
        geser = np.where(goyah, self.acak.choice((-1, 1), len(BUKU)), 0)
        self.buku = np.clip(self.biasa + geser, 0, 2)


@dataclass(frozen=True)
class KotaUji:
    """A city, its periods, and what was planted: code → the first quarter affected."""

    data: Data
    periodes: tuple[Periode, ...]
    tanam: dict[str, Periode]


def city(benih: int, n_periode: int = 14, rusak: str = "") -> KotaUji:
    """A city of 29 kelurahan with four groups each; `rusak` is the kind planted.

    The same seed gives the same city.
    """
    acak = np.random.default_rng([35_74, benih])
    periodes = tuple(PERTAMA.shift(i) for i in range(n_periode))
    posisi, daftar, kiriman, tanam = [], [], [], {}
    for nomor, w in enumerate(kelurahan()):
        sejak = int(acak.integers(8, n_periode - 2))
        berhenti = sejak if rusak == "lapor" and nomor % 4 == 0 else 99
        if berhenti < n_periode:
            tanam[w] = periodes[berhenti]
        kirim = _sent(acak, w, periodes, berhenti)
        kiriman += [b for b in kirim if b is not None]
        for i in range(_PER_KELURAHAN):
            k = _born(acak, f"{w}-{i + 1:02d}")
            if rusak not in ("", "lapor") and i == nomor % _PER_KELURAHAN:
                k.rusak, k.sejak = rusak, sejak
                tanam[k.kode] = periodes[sejak]
            daftar.append(_keys(k.kode) | {"periode_pertama": str(periodes[0])})
            for t, p in enumerate(periodes):
                isi = k.quarter(t)
                if kirim[t] is not None and acak.random() > TIDAK_LAPOR:
                    posisi.append(_keys(k.kode) | {"periode": str(p), **isi})
    return KotaUji(_data(posisi, daftar, kiriman), periodes, tanam)


def _born(acak: np.random.Generator, kode: str) -> _Kelompok:
    biasa = acak.integers(0, 3, len(BUKU))
    biasa[:4] = np.maximum(biasa[:4], 1)
    return _Kelompok(
        kode, np.random.default_rng(acak.integers(2**32)),
        rapat=float(acak.choice((0.95, 0.9, 0.85, 0.7, 0.55, 0.4))),
        anggota=int(acak.integers(9, 36)),
        tunggakan=float(acak.choice((0.0, 2.0, 4.0, 6.0, 10.0, 15.0))),
        biasa=biasa, buku=biasa.copy(), pinjaman=int(acak.integers(6, 60)) * 100_000,
    )  # fmt: skip


def _sent(
    acak: np.random.Generator, w: str, periodes: tuple[Periode, ...], berhenti: int
) -> list[dict[str, Any] | None]:
    """One submission a period, or None: forgotten, or stopped."""
    hasil: list[dict[str, Any] | None] = []
    for t, p in enumerate(periodes):
        hari = p.deadline + dt.timedelta(days=int(acak.integers(-12, 12)))
        lupa = acak.random() < LUPA or t >= berhenti
        isi = {
            "kode_wilayah": w, "periode": str(p), "keadaan": "diterima",
            "n_tertahan": 0, "diterima_pada": dt.datetime(*hari.timetuple()[:3], 9),
        }  # fmt: skip
        hasil.append(None if lupa else isi)
    return hasil


def _keys(kode: str) -> dict[str, Any]:
    return {
        "kode_kelompok": kode, "kode_wilayah": kode[:13], "kode_kecamatan": kode[:8],
        "nama_kelompok": f"Uji {kode[-7:]}", "status": "aktif",
    }  # fmt: skip


def _data(*isi: list[dict[str, Any]]) -> Data:
    kosong, skema = empty_frames(), schemas()
    nama = ("posisi", "kelompok", "kiriman")
    frames = {n: _frame(b, skema[n]) for n, b in zip(nama, isi, strict=True)}
    lain = {n: kosong[n] for n in ("kelurahan", "langkah", "kegiatan")}
    return Data(**frames, **lain)


def _frame(baris: list[dict[str, Any]], skema: dict[str, Any]) -> pd.DataFrame:
    """Rows as a frame of the contract; what is not given is not reported."""
    tabel = pd.DataFrame(baris)
    if "diterima_pada" in tabel:
        tabel["diterima_pada"] = tabel["diterima_pada"].dt.tz_localize(WIB)
    kosong = {"object": frozenset(), "bool": False}
    return pd.DataFrame(
        {
            k: tabel[k].astype(d)
            if k in tabel
            else pd.Series([kosong.get(d)] * len(tabel), dtype=d)
            for k, d in skema.items()
        }
    )
