"""Small faults mended on the page: one field a cell, read anew as if the file held it.

Plain fields, not a table: a table drops what it cannot take without a word.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import streamlit as st

from reference.kosakata import variables
from ui.definitions import Kind
from ui.receipt import Finding, Piece
from ui.teks import plain

PALING_BANYAK = 10
TERBUKA = 5
"""With so many cells or fewer the fields are open at once."""
_PERBAIKAN = "perbaikan"

Sel = tuple[str, str]


class Mended(Protocol):
    """A cell mended on screen, as `loaders.mended.Diperbaiki` holds it."""

    @property
    def kalimat(self) -> str: ...


def _all() -> dict[str, dict[Sel, str]]:
    semua: dict[str, dict[Sel, str]] = st.session_state.setdefault(_PERBAIKAN, {})
    return semua


def of(kunci: str) -> dict[Sel, str]:
    """The cells of a file that were mended on screen: (sheet, cell) -> text."""
    return dict(_all().get(kunci, {}))


def forget() -> None:
    """Forget what was mended in any file."""
    st.session_state[_PERBAIKAN] = {}


def shown(kunci: str, diperbaiki: Sequence[Mended]) -> None:
    """What was mended so far, with the way back to what the file holds."""
    if not diperbaiki:
        return
    st.markdown(f"**Diperbaiki di layar ({len(diperbaiki)})**")
    for d in diperbaiki:
        st.markdown(f":green[✓] {plain(d.kalimat)}")
    st.button(
        "Pakai lagi isian asli", key=f"asli_{kunci}", type="tertiary",
        icon=":material/undo:", on_click=_drop, args=(kunci,),
    )  # fmt: skip


def _drop(kunci: str) -> None:
    _all().pop(kunci, None)
    for key in [k for k in st.session_state if str(k).startswith(f"betul_{kunci}_")]:
        del st.session_state[key]


def mendable(
    temuan: Sequence[Finding], jenis: Mapping[str, Kind]
) -> dict[Sel, list[Finding]]:
    """The cells at fault that one field each can mend; those of values first."""
    hasil: dict[Sel, list[Finding]] = {}
    for t in temuan:
        satu_sel = not t.sel_lain or jenis[t.jenis].asal == "aturan"
        isian = t.tingkat == "galat" or (t.tingkat == "periksa" and t.variabel)
        if t.lembar and t.sel and satu_sel and isian and not _personal(t):
            hasil.setdefault((t.lembar, t.sel), []).append(t)
    nilai = {k: v for k, v in hasil.items() if any(t.variabel for t in v)}
    return nilai | hasil


def _personal(t: Finding) -> bool:
    return t.jenis.endswith("_pribadi")


def ask(
    kunci: str,
    temuan: Sequence[Finding],
    cuplikan: Mapping[int, Piece],
    jenis: Mapping[str, Kind],
) -> None:
    """A field for each cell at fault; what is typed is read with the next check."""
    semua = mendable(temuan, jenis)
    if not semua:
        return
    isi = cell_texts(cuplikan.values())
    judul = f"Perbaiki di sini ({min(len(semua), PALING_BANYAK)} sel)"
    sedikit = len(semua) <= TERBUKA
    with (
        st.expander(judul, icon=":material/edit:", expanded=sedikit),
        st.form(f"betulkan_{kunci}", border=False),
    ):
        st.caption(
            "Untuk salah ketik yang kecil. Berkas Anda tidak diubah; perbaikannya "
            "dicatat di sampingnya."
        )
        baru = {
            tempat: _field(kunci, tempat, butir, isi.get(tempat, ""))
            for tempat, butir in list(semua.items())[:PALING_BANYAK]
        }
        if len(semua) > PALING_BANYAK:
            st.caption(
                f"Masih ada {len(semua) - PALING_BANYAK} sel lain; untuk sebanyak itu "
                "lebih mudah memperbaiki berkas bertanda."
            )
        if st.form_submit_button("Periksa ulang", icon=":material/refresh:"):
            _keep(kunci, {t: b for t, b in baru.items() if b != isi.get(t, "")})


def cell_texts(potongan: Iterable[Piece]) -> dict[Sel, str]:
    """What the cells in some pieces of a sheet hold, as they are shown."""
    return {
        (p.lembar, f"{huruf}{nomor}"): teks
        for p in potongan
        for nomor, isi in p.baris
        for huruf, teks in zip(p.kolom, isi, strict=True)
    }


def _field(kunci: str, tempat: Sel, butir: Sequence[Finding], isi: str) -> str:
    """One field, named by what stands in the cell and where."""
    t = butir[0]
    apa = variables()[t.variabel].label if t.variabel in variables() else ""
    siapa = ", ".join(b for b in (apa, t.kelompok or "") if b)
    lembar, sel = tempat
    alamat = f"{lembar} › {sel}"
    return st.text_input(
        plain(f"{siapa} ({alamat})" if siapa else alamat), isi,
        key=f"betul_{kunci}_{lembar}_{sel}", max_chars=200,
        placeholder="kosong", help=plain(f"Seharusnya {t.diharapkan}.")
        if t.diharapkan else plain(t.pesan),
    ).strip()  # fmt: skip


def _keep(kunci: str, baru: Mapping[Sel, str]) -> None:
    if not baru:
        st.info("Belum ada isian yang diubah.")
        return
    _all()[kunci] = of(kunci) | dict(baru)
    st.rerun()
