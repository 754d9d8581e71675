"""What the app says about the data themselves: samples, nothing yet, only a part."""

import streamlit as st

from reference.tulisan import waktu
from ui import cached, peran, selection

CONTOH = "Data contoh, bukan data sebenarnya"


def sample_banner() -> None:
    """Says plainly that samples are shown, with the way to start empty."""
    if not cached.contoh():
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(
            f":orange-badge[:material/science: CONTOH] **{CONTOH}.** Kelompok dan "
            "angka di halaman ini dibuat-buat agar aplikasi dapat dicoba.",
            width="stretch",
        )
        if peran.boleh_mengatur():
            st.button(
                "Mulai dengan data sebenarnya",
                key="mulai_kosong",
                on_click=_confirm_start,
            )


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


def nothing_here(pilihan: selection.Selection) -> None:
    """The state of a place or period without any report, while others have some."""
    st.info(
        f"Belum ada laporan {pilihan.nama} untuk {pilihan.periode.label}. Pilih "
        "periode atau wilayah lain, atau lihat halaman *Kiriman* untuk mengetahui "
        "siapa yang belum melapor.",
        icon=":material/hourglass_empty:",
    )


def reporting(n_lapor: int, n_kelompok: int) -> str:
    """The reporting rate in words, as it stands beside every number."""
    return f"dari {n_lapor} dari {n_kelompok} kelompok"


def data_stamp() -> None:
    """How fresh the data are: when the newest kiriman was received."""
    diterima = cached.snapshot().kiriman["diterima_pada"]
    if len(diterima):
        st.caption(f"Laporan terakhir diterima {waktu(diterima.max())}.")


@st.dialog("Mulai dengan data sebenarnya?", icon=":material/restart_alt:")
def _confirm_start() -> None:
    st.markdown(
        "Data contoh tidak ditampilkan lagi dan aplikasi menjadi kosong sampai laporan "
        "pertama diterima. Data contoh disimpan di berkas tersendiri dan tidak pernah "
        "tercampur dengan laporan sebenarnya."
    )
    with st.container(horizontal=True):
        if st.button("Ya, mulai kosong", type="primary", key="mulai_ya"):
            cached.start_empty()
            st.rerun()
        if st.button("Batal", key="mulai_batal"):
            st.rerun()
