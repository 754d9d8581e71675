"""How often each rule fired, was explained away and mended; for the coordinator."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from indicators.rule_measures import measures, period_range, trials
from reports.exports import Keterangan, Kolom
from store import Snapshot
from ui import cached, downloads
from ui.definitions import Kind

KOLOM = {
    "judul": Kolom("Temuan", lebar=220),
    "n_temuan": Kolom("Menyala", "kali"),
    "n_kiriman": Kolom("Pada kiriman", bantuan="Banyaknya kiriman yang memuatnya."),
    "n_dijelaskan": Kolom(
        "Dijelaskan", bantuan="Diberi alasan oleh pengirim, atau dinilai memang sama."
    ),
    "n_disusul": Kolom(
        "Disusul",
        bantuan="Sesudahnya ada kiriman baru dari kelurahan dan periode yang sama.",
    ),
    "n_diperbaiki": Kolom(
        "Diperbaiki", bantuan="Di antara yang disusul: tidak ada lagi di kiriman baru."
    ),
    "kode": Kolom("Kode", hanya_berkas=True),
}


def summary(isi: Snapshot, jenis: Mapping[str, Kind]) -> pd.DataFrame:
    """`indicators.rule_measures.measures` of the kinds that are not on trial.

    The most frequent first, with their titles.
    """
    kode = [k for k, j in jenis.items() if not j.uji_coba]
    hasil = measures(isi.temuan, isi.alasan, isi.kiriman, kode)
    hasil = hasil.assign(kode=kode, judul=[jenis[k].judul for k in kode])
    return hasil.sort_values("n_temuan", ascending=False, kind="stable")


def trial_lines(isi: Snapshot, jenis: Mapping[str, Kind]) -> list[str]:
    """One sentence for each kind on trial."""
    hasil = trials(isi.uji_coba)
    kalimat = []
    for kode, j in jenis.items():
        if not j.uji_coba:
            continue
        if kode in hasil.index:
            n, dari = hasil.loc[kode, ["n_kiriman", "n_dibaca"]]
            kata = f"menyala pada {n} dari {dari} kiriman"
        else:
            kata = "belum pernah dijalankan"
        kalimat.append(f"**{j.judul}** dalam uji coba: {kata}.")
    return kalimat


def show(isi: Snapshot, jenis: Mapping[str, Kind]) -> None:
    """The table, under the period range that it covers and how many submissions."""
    st.subheader("Seberapa sering aturan menyala")
    rentang = period_range(isi.kiriman)
    if rentang is None:
        st.caption("Belum ada kiriman yang diterima.")
        return
    n = int((isi.kiriman["keadaan"] != "dibatalkan").sum())
    label = f"{rentang[0].label} sampai {rentang[1].label}"
    st.caption(f"{n} kiriman, {label}. Hanya koordinator yang melihat bagian ini.")
    for kalimat in trial_lines(isi, jenis):
        st.markdown(kalimat)
    downloads.table(
        summary(isi, jenis),
        judul="Seberapa sering aturan menyala",
        nama="aturan",
        kolom=KOLOM,
        keterangan=Keterangan(
            periode=label,
            saringan="Semua temuan",
            data_per=cached.diterima_terakhir(),
            contoh=cached.contoh(),
            pada=cached.hari(),
        ),
    )
