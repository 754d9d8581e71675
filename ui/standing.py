"""Every group's rung as reported beside the reading by the rules."""

import datetime as dt

import pandas as pd
import streamlit as st

from indicators.data import Data
from indicators.places import in_place
from indicators.privacy import hidden_groups
from planning.pathway.standing import read_all, rung_words
from reference.kosakata import label_pilihan
from reference.tulisan import angka
from reference.wilayah import nama_wilayah
from ui import cached, gambar, pathway, peran, selection
from ui.downloads import Kolom, table
from ui.syarat_tabel import RESMI, TANPA_RESMI, USULAN
from ui.teks import plain

BEDA = {
    "sama": "sama",
    "lebih tinggi": "▲ terbaca lebih tinggi",
    "lebih rendah": "▼ terbaca lebih rendah",
    "belum dapat dibandingkan": "– belum dapat dibandingkan",
}
KURANG = {False: "✗ belum terpenuhi", None: "– belum dilaporkan"}
SEMUA = "semua"
KOLOM = {
    "nama_kelompok": Kolom("Kelompok"),
    "dilaporkan": Kolom("Dilaporkan"),
    "tangga": Kolom("Menurut aturan"),
    "beda": Kolom("Perbedaan"),
    "kurang_label": Kolom("Syarat berikutnya"),
    "keadaan": Kolom("Keadaannya"),
    "kelurahan": Kolom("Kelurahan"),
    "status": Kolom("Status aturan"),
    "alasan": Kolom("Sebabnya", lebar=420),
    "kode_kelompok": Kolom("Kode", hanya_berkas=True),
}


def _read_all(
    data: Data, pada: dt.date, aturan_pada: dt.date, sumbu: str
) -> pd.DataFrame:
    return read_all(data, pada, aturan_pada=aturan_pada, sumbu=sumbu)


def by_rules(pilihan: selection.Selection) -> None:
    """The groups of a place: reported, read by the rules, and what is next missing."""
    st.subheader("Apa kata aturan tentang setiap kelompok?")
    pada = pilihan.periode.end
    kiri, kanan = st.columns(2, vertical_alignment="bottom")
    with kiri:
        sumbu = pathway.pick_ladder("sumbu_aturan")
    with kanan:
        hari = pathway.rules_day(cached.data().acuan, pada)
    semua = cached.of(_read_all, pada, hari, sumbu)
    semua = semua[in_place(semua.index, pilihan.wilayah)].drop(
        cached.of(hidden_groups, pilihan.periode, peran.peran()), errors="ignore"
    )
    st.markdown(sentence(semua, sumbu))
    st.caption(
        f"{TANPA_RESMI[sumbu]}; yang bertanda *usulan* "
        f"dapat diubah Pokja II. Halaman lain memakai {sumbu} yang dilaporkan."
    )
    _listed(pilihan, semua, sumbu)


def _listed(pilihan: selection.Selection, semua: pd.DataFrame, sumbu: str) -> None:
    beda: str = st.segmented_control(
        "Tampilkan", [SEMUA, *BEDA], default=SEMUA, required=True,
        format_func=lambda b: (BEDA | {SEMUA: SEMUA})[b].capitalize(), key="beda",
        bind="query-params",
    )  # fmt: skip
    dipilih = semua if beda == SEMUA else semua[semua["beda"] == beda]
    isi = words(dipilih, sumbu)
    terpilih = table(
        isi, judul=f"{sumbu.capitalize()} menurut aturan, {pilihan.nama}",
        nama="menurut_aturan", kolom=KOLOM, pilih=True,
        keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip
    if terpilih is not None and terpilih < len(isi):
        baris = isi.iloc[terpilih]
        selection.button(
            f"Buka profil {plain(baris['nama_kelompok'])}", "profil",
            key="buka_menurut_aturan", wilayah=baris["kode_wilayah"],
            kelompok=baris["kode_kelompok"], bagian_profil="Jalan ke koperasi",
        )  # fmt: skip


def sentence(semua: pd.DataFrame, sumbu: str) -> str:
    """How many readings agree with what was reported."""
    if semua.empty:
        return "Belum ada kelompok yang terdaftar."
    n = {b: int((semua["beda"] == b).sum()) for b in BEDA}
    banding = len(semua) - n["belum dapat dibandingkan"]
    usul = USULAN if semua["usulan"].any() else ""
    if not banding:
        return f"Belum ada kelompok yang {sumbu}nya dapat dibandingkan. {usul}"
    tanpa = n["belum dapat dibandingkan"]
    sisa = f" {angka(tanpa)} lainnya belum dapat dibandingkan." if tanpa else ""
    return (
        f"Dari **{angka(banding)}** kelompok yang melaporkan {sumbu}nya, "
        f"**{angka(n['sama'])}** terbaca sama, **{angka(n['lebih rendah'])}** lebih "
        f"rendah, dan **{angka(n['lebih tinggi'])}** lebih tinggi.{sisa} {usul}"
    )


def words(semua: pd.DataFrame, sumbu: str) -> pd.DataFrame:
    """`read_all` in words, columns `KOLOM` and kode_wilayah."""
    return semua.reset_index().assign(
        dilaporkan=[label_pilihan(sumbu, d) for d in semua["dilaporkan"]],
        tangga=[
            rung_words(sumbu, t, p is not None)
            for t, p in zip(semua["tangga"], semua["periode"], strict=True)
        ],
        beda=[BEDA[b] for b in semua["beda"]],
        keadaan=[
            KURANG[t] if k else ""
            for k, t in zip(semua["kurang"], semua["kurang_terpenuhi"], strict=True)
        ],
        kurang_label=[k or "" for k in semua["kurang_label"]],
        kelurahan=[nama_wilayah(k) for k in semua["kode_wilayah"]],
        status=[RESMI[bool(u)] for u in semua["usulan"]],
    )
