"""A receipt and its findings on the page, each beside a piece of the sender's sheet."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Protocol

import pandas as pd
import streamlit as st

from charts.theme import DASAR_KEDUA, LIHAT, PERBAIKI
from reference.tulisan import daftar
from ui.definitions import Kind
from ui.teks import plain

KEADAAN = {
    "diterima": (":material/check_circle:", "green", "diterima"),
    "sebagian": (":material/rule:", "orange", "diterima sebagian"),
    "ditolak": (":material/cancel:", "red", "ditolak"),
    "sudah_diterima": (":material/inventory:", "gray", "sudah diterima"),
    "dibatalkan": (":material/undo:", "gray", "dibatalkan"),
}
GOLONGAN = {
    "galat": ("✖", "Harus diperbaiki", "red"),
    "periksa": ("▲", "Perlu diperiksa", "orange"),
    "info": ("ℹ", "Pemberitahuan", "gray"),
}
POTONGAN_PALING_BANYAK = 3
BUTIR_PALING_BANYAK = 8
"""So many findings of a kind are written out; more of the same say no more."""
PERTANYAAN_KOLOM = ("kolom_tertukar", "kolom_bergeser")
"""Kinds that ask about a whole column before anything is stored."""
_LEBAR = 90


class Finding(Protocol):
    """A finding, as `checks.temuan.Temuan` or a row of the store holds it."""

    @property
    def jenis(self) -> str: ...
    @property
    def tingkat(self) -> str: ...
    @property
    def pesan(self) -> str: ...
    @property
    def lembar(self) -> str | None: ...
    @property
    def sel(self) -> str | None: ...
    @property
    def sel_lain(self) -> tuple[str, ...]: ...
    @property
    def variabel(self) -> str | None: ...
    @property
    def kelompok(self) -> str | None: ...
    @property
    def diharapkan(self) -> str: ...
    @property
    def saran(self) -> str: ...
    @property
    def alasan(self) -> str: ...


class Piece(Protocol):
    """A piece of the sender's sheet, as `loaders.bacaan.Potongan` holds it."""

    @property
    def lembar(self) -> str: ...
    @property
    def kolom(self) -> tuple[str, ...]: ...
    @property
    def baris(self) -> tuple[tuple[int, tuple[str, ...]], ...]: ...
    @property
    def sel(self) -> tuple[str, ...]: ...
    @property
    def judul(self) -> int | None: ...


def state_badge(keadaan: str, *, nanti: bool = False) -> None:
    """The state of a submission as a badge; with `nanti` what it would become."""
    icon, warna, _ = KEADAAN[keadaan]
    kata = state_words(keadaan, nanti=nanti)
    st.badge(kata.capitalize(), icon=icon, color=warna)  # type: ignore[arg-type]


def state_words(keadaan: str, *, nanti: bool = False) -> str:
    """The state of a submission in words; with `nanti` what it would become.

    >>> state_words("sebagian"), state_words("sebagian", nanti=True)
    ('diterima sebagian', 'siap disimpan sebagian')
    """
    kelak = {"diterima": "siap disimpan", "sebagian": "siap disimpan sebagian"}
    return kelak[keadaan] if nanti and keadaan in kelak else KEADAAN[keadaan][2]


def questions(temuan: Iterable[Finding]) -> dict[int, Finding]:
    """The findings that ask about whole columns, by number."""
    return {i: t for i, t in enumerate(temuan) if t.jenis in PERTANYAAN_KOLOM}


def counts(temuan: Iterable[Finding]) -> str:
    """How many findings of each grade, in words.

    >>> counts([])
    'Tidak ada temuan.'
    """
    jumlah = pd.Series([t.tingkat for t in temuan], dtype="str").value_counts()
    bagian = [
        f"{tanda} {jumlah[t]} {kata.lower()}"
        for t, (tanda, kata, _) in GOLONGAN.items()
        if t in jumlah
    ]
    return " · ".join(bagian) if bagian else "Tidak ada temuan."


def place(t: Finding) -> str:
    """Where a finding stands: `Keuangan › F14`; empty when it is about the file."""
    return " › ".join(b for b in (t.lembar, t.sel) if isinstance(b, str) and b)


