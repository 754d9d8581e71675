"""Many files as one action: stored together, told together, undone together."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from reference.periode import Periode
from reference.tulisan import daftar, waktu
from reference.wilayah import nama_wilayah
from store import Action, Store, StoreError, actions, new_batch, redo, undo, undone
from ui import cached, peran, receipt, selection
from ui.teks import plain

if TYPE_CHECKING:
    from ui.upload import Checked, Receipt

Sisa = Callable[[int, int, float], str]
"""How long the rest takes, in words: of how many done, of all, in seconds."""

_TERSIMPAN, _KABAR = "tanda_terima", "kabar_kiriman"


@dataclass(frozen=True, slots=True)
class Stored:
    """What one press stored: receipts, what failed with its cause, and the batch."""

    tanda: "list[Receipt]"
    gagal: list[tuple[str, str]]
    tumpukan: str


@contextmanager
def progress(semua: int, apa: str, sisa: Sisa) -> Iterator[Callable[[], None]]:
    """A bar with counts and the time left; call what it gives after each file."""
    tempat, mulai, ke = st.empty(), time.monotonic(), 0

    def step() -> None:
        nonlocal ke
        ke += 1
        if semua > 1:
            kata = sisa(ke, semua, time.monotonic() - mulai) if ke < semua else ""
            kalimat = f"{ke} dari {semua} berkas {apa}"
            tempat.progress(ke / semua, f"{kalimat}, {kata}" if kata else kalimat)

    if semua:
        with st.spinner(f"Sedang {apa} …"):
            yield step
    else:
        yield step
    tempat.empty()


def store_all(
    siap: "Sequence[Checked]",
    lain: "Sequence[Receipt]",
    simpan: "Callable[[Checked, str], Receipt]",
    sisa: Sisa,
) -> Stored:
    """Store what was confirmed as one batch; one that fails does not stop the others.

    `lain` are the receipts of files that cannot be stored; they are told as well.
    """
    hasil = Stored(tanda=[], gagal=[], tumpukan=new_batch())
    with progress(len(siap), "disimpan", sisa) as maju:
        for satu in siap:
            try:
                hasil.tanda.append(simpan(satu, hasil.tumpukan))
            except (StoreError, ValueError) as sebab:
                hasil.gagal.append((satu.berkas.nama, str(sebab)))
            maju()
    hasil.tanda.extend(lain)
    st.session_state[_TERSIMPAN] = hasil
    return hasil


def stored(as_text: "Callable[[Receipt], str]") -> str | None:
    """The receipts of what was stored last; gives its batch while they are shown."""
    if kabar := st.session_state.pop(_KABAR, None):
        st.success(kabar, icon=":material/undo:")
    hasil: Stored | None = st.session_state.get(_TERSIMPAN)
    if hasil is None:
        return None
    with st.container(border=True):
        st.markdown("#### Tanda terima")
        for nama, sebab in hasil.gagal:
            st.error(f"**{plain(nama)}** tidak tersimpan: {plain(sebab)}")
        for tanda in hasil.tanda:
            _one_receipt(tanda)
        with st.container(horizontal=True):
            st.download_button(
                "Unduh tanda terima",
                "\n\n".join(as_text(t) for t in hasil.tanda),
                "tanda_terima_up2k.txt", key="unduh_tanda_terima", on_click="ignore",
                icon=":material/download:",
            )  # fmt: skip
            selection.button("Lihat di Kiriman", "kiriman", key="ke_kiriman")
            st.button("Tutup", key="tutup_tanda_terima", on_click=close)
        milik = [a for a in _mine() if a.kunci == hasil.tumpukan]
        for tindakan in milik:
            _undo_form(tindakan, kunci="baru_saja")
    return hasil.tumpukan


def close() -> None:
    """Put the receipts away."""
    st.session_state.pop(_TERSIMPAN, None)


def _one_receipt(tanda: "Receipt") -> None:
    icon, warna, _ = receipt.KEADAAN[tanda.keadaan]
    st.markdown(f":{warna}[{icon}] **{plain(tanda.nama)}**: {plain(tanda.kalimat)}")
    if tanda.diperbaiki:
        st.caption(f"{len(tanda.diperbaiki)} sel diperbaiki di layar.")
    if tanda.kelompok_baru:
        st.markdown(f"Kelompok baru: {plain(daftar(tanda.kelompok_baru))}.")


def _mine() -> list[Action]:
    """The newest actions that the one who looks may undo."""
    siapa = None if peran.boleh_mengatur() else peran.peran()
    return actions(cached.real_store(), oleh=siapa)


def recent(kecuali: str | None) -> None:
    """The last actions, each with its undo or redo; not the one shown above."""
    semua = [a for a in _mine() if a.kunci != kecuali]
    if not semua:
        return
    st.subheader("Yang terakhir disimpan")
    for tindakan in semua:
        batal = not tindakan.berlaku
        tanda = ":gray[dibatalkan] · " if batal else ""
        with st.expander(f"{tanda}{title(tindakan)}"):
            for m in tindakan.isi:
                st.markdown(
                    f"{plain(m.nama_berkas)} ({nama_wilayah(m.kode_wilayah)}, "
                    f"{Periode.parse(m.periode).label})"
                    + (" :gray-badge[dibatalkan]" if m.dibatalkan else "")
                )
            if not batal:
                _undo_form(tindakan, kunci="lama")
            else:
                _redo_button(tindakan)


def title(tindakan: Action) -> str:
    """An action in a line: when, how many files, from where and for which periods."""
    nama = sorted({nama_wilayah(m.kode_wilayah) for m in tindakan.isi})
    untuk = sorted({Periode.parse(m.periode) for m in tindakan.isi})
    banyak = len(tindakan.isi)
    tempat = f"{daftar(nama, 3)}, {daftar([p.label for p in untuk], 2)}"
    return f"{waktu(tindakan.pada)} · {banyak} berkas · {tempat}"


def _undo_form(tindakan: Action, *, kunci: str) -> None:
    banyak = len(tindakan.berlaku)
    if not banyak:
        st.caption("Sudah dibatalkan.")
        return
    with st.popover(f"Batalkan kiriman ini ({banyak} berkas)", icon=":material/undo:"):
        st.caption(
            "Laporannya tidak dihitung lagi, dan laporan sebelumnya, bila ada, berlaku "
            "kembali. Berkasnya tetap tersimpan; pembatalan dapat dipulihkan."
        )
        with st.form(f"batal_{kunci}_{tindakan.kunci}", border=False):
            alasan = st.text_input(
                "Alasan pembatalan",
                max_chars=300,
                key=f"sebab_{kunci}_{tindakan.kunci}",
            )
            if st.form_submit_button("Ya, batalkan", type="primary"):
                _decide(undo, tindakan, alasan, "dibatalkan")


def why_undone(store: Store, kiriman_id: int) -> None:
    """Who made a submission count no more, when and why."""
    if sebab := undone(store, kiriman_id):
        st.caption(
            f"Dibatalkan {waktu(sebab.pada)} oleh {plain(sebab.oleh)}: "
            f"{plain(sebab.alasan)}"
        )


def _redo_button(tindakan: Action) -> None:
    why_undone(cached.real_store(), tindakan.isi[0].kiriman_id)
    if st.button(
        "Berlakukan lagi", key=f"pulih_{tindakan.kunci}", icon=":material/redo:"
    ):
        _decide(redo, tindakan, "", "berlaku lagi")


def _decide(
    putuskan: Callable[..., Sequence[object]],
    tindakan: Action,
    alasan: str,
    kata: str,
) -> None:
    toko: Store = cached.real_store()
    try:
        kena = putuskan(toko, tindakan.kunci, oleh=peran.peran(), alasan=alasan)
    except StoreError as sebab:
        st.error(plain(str(sebab)))
        return
    close()
    st.session_state[_KABAR] = f"{len(kena)} berkas {kata}."
    st.rerun()
