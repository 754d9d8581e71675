"""Counts of one participant on one day, typed on the page until they are stored."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from reference.wilayah import kelurahan, nama_wilayah
from ui import cached, peran
from ui.upload import Berkas

_BERKAS, _KE = "hitungan_diketik", "hitungan_ke"
_LAIN = "Lembaga lain …"


@dataclass(frozen=True, slots=True)
class Hitungan:
    """What was typed: whose day it is, and the channels that were counted."""

    tanggal: dt.date
    peserta: str
    jumlah: Mapping[str, int]


def typed(
    kampanye: pd.Series,
    saluran: Mapping[str, str],
    lembaga: Sequence[str],
    tulis: Callable[[Hitungan], bytes],
) -> Berkas | None:
    """The form on screen; gives the workbook that was made of it, until it is cleared.

    `saluran` are the channels in words, `lembaga` institutions that took part before.
    """
    if not peran.boleh_mengirim():
        return None
    lipatan = st.expander(
        "Ketik hitungan satu hari", icon=":material/edit:", key="buka_hitungan",
        on_change="rerun",
    )  # fmt: skip
    if lipatan.open:
        with lipatan:
            isi = _form(kampanye, saluran, lembaga, st.session_state.setdefault(_KE, 0))
        if isi is not None:
            nama = f"Hitungan {isi.tanggal:%Y-%m-%d}.xlsx"
            st.session_state[_BERKAS] = Berkas(nama, tulis(isi))
    berkas: Berkas | None = st.session_state.get(_BERKAS)
    return berkas


def clear() -> None:
    """Forget what was typed, with its form."""
    st.session_state.pop(_BERKAS, None)
    st.session_state[_KE] += 1


def _form(
    kampanye: pd.Series,
    saluran: Mapping[str, str],
    lembaga: Sequence[str],
    ke: int,
) -> Hitungan | None:
    mulai, selesai = kampanye["mulai"].date(), kampanye["selesai"].date()
    with st.form(f"hitungan_{ke}", border=False):
        tanggal = st.date_input(
            "Tanggal", max(mulai, min(selesai, cached.hari())), mulai, selesai,
            format="DD/MM/YYYY", key=f"hitungan_tanggal_{ke}",
        )  # fmt: skip
        siapa = st.selectbox(
            "Peserta", [*kelurahan(), *lembaga, _LAIN], index=None,
            format_func=nama_wilayah, placeholder="Pilih kelurahan atau lembaga",
            key=f"hitungan_peserta_{ke}",
        )  # fmt: skip
        lain = st.text_input(
            "Nama lembaga, bila belum ada di daftar", key=f"hitungan_lembaga_{ke}",
            max_chars=100, help="Nama lembaga; jangan menulis nama orang.",
        )  # fmt: skip
        st.caption(
            "Hitungan hari itu saja. Kosong berarti tidak dihitung; 0 berarti memang "
            "tidak ada."
        )
        with st.container(horizontal=True):
            nilai = {
                s: st.number_input(
                    label, 0, None, None, key=f"hitungan_n_{s}_{ke}", width=180
                )
                for s, label in saluran.items()
            }
        if not st.form_submit_button("Periksa", icon=":material/fact_check:"):
            return None
    return _complete(tanggal, lain.strip() if siapa == _LAIN else siapa, nilai)


def _complete(
    tanggal: dt.date, peserta: str | None, nilai: Mapping[str, Any]
) -> Hitungan | None:
    jumlah = {s: int(n) for s, n in nilai.items() if n is not None}
    if peserta and jumlah:
        return Hitungan(tanggal, peserta, jumlah)
    st.warning(
        "Pilih pesertanya dan isi sedikitnya satu hitungan.", icon=":material/edit:"
    )
    return None
