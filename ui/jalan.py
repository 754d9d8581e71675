"""The ways to a koperasi of one group: which are open, and what one of them asks."""

import datetime as dt

import pandas as pd
import streamlit as st

from indicators.data import Data
from planning.pathway.ways import Jalan, ways
from reference.tulisan import daftar
from ui import cached, gambar, selection
from ui.downloads import Kolom, table
from ui.syarat_tabel import KOLOM, RESMI, USULAN, frame
from ui.teks import plain

KOLOM_JALAN = {
    "label": Kolom("Jalan", lebar=320),
    "keadaan": Kolom("Keadaan"),
    "kurang": Kolom("Yang pertama masih kurang", lebar=460),
    "banyak": Kolom("Syarat yang kurang"),
    "status": Kolom("Status aturan"),
    "sumber": Kolom("Dasar"),
}


def _ways(
    data: Data, kode: str, pada: dt.date, aturan_pada: dt.date
) -> tuple[Jalan, ...]:
    return ways(data, kode, pada, aturan_pada=aturan_pada)


def of(kode: str, pada: dt.date, hari: dt.date) -> tuple[Jalan, ...]:
    """The ways of a group on a day, under the rules of another."""
    return cached.of(_ways, kode, pada, hari)


def show(pilihan: selection.Selection, jalan: tuple[Jalan, ...]) -> None:
    """Which ways are open, and one of them in full."""
    st.subheader("Jalan mana yang terbuka?")
    baris = [
        {
            "label": j.label, "keadaan": j.keadaan, "sumber": j.sumber,
            "kurang": _first_lack(j),
            "banyak": len(j.missing), "status": RESMI[j.usulan],
        }
        for j in jalan
    ]  # fmt: skip
    table(
        pd.DataFrame(baris, columns=list(KOLOM_JALAN)), judul="Jalan ke koperasi",
        nama="jalan", kolom=KOLOM_JALAN, keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip
    label = {j.kode: j.label for j in jalan}
    dipilih = selection.pick(
        "Apa yang diminta jalan ini?", list(label), key="jalan",
        labels=label.__getitem__, placeholder="Pilih jalan",
    )  # fmt: skip
    for j in jalan:
        if j.kode == dipilih:
            _one_way(pilihan, j)


def _first_lack(j: Jalan) -> str:
    """What lacks first; a limit without an official source says so at once."""
    if not j.kurang:
        return "tidak ada"
    resmi = j.kurang.status == RESMI[False]
    return j.kurang.kalimat if resmi else f"({j.kurang.status}) {j.kurang.kalimat}"


def _one_way(pilihan: selection.Selection, j: Jalan) -> None:
    usul = f" {USULAN}" if j.usulan else ""
    st.markdown(f"**{plain(j.label)}**{usul}: {plain(j.keterangan)}")
    if j.bersama:
        nama = cached.data().groups["nama_kelompok"]
        bersama = [f"{plain(nama[k])} ({k})" for k in j.bersama]
        st.markdown(f"Bersama {daftar(bersama)}.")
    if j.penghalang:
        st.warning(f"Penghalang: {plain(j.penghalang)}.", icon=":material/block:")
    table(
        frame(j.syarat), judul=f"Yang diminta: {j.label}", nama="syarat_jalan",
        kolom=KOLOM, keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip
