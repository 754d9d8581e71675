"""Ringkasan: keadaan UP2K dalam satu layar, yang berubah, dan yang perlu perhatian."""

import streamlit as st

from charts import rungs, trend
from charts.theme import HURUF_TINGKAT, TINGKAT, WARNA_TINGKAT
from indicators import INDICATORS
from indicators.attention import attention
from indicators.doubt import setting
from reports import kolom
from ui import cached, gambar, kalimat, kartu, messages, selection, sentences, visible

ICON = ":material/home:"
BAGIAN = "Keadaan kota"
KARTU = (
    "modal_up2k", "anggota", "pinjaman_beredar",
    "rasio_tunggakan_pct", "kehadiran_pct", "tingkat_pelaporan_pct",
)  # fmt: skip

pilihan = selection.current()
gambar.title("Ringkasan", pilihan)
if not messages.ready(pilihan):
    st.stop()

sentences.show(pilihan)

kartu.row(KARTU, pilihan)

kiri, kanan = st.columns(2)
with kiri:
    st.subheader("Bagaimana modal tumbuh?")
    modal = INDICATORS["modal_up2k"]
    deret = visible.trend(
        modal.id, cached.periode_sampai(pilihan.periode), pilihan.tingkat
    ).loc[[pilihan.wilayah]]
    gambar.headline(modal, deret.iloc[-1], pilihan)
    gambar.draw(
        trend.draw(
            deret,
            label=modal.label,
            satuan=modal.unit,
            lapor_minimal=cached.of(setting, "lapor_tren", pilihan.periode),
            contoh=cached.contoh(),
        ),
        nama="modal",
        judul=f"{modal.label}, {pilihan.nama}",
        kolom=kolom.values(modal, "nama_periode") | kolom.same(deret),
        keterangan=gambar.keterangan(pilihan, deret.iloc[-1]),
    )
    gambar.trend_notes(modal, deret, pilihan)
with kanan:
    st.subheader("Di tingkat mana kelompok berdiri?")
    berdiri = visible.standing(
        TINGKAT, pilihan.periode, pilihan.tingkat, pilihan.wilayah
    )
    st.markdown(kalimat.standing(berdiri, "tingkat"))
    gambar.draw(
        rungs.ladder(
            berdiri,
            sumbu="tingkat",
            warna=WARNA_TINGKAT,
            tanda=HURUF_TINGKAT,
            contoh=cached.contoh(),
        ),
        nama="tingkat",
        judul=f"Kelompok menurut tingkat, {pilihan.nama}",
        kolom=kolom.RUNGS,
        keterangan=gambar.keterangan(pilihan, berdiri.iloc[0]),
    )

st.subheader("Yang perlu perhatian")
messages.attention(
    cached.of(attention, pilihan.periode, cached.hari(), pilihan.wilayah)
)
