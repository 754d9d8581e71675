"""Handing in: the files at hand, what they would become, and what was stored.

The loaders are known to the page alone: what they do comes in as functions, what they
give is described by the protocols here and in `ui.receipt`.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import streamlit as st

from reference.tulisan import daftar
from store import StoreError, fingerprint
from ui import cached, receipt, selection
from ui.definitions import Kind
from ui.teks import plain

BANTUAN = (
    "Tekan tombol **Upload** untuk memilih berkas, atau seret berkas ke kotak ini. "
    "Boleh beberapa berkas sekaligus, paling besar 20 MB tiap berkas."
)
_UNGGAHAN, _TERSIMPAN, _DIPERIKSA = "unggahan_ke", "tanda_terima", "diperiksa"


class Receipt(Protocol):
    """A receipt, as `loaders.receipt.TandaTerima` holds it."""

    @property
    def nama(self) -> str: ...
    @property
    def keadaan(self) -> str: ...
    @property
    def kalimat(self) -> str: ...
    @property
    def kelompok_baru(self) -> Sequence[str]: ...
    @property
    def temuan(self) -> Sequence[receipt.Finding]: ...
    @property
    def cuplikan(self) -> Mapping[int, receipt.Piece]: ...


@dataclass(frozen=True, slots=True)
class Berkas:
    """One file that the sender chose; `kunci` tells files apart on the page."""

    nama: str
    isi: bytes

    @property
    def kunci(self) -> str:
        """A short fingerprint of name and bytes."""
        return hashlib.sha256(self.nama.encode() + self.isi).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Checked:
    """A file with its receipt so far and the reasons written, by finding."""

    berkas: Berkas
    tanda: Receipt
    alasan: dict[int, str] = field(default_factory=dict)

    @property
    def dapat_disimpan(self) -> bool:
        """Whether at least a part of it can be stored."""
        return self.tanda.keadaan in ("diterima", "sebagian")


def chosen() -> list[Berkas]:
    """The uploader, and the files in it, each once."""
    unggahan = st.file_uploader(
        "Pilih berkas formulir yang sudah diisi",
        accept_multiple_files=True,
        key=f"{_UNGGAHAN}_{st.session_state.setdefault(_UNGGAHAN, 0)}",
    )
    st.caption(BANTUAN)
    semua = (Berkas(u.name, u.getvalue()) for u in unggahan)
    return list({b.kunci: b for b in semua}.values())


def review(
    berkas: Berkas, periksa: Callable[[str, bytes], Receipt], jenis: Mapping[str, Kind]
) -> Checked | None:
    """Check one file and show its receipt and findings; None when that failed."""
    with st.container(border=True):
        st.markdown(f"#### {plain(berkas.nama)}")
        try:
            tanda = _checked(berkas, periksa)
        except (StoreError, ValueError) as sebab:
            st.error(plain(str(sebab)))
            return None
        receipt.state_badge(tanda.keadaan, nanti=True)
        st.markdown(plain(tanda.kalimat))
        st.caption(receipt.counts(tanda.temuan))
        alasan = receipt.findings(
            _unsaid(tanda), jenis, kunci=berkas.kunci, potongan=tanda.cuplikan,
            minta_alasan=tanda.keadaan in ("diterima", "sebagian"),
        )  # fmt: skip
    return Checked(berkas, tanda, alasan)


def _checked(berkas: Berkas, periksa: Callable[[str, bytes], Receipt]) -> Receipt:
    """The receipt of a file, made anew only when the store has changed since."""
    sudah = st.session_state.setdefault(_DIPERIKSA, {})
    kunci = (berkas.kunci, fingerprint(cached.real_store()))
    if kunci not in sudah:
        with st.spinner("Memeriksa …"):
            sudah[kunci] = periksa(berkas.nama, berkas.isi)
    return sudah[kunci]


def _unsaid(tanda: Receipt) -> dict[int, receipt.Finding]:
    """The findings that the receipt's own line has not said already."""
    return {
        i: t
        for i, t in enumerate(tanda.temuan)
        if i in tanda.cuplikan or t.pesan not in tanda.kalimat
    }


def confirm(hasil: Sequence[Checked], siap: Sequence[Checked]) -> bool:
    """What of `hasil` would be stored (`siap`), and whether the sender said yes."""
    if hasil and all(h.tanda.keadaan == "sudah_diterima" for h in hasil):
        st.success("Semuanya sudah diterima; tidak ada yang perlu disimpan lagi.")
        return False
    if not siap:
        st.info(
            "Belum ada yang dapat disimpan. Perbaiki berkasnya menurut temuan di atas, "
            "lalu pilih lagi."
        )
        return False
    if cached.contoh():
        st.warning(
            "Ini laporan sebenarnya yang pertama. Sesudah disimpan, **data contoh "
            "tidak ditampilkan lagi** dan aplikasi hanya memuat laporan sebenarnya.",
            icon=":material/science_off:",
        )
    setuju = [
        st.checkbox(
            f"Benar, {len(s.tanda.kelompok_baru)} kelompok ini memang kelompok baru: "
            f"{plain(daftar(s.tanda.kelompok_baru))}.",
            key=f"baru_{s.berkas.kunci}",
        )
        for s in siap
        if s.tanda.kelompok_baru
    ]
    label = "Simpan" if len(siap) == 1 else f"Simpan {len(siap)} berkas"
    return st.button(
        label, type="primary", icon=":material/save:", key="simpan",
        disabled=not all(setuju),
        help=None if all(setuju) else "Setujui kelompok baru terlebih dahulu.",
    )  # fmt: skip


def store_all(siap: Sequence[Checked], simpan: Callable[[Checked], Receipt]) -> None:
    """Store what was confirmed, one file after the other, then show the receipts."""
    kemajuan = st.progress(0.0, "Menyimpan …")
    tersimpan = []
    for ke, satu in enumerate(siap, 1):
        try:
            tersimpan.append(simpan(satu))
        except (StoreError, ValueError) as sebab:
            st.error(f"{plain(satu.berkas.nama)}: {plain(str(sebab))}")
            return
        kemajuan.progress(ke / len(siap), f"{ke} dari {len(siap)} berkas disimpan")
    st.session_state[_TERSIMPAN] = tersimpan
    st.session_state[_UNGGAHAN] += 1
    st.session_state[_DIPERIKSA] = {}
    st.rerun()


def stored(as_text: Callable[[Receipt], str]) -> None:
    """The receipts of what was stored last, to read and to keep."""
    semua: list[Receipt] = st.session_state.get(_TERSIMPAN, [])
    if not semua:
        return
    with st.container(border=True):
        st.markdown("#### Tanda terima")
        for tanda in semua:
            receipt.state_badge(tanda.keadaan)
            st.markdown(f"**{plain(tanda.nama)}**: {plain(tanda.kalimat)}")
            if tanda.kelompok_baru:
                st.markdown(f"Kelompok baru: {plain(daftar(tanda.kelompok_baru))}.")
        with st.container(horizontal=True):
            st.download_button(
                "Unduh tanda terima",
                "\n\n".join(as_text(t) for t in semua),
                "tanda_terima_up2k.txt",
                key="unduh_tanda_terima",
                on_click="ignore",
                icon=":material/download:",
            )
            st.button(
                "Tutup", key="tutup_tanda_terima",
                on_click=st.session_state.pop, args=(_TERSIMPAN, None),
            )  # fmt: skip
            selection.button("Lihat di Kiriman", "kiriman", key="ke_kiriman")
