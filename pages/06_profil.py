"""Profil: satu kelurahan atau satu kelompok, riwayatnya, dan asal setiap angkanya."""

import streamlit as st

from indicators import FAMILIES, INDICATORS
from indicators.privacy import hidden_groups
from reference.wilayah import kecamatan, kelurahan, nama_wilayah
from ui import (
    cached,
    forecast,
    gambar,
    kartu,
    messages,
    pathway,
    peran,
    profile,
    profile_data,
    selection,
    sentences,
    tindakan_profil,
)
from ui.teks import plain

ICON = ":material/location_city:"
BAGIAN = "Data"

pilihan = selection.current()
if cached.data().posisi.empty:
    st.title("Profil")
    messages.no_data()
    st.stop()
if not pilihan.kelurahan:
    st.title("Profil")
    st.markdown("Pilih kelurahan di bilah samping, atau ketuk salah satu di bawah ini.")
    for kec, tempat in kecamatan().items():
        if pilihan.kecamatan in (None, kec):
            st.markdown(f"**{tempat.nama}**")
            with st.container(horizontal=True):
                for kode in (k for k in kelurahan() if k.startswith(f"{kec}.")):
                    selection.button(
                        nama_wilayah(kode), "profil", key=f"ke_{kode}", wilayah=kode
                    )
    st.stop()

kel = pilihan.kelurahan
buka = cached.data().at(pilihan.periode).index
tertutup = cached.of(hidden_groups, pilihan.periode, peran.peran())
kelompok = [k for k in buka if k.startswith(f"{kel}-") and k not in tertutup]
nama = profile_data.names(cached.data(), kelompok)
kepala = st.container()
dipilih = selection.pick(
    "Kelompok", kelompok, key="kelompok", labels=nama.__getitem__,
    placeholder="Seluruh kelurahan",
)  # fmt: skip
kode = dipilih or kel
sebutan = nama[dipilih] if dipilih else pilihan.nama
with kepala:
    gambar.title(plain(sebutan), pilihan)
profile.show_identity(pilihan, kode)
if not messages.ready(pilihan):
    st.stop()
sentences.on_profile(pilihan, kode)
kartu.row(profile.UTAMA, pilihan, per_baris=2, kode=kode)


def history() -> None:
    """One indicator over time, and the cells that it came from."""
    st.subheader("Bagaimana riwayatnya?")
    id_ = selection.pick(
        "Angka", list(INDICATORS), key="angka", labels=lambda i: INDICATORS[i].label
    )
    indikator = INDICATORS[id_ or profile.UTAMA[0]]
    profile.show_history(pilihan, kode, indikator, sebutan)
    per_kelurahan = indikator.level == "kelurahan"
    pelapor = {kel: nama_wilayah(kel)} if per_kelurahan else {dipilih: sebutan}
    pelapor = pelapor if per_kelurahan or dipilih else nama
    profile.show_origin(pilihan, pelapor, indikator)


def beside() -> None:
    """A family of indicators beside kecamatan and city."""
    st.subheader("Di samping kecamatan dan kota")
    keluarga = st.segmented_control(
        "Golongan", list(FAMILIES.values()), default=FAMILIES["modal"], required=True,
        key="golongan", bind="query-params", label_visibility="collapsed",
    )  # fmt: skip
    profile.show_beside(
        pilihan, kode, next(k for k, v in FAMILIES.items() if v == keluarga), sebutan
    )


BAGIAN_KELURAHAN = {
    "Riwayat": history,
    "Di samping": beside,
    "Kelompok": lambda: profile.show_groups(pilihan, kel),
    "Kegiatan": lambda: profile.show_activities(pilihan, kel),
    "Tindakan": lambda: tindakan_profil.on_profile(pilihan, kode, sebutan),
}
BAGIAN_KELOMPOK = {
    "Riwayat": history,
    "Di samping": beside,
    "Jalan ke koperasi": lambda: pathway.on_profile(pilihan, kode, sebutan),
    "Kapan?": lambda: forecast.group(pilihan, kode, sebutan),
    "Tindakan": lambda: tindakan_profil.on_profile(pilihan, kode, sebutan),
}
selection.sections(
    BAGIAN_KELOMPOK if dipilih else BAGIAN_KELURAHAN, key="bagian_profil"
)
