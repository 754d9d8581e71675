"""The page of reports on paper: one kelurahan, all of them, the city, the tables."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from indicators.data import Data
from reference.pengaturan import pengaturan
from reference.wilayah import kelurahan, nama_wilayah
from ui import cached, konteks, selection, visible
from ui.downloads import XLSX
from ui.konteks import Bahan, file_name
from ui.teks import plain

PDF, PNG, ZIP = "application/pdf", "image/png", "application/zip"
_SEMUA = "zip"


def pdf(data: Data, isi: Bahan) -> bytes:
    """The report of a place on one page, for `ui.cached.file`."""
    from reports.rapor import rapor_pdf

    return rapor_pdf(konteks.konteks(data, isi))


def png(data: Data, isi: Bahan) -> bytes:
    """The report as a picture for WhatsApp, for `ui.cached.file`."""
    from reports.rapor import rapor_png

    return rapor_png(konteks.konteks(data, isi))


def text(data: Data, isi: Bahan) -> str:
    """The report as a text for WhatsApp."""
    from reports.rapor import rapor_text

    return rapor_text(konteks.konteks(data, isi))


def tables(data: Data, isi: Bahan) -> bytes:
    """The tables behind the report as a workbook, for `ui.cached.file`."""
    from reports.rapor import lampiran_xlsx

    return lampiran_xlsx(konteks.konteks(data, isi))


def one(pilihan: selection.Selection) -> None:
    """The report of one kelurahan: seen, copied, downloaded."""
    kode = selection.pick(
        "Kelurahan", _offered(pilihan), key="rapor_untuk", labels=nama_wilayah,
        placeholder=nama_wilayah(pilihan.kelurahan or "") or "Pilih kelurahan",
    ) or pilihan.kelurahan  # fmt: skip
    if kode is None:
        st.info(
            "Pilih kelurahan untuk melihat rapornya: satu halaman A4, satu gambar, dan "
            "satu teks untuk WhatsApp.",
            icon=":material/description:",
        )
        return
    isi, sumber = konteks.chosen(pilihan, kode), cached.sumber()
    with st.spinner(f"Menyusun rapor {nama_wilayah(kode)} …"):
        gambar, teks = cached.file(sumber, png, isi), cached.of(text, isi)
    with st.container(horizontal=True):
        _download("Unduh rapor (PDF)", pdf, isi, "pdf", PDF, utama=True)
        _download("Unduh gambar", png, isi, "png", PNG)
    kiri, kanan = st.columns([3, 2])
    kiri.image(gambar, width=620, alt=teks)
    with kanan:
        st.code(teks, language=None, wrap_lines=True)
        st.caption("Salin dengan tombol di kanan atas teks, lalu tempel di WhatsApp.")


def every(pilihan: selection.Selection) -> None:
    """The reports of all kelurahan of the place chosen, made in one action."""
    kode = tuple(k for k in _offered(pilihan) if k.startswith(pilihan.wilayah))
    isi = konteks.chosen(pilihan)
    rak = cached.shelf("rapor", isi, kode)
    st.markdown(
        f"**{len(kode)} rapor** {plain(pilihan.nama)}: masing-masing PDF satu halaman, "
        "gambar, dan teks untuk WhatsApp, dalam satu berkas ZIP."
    )
    if _SEMUA not in rak and st.button(
        f"Buat {len(kode)} rapor sekaligus", type="primary", key="buat_semua",
        icon=":material/library_books:", disabled=not kode,
    ):  # fmt: skip
        rak[_SEMUA] = _make_all(isi, kode)
    if _SEMUA in rak:
        st.download_button(
            f"Unduh {len(kode)} rapor (ZIP)", rak[_SEMUA],
            file_name("rapor_kelurahan", isi, "zip"), ZIP, key="unduh_semua",
            on_click="ignore", type="primary", icon=":material/folder_zip:",
        )  # fmt: skip


def _make_all(isi: Bahan, kode: tuple[str, ...]) -> bytes:
    from reports.rapor import rapor_all

    maju = st.progress(0.0, "Menyiapkan …")

    def progress(selesai: int, banyak: int, nama: str) -> None:
        maju.progress(selesai / banyak, f"{selesai} dari {banyak}: {nama}")

    hasil = rapor_all(konteks.konteks(cached.data(), isi), kode, progress)
    maju.empty()
    return hasil


def city(pilihan: selection.Selection) -> None:
    """The report of the city, and the tables of the place chosen."""
    kota = konteks.chosen(pilihan, pengaturan().kode_kota)
    st.markdown(
        f"**Rapor kota** merangkum {pengaturan().nama_kota} pada "
        f"{pilihan.periode.label} di satu halaman A4."
    )
    _download("Unduh rapor kota (PDF)", pdf, kota, "pdf", PDF, utama=True)
    st.markdown(
        f"**Lampiran** memuat tabel-tabel di belakang angkanya untuk "
        f"{plain(pilihan.nama)}, siap dipakai di Excel."
    )
    isi = konteks.chosen(pilihan)
    st.download_button(
        "Unduh lampiran (Excel)", partial(cached.file, cached.sumber(), tables, isi),
        file_name("lampiran", isi, "xlsx"), XLSX, key="lampiran_rapor",
        on_click="ignore", icon=":material/table:",
    )  # fmt: skip


def _offered(pilihan: selection.Selection) -> list[str]:
    """The kelurahan whose reports the reader may see."""
    sembunyi = visible.hidden(pilihan.periode)
    return [k for k in kelurahan() if k not in sembunyi]


def _download(
    label: str,
    buat: Callable[[Data, Bahan], bytes],
    isi: Bahan,
    akhiran: str,
    mime: str,
    *,
    utama: bool = False,
) -> None:
    st.download_button(
        label, partial(cached.file, cached.sumber(), buat, isi),
        file_name("rapor", isi, akhiran), mime, key=f"rapor_{akhiran}_{isi.wilayah}",
        on_click="ignore", icon=":material/download:",
        type="primary" if utama else "secondary",
    )  # fmt: skip
