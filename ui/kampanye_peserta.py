"""Who takes part in a campaign, on its page."""

import pandas as pd
import streamlit as st

from indicators import campaign
from reference.tulisan import daftar
from reports.exports import Kolom
from ui import cached, downloads, kampanye


def who() -> None:
    """Who takes part, who stopped, and which kelurahan have not begun."""
    satu = kampanye.chosen()
    hari = cached.hari()
    kapan = cached.of(campaign.moment, satu.name, hari)
    peserta = cached.of(campaign.participants, satu.name, hari)
    _participation(peserta)
    saluran = [k for k in kampanye.labels() if k in peserta]
    downloads.table(
        peserta, judul=f"Peserta kampanye {satu['nama']}", nama="peserta_kampanye",
        kolom={
            "nama": Kolom("Peserta"),
            "keadaan": Kolom("Keadaan"),
            **{s: Kolom(kampanye.labels()[s]) for s in saluran},
            "n_hari": Kolom("Hari menghitung"),
            "terakhir": Kolom("Terakhir menghitung"),
        },
        keterangan=kampanye.stamp(kapan),
    )  # fmt: skip
    st.caption(
        "Semua kelurahan disebut; perangkat daerah hanya yang pernah mengirim "
        "hitungan, karena daftar lengkapnya tidak ada di sini. “Berhenti” berarti "
        f"{campaign.HARI_TERAKHIR} hari terakhir tanpa hitungan (usulan)."
    )


def _participation(peserta: pd.DataFrame) -> None:
    kelurahan = peserta[peserta["golongan"] == "kelurahan"]
    n = kelurahan["keadaan"].value_counts()
    lembaga = int((peserta["golongan"] == "lembaga").sum())
    st.markdown(
        f"**{n.get(campaign.IKUT, 0)} dari {len(kelurahan)} kelurahan** ikut; "
        f"{n.get(campaign.DIAM, 0)} berhenti, {n.get(campaign.TIDAK_IKUT, 0)} belum "
        f"ikut. {lembaga} lembaga pernah mengirim hitungan."
    )
    diam = kelurahan.loc[kelurahan["keadaan"] == campaign.TIDAK_IKUT, "nama"]
    if len(diam):
        st.markdown(f"Belum ikut: {daftar(list(diam), paling_banyak=12)}.")
