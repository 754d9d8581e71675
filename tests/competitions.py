"""Competitions made by hand for tests, as frames of a Data."""

import dataclasses

import numpy as np

from indicators.data import Data
from indicators.scoring.design import Rancangan
from tests.city import frame

KODE = "PN-1"
ASPEK = {"adm": 60.0, "lap": 40.0}


def row(peserta: str, juri: int, **nilai: float | None) -> list[dict]:
    """What one jury gave one participant: `row(PILANG, 1, adm=80, lap=70)`."""
    return [
        {"kode_penilaian": KODE, "peserta": peserta, "juri": f"Juri {juri}",
         "kode_aspek": a, "nilai": n}
        for a, n in nilai.items()
    ]  # fmt: skip


def competition(
    *rows: list[dict],
    aspek: dict[str, float] | None = None,
    pembinaan: tuple[dict, ...] = (),
    data: Data | None = None,
    **kepala: object,
) -> Data:
    """A Data with one competition; keyword arguments change its head."""
    aspek = ASPEK if aspek is None else aspek
    nilai = [b for r in rows for b in r]
    return dataclasses.replace(
        data or Data.empty(),
        penilaian=frame("penilaian", [head(**kepala)]),
        penilaian_aspek=frame("penilaian_aspek", [
            {"kode_penilaian": KODE, "kode_aspek": a, "nama_aspek": a.title(),
             "bobot_pct": b} for a, b in aspek.items()
        ]),
        penilaian_nilai=frame("penilaian_nilai", nilai),
        penilaian_pembinaan=frame(
            "penilaian_pembinaan", [{"kode_penilaian": KODE, **b} for b in pembinaan]
        ),
    )  # fmt: skip


def head(**kepala: object) -> dict:
    """The head of a city-wide competition of kelurahan on 12 May 2026."""
    return {
        "kode_penilaian": KODE, "nama": "Lomba Administrasi", "tanggal": "2026-05-12",
        "tingkat": "kota", "peserta_dinilai": "kelurahan", **kepala,
    }  # fmt: skip


def alike(benih: int, bolong: float = 0.0) -> Rancangan:
    """Participants who are all worth the same, before juries of unlike generosity.

    Each jury gives whole points with its own level and its own spread; `bolong` is the
    share of sheets that a jury, except the first, did not fill in.
    """
    acak = np.random.default_rng(benih)
    n_peserta, n_juri = 4 + benih % 5, 2 + benih % 4
    murah, lebar = acak.normal(0, 6, n_juri), acak.uniform(2, 8, n_juri)
    i, j = np.meshgrid(np.arange(n_peserta), np.arange(n_juri), indexing="ij")
    ada = (j == 0) | (acak.random(i.shape) >= bolong)
    y = np.round(75 + murah[j] + acak.normal(0, lebar[j]))
    return Rancangan(i[ada], j[ada], y[ada], n_peserta, n_juri)
