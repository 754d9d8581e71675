"""Competitions and evaluations of the past, as public sources tell them."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from charts import outcome
from charts.outcome import Golongan
from reference.arsip import Peristiwa, arsip
from reference.boundaries import usable_boundaries
from reference.tulisan import daftar
from reports.exports import Keterangan
from ui import arsip as kartu
from ui import gambar, lomba

GOLONGAN = ("lomba", "evaluasi")
TIDAK_DISEBUT = "Tidak disebut di sumber"
LAIN = {"evaluasi-2023": "Tidak disebut namanya; pemenang menurut kesimpulan kami"}
KETERANGAN = {
    "evaluasi-2023": "Kesimpulan kami, tidak tertulis di sumber: 23 + 6 = 29, jadi 23 "
    "kelurahan yang tidak disebut tampaknya pemenangnya.",
    "lomba-2019": "Hanya wakil Kecamatan Mayangan yang disebut namanya; wakil "
    "kecamatan lain tidak disebut di sumber.",
}
_WARNA = {
    "pemenang": outcome.UNGGUL,
    "wakil kecamatan": outcome.UNGGUL,
    "di bawah standar": outcome.KURANG,
}


@dataclass(frozen=True, slots=True)
class Peta:
    """One archive entry as classes and rows of a map."""

    golongan: tuple[Golongan, ...]
    hasil: pd.DataFrame


def entries() -> list[Peristiwa]:
    """The competitions and evaluations of the archive, the newest first."""
    return [p for p in reversed(arsip()) if p.golongan in GOLONGAN]


def past() -> None:
    """Each entry with its figures, sources and, at will, its map."""
    st.subheader("Lomba dan evaluasi yang lalu")
    for satu in entries():
        kartu.card(satu)
        if satu.kode in KETERANGAN:
            st.caption(KETERANGAN[satu.kode])
        lipatan = st.expander(
            f"Lihat di peta: {satu.judul}", icon=":material/map:",
            key=f"buka_lalu_{satu.kode}", on_change="rerun",
        )  # fmt: skip
        if lipatan.open:
            with lipatan:
                _map(satu)


def on_map(satu: Peristiwa) -> Peta:
    """What the source says of each kelurahan; the rest is the last class."""
    kata: Mapping[str, str] = dict(satu.hasil)
    lain = LAIN.get(satu.kode, TIDAK_DISEBUT)
    ada = list(dict.fromkeys(kata.values()))
    golongan = [Golongan(_label(k), *_WARNA[k]) for k in ada]
    hasil = pd.DataFrame(
        {"golongan": [_label(k) for k in kata.values()],
         "tip": [_label(k) for k in kata.values()]},
        index=list(kata),
    )  # fmt: skip
    return Peta((*golongan, Golongan(lain, *outcome.TANPA)), hasil)


def _label(kata: str) -> str:
    return f"{kata[0].upper()}{kata[1:]} (disebut sumber)"


def _map(satu: Peristiwa) -> None:
    peta = on_map(satu)
    gambar.draw(
        outcome.draw(
            peta.hasil, peta.golongan, usable_boundaries()[0],
            judul=f"{satu.judul}, {satu.kapan}", contoh=False,
        ),
        nama=f"peta_{satu.kode}", judul=f"{satu.judul}, {satu.kapan}", kolom=lomba.PETA,
        keterangan=Keterangan(
            periode=satu.kapan, saringan="Semua kelurahan",
            sumber=daftar([f"{n}, {a}" for n, a in satu.sumber]),
        ),
        buka_profil=True,
    )  # fmt: skip
