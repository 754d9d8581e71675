"""Menuju Koperasi: tingkat dan tahap kelompok, perpindahannya, dan langkah berikutnya.

Tingkat (the official ladder) and tahap (the city's path) are two axes, never one.
"""

import streamlit as st

from ui import forecast, gambar, ladder, messages, selection, standing

ICON = ":material/stairs:"
BAGIAN = "Keadaan kota"

pilihan = selection.current()
gambar.title("Menuju Koperasi", pilihan)
if not messages.ready(pilihan):
    st.stop()
st.caption(
    "Tingkat (Pemula sampai Mandiri) adalah jenjang resmi seperti yang dilaporkan. "
    "Tahap (UP2K, pra-koperasi, koperasi) adalah jalan menuju koperasi. Keduanya tidak "
    "sama: kelompok tetap kelompok UP2K walaupun anggotanya sudah berkoperasi."
)
selection.sections(
    {
        "Tingkat": lambda: ladder.axis(pilihan, "tingkat"),
        "Tahap": lambda: ladder.axis(pilihan, "tahap"),
        "Langkah": lambda: ladder.done(pilihan),
        "Paling dekat": lambda: ladder.nearest(pilihan),
        "Menurut aturan": lambda: standing.by_rules(pilihan),
        "Kapan?": lambda: forecast.when(pilihan),
    },
    key="bagian_koperasi",
)
