"""The table on screen with its CSV and XLSX, the same on every page."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from reference.tulisan import bernilai, is_missing
from reports.exports import KOSONG, Keterangan, Kolom, to_csv, tulis
from reports.exports_xlsx import to_xlsx

__all__ = ["Keterangan", "Kolom", "download_buttons", "table"]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download_buttons(
    frame: pd.DataFrame,
    *,
    judul: str,
    nama: str,
    kolom: dict[str, Kolom],
    keterangan: Keterangan,
) -> None:
    """The two buttons alone; the bytes are made when one is clicked."""
    isi = (frame, judul, kolom, keterangan)
    berkas = f"contoh_{nama}" if keterangan.contoh else nama
    with st.container(horizontal=True):
        st.download_button(
            "Unduh Excel", partial(to_xlsx, *isi), f"{berkas}.xlsx", XLSX,
            key=f"xlsx_{nama}", on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        st.download_button(
            "Unduh CSV", partial(to_csv, *isi), f"{berkas}.csv", "text/csv",
            key=f"csv_{nama}", on_click="ignore", icon=":material/download:",
        )  # fmt: skip


def _config(frame: pd.DataFrame, kolom: dict[str, Kolom]) -> dict[str, Any]:
    return {
        nama: st.column_config.Column(
            k.judul,
            width=k.lebar,
            help=k.bantuan or None,
            alignment="right"
            if k.satuan_dari or pd.api.types.is_numeric_dtype(frame[nama])
            else "left",
        )
        for nama, k in kolom.items()
    }


def _shown(frame: pd.DataFrame, kolom: dict[str, Kolom]) -> pd.DataFrame:
    tampil = frame[list(kolom)].reset_index(drop=True)
    for nama, k in kolom.items():
        if k.satuan_dari:
            satuan = frame[k.satuan_dari]
            tampil[nama] = [
                KOSONG if is_missing(v) else bernilai(v, s)
                for v, s in zip(frame[nama], satuan, strict=True)
            ]
    return tampil


def table(
    frame: pd.DataFrame,
    *,
    judul: str,
    nama: str,
    kolom: dict[str, Kolom],
    keterangan: Keterangan,
    tinggi: int | None = None,
    pilih: bool = False,
) -> int | None:
    """The frame as a table people can sort, with both downloads below it.

    Shows the columns named in `kolom`, in that order; the index is ignored. `nama`
    names the files and must be unique on its page. Numbers stay numbers (sortable)
    and are written the Indonesian way whatever the browser's language. With
    `pilih`, returns the position of the row that was clicked, else None.
    """
    layar = {n: k for n, k in kolom.items() if not k.hanya_berkas}
    tampil = _shown(frame, layar)
    gaya = tampil.style.format(
        {n: partial(tulis, kolom=k) for n, k in layar.items()}, na_rep=KOSONG
    )
    pengaturan: dict[str, Any] = {
        "hide_index": True,
        "column_config": _config(tampil, layar),
        "placeholder": KOSONG,
        "alt": judul,
        "height": tinggi or "auto",
        "key": f"tabel_{nama}",
    }
    if pilih:
        pengaturan |= {"on_select": "rerun", "selection_mode": "single-row"}
    hasil = st.dataframe(gaya, **pengaturan)
    download_buttons(frame, judul=judul, nama=nama, kolom=kolom, keterangan=keterangan)
    baris = hasil.selection.rows if pilih else []
    return int(baris[0]) if baris else None
