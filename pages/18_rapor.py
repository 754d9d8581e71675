"""Rapor: satu halaman untuk tiap kelurahan, siap dicetak dan dikirim."""

from functools import partial

import streamlit as st

from ui import gambar, messages, rapor, selection

ICON = ":material/assignment:"
BAGIAN = "Sajian"

pilihan = selection.current()
gambar.title("Rapor", pilihan)
if not messages.ready(pilihan):
    st.stop()
selection.sections(
    {
        "Satu kelurahan": partial(rapor.one, pilihan),
        "Sekaligus": partial(rapor.every, pilihan),
        "Kota dan lampiran": partial(rapor.city, pilihan),
    },
    key="bagian_rapor",
)
