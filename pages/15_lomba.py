"""Lomba & Evaluasi: siapa menang, apa yang lemah, dan siapa yang dibina sesudahnya.

It writes the form as a workbook, so it may import the loaders.
"""

from collections.abc import Callable
from functools import partial

import streamlit as st

from checks.temuan import JENIS
from loaders.daftar.isi import choices
from loaders.daftar.write import Isi, form_bytes
from reference.daftar import forms
from ui import (
    cached,
    isian,
    lomba,
    lomba_arsip,
    lomba_aspek,
    lomba_bina,
    lomba_bobot,
    lomba_juri,
    selection,
    submissions,
)

ICON = ":material/trophy:"
BAGIAN = "Kegiatan"
FORM = forms()[lomba.FORM]


def blank() -> Callable[[], bytes]:
    """What writes the form with the aspects and weights proposed now, once clicked."""
    aspek = lomba.proposed()
    pilihan = None if cached.contoh() else choices(cached.snapshot(kini=True), FORM)
    return partial(form_bytes, FORM, Isi({}, {"penilaian_aspek": aspek}), pilihan)


st.title("Lomba & Evaluasi Administrasi")
st.caption(
    f"{selection.current().nama} · menurut lembar penilaian yang dikirim panitia. "
    "Juri tidak disebut namanya."
)
if lomba.any_known():
    kode = lomba.chosen()
    lomba.head(kode)
    bagian: dict[str, Callable[[], None]] = {
        "Hasil": partial(lomba.results, kode),
        "Per aspek": partial(lomba_aspek.by_aspect, kode),
        "Di bawah standar": partial(lomba_bina.under_standard, kode),
        "Juri": partial(lomba_juri.agreement, kode),
        "Coba bobot lain": partial(lomba_bobot.trial, kode),
        "Arsip": lomba_arsip.past,
    }
    selection.sections(bagian, key="bagian_lomba")
else:
    lomba.how_to_start()
    lomba_arsip.past()
isian.blank(
    "Kirim penilaian", "Unduh lembar penilaian", blank(), lomba.FORM, lomba.CATATAN_FORM
)
submissions.registers(cached.snapshot(), JENIS, layout=lomba.FORM)
