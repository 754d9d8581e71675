"""A sheet of somebody's own before it is read: what each column means, confirmed.

The guess is known by the protocols here and in `ui.mapping_columns`; what is confirmed
is made by the page and only kept for it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import streamlit as st

from reference.periode import Periode
from reference.tulisan import daftar, hari_ini
from reference.wilayah import kelurahan, nama_wilayah
from ui.mapping_columns import Pilihan, Sel, Table, ask_columns, problems
from ui.teks import plain

_PASTI, _LAGI = "susunan_pasti", "susunan_lagi"
_PERIODE_LALU = 8


class Proposal(Protocol):
    """The guess of a whole file, as `loaders.mapping.records.Usulan` holds it."""

    @property
    def tabel(self) -> Sequence[Table]: ...
    @property
    def kode_wilayah(self) -> str | None: ...
    @property
    def periode(self) -> str | None: ...
    @property
    def kelurahan_dari(self) -> str: ...
    @property
    def periode_dari(self) -> str: ...
    @property
    def sebab(self) -> Sequence[str]: ...
    @property
    def n_kolom(self) -> int: ...
    @property
    def n_tertebak(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody confirmed.

    `pilihan` gives each column, by sheet and letters, its variable ("" for not read,
    "catatan" for notes), what its numbers are multiplied by, and how they are written.
    """

    kode_wilayah: str
    periode: str
    oleh: str
    ingat: bool
    pilihan: Mapping[Sel, Pilihan] = field(default_factory=dict)


Pastikan = Callable[[Proposal, Answer], object]
"""Makes of a guess and the answers what the file is then read with."""


def _decided() -> dict[str, object]:
    semua: dict[str, object] = st.session_state.setdefault(_PASTI, {})
    return semua


def _again() -> set[str]:
    semua: set[str] = st.session_state.setdefault(_LAGI, set())
    return semua


def of(kunci: str) -> object | None:
    """What was confirmed for a file, as the page made it; None before."""
    return _decided().get(kunci)


def asked_again(kunci: str) -> bool:
    """Whether the sender wants to see the columns of a file though they are known."""
    return kunci in _again()


def forget() -> None:
    """Forget what was confirmed for any file."""
    st.session_state[_PASTI] = {}
    st.session_state[_LAGI] = set()


def _reopen(kunci: str) -> None:
    _decided().pop(kunci, None)
    _again().add(kunci)


def shown(kunci: str, *, diingat: bool) -> None:
    """That a file is read by a layout of its own, with the way to change it.

    `diingat` says that the file is read so, though nobody was asked now.
    """
    if not (diingat or of(kunci)):
        return
    kata = "yang Anda pastikan" if of(kunci) else "yang diingat untuk kelurahan ini"
    st.caption(f"Dibaca menurut arti kolom {kata}.")
    st.button(
        "Ubah arti kolom", key=f"susunan_ubah_{kunci}", type="tertiary",
        icon=":material/view_column:", on_click=_reopen, args=(kunci,),
    )  # fmt: skip


@st.fragment
def ask(usulan: Proposal, *, kunci: str, pastikan: Pastikan) -> None:
    """What each column means, to be confirmed; then the page runs again.

    `kunci` tells files apart; what `pastikan` makes is then given by `of(kunci)`. Its
    ValueError is shown as it is.
    """
    st.badge("Perlu dipastikan", icon=":material/view_column:", color="orange")
    st.markdown(
        f"**Apa arti tiap kolom?** {usulan.n_tertebak} dari {usulan.n_kolom} kolom "
        "sudah ditebak. Periksa tebakannya, ubah bila perlu, lalu tekan **Pastikan**."
    )
    st.caption(f"Ditanyakan karena {plain(daftar(list(usulan.sebab)))}.")
    pilihan: dict[Sel, Pilihan] = {}
    for tabel in usulan.tabel:
        pilihan |= ask_columns(tabel, kunci)
    kode, periode = _about(usulan, kunci)
    oleh = st.text_input(
        "Dipastikan oleh (jabatan)", key=f"susunan_oleh_{kunci}", max_chars=60,
        placeholder="misalnya petugas kelurahan",
    ).strip()  # fmt: skip
    untuk = f" untuk Kelurahan {nama_wilayah(kode)}" if kode else ""
    ingat = st.checkbox(
        f"Ingat susunan ini{untuk}; berkas berikutnya tidak ditanya lagi bila "
        "susunannya sama",
        value=True, key=f"susunan_ingat_{kunci}",
    )  # fmt: skip
    kurang = [*problems(usulan.tabel, pilihan), *_missing(kode, periode)]
    for kalimat in kurang:
        st.warning(kalimat)
    if st.button(
        "Pastikan", type="primary", key=f"susunan_pastikan_{kunci}",
        icon=":material/check:", disabled=bool(kurang),
    ):  # fmt: skip
        jawab = Answer(str(kode), str(periode), oleh, ingat, pilihan)
        _decide(usulan, jawab, kunci, pastikan)


def _decide(usulan: Proposal, jawab: Answer, kunci: str, pastikan: Pastikan) -> None:
    try:
        _decided()[kunci] = pastikan(usulan, jawab)
    except ValueError as sebab:
        st.error(plain(str(sebab)))
        return
    _again().discard(kunci)
    st.rerun()


def _missing(kode: str | None, periode: Periode | None) -> list[str]:
    hasil = [] if kode else ["Pilih kelurahannya."]
    return hasil if periode else [*hasil, "Pilih periodenya."]


def _about(usulan: Proposal, kunci: str) -> tuple[str | None, Periode | None]:
    """Which kelurahan and period, as found in the file or chosen."""
    kiri, kanan = st.columns(2)
    tempat = list(kelurahan())
    kode = kiri.selectbox(
        "Kelurahan", tempat, format_func=nama_wilayah,
        index=tempat.index(usulan.kode_wilayah) if usulan.kode_wilayah else None,
        placeholder="Ketik nama kelurahan", key=f"susunan_kelurahan_{kunci}",
        help=_found(usulan.kelurahan_dari),
    )  # fmt: skip
    terakhir = Periode.last_ended(hari_ini())
    semua = [terakhir.shift(-n) for n in range(_PERIODE_LALU)]
    ada = Periode.parse(usulan.periode) if usulan.periode else None
    if ada and ada not in semua:
        semua.append(ada)
    periode = kanan.selectbox(
        "Periode", semua, format_func=lambda p: p.label,
        index=semua.index(ada) if ada else None, placeholder="Pilih periode",
        key=f"susunan_periode_{kunci}",
        help=_found(usulan.periode_dari),
    )  # fmt: skip
    return kode, periode


def _found(dari: str) -> str | None:
    return f"Terbaca dari {plain(dari)}." if dari else None
