"""Rencana Pembinaan: siapa yang dibina berikutnya, dengan apa, dan berapa biayanya."""

import streamlit as st

from ui import (
    gambar,
    messages,
    peran,
    plan,
    plan_assumptions,
    plan_table,
    selection,
)

ICON = ":material/checklist:"
BAGIAN = "Pembinaan"

pilihan = selection.current()
gambar.title("Rencana Pembinaan", pilihan)
if not messages.ready(pilihan):
    st.stop()
if not peran.boleh_mengirim():
    st.info(
        "Rencana pembinaan menyebut kelompok satu per satu dan ditujukan kepada "
        "pendampingnya saja. Mohon hubungi Pokja II TP PKK Kota bila memerlukannya.",
        icon=":material/shield_person:",
    )
    st.stop()

selection.sections(
    {
        "Daftar kerja": lambda: plan_table.work_list(pilihan),
        "Rencana anggaran": lambda: plan.budget(pilihan),
        "Anggapan": lambda: plan_assumptions.assumptions(pilihan),
    },
    key="bagian_rencana",
)
