"""The sender's yes: what must be answered before anything is stored."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import streamlit as st

from reference.tulisan import daftar
from ui import cached, receipt
from ui.teks import plain
from ui.upload import Checked

SEDIKIT = 3
"""So many files are asked about one by one; new groups of more files in one go."""

ATURAN_DICABUT = "acuan_dicabut"
Ask = Callable[[], bool]


def confirm(hasil: Sequence[Checked], siap: Sequence[Checked]) -> bool:
    """What of `hasil` would be stored (`siap`), and whether the sender said yes."""
    if hasil and all(h.tanda.keadaan == "sudah_diterima" for h in hasil):
        st.success("Semuanya sudah diterima; tidak ada yang perlu disimpan lagi.")
        return False
    if not siap and any(h.tanda.usulan is not None for h in hasil):
        st.info(
            "Pastikan dahulu arti kolomnya di atas; sesudah itu berkasnya diperiksa."
        )
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
    setuju = [ask() for ask in _questions(siap)]
    label = "Simpan" if len(siap) == 1 else f"Simpan {len(siap)} berkas"
    return st.button(
        label, type="primary", icon=":material/save:", key="simpan",
        disabled=not all(setuju),
        help=None if all(setuju) else "Jawab dahulu pertanyaan di atas.",
    )  # fmt: skip


def _questions(siap: Sequence[Checked]) -> Iterator[Ask]:
    """What is to be said yes to, each as a box to tick."""
    for s in siap:
        nama = plain(s.berkas.nama)
        if s.tanda.perlu_jawaban:
            kalimat = f"Berlakukan **{nama}** sebagai kiriman yang terbaru."
            if any(t.jenis == ATURAN_DICABUT for t in s.tanda.temuan):
                kalimat = f"Benar, aturan yang dihapus dari **{nama}** memang dicabut."
            yield partial(st.checkbox, kalimat, key=f"ulang_{s.berkas.kunci}")
        if any(i not in s.alasan for i in receipt.questions(s.tanda.temuan)):
            kalimat = f"Sudah saya cocokkan: isian **{nama}** itu memang benar."
            yield partial(st.checkbox, kalimat, key=f"kolom_{s.berkas.kunci}")
    baru = [s for s in siap if s.tanda.kelompok_baru]
    if len(baru) > SEDIKIT:
        yield partial(_new_in_many, baru)
        return
    for s in baru:
        nama = plain(daftar(s.tanda.kelompok_baru))
        banyak = len(s.tanda.kelompok_baru)
        kalimat = f"Benar, {banyak} kelompok ini memang kelompok baru: {nama}."
        yield partial(st.checkbox, kalimat, key=f"baru_{s.berkas.kunci}")


def _new_in_many(baru: Sequence[Checked]) -> bool:
    """One box for the new groups of many files, which are named above it."""
    banyak = sum(len(s.tanda.kelompok_baru) for s in baru)
    with st.expander(f"{banyak} kelompok baru di {len(baru)} berkas"):
        for s in baru:
            nama = plain(daftar(s.tanda.kelompok_baru))
            st.markdown(f"**{plain(s.berkas.nama)}**: {nama}")
    semua = "".join(s.berkas.kunci for s in baru)
    return st.checkbox(
        f"Benar, {banyak} kelompok itu memang kelompok baru.",
        key=f"baru_{hashlib.sha256(semua.encode()).hexdigest()[:16]}",
    )
