"""Presentasi: paparan layar penuh dari angka terbaru, juga tanpa internet."""

import streamlit as st

from ui import gambar, konteks, messages, presentasi, selection
from ui.deck import Pesan

ICON = ":material/slideshow:"
BAGIAN = "Sajian"

pilihan = selection.current()
gambar.title("Presentasi", pilihan)
if not messages.ready(pilihan):
    st.stop()
st.markdown(
    f"Paparan tentang **{pilihan.nama}**, **{pilihan.periode.label}**. Periode dan "
    "wilayah dipilih di bilah samping."
)
isi = konteks.chosen(pilihan)
semua = Pesan(isi, presentasi.audience())
pesan = presentasi.order(semua)
if pesan.urutan == ():
    st.info("Pilih sedikitnya satu slide.", icon=":material/slideshow:")
    st.stop()
alamat = presentasi.address(pesan, pilihan)
presentasi.actions(pesan, alamat)
presentasi.preview(alamat)
presentasi.advice(isi)
