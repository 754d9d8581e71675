"""Peringatan Dini: kelompok dan kelurahan yang barangkali perlu ditengok."""

import streamlit as st

from ui import cached, gambar, messages, peran, selection, warning, warning_record

ICON = ":material/notifications:"
BAGIAN = "Pembinaan"

pilihan = selection.current()
gambar.title("Peringatan Dini", pilihan)
if not messages.ready(pilihan):
    st.stop()
if not peran.boleh_mengirim():
    st.info(
        "Tanda tentang kelompok ditujukan kepada pendampingnya saja. Mohon hubungi "
        "Pokja II TP PKK Kota bila memerlukannya.",
        icon=":material/shield_person:",
    )
    st.stop()

pada = warning.day(pilihan, cached.hari())
st.caption(
    "Tanda bukan penilaian: angkanya bisa keliru atau belum lengkap. Tengok dan "
    "tanyakan dahulu."
)
selection.sections(
    {
        "Tanda": lambda: warning.signs(pilihan, pada),
        "Ringkasan mingguan": lambda: warning.weekly(pilihan, pada),
        "Seberapa sering keliru": lambda: warning_record.how_often_wrong(pada),
        "Aturannya": lambda: warning_record.rules_table(pilihan, pada),
    },
    key="bagian_peringatan",
)
