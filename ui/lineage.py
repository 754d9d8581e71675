"""The way back: from a number to its cells, and to the sender's own file."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from reference.kosakata import label_pilihan, variables
from reference.periode import Periode
from reference.tulisan import bernilai, is_missing
from store import Store, StoreError, cells, original
from ui import cached, peran
from ui.downloads import Keterangan, Kolom, table
from ui.teks import plain

KOLOM = {
    "isian": Kolom("Isian"),
    "nilai": Kolom("Nilai yang dicatat"),
    "tempat": Kolom("Asal", bantuan="Berkas › lembar › sel"),
}


def cell_frame(asal: pd.DataFrame) -> pd.DataFrame:
    """`store.cells` in words: isian, its value, `berkas › lembar › sel`."""
    kosakata = variables()
    return pd.DataFrame(
        {
            "isian": [kosakata[v].label for v in asal["variabel"]],
            "nilai": [
                _written(v, n)
                for v, n in zip(asal["variabel"], asal["nilai"], strict=True)
            ],
            "tempat": asal["nama_berkas"]
            + " › "
            + asal["lembar"]
            + " › "
            + asal["sel"],
        },
        dtype="str",
    )


def _written(variabel: str, nilai: object) -> str:
    if isinstance(nilai, str):
        return label_pilihan(variabel, nilai)
    if is_missing(nilai):
        return "belum dilaporkan"
    return bernilai(float(nilai), variables()[variabel].unit)  # type: ignore[arg-type]


def trace(
    kode: str, periode: Periode, names: Sequence[str], keterangan: Keterangan
) -> None:
    """The cells behind some variables of a group or kelurahan, and their file."""
    asal = cells(cached.store(), kode, str(periode), names)
    if asal.empty:
        st.caption(f"Tidak ada sel asal untuk {periode.label}.")
        return
    table(
        cell_frame(asal), judul=f"Sel asal {kode}", nama=f"sel_{kode}",
        kolom=KOLOM, keterangan=keterangan,
    )  # fmt: skip
    for kiriman_id in asal["kiriman_id"].unique():
        original_button(int(kiriman_id), kunci=f"asli_{kode}")


def original_button(kiriman_id: int, *, kunci: str) -> None:
    """The sender's file, for those who handle reports; never for the public."""
    if not peran.boleh_mengirim():
        return
    try:
        nama, _ = original(cached.store(), kiriman_id)
    except StoreError as sebab:
        st.caption(str(sebab))
        return
    st.download_button(
        f"Unduh berkas asli ({plain(nama)})",
        partial(_bytes, cached.store(), kiriman_id),
        nama,
        key=f"{kunci}_{kiriman_id}",
        on_click="ignore",
        icon=":material/description:",
    )


def _bytes(store: Store, kiriman_id: int) -> bytes:
    return original(store, kiriman_id)[1]
