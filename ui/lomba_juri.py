"""How juries differ: who is strict, and about whom they do not agree."""

import pandas as pd
import streamlit as st

from indicators import scoring
from indicators.data import Data
from reference.tulisan import angka, daftar
from reference.wilayah import nama_wilayah
from ui import cached, downloads, lomba, selection
from ui.downloads import Kolom
from ui.teks import plain

JURI = {
    "nama_arena": Kolom("Tempat"),
    "juri": Kolom("Juri"),
    "n_peserta": Kolom("Peserta yang dinilai lengkap"),
    "rata": Kolom("Rata-rata yang diberikan", desimal=2),
    "murah": Kolom(
        "Lebih tinggi dari juri lain", "poin", desimal=2,
        bantuan="Pada peserta yang sama; di bawah nol: lebih ketat.",
    ),
}  # fmt: skip
BEDA = {
    "nama_peserta": Kolom("Peserta", lebar=150),
    "nama_arena": Kolom("Diurutkan di"),
    "beda_juri": Kolom("Beda juri", "poin", desimal=2),
    "beda_bersih": Kolom(
        "Beda sesudah ketatnya juri dihitung", "poin", desimal=2,
        bantuan="Selisih juri bila masing-masing diukur dari kebiasaannya sendiri.",
    ),
}  # fmt: skip


def juries(data: Data, kode: str) -> pd.DataFrame:
    """One row a jury and arena: whom it scored, its mean, how generous it was."""
    hasil = scoring.judge(data, kode)
    jumlah = hasil.jumlah
    arena = pd.Series({p: hasil.lembar.arena(str(p)) for p in jumlah.per_juri.index})
    per = jumlah.per_juri.groupby(arena)
    n, rata = per.count().stack(), per.mean().stack()
    isi = pd.DataFrame({"n_peserta": n, "rata": rata, "murah": jumlah.murah})
    isi = isi.rename_axis(["arena", "juri"]).reset_index()
    isi = isi[isi["n_peserta"] > 0]
    nama = [nama_wilayah(a).removeprefix("Kecamatan ") for a in isi["arena"]]
    return isi.assign(nama_arena=nama)


def agreement(kode: str) -> None:
    """The juries beside each other, and where they are far apart."""
    hasil, tabel = cached.of(scoring.judge, kode), lomba.shown(kode)
    if len(hasil.lembar.juri) < 2:
        st.info(
            "Hanya satu juri, jadi perbedaan antarjuri tidak dapat dilihat.",
            icon=":material/person:",
        )
        return
    batas = cached.of(scoring.setting, "beda_juri", hasil.lembar.tanggal)
    jauh = tabel[tabel["beda_bersih"] >= batas]
    if jauh.empty:
        st.success(
            f"Tidak ada peserta yang jurinya berbeda {angka(batas)} poin atau lebih.",
            icon=":material/check_circle:",
        )
    else:
        nama = daftar([plain(n) for n in jauh["nama_peserta"]], paling_banyak=8)
        st.warning(
            f"Juri berbeda {angka(batas)} poin atau lebih tentang {nama}. Tanyakan "
            "alasannya sebelum hasilnya diumumkan.", icon=":material/compare_arrows:",
        )  # fmt: skip
    keterangan = lomba.stamp(hasil, selection.current().nama)
    downloads.table(
        tabel.sort_values("beda_bersih", ascending=False, kind="stable"),
        judul=f"Perbedaan juri, {hasil.lembar.nama}", nama="beda_juri", kolom=BEDA,
        keterangan=keterangan,
    )  # fmt: skip
    st.caption(f"Batas {angka(batas)} poin adalah usulan dan dapat diubah.")
    st.subheader("Juri mana yang lebih ketat?")
    downloads.table(
        cached.of(juries, kode), judul=f"Juri, {hasil.lembar.nama}", nama="juri",
        kolom=JURI, keterangan=keterangan,
    )  # fmt: skip
    st.caption(
        "Hanya nilai juri yang menilai semua aspek peserta itu. Juri tidak disebut "
        "namanya."
    )