def piece_frame(potongan: Piece) -> pd.DataFrame:
    """The piece as a frame: column letters across, row numbers down, marked cells.

    Columns of numbering and empty ones are left out; the letters show the gap.
    """
    isi = {
        nomor: [
            f"▶ {teks}" if f"{huruf}{nomor}" in potongan.sel else teks
            for huruf, teks in zip(potongan.kolom, sel, strict=True)
        ]
        for nomor, sel in potongan.baris
    }
    frame = pd.DataFrame.from_dict(isi, orient="index", columns=list(potongan.kolom))
    data = frame.drop(index=[potongan.judul], errors="ignore")
    sepi = (data == "").all() | (frame == "No").any()
    return frame.loc[:, ~sepi]


def show_piece(potongan: Piece, tingkat: str) -> None:
    """Draw the piece like the sheet itself, the faulty cells in colour and with ▶."""
    warna = PERBAIKI if tingkat == "galat" else LIHAT

    def mark(baris: pd.Series) -> list[str]:
        kepala = f"background-color: {DASAR_KEDUA}; font-weight: 600"
        return [
            f"background-color: {warna}; color: white; font-weight: 600"
            if f"{huruf}{baris.name}" in potongan.sel
            else (kepala if baris.name == potongan.judul else "")
            for huruf in baris.index
        ]

    frame = piece_frame(potongan)
    ditandai = {sel.rstrip("0123456789") for sel in potongan.sel}
    st.dataframe(
        frame.style.apply(mark, axis=1),
        alt=f"Potongan lembar {potongan.lembar}, {daftar(potongan.sel)} ditandai",
        height="content",
        width="content",
        column_config={
            huruf: st.column_config.Column(width=_LEBAR)
            for huruf in frame.columns[1:]
            if huruf not in ditandai
        },
    )


def findings(
    temuan: Mapping[int, Finding],
    jenis: Mapping[str, Kind],
    *,
    kunci: str,
    potongan: Mapping[int, Piece] | None = None,
    minta_alasan: bool = False,
) -> dict[int, str]:
    """Findings by number, the gravest first, grouped by kind with their counts.

    `kunci` must be unique on the page; `potongan[i]` belongs to `temuan[i]`. With
    `minta_alasan` each finding to be looked at has a field for the sender's reason;
    returns what was written there, by the finding's number.
    """
    urutan = list(GOLONGAN)
    bernomor = sorted(
        temuan.items(), key=lambda p: (urutan.index(p[1].tingkat), p[1].jenis)
    )
    alasan: dict[int, str] = {}
    for kode, sejenis in groupby(bernomor, key=lambda p: p[1].jenis):
        isi = list(sejenis)
        tingkat = isi[0][1].tingkat
        tanda, kata, warna = GOLONGAN[tingkat]
        judul = f":{warna}[**{tanda} {kata}**]: {jenis[kode].judul} ({len(isi)})"
        bertanya = minta_alasan and tingkat == "periksa"
        with st.expander(judul, expanded=bertanya or tingkat == "galat"):
            st.caption(plain(jenis[kode].penjelasan))
            for ke, (i, t) in enumerate(isi[:BUTIR_PALING_BANYAK]):
                tampak = potongan and ke < POTONGAN_PALING_BANYAK
                _one(t, potongan.get(i) if potongan and tampak else None)
                if bertanya:
                    alasan[i] = _reason(f"alasan_{kunci}_{i}")
            if lebih := isi[BUTIR_PALING_BANYAK:]:
                st.caption(f"… dan {len(lebih)} temuan lain yang sejenis.")
    return {i: a for i, a in alasan.items() if a}


def _one(t: Finding, potongan: Piece | None) -> None:
    tempat = place(t)
    if isinstance(t.sel, str) and t.sel in t.pesan:
        tempat = ""
    st.markdown(plain(f"{tempat}: {t.pesan}" if tempat else t.pesan))
    if isinstance(t.alasan, str) and t.alasan:
        st.markdown(f"Alasan pengirim: {plain(t.alasan)}")
    if potongan:
        show_piece(potongan, t.tingkat)


def _reason(key: str) -> str:
    return st.text_input(
        "Alasan, bila isian itu memang benar (isian tetap diterima)",
        key=key,
        placeholder="Misalnya: arisan diadakan dua kali pada bulan puasa",
        max_chars=300,
    ).strip()
