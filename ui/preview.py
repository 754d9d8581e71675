"""What storing a file would change, shown before it is stored."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import pandas as pd
import streamlit as st

from reference.tulisan import daftar
from ui.receipt import Finding
from ui.teks import plain

BARIS_PALING_BANYAK = 6
"""So many changed values are written out; more are a table."""


class Change(Protocol):
    """One value that would change, as `loaders.changes.Berubah` holds it."""

    @property
    def pelapor(self) -> str: ...
    @property
    def isian(self) -> str: ...
    @property
    def lama(self) -> str: ...
    @property
    def baru(self) -> str: ...
    @property
    def besar(self) -> bool: ...


class Changes(Protocol):
    """What would change, as `loaders.changes.Perubahan` holds it."""

    @property
    def kelompok_baru(self) -> Sequence[str]: ...
    @property
    def kembali(self) -> Sequence[str]: ...
    @property
    def hilang(self) -> Sequence[str]: ...
    @property
    def menjadi_kosong(self) -> Sequence[str]: ...
    @property
    def berubah(self) -> Sequence[Change]: ...
    @property
    def sama(self) -> int: ...
    @property
    def mengejutkan(self) -> bool: ...


def show(perubahan: Changes | None, tanya: Mapping[int, Finding]) -> None:
    """What would change, open when something in it may not have been meant.

    `tanya` are questions about whole columns, by the number of their finding.
    """
    for t in tanya.values():
        st.warning(plain(t.pesan), icon=":material/swap_horiz:")
    if not perubahan:
        return
    with st.expander(
        f"Yang akan berubah: {headline(perubahan)}",
        expanded=perubahan.mengejutkan,
        icon=":material/difference:",
    ):
        _groups(perubahan)
        _values(perubahan.berubah)


def headline(p: Changes) -> str:
    """What would change, counted: `1 kelompok baru, 3 isian berubah`."""
    bagian = [
        f"{len(isi)} {kata}"
        for isi, kata in (
            (p.kelompok_baru, "kelompok baru"),
            (p.kembali, "kelompok berlaku lagi"),
            (p.hilang, "kelompok tidak dilaporkan"),
            (p.menjadi_kosong, "kelompok menjadi kosong"),
            (p.berubah, "isian berubah"),
        )
        if isi
    ]
    return ", ".join(bagian)


def _groups(p: Changes) -> None:
    for kata, nama in (
        ("Kelompok baru", p.kelompok_baru),
        ("Pernah dibatalkan dan kini berlaku lagi", p.kembali),
        ("Pernah melapor tetapi tidak ada di berkas ini", p.hilang),
        ("Sudah melapor, tetapi semua angkanya kini kosong", p.menjadi_kosong),
    ):
        if nama:
            st.markdown(f"{kata}: **{plain(daftar(nama))}**.")
    if p.hilang:
        st.caption("Isian periode ini yang sudah diterima untuk mereka tetap dipakai.")


def _values(berubah: Sequence[Change]) -> None:
    if not berubah:
        return
    if len(berubah) <= BARIS_PALING_BANYAK:
        for b in berubah:
            tanda = ":orange[▲] " if b.besar else ""
            st.markdown(
                f"{tanda}{plain(b.pelapor)}, {plain(b.isian)}: {plain(b.lama)} → "
                f"**{plain(b.baru)}**"
            )
        return
    urut = sorted(berubah, key=lambda b: not b.besar)
    st.dataframe(
        pd.DataFrame(
            {
                "Pelapor": [b.pelapor for b in urut],
                "Isian": [f"▲ {b.isian}" if b.besar else b.isian for b in urut],
                "Sebelumnya": [b.lama for b in urut],
                "Menjadi": [b.baru for b in urut],
            }
        ),
        alt="Isian yang berubah: sebelumnya dan menjadi",
        hide_index=True,
        width="stretch",
    )
    if any(b.besar for b in berubah):
        st.caption("▲ menjadi sepuluh kali lipat, sepersepuluh, atau tidak dilaporkan.")
