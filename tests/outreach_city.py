"""Events and attendance as frames, drawn by hand and made up; functions of a seed."""

import dataclasses

import numpy as np
import pandas as pd

from indicators.data import Data
from reference.wilayah import kelurahan
from tests.action_city import simulated
from tests.city import frame, rows

_ACARA = {
    "kode": "kode_acara", "orang": "peserta_orang", "wilayah": "peserta",
    "diundang": "diundang_orang", "hadir": "hadir_orang",
}  # fmt: skip


def frames(acara: str, kehadiran: str) -> dict[str, pd.DataFrame]:
    """Drawn tables as the frames `acara` and `kehadiran`; `-` is not said."""
    hasil = {}
    for nama, gambar in (("acara", acara), ("kehadiran", kehadiran)):
        isi = [{_ACARA.get(k, k): v for k, v in r.items()} for r in rows(gambar)]
        hasil[nama] = frame(nama, isi)
    return hasil


def reached_city(
    benih: int, n: int = 12, naik_rp: int = 0, guncangan_rp: int = 0
) -> Data:
    """A city of 145 groups, `n` kelurahan of which an event reached on 10 May 2026.

    They reported for 2026-T1 and 2026-T4. `naik_rp` is what the event adds to the
    capital of every group it reached; `guncangan_rp` the spread of what the groups of
    one kelurahan have in common, reached or not.
    """
    acak = np.random.default_rng(benih + 1000)
    data = simulated(benih, n_dibina=0)
    kode = list(kelurahan())
    ikut = sorted(acak.choice(kode, n, replace=False).tolist())
    tambah = {k: acak.normal(0, guncangan_rp) + naik_rp * (k in ikut) for k in kode}
    p = data.posisi
    akhir = p["periode"] == "2026-T4"
    naik = p["kode_wilayah"].map(tambah).where(akhir, 0.0).round().astype("int64")
    baru = (p["simpanan_wajib"] + naik).clip(lower=0)
    isi = frames(
        "kode | nama | jenis | tanggal\nA1 | Pelatihan | pelatihan | 2026-05-10",
        "kode | wilayah | peran | diundang | hadir\n"
        + "\n".join(f"A1 | {k} | poksus | 3 | 2" for k in ikut),
    )
    return dataclasses.replace(data, posisi=p.assign(simpanan_wajib=baru), **isi)
