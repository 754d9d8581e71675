"""Who is under the standard, in what, and the coaching that came since."""

import pandas as pd
import streamlit as st

from indicators import scoring
from indicators.data import Data
from indicators.scoring import coaching
from reference.tulisan import angka, daftar, tanggal
from ui import cached, downloads, lomba, peran, selection
from ui.downloads import Kolom

BELUM = "Belum ada pembinaan tercatat"
KOLOM = {
    "nama_peserta": Kolom("Peserta", lebar=150),
    "nama_arena": Kolom("Diurutkan di"),
    "nilai": Kolom("Nilai akhir", desimal=2),
    "terlemah": Kolom("Aspek di bawah standar", lebar=220),
    "pembinaan": Kolom("Pembinaan sesudahnya", lebar=190),
}
BINA = {
    "nama_peserta": Kolom("Peserta", lebar=150),
    "tanggal": Kolom("Tanggal"),
    "pembinaan": Kolom("Pembinaan", lebar=220),
    "status": Kolom("Keadaan"),
    "asal": Kolom("Menurut"),
}
RENCANA = "rencana"


def coached(data: Data, kode: str) -> pd.DataFrame:
    """`coaching.coaching` of a competition, for `ui.cached.of`."""
    return coaching.coaching(data, scoring.judge(data, kode))


def under_standard(kode: str) -> None:
    """The list, with the aspects that are weakest and what help was given."""
    hasil, tabel = cached.of(scoring.judge, kode), lomba.shown(kode)
    if hasil.lembar.standar is None:
        st.info(
            "Lembar ini tidak menetapkan nilai standar, jadi tidak ada yang disebut di "
            "bawah standar.", icon=":material/info:",
        )  # fmt: skip
        return
    bawah = [p for p in coaching.under_standard(hasil) if p in tabel.index]
    if not bawah:
        st.success(
            "Tidak ada peserta di bawah standar.", icon=":material/check_circle:"
        )
        return
    boleh = peran.boleh_mengirim()
    bina = cached.of(coached, kode)
    isi = tabel.loc[bawah].assign(
        terlemah=[_weakest(hasil, p) for p in bawah],
        pembinaan=[_words(bina[bina["peserta"] == p]) for p in bawah],
    )
    n = int((~bina["peserta"].isin(bawah)).sum())
    tanpa = int((isi["pembinaan"] == BELUM).sum())
    st.markdown(
        f"**{len(bawah)} peserta** di bawah standar "
        f"{angka(hasil.lembar.standar, 1)}"
        + (f"; **{tanpa}** di antaranya belum tercatat dibina." if boleh else ".")
    )
    downloads.table(
        isi, judul=f"Di bawah standar, {hasil.lembar.nama}", nama="bawah_standar",
        kolom=KOLOM if boleh else {k: v for k, v in KOLOM.items() if k != "pembinaan"},
        keterangan=lomba.stamp(hasil, selection.current().nama),
    )  # fmt: skip
    if not boleh:
        st.caption("Rincian pembinaan ditujukan kepada pembinanya.")
        return
    milik = bina[bina["peserta"].isin(bawah)]
    if len(milik):
        nama = milik["peserta"].map(tabel["nama_peserta"])
        st.subheader("Pembinaan yang tercatat")
        downloads.table(
            milik.assign(nama_peserta=nama), judul=f"Pembinaan, {hasil.lembar.nama}",
            nama="pembinaan", kolom=BINA,
            keterangan=lomba.stamp(hasil, selection.current().nama),
        )  # fmt: skip
    lain = f" {n} pembinaan lain untuk peserta yang memenuhi standar." if n else ""
    st.caption(
        "Pembinaan menurut lembar penilaian, dan tindakan di *Daftar Tindakan* untuk "
        f"kelurahan atau kelompok itu sejak {tanggal(hasil.lembar.tanggal)}.{lain}"
    )


def _weakest(hasil: scoring.Hasil, peserta: str) -> str:
    nama = hasil.lembar.aspek["nama_aspek"]
    bagian = [f"{nama[k]} {angka(v, 1)}" for k, v in coaching.weakest(hasil, peserta)]
    return daftar(bagian)


def _words(bina: pd.DataFrame) -> str:
    if bina.empty:
        return BELUM
    rencana = int((bina["status"] == RENCANA).sum())
    return f"{len(bina)} tercatat" + (f", {rencana} masih rencana" if rencana else "")
