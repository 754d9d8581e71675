"""The matrix of kelurahan and periods: one letter and one colour for each state."""

from collections.abc import Sequence
from typing import Literal

import pandas as pd
import streamlit as st

from charts.theme import BERURUT, DASAR, DASAR_KEDUA, LIHAT, PERBAIKI, TEKS
from indicators.punctuality import STATES
from reference.periode import Periode
from reference.wilayah import kecamatan, kelurahan
from ui.downloads import Keterangan, Kolom, download_buttons

HURUF = {
    "tepat": "T",
    "terlambat": "L",
    "sebagian_tertahan": "S",
    "ditolak": "X",
    "belum": "B",
    "dorman": "N",
    "belum_waktunya": "·",
}
WARNA = {
    "tepat": (BERURUT[1], TEKS),
    "terlambat": ("#F2E2BF", TEKS),
    "sebagian_tertahan": (LIHAT, DASAR),
    "ditolak": (PERBAIKI, DASAR),
    "belum": (DASAR, PERBAIKI),
    "dorman": ("#D5D9DD", TEKS),
    "belum_waktunya": (DASAR_KEDUA, TEKS),
}
LENCANA: dict[str, Literal["green", "orange", "red", "gray"]] = {
    "tepat": "green",
    "terlambat": "orange",
    "sebagian_tertahan": "orange",
    "ditolak": "red",
    "belum": "red",
    "dorman": "gray",
    "belum_waktunya": "gray",
}
_NAMA, _KECAMATAN = "Kelurahan", "Kecamatan"


def wide(keadaan: pd.DataFrame, periode: Sequence[Periode]) -> pd.DataFrame:
    """The states as letters: a row a kelurahan, a column a period, as `periode` runs.

    `keadaan` is what `indicators.punctuality.punctuality` gives.
    """
    lebar = keadaan.pivot(index="kode_wilayah", columns="periode", values="keadaan")
    lebar = lebar.reindex(index=list(kelurahan()), columns=[str(p) for p in periode])
    huruf = lebar.replace(HURUF)
    huruf.columns = pd.Index([p.label_pendek for p in periode])
    huruf.insert(0, _NAMA, [kelurahan()[k].nama for k in huruf.index])
    return huruf


def legend(keadaan: pd.DataFrame) -> None:
    """What the letters mean, each in its own colour."""
    ada = [k for k in STATES if k in set(keadaan["keadaan"])]
    with st.container(horizontal=True, gap="small"):
        for k in ada:
            st.badge(f"**{HURUF[k]}** {STATES[k].lower()}", color=LENCANA[k])


def _paint(huruf: str) -> str:
    for keadaan, tanda in HURUF.items():
        if huruf == tanda:
            dasar, teks = WARNA[keadaan]
            return f"background-color: {dasar}; color: {teks}; font-weight: 600"
    return ""


def show(
    keadaan: pd.DataFrame, periode: Sequence[Periode], keterangan: Keterangan
) -> tuple[str, Periode] | None:
    """Draw the matrix, newest period first; gives the kelurahan and period clicked."""
    tabel = wide(keadaan, periode)
    legend(keadaan)
    kolom = {p: st.column_config.Column(alignment="center") for p in tabel.columns[1:]}
    terpilih = st.dataframe(
        tabel.style.map(_paint, subset=list(tabel.columns[1:])),
        hide_index=True,
        height="content",
        row_height=30,
        column_config=kolom | {_NAMA: st.column_config.Column(pinned=True, width=130)},
        on_select="rerun",
        selection_mode="single-cell",
        key="matriks",
        alt="Keadaan laporan tiap kelurahan pada tiap periode",
    )
    _downloads(keadaan, keterangan)
    label = {p.label_pendek: p for p in periode}
    sel = [(b, label[k]) for b, k in terpilih.selection.cells if k in label]
    return (str(tabel.index[sel[0][0]]), sel[0][1]) if sel else None


def _downloads(keadaan: pd.DataFrame, keterangan: Keterangan) -> None:
    tempat = [kelurahan()[k] for k in keadaan["kode_wilayah"]]
    panjang = keadaan.assign(
        nama=[k.nama for k in tempat],
        nama_kecamatan=[kecamatan()[k.kode_kecamatan].nama for k in tempat],
        nama_periode=[Periode.parse(p).label for p in keadaan["periode"]],
        nama_keadaan=[STATES[k] for k in keadaan["keadaan"]],
    )
    kolom = {
        "nama": Kolom(_NAMA),
        "nama_kecamatan": Kolom(_KECAMATAN),
        "nama_periode": Kolom("Periode"),
        "nama_keadaan": Kolom("Keadaan"),
        "diterima": Kolom("Pertama diterima"),
        "n_lapor": Kolom("Kelompok melapor"),
        "n_kelompok": Kolom("Kelompok yang ada"),
        "n_tertahan": Kolom("Kelompok tertahan"),
    }
    download_buttons(
        panjang, judul="Kiriman per kelurahan dan periode", nama="kiriman",
        kolom=kolom, keterangan=keterangan,
    )  # fmt: skip
