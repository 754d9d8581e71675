"""The way back: from a number to its cells, and to the sender's own file."""

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from reference.kosakata import label_pilihan, variables
from reference.periode import Periode
from reference.syarat import langkah
from reference.tulisan import bernilai, is_missing, tanggal
from store import Store, StoreError, cells_many, original
from ui import cached, peran
from ui.downloads import Keterangan, Kolom, table
from ui.teks import plain

KOLOM = {
    "pelapor": Kolom("Pelapor"),
    "periode": Kolom("Periode"),
    "isian": Kolom("Isian"),
    "nilai": Kolom("Nilai yang dicatat"),
    "tempat": Kolom("Asal", bantuan="Berkas › lembar › sel"),
    "perbaikan": Kolom(
        "Perbaikan", bantuan="Isian yang dibetulkan pengirim di halaman Kirim Laporan"
    ),
}
_TANPA_PERBAIKAN = {k: v for k, v in KOLOM.items() if k != "perbaikan"}


def gather(
    pelapor: Mapping[str, str], periode: Sequence[Periode], names: Sequence[str]
) -> pd.DataFrame:
    """The cells behind some variables, in words, and the kiriman that they are in.

    `pelapor` maps codes (of groups, or of a kelurahan) to names. Columns as in
    `KOLOM`, and kiriman_id.
    """
    urut = [(kode, str(p)) for p in periode for kode in pelapor]
    asal = cells_many(cached.store(), urut, names, cached.pada())
    pasangan = zip(asal["variabel"], asal["nilai"], strict=True)
    return asal.assign(
        pelapor=asal["kode"].map(dict(pelapor)),
        periode=[Periode.parse(p).label for p in asal["periode"]],
        isian=[label(v) for v in asal["variabel"]],
        nilai=[written(v, n) for v, n in pasangan],
        tempat=asal["nama_berkas"] + " › " + asal["lembar"] + " › " + asal["sel"],
        perbaikan=[
            mended(a, b) for a, b in zip(asal["lama"], asal["baru"], strict=True)
        ],
    )


def mended(lama: str | None, baru: str | None) -> str:
    """What was changed on screen; empty for a cell that was not.

    >>> mended("10", "100"), mended(None, None)
    ('diperbaiki di layar: 10 → 100', '')
    """
    if baru is None:
        return ""
    return f"diperbaiki di layar: {lama or 'kosong'} → {baru or 'kosong'}"


def label(variabel: str) -> str:
    """The name of a variable, or of the step behind `langkah:KODE`.

    >>> label("kas")
    'Kas'
    """
    awalan, _, kode = variabel.rpartition(":")
    return langkah()[kode].singkat if awalan else variables()[variabel].label


def written(variabel: str, nilai: object) -> str:
    """What a cell holds, as a person reads it.

    >>> written("anggota_akhir", 12), written("tingkat", "madya"), written("kas", None)
    ('12 orang', 'Madya', 'belum dilaporkan')
    """
    if is_missing(nilai):
        return "belum dilaporkan"
    if variabel.startswith("langkah:"):
        return label_pilihan("langkah", str(nilai))
    if variables()[variabel].type == "date":
        return tanggal(pd.Timestamp(str(nilai)))
    if isinstance(nilai, str):
        return label_pilihan(variabel, nilai)
    return bernilai(float(nilai), variables()[variabel].unit)  # type: ignore[arg-type]


def trace(asal: pd.DataFrame, *, nama: str, keterangan: Keterangan) -> None:
    """The cells that `gather` found, as a table, and the senders' files."""
    if asal.empty:
        st.caption("Tidak ada sel asal: angka ini belum dilaporkan.")
        return
    kolom = KOLOM if asal["perbaikan"].any() else _TANPA_PERBAIKAN
    table(asal, judul="Sel asal angka", nama=nama, kolom=kolom, keterangan=keterangan)
    with st.container(horizontal=True):
        for kiriman_id in dict.fromkeys(asal["kiriman_id"]):
            original_button(int(kiriman_id), kunci=f"asli_{nama}")


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
