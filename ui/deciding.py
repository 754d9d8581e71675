"""What only the coordinator decides: periods and groups closed and opened again."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from reference.periode import Periode
from reference.wilayah import nama_wilayah
from store import (
    Snapshot,
    StoreError,
    close_group,
    close_period,
    reopen_group,
    reopen_period,
)
from ui import cached, peran


def coordinator(isi: Snapshot, periode: list[Periode]) -> None:
    """Close and reopen periods and groups, each with a reason that is kept."""
    kiri, kanan = st.columns(2)
    tutup = set(isi.periode.loc[isi.periode["ditutup"], "periode"])
    with kiri, st.form("atur_periode", clear_on_submit=True):
        kode = st.selectbox(
            "Periode", [str(p) for p in periode],
            format_func=lambda k: (
                Periode.parse(k).label + (" (ditutup)" if k in tutup else "")
            ),
        )  # fmt: skip
        alasan = st.text_input("Alasan", key="alasan_periode", max_chars=300)
        if st.form_submit_button("Tutup atau buka kembali periode"):
            _decide(reopen_period if kode in tutup else close_period, kode, alasan)
    daftar = isi.kelompok.sort_values("kode_kelompok").set_index("kode_kelompok")
    with kanan, st.form("atur_kelompok", clear_on_submit=True):
        kelompok = st.selectbox(
            "Kelompok", list(daftar.index), index=None,
            placeholder="Ketik nama kelompok atau kelurahan",
            format_func=partial(_group_label, daftar),
        )  # fmt: skip
        alasan = st.text_input("Alasan", key="alasan_kelompok", max_chars=300)
        if st.form_submit_button("Tutup atau buka kembali kelompok") and kelompok:
            ditutup = pd.notna(daftar.loc[kelompok, "tanggal_tutup"])
            _decide(reopen_group if ditutup else close_group, kelompok, alasan)


def _group_label(daftar: pd.DataFrame, kode: str) -> str:
    baris = daftar.loc[kode]
    tutup = " (ditutup)" if pd.notna(baris["tanggal_tutup"]) else ""
    return f"{baris['nama_kelompok']}, {nama_wilayah(baris['kode_wilayah'])}{tutup}"


def _decide(putuskan: Callable[..., None], kode: str, alasan: str) -> None:
    if not alasan.strip():
        st.error("Tulis alasannya terlebih dahulu.")
        return
    try:
        putuskan(cached.store(), kode, oleh=peran.peran(), alasan=alasan.strip())
    except StoreError as sebab:
        st.error(str(sebab))
        return
    st.rerun()
