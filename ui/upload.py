"""Handing in: the files at hand, what they would become, and the sender's yes.

The loaders are known to the page alone: what they do comes in as functions, what they
give is described by the protocols here and in `ui.receipt`, `ui.preview`, `ui.mend`.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Protocol

import streamlit as st

from reference.acuan import Butir
from store import StoreError, fingerprint
from ui import batch, cached, mapping, mend, preview, receipt
from ui.batch import Sisa
from ui.teks import plain

BANTUAN = (
    "Tekan tombol **Upload** untuk memilih berkas, atau seret berkas ke kotak ini. "
    "Boleh beberapa berkas sekaligus, paling besar 20 MB tiap berkas."
)
BERTANDA = "berkas_bertanda"
"""Where the marked workbooks that were asked for are kept."""
_UNGGAHAN, _DIPERIKSA = "unggahan_ke", "diperiksa"


class Receipt(Protocol):
    """A receipt, as `loaders.receipt.TandaTerima` holds it."""

    @property
    def nama(self) -> str: ...
    @property
    def keadaan(self) -> str: ...
    @property
    def kalimat(self) -> str: ...
    @property
    def putaran(self) -> str: ...
    @property
    def kiriman_id(self) -> int | None: ...
    @property
    def perlu_jawaban(self) -> bool: ...
    @property
    def kelompok_baru(self) -> Sequence[str]: ...
    @property
    def temuan(self) -> Sequence[receipt.Finding]: ...
    @property
    def cuplikan(self) -> Mapping[int, receipt.Piece]: ...
    @property
    def diperbaiki(self) -> Sequence[mend.Mended]: ...
    @property
    def perubahan(self) -> preview.Changes | None: ...
    @property
    def usulan(self) -> mapping.Proposal | None: ...
    @property
    def susunan_sendiri(self) -> bool: ...
    @property
    def acuan(self) -> Sequence[Butir]: ...


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
    """A file with its receipt so far, and the reasons that were written, by finding."""

    berkas: Berkas
    tanda: Receipt
    alasan: dict[int, str] = field(default_factory=dict)

    @property
    def dapat_disimpan(self) -> bool:
        """Whether at least a part of it can be stored."""
        return self.tanda.keadaan in ("diterima", "sebagian")


Titipan = tuple[Berkas, Any]
Periksa = Callable[[Titipan], Checked]
Antre = Callable[
    [Iterable[Titipan], Periksa], Iterator[tuple[Titipan, Future[Checked]]]
]


def chosen() -> list[Berkas]:
    """The uploader, and the files in it, each once."""
    unggahan = st.file_uploader(
        "Pilih formulir, Lampiran 4.22, Daftar Tindakan, atau lembar Anda sendiri",
        accept_multiple_files=True,
        key=f"{_UNGGAHAN}_{st.session_state.setdefault(_UNGGAHAN, 0)}",
    )
    st.caption(BANTUAN)
    semua = (Berkas(u.name, u.getvalue()) for u in unggahan)
    return list({b.kunci: b for b in semua}.values())


def clear() -> None:
    """Forget the files that were chosen, and what was said about them."""
    st.session_state[_UNGGAHAN] += 1
    st.session_state[_DIPERIKSA] = {}
    st.session_state.pop(BERTANDA, None)
    mend.forget()
    mapping.forget()


def check_all(
    berkas: Sequence[Berkas],
    periksa: Periksa,
    antre: Antre,
    bantuan: Callable[[Berkas], Any],
    sisa: Sisa,
) -> list[Checked]:
    """Every file checked, several at once; one that cannot be checked is said so.

    `bantuan(file)` is what the sender told about it on screen; `periksa` takes a file
    with that, and runs in other threads as `antre` decides. What was checked is
    remembered until the store changes or something else is told.
    """
    sudah: dict[Any, Checked | str] = st.session_state.setdefault(_DIPERIKSA, {})
    jejak = fingerprint(cached.real_store())
    titipan = [(b, bantuan(b)) for b in berkas]
    kunci = {b: (b.kunci, repr(kata), jejak) for b, kata in titipan}
    baru = [t for t in titipan if kunci[t[0]] not in sudah]
    with batch.progress(len(baru), "diperiksa", sisa) as maju:
        for (b, _), janji in antre(baru, periksa):
            sudah[kunci[b]] = _kept(janji)
            maju()
    hasil = {b: sudah[kunci[b]] for b in berkas}
    for b, satu in hasil.items():
        if isinstance(satu, str):
            st.error(f"{plain(b.nama)}: {plain(satu)}")
    return [satu for satu in hasil.values() if isinstance(satu, Checked)]


def _kept(janji: Future[Checked]) -> Checked | str:
    try:
        return janji.result()
    except (StoreError, ValueError) as sebab:
        return str(sebab)
