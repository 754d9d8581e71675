"""What the app says about the data themselves: samples, nothing yet, only a part."""

from collections.abc import Sequence

import streamlit as st

from indicators.attention import Perhatian
from reference.tulisan import waktu
from reference.wilayah import nama_wilayah
from ui import cached, peran, selection, visible
from ui.teks import plain

IKON = {
    "ditolak": ":material/cancel:",
    "belum_lapor": ":material/hourglass_empty:",
    "menunggu": ":material/schedule:",
    "tertahan": ":material/pause_circle:",
    "kelompok_belum_lapor": ":material/group_off:",
    "tunggakan": ":material/warning:",
    "nonaktif": ":material/bedtime:",
}
PENGIRIMAN = ("ditolak", "belum_lapor", "menunggu", "tertahan", "kelompok_belum_lapor")
CONTOH = "Data contoh, bukan data sebenarnya"


def sample_banner() -> None:
    """Says plainly that samples are shown, with the way to start empty."""
    if not cached.contoh():
        return
    with st.container(border=True):
        kiri, kanan = st.columns([3, 1], vertical_alignment="center")
        kiri.markdown(
            f":orange-badge[:material/science: CONTOH] **{CONTOH}.** Kelompok dan "
            "angka di halaman ini dibuat-buat agar aplikasi dapat dicoba."
        )
        if peran.boleh_mengatur() and kanan.button(
            "Mulai dengan data sebenarnya", key="mulai_kosong"
        ):
            _confirm_start()


def no_data(judul: str = "Belum ada laporan") -> None:
    """The empty state: what is missing and what to do next."""
    st.info(
        f"**{judul}.** Angka, peta, dan grafik muncul di sini segera setelah laporan "
        "kelurahan yang pertama diterima.\n\n"
        "1. Ambil formulir di halaman *Kirim Laporan*.\n"
        "2. Isi bersama pengurus Poksus kelurahan.\n"
        "3. Kirim kembali lewat halaman yang sama.",
        icon=":material/inbox:",
    )
    if peran.boleh_mengirim():
        selection.button("Buka Kirim Laporan", "kirim_laporan", key="kosong_kirim")


def ready(pilihan: selection.Selection) -> bool:
    """Whether a page has something to show; if not, says so and what to do.

    A place without reports in the period is named, and its page goes on.
    """
    if not cached.periode():
        no_data()
        return False
    if pilihan.kelurahan in visible.hidden(pilihan.periode):
        st.info(
            f"Angka {pilihan.nama} tidak ditampilkan tersendiri, karena kelompoknya "
            "terlalu kecil sehingga anggotanya dapat dikenali. Lihat angka "
            "kecamatannya.",
            icon=":material/shield_person:",
        )
        return False
    lapor = visible.values("tingkat_pelaporan_pct", pilihan.periode, pilihan.tingkat)
    if not lapor.loc[pilihan.wilayah, "n_lapor"]:
        st.info(
            f"Belum ada laporan {pilihan.nama} untuk {pilihan.periode.label}. Pilih "
            "periode atau wilayah lain, atau lihat halaman *Kiriman* untuk mengetahui "
            "siapa yang belum melapor.",
            icon=":material/hourglass_empty:",
        )
    return True


def attention(perhatian: Sequence[Perhatian]) -> None:
    """What needs a person, gravest first, each with a way to the place meant."""
    if not perhatian:
        st.success("Tidak ada yang mendesak.", icon=":material/check_circle:")
    for i, satu in enumerate(perhatian):
        kiri, kanan = st.columns([4, 1], vertical_alignment="center")
        kiri.markdown(f"{IKON[satu.jenis]} {plain(satu.kalimat)}")
        with kanan:
            if len(satu.kode) == 1:
                kode = satu.kode[0].partition("-")[0]
                nama = nama_wilayah(kode)
                selection.button(nama, "profil", key=f"perhatian_{i}", wilayah=kode)
            elif satu.jenis in PENGIRIMAN:
                selection.button("Lihat Kiriman", "kiriman", key=f"perhatian_{i}")


def data_stamp() -> None:
    """How fresh the data are: when the newest kiriman was received."""
    if diterima := cached.diterima_terakhir():
        st.caption(f"Laporan terakhir diterima {waktu(diterima)}.")


@st.dialog("Mulai dengan data sebenarnya?", icon=":material/restart_alt:")
def _confirm_start() -> None:
    st.markdown(
        "Data contoh tidak ditampilkan lagi dan aplikasi menjadi kosong sampai laporan "
        "pertama diterima. Data contoh disimpan di berkas tersendiri dan tidak pernah "
        "tercampur dengan laporan sebenarnya."
    )
    with st.container(horizontal=True):
        if st.button(
            "Ya, mulai kosong",
            type="primary",
            key="mulai_ya",
            on_click=cached.start_empty,
        ):
            st.rerun()
        if st.button("Batal", key="mulai_batal"):
            st.rerun()
