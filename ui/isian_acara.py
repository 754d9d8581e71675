"""One event typed on the page: what the sender fills in, kept until it is stored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from reference.daftar import Isian, forms
from reference.wilayah import kelurahan
from ui import peran, sosialisasi
from ui.upload import Berkas

_BERKAS, _KE = "acara_diketik", "acara_ke"
_ANGKA = {"diundang_orang": "diundang", "hadir_orang": "hadir"}
Baris = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Acara:
    """What was typed, as stored: the head, and rows of attendance with a number."""

    kepala: Baris
    kehadiran: tuple[Baris, ...]


def typed(tulis: Callable[[Acara], bytes]) -> Berkas | None:
    """The form on screen; gives the workbook that was made of it, until it is cleared.

    `tulis` writes what was typed as the workbook that the loaders read.
    """
    if not peran.boleh_mengirim():
        return None
    lipatan = st.expander(
        "Atau isi di sini", icon=":material/edit:", key="buka_isian_acara",
        on_change="rerun",
    )  # fmt: skip
    if lipatan.open:
        with lipatan:
            acara = _form(st.session_state.setdefault(_KE, 0))
        if acara and not (acara.kepala["nama"] and acara.kepala["tanggal"]):
            st.warning("Nama acara dan tanggalnya perlu diisi.", icon=":material/edit:")
        elif acara:
            nama = f"Acara {acara.kepala['tanggal']:%Y-%m-%d}.xlsx"
            st.session_state[_BERKAS] = Berkas(nama, tulis(acara))
    berkas: Berkas | None = st.session_state.get(_BERKAS)
    return berkas


def clear() -> None:
    """Forget what was typed, with its form."""
    st.session_state.pop(_BERKAS, None)
    st.session_state[_KE] += 1


def _form(ke: int) -> Acara | None:
    form = forms()[sosialisasi.FORM]
    with st.form(f"acara_{ke}", border=False):
        kepala = {k.nama: _field(k, ke) for k in form.kepala}
        st.markdown("**Kehadiran** (orang)")
        st.caption(
            "Kosong berarti tidak diketahui; 0 berarti memang tidak ada. Tulis "
            "banyaknya saja, tanpa nama."
        )
        isi = st.data_editor(
            _grid(), hide_index=True, num_rows="fixed", height=320,
            key=f"hadir_acara_{ke}", disabled=["Kelurahan"], column_config=_columns(),
            placeholder="–",
        )  # fmt: skip
        if not st.form_submit_button("Periksa", icon=":material/fact_check:"):
            return None
    return Acara(kepala, rows(isi))


def _field(k: Isian, ke: int) -> Any:  # noqa: ANN401
    kunci, bantuan = f"acara_{k.nama}_{ke}", k.bantuan or None
    if k.tipe == "pilihan":
        label = {p.nilai: p.label for p in k.pilihan}
        return st.selectbox(
            k.judul, list(label), format_func=label.__getitem__, key=kunci
        )
    if k.tipe == "tanggal":
        return st.date_input(
            k.judul, None, format="DD/MM/YYYY", help=bantuan, key=kunci,
            min_value="2000-01-01", max_value="2100-12-31",
        )  # fmt: skip
    if k.tipe == "orang":
        paling_banyak = int(k.max) if k.max is not None else None
        return st.number_input(k.judul, 0, paling_banyak, None, help=bantuan, key=kunci)
    return st.text_input(k.judul, help=bantuan, max_chars=300, key=kunci).strip()


def _grid() -> pd.DataFrame:
    """A row a kelurahan, two columns a role, everything still blank."""
    isi = {f"{p}|{a}": pd.NA for p in sosialisasi.roles() for a in _ANGKA}
    nama = [k.nama for k in kelurahan().values()]
    kosong = pd.DataFrame(isi, index=range(len(nama)), dtype="Int64")
    kosong.insert(0, "Kelurahan", nama)
    return kosong


def _columns() -> dict[str, Any]:
    angka = {
        f"{p}|{a}": st.column_config.NumberColumn(
            f"{label}, {kata}", min_value=0, step=1, width=150
        )
        for p, label in sosialisasi.roles().items()
        for a, kata in _ANGKA.items()
    }
    return angka | {"Kelurahan": st.column_config.Column(pinned=True, width=130)}


def rows(isi: pd.DataFrame) -> tuple[Baris, ...]:
    """The cells of the grid as rows of attendance; one without any number is none."""
    hasil = []
    for kode, (_, b) in zip(kelurahan(), isi.iterrows(), strict=True):
        for peran_ in sosialisasi.roles():
            nilai = {a: b[f"{peran_}|{a}"] for a in _ANGKA}
            ada = {a: int(v) for a, v in nilai.items() if pd.notna(v)}
            if ada:
                hasil.append({"peserta": kode, "peran": peran_, **ada})
    return tuple(hasil)
