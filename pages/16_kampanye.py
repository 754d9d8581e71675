"""Kampanye: berapa yang terhitung, cukupkah lajunya, dan siapa yang ikut."""

import streamlit as st

from ui import kampanye, selection

ICON = ":material/campaign:"
BAGIAN = "Kegiatan"

st.title("Kampanye")
st.caption(
    "Dukungan warga dalam sebuah kampanye kota, dihitung tiap hari oleh perangkat "
    "daerah dan kelurahan. Angkanya diketik atau dikirim, tidak diambil dari situs lain."
)
if kampanye.any_running():
    selection.sections(
        {
            "Laju": kampanye.pace_of,
            "Siapa yang ikut": kampanye.who,
            "Arsip": kampanye.archive,
        },
        key="bagian_kampanye",
    )
else:
    kampanye.how_to_start()
    kampanye.archive()
kampanye.form()
