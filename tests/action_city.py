"""Made-up cities with actions in them, whose truth is known; functions of a seed."""

import datetime as dt

import numpy as np
import pandas as pd

from indicators.data import Data
from reference.kosakata import BUKU, at_level
from reference.periode import Periode
from reference.wilayah import kelurahan
from tests.city import frame

AWAL, AKHIR = Periode.parse("2026-T1"), Periode.parse("2026-T4")
PADA = dt.date(2027, 1, 20)
PER_KELURAHAN = 5


def simulated(benih: int, n_dibina: int = 30, naik_rp: int = 0, naik_buku: int = 0):
    """A city of 145 groups reporting twice, `n_dibina` of them acted on in 2026-T2.

    `naik_rp` and `naik_buku` are what the action adds to the capital and to the score
    of the books; with 0 the groups acted on are like all others.
    """
    acak = np.random.default_rng(benih)
    kode = [f"{w}-{i:02d}" for w in kelurahan() for i in range(1, PER_KELURAHAN + 1)]
    dibina = set(acak.choice(kode, n_dibina, replace=False).tolist())
    posisi = []
    for k in kode:
        modal = float(acak.lognormal(14.5, 0.5))
        anggota, buku = int(acak.integers(10, 25)), int(acak.integers(0, 12))
        for p, lagi in ((AWAL, False), (AKHIR, True)):
            if lagi:
                modal += acak.exponential(150_000) - 50_000 + naik_rp * (k in dibina)
                buku += int(acak.integers(-2, 4)) + naik_buku * (k in dibina)
            posisi.append(_row(k, p, modal, anggota, min(max(buku, 0), 16), acak))
    daftar = [
        {"kode_kelompok": k, "kode_wilayah": k[:-3], "kode_kecamatan": k[:8],
         "nama_kelompok": k, "periode_pertama": str(AWAL)}
        for k in kode
    ]  # fmt: skip
    tindakan = [
        action(f"TB-2026-{n:03d}", k, selesai="2026-05-10")
        for n, k in enumerate(sorted(dibina), 1)
    ]
    return _data(posisi, daftar, tindakan)


def action(kode: str, sasaran: str, **isi: object) -> dict:
    """A row of the register, done on 10 May 2026 unless told otherwise."""
    selesai = isi.pop("selesai", "2026-05-10")
    dasar = {
        "kode_tindakan": kode, "kode_wilayah": sasaran.partition("-")[0],
        "kode_kecamatan": sasaran[:8],
        "kode_kelompok": sasaran if "-" in sasaran else None,
        "jenis": "dampingi_buku", "status": "selesai", "tanggal_selesai": selesai,
        "tanggal_rencana": selesai, "pelaksana": "Pokja II", "biaya_rp": 350_000,
    }  # fmt: skip
    return {**dasar, **isi}


def register_frame(*rows: dict) -> pd.DataFrame:
    """Rows of the register as the frame of a Data."""
    return frame("tindakan", list(rows))


def _row(k: str, p: Periode, modal: float, anggota: int, buku: int, acak) -> dict:
    nol = dict.fromkeys((n for n, v in at_level("kelompok").items() if v.is_number), 0)
    penuh, sisa = divmod(buku, len(BUKU))
    nilai = [penuh + (i < sisa) for i in range(len(BUKU))]
    return {
        **nol, "kode_kelompok": k, "kode_wilayah": k[:-3], "kode_kecamatan": k[:8],
        "periode": str(p), "tingkat": "pemula", "tahap": "up2k", "status": "aktif",
        "anggota_akhir": anggota, "simpanan_wajib": max(int(modal), 0),
        "rapat_terlaksana": 3, "hadir_rata_rata": anggota * acak.uniform(0.5, 0.9),
        **dict(zip(BUKU, nilai, strict=True)),
    }  # fmt: skip


def _data(posisi: list[dict], daftar: list[dict], tindakan: list[dict]) -> Data:
    isi = {
        "posisi": posisi, "kelompok": daftar, "langkah": [], "kegiatan": [],
        "kelurahan": [], "kiriman": [],
    }  # fmt: skip
    return Data(
        **{n: frame(n, b) for n, b in isi.items()}, tindakan=register_frame(*tindakan)
    )
