"""Keanggotaan: anggota, masuk dan keluar, kehadiran, peminjam, cakupan keluarga."""

import streamlit as st

from charts import rungs
from indicators import INDICATORS
from reference.wilayah import kecamatan
from reports import kolom
from ui import cached, gambar, kalimat, kartu, messages, selection, urutan, visible

ICON = ":material/groups:"
BAGIAN = "Keadaan kota"

pilihan = selection.current()
gambar.title("Keanggotaan", pilihan)
if not messages.ready(pilihan):
    st.stop()
periodes = cached.periode_sampai(pilihan.periode)


def members() -> None:
    """How many members there are, who came and who went."""
    kartu.row(("anggota", "pertumbuhan_anggota_bersih", "retensi_pct"), pilihan)
    st.subheader("Berapa yang masuk dan keluar?")
    arus = visible.flows(periodes, pilihan.tingkat, pilihan.wilayah)
    ragu = [
        visible.spread(f"anggota_{arah}", pilihan.periode, pilihan.tingkat)
        for arah in ("masuk", "keluar")
    ]
    st.markdown(
        kalimat.flows(arus, pilihan.periode, *(r.loc[pilihan.wilayah] for r in ragu))
    )
    gambar.draw(
        rungs.inout(arus, contoh=cached.contoh()),
        nama="masuk_keluar",
        judul=f"Anggota masuk dan keluar, {pilihan.nama}",
        kolom=kolom.FLOWS,
        keterangan=gambar.keterangan(pilihan, arus.iloc[-1]),
    )


def attendance() -> None:
    """Whether members come to meetings."""
    st.subheader("Seberapa rajin anggota hadir dalam rapat?")
    gambar.over_time(INDICATORS["kehadiran_pct"], pilihan, periodes)


def borrowers() -> None:
    """How many members borrow, and who the members are."""
    kartu.row(("peminjam_aktif_pct", "perempuan_pct", "anggota"), pilihan)
    st.subheader("Berapa bagian anggota yang sedang meminjam?")
    gambar.over_time(INDICATORS["peminjam_aktif_pct"], pilihan, periodes)


def coverage() -> None:
    """Members beside the families that live there; known by kecamatan only."""
    satu = next(iter(kecamatan().values()))
    st.subheader("Berapa keluarga yang sudah terjangkau?")
    urutan.kecamatan(INDICATORS["cakupan_keluarga_per_100_kk"], pilihan)
    st.caption(
        f"Jumlah keluarga: {satu.sumber}. Angka ini hanya ada per kecamatan, karena "
        "jumlah keluarga per kelurahan tidak tersedia."
    )
    st.subheader("Berapa anggota per 100 keluarga?")
    urutan.kecamatan(INDICATORS["anggota_per_100_kk"], pilihan)


selection.sections(
    {
        "Anggota": members,
        "Kehadiran": attendance,
        "Peminjam": borrowers,
        "Cakupan keluarga": coverage,
    },
    key="bagian_anggota",
)
