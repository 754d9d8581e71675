"""The moments of the story as entries to read, each with its source."""

import pandas as pd
import streamlit as st

from reference.arsip import figures
from reference.tulisan import bernilai
from reports.exports import Keterangan
from reports.story import ARSIP, JENIS, Saat
from ui import downloads
from ui.downloads import Kolom
from ui.teks import plain

TERBANYAK = 12
KOLOM = {
    "nomor": Kolom("No."),
    "kapan": Kolom("Kapan", lebar=130),
    "judul": Kolom("Kegiatan", lebar=240),
    "golongan": Kolom("Jenis"),
    "kalimat": Kolom("Keterangan", lebar=420),
    "sumber": Kolom("Sumber"),
    "alamat": Kolom("Alamat sumber", hanya_berkas=True),
    "keyakinan": Kolom("Keyakinan"),
    "catatan": Kolom("Catatan", hanya_berkas=True),
}
KOLOM_ANGKA = {
    "waktu": Kolom("Kapan"),
    "judul": Kolom("Angka"),
    "nilai": Kolom("Nilai"),
    "sumber": Kolom("Sumber"),
    "catatan": Kolom("Catatan", lebar=420),
    "alamat": Kolom("Alamat sumber", hanya_berkas=True),
}


def entries(saat: tuple[Saat, ...], golongan: str | None) -> None:
    """The newest moments first, numbered as in the figure.

    What public sources tell is always told; of what was sent in, the newest.
    """
    dipilih = [
        (i, s)
        for i, s in enumerate(saat, 1)
        if golongan is None or s.golongan == golongan
    ]
    kiriman = [nomor for nomor, s in dipilih if s.asal != ARSIP]
    lama = set(kiriman[:-TERBANYAK])
    for nomor, s in reversed(dipilih):
        if nomor not in lama:
            _entry(nomor, s)
    if sisa := len(lama):
        st.caption(f"{sisa} kegiatan yang lebih lama ada di tabel.")


def _entry(nomor: int, s: Saat) -> None:
    with st.container(border=True):
        st.markdown(
            f"**{nomor}. {plain(s.sebutan)}**  \n"
            f":small[:gray[{plain(s.kapan)} · {JENIS[s.golongan]}]]"
        )
        st.markdown(plain(s.kalimat))
        if s.catatan:
            st.caption(plain(s.catatan))
        tautan = " · ".join(
            f"[{plain(nama)}]({alamat})" if alamat else plain(nama)
            for nama, alamat in s.sumber
        )
        yakin = f" ({s.keyakinan})" if s.asal == ARSIP else ""
        st.caption(f"Sumber: {tautan}{yakin}")


def old_figures() -> None:
    """What sources said of capital and of koperasi, each with its source and time."""
    st.subheader("Angka apa yang pernah disebut sumber?")
    st.markdown(
        "Angka ini dari berita, bukan dari laporan kelompok, dan **tidak dicampur** "
        "dengan angka lain. Tentang banyaknya koperasi, sumbernya tidak sepakat; "
        "karena itu setiap angka berdiri bersama waktunya."
    )
    tabel = pd.DataFrame(
        {
            "waktu": [a.waktu for a in figures()],
            "judul": [a.judul for a in figures()],
            "nilai": [bernilai(a.nilai, a.satuan) for a in figures()],
            "sumber": ["; ".join(n for n, _ in a.sumber) for a in figures()],
            "catatan": [a.catatan for a in figures()],
            "alamat": ["; ".join(x for _, x in a.sumber) for a in figures()],
        }
    )
    downloads.table(
        tabel, judul="Angka masa lalu menurut sumber", nama="angka_lama",
        kolom=KOLOM_ANGKA,
        keterangan=Keterangan(
            periode="2001–2025", saringan="Kota Probolinggo",
            sumber="Sumber publik, disebut di setiap baris",
        ),
    )  # fmt: skip
