"""The chances of each group for the periods to come, from a fitted hazard."""

import numpy as np

from planning.forecast import history, spread
from planning.forecast.hazard import Bahaya
from planning.forecast.history import LAMA, MODAL, UMUR, Riwayat
from reference.kosakata import pilihan_untuk
from reference.periode import Periode
from reference.wilayah import kecamatan


def levels(r: Riwayat) -> dict[str, int]:
    """How many levels each family of effects has."""
    return {
        "jenjang": len(pilihan_untuk(r.sumbu)) - 1,
        "musim": r.periodes[0].per_year,
        "kecamatan": len(kecamatan()),
        "modal": len(MODAL),
        "umur": len(UMUR),
        "lama": len(LAMA),
    }


def outlook(
    r: Riwayat, model: Bahaya, g: np.ndarray, akhir: Periode, banyak: int
) -> np.ndarray:
    """When groups `g` rise: a row a group, chances that sum to 1.

    Column 0 is "up to `akhir`, but not reported" (more than nothing only for who was
    silent then), columns 1 to `banyak` the periods after it, the last one "later".
    """
    kolom = r.last_known()[g]
    lewat = np.array([steps(r.periodes[j], akhir) for j in kolom])
    langkah = int(lewat.max()) + banyak
    tabel = history.classes(
        r,
        np.repeat(g, langkah),
        np.repeat(kolom, langkah),
        np.tile(np.arange(1, langkah + 1), len(g)),
    )
    bahaya = model.chances(tabel).reshape(-1, len(g), langkah)
    peluang = spread.first_time(bahaya).mean(axis=0)
    hasil = np.zeros((len(g), banyak + 2))
    for i, q in enumerate(lewat):
        hasil[i, 0] = peluang[i, :q].sum()
        hasil[i, 1:-1] = peluang[i, q : q + banyak]
        hasil[i, -1] = peluang[i, q + banyak :].sum()
    return hasil


def steps(dari: Periode, ke: Periode) -> int:
    """How many periods one lies after another.

    >>> steps(Periode.parse("2025-T4"), Periode.parse("2026-T3"))
    3
    """
    return (ke.tahun - dari.tahun) * dari.per_year + ke.nomor - dari.nomor
