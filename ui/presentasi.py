"""The page of presentations: whom it is for, which slides, and how to show them."""

from functools import partial
from urllib.parse import urljoin

import streamlit as st

from reports.deck import choices
from reports.slide import AUDIENS
from ui import cached, deck, selection
from ui.deck import Pesan
from ui.konteks import Bahan, file_name

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
LEBAR_PRATINJAU = 720
_PINDAH = "slide_pindah"
TOMBOL = """
| Tombol | Gunanya |
| --- | --- |
| **→** atau **spasi** | slide berikutnya (di ponsel: usap ke kiri) |
| **←** | slide sebelumnya (di ponsel: usap ke kanan) |
| **Home**, **End** | slide pertama, slide terakhir |
| **P** | putar otomatis; tombol apa pun menghentikannya |
| **N** | catatan pembicara |
| **T** | latar terang atau gelap |
| **F** | memenuhi layar |
| **B** | layar hitam sejenak |
| **O**, **?** | daftar slide, bantuan |
"""
PERSIAPAN = """
1. Unduh **satu berkas (HTML)** dan salin ke USB. Berkas itu tidak memerlukan internet
   dan terbuka di Chrome, Firefox, atau HP Android.
2. Di tempat acara, buka berkasnya, lalu tekan **F** agar memenuhi layar.
3. Coba sekali dengan proyektornya: bila ruangnya terang, tekan **T** untuk
   latar terang.
4. Untuk dibagikan di kertas, tekan **Ctrl+P**: satu slide menjadi satu halaman.
5. Setelah ada laporan baru, unduh lagi; berkas lama tidak berubah sendiri.
"""


def audience() -> str:
    """Whom the presentation is for, kept in the URL."""
    return st.segmented_control(
        "Untuk siapa", list(AUDIENS), default=deck.AUDIENS_BAWAAN, required=True,
        format_func=AUDIENS.__getitem__, key="audiens", bind="query-params",
    )  # fmt: skip


def order(semua: Pesan) -> Pesan:
    """The presenter's order of slides, kept in the URL; the usual one to begin with."""
    pilihan = choices(semua.audiens)
    judul = {p.id: p.judul for p in pilihan}
    bawaan = [p.id for p in pilihan if p.dengan_sendirinya]
    terpilih = st.multiselect(
        "Slide, menurut urutan tampil", list(judul), default=bawaan,
        format_func=judul.__getitem__, key=f"slide_{semua.audiens}",
        bind="query-params", placeholder="Pilih slide",
        help="Yang dihapus tidak ditampilkan; yang ditambahkan menjadi yang terakhir. "
        "Slide yang belum ada datanya dilewati.",
    )  # fmt: skip
    if len(terpilih) > 1:
        _movers(terpilih, judul, f"slide_{semua.audiens}")
    sama = terpilih == bawaan
    return Pesan(semua.isi, semua.audiens, None if sama else tuple(terpilih))


def _movers(terpilih: list[str], judul: dict[str, str], kunci: str) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Pindahkan", terpilih, format_func=judul.__getitem__, key=_PINDAH, width=320
        )
        for arah, kata, ikon in (
            (-1, "Lebih awal", "upward"),
            (1, "Lebih akhir", "downward"),
        ):
            st.button(
                kata, key=f"pindah_{arah}", on_click=_move, args=(kunci, arah),
                icon=f":material/arrow_{ikon}:",
            )  # fmt: skip


def _move(kunci: str, arah: int) -> None:
    """Callback: moves the slide picked by one place."""
    urutan, yang = list(st.session_state[kunci]), st.session_state[_PINDAH]
    dari = urutan.index(yang)
    ke = min(max(dari + arah, 0), len(urutan) - 1)
    urutan.insert(ke, urutan.pop(dari))
    st.session_state[kunci] = urutan


def address(pesan: Pesan, pilihan: selection.Selection) -> str:
    """Where this presentation is served, beside the page that is open."""
    tanya = deck.query(
        pesan, banding=pilihan.cara_banding, pada=cached.pada() is not None
    )
    di_sini = (st.context.url or "/presentasi").rstrip("/")
    return urljoin(di_sini, f"{deck.LAYAR}?{tanya}")


def actions(pesan: Pesan, alamat: str) -> None:
    """Full screen, and the two files; each is made when it is asked for."""
    sumber = cached.sumber()
    with st.container(horizontal=True):
        st.link_button(
            "Buka layar penuh", alamat, type="primary", icon=":material/fullscreen:"
        )
        st.download_button(
            "Unduh satu berkas (HTML)", partial(cached.file, sumber, deck.html, pesan),
            file_name("presentasi", pesan.isi, "html"), "text/html",
            key="unduh_html", on_click="ignore", icon=":material/usb:",
        )  # fmt: skip
        st.download_button(
            "Unduh PPTX", partial(cached.file, sumber, deck.pptx, pesan),
            file_name("presentasi", pesan.isi, "pptx"), PPTX,
            key="unduh_pptx", on_click="ignore", icon=":material/slideshow:",
        )  # fmt: skip


def preview(alamat: str) -> None:
    """The presentation in small, fetched when somebody unfolds it."""
    lipatan = st.expander(
        "Pratinjau", icon=":material/preview:", key="buka_pratinjau", on_change="rerun"
    )
    if lipatan.open:
        with lipatan, st.container(width=LEBAR_PRATINJAU):
            st.iframe(
                alamat, height=LEBAR_PRATINJAU * 9 // 16, alt="Pratinjau presentasi"
            )


def advice(isi: Bahan) -> None:
    """The keys, what to do before going to the hall, and the code to scan."""
    kiri, kanan = st.columns(2)
    with kiri:
        st.subheader("Tombol saat tampil")
        st.markdown(TOMBOL)
    with kanan:
        st.subheader("Sebelum berangkat")
        st.markdown(PERSIAPAN)
        st.caption(
            f"Slide penutup memuat kode QR menuju {isi.alamat}."
            if isi.alamat
            else "Slide penutup dapat memuat kode QR menuju dasbor ini. Alamatnya "
            "belum diatur; mintalah pemasang aplikasi mengisi `UP2K_ALAMAT`."
        )
