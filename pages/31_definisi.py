"""Definisi: arti, rumus, satuan, dan sumber setiap angka dan temuan.

Everything here is generated from the objects that run: nothing is written twice.
"""

from functools import partial
from itertools import groupby

import streamlit as st

from checks.temuan import JENIS
from loaders.acuan.write import acuan_bytes, file_name
from reference.pengaturan import pengaturan
from ui import acuan, cached, definitions, peran, rules
from ui.downloads import Keterangan, download_buttons

ICON = ":material/menu_book:"
BAGIAN = "Rujukan"
ATURAN = "Aturan dan anggapan"

ISI = {
    "Indikator": definitions.of_indicators,
    "Isian formulir": definitions.of_variables,
    "Isian rekap": definitions.of_recap,
    "Langkah": definitions.of_steps,
    ATURAN: partial(cached.of, acuan.in_force, cached.hari()),
    "Temuan": partial(
        definitions.of_findings, JENIS, koordinator=peran.boleh_mengatur()
    ),
}

st.title("Definisi")
st.markdown(
    "Semua istilah yang dipakai aplikasi ini. Tanda :orange-badge[usulan] berarti "
    "belum ditetapkan secara resmi dan masih dapat berubah."
)
if pengaturan().batas_hari_usulan:
    st.caption(
        f"Batas lapor {pengaturan().batas_hari} hari sesudah akhir periode juga usulan."
    )
bagian = st.segmented_control(
    "Bagian", list(ISI), default="Indikator", required=True,
    key="bagian", bind="query-params",
)  # fmt: skip
cari = st.text_input(
    "Cari istilah", key="cari", bind="query-params", icon=":material/search:",
    placeholder="misalnya: tunggakan", width=480,
)  # fmt: skip

if bagian == ATURAN:
    isi_kini = cached.snapshot()
    acuan.workbook(
        partial(
            acuan_bytes, isi_kini.acuan, hari=cached.hari(), contoh=cached.contoh()
        ),
        file_name(cached.hari()),
    )
semua = ISI[bagian]()
cocok = [d for d in semua if d.has(cari)]
st.caption(f"{len(cocok)} dari {len(semua)} istilah")
download_buttons(
    definitions.frame(cocok),
    judul=f"Definisi: {bagian}",
    nama=f"definisi_{bagian.split()[0].lower()}",
    kolom=definitions.KOLOM,
    keterangan=Keterangan(
        saringan=f"Kata: {cari}" if cari else "Semua istilah", pada=cached.hari()
    ),
)
if not cocok:
    st.info("Tidak ada istilah yang memuat kata itu. Coba kata lain.")
for golongan, isi in groupby(cocok, key=lambda d: d.golongan):
    if bagian == ATURAN:
        acuan.show_list(golongan, list(isi), terbuka=bool(cari))
        continue
    st.subheader(golongan)
    st.markdown("\n\n".join(d.markdown() for d in isi), width=760)
if bagian == "Temuan" and peran.boleh_mengatur():
    rules.show(cached.snapshot(), JENIS)
if bagian == ATURAN:
    acuan.show_else(
        [d for d in cached.of(acuan.not_in_force, cached.hari()) if d.has(cari)]
    )
    acuan.show_history(isi_kini.acuan_masuk)
