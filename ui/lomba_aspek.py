"""What each participant got for each aspect, and one of them jury by jury."""

import pandas as pd
import streamlit as st

from charts import aspects
from indicators import scoring
from reference.tulisan import angka
from reports.exports import Kolom
from ui import cached, downloads, gambar, lomba, lomba_kata, selection
from ui.teks import plain


def by_aspect(kode: str) -> None:
    """The score of each aspect, and one participant jury by jury."""
    hasil, tabel = cached.of(scoring.judge, kode), lomba.shown(kode)
    if tabel.empty:
        st.caption("Tidak ada peserta di wilayah ini.")
        return
    aspek = hasil.lembar.aspek["nama_aspek"]
    nilai = hasil.jumlah.aspek.loc[tabel.index]
    gambar.draw(
        aspects.draw(
            nilai, nama=list(tabel["nama_peserta"]), label=list(aspek),
            standar=hasil.lembar.standar, contoh=cached.contoh(),
        ),
        nama="aspek", judul=f"Nilai tiap aspek, {hasil.lembar.nama}",
        kolom={"nama_peserta": Kolom("Peserta")}
        | {str(k): Kolom(str(v), desimal=2) for k, v in aspek.items()},
        keterangan=lomba.stamp(hasil, selection.current().nama),
    )  # fmt: skip
    st.caption(
        "Rata-rata semua juri; yang terbaik di atas, per kecamatan bila pemenangnya "
        "dipilih per kecamatan. “–” belum dinilai; itu bukan nol." + _mark(hasil)
    )
    _detail(hasil, tabel)


def _mark(hasil: scoring.Hasil) -> str:
    if hasil.lembar.standar is None:
        return ""
    return f" “▼” di bawah {angka(hasil.lembar.standar, 1)}."


def _detail(hasil: scoring.Hasil, tabel: pd.DataFrame) -> None:
    st.subheader("Nilai tiap juri untuk satu peserta")
    nama = tabel["nama_peserta"].to_dict()
    satu = selection.pick(
        "Peserta", list(nama), key="peserta_lomba", labels=nama.__getitem__
    ) or next(iter(nama))  # fmt: skip
    n = hasil.lembar.nilai
    lebar = n[n["peserta"] == satu].pivot(
        index="juri", columns="kode_aspek", values="nilai"
    )
    aspek = hasil.lembar.aspek["nama_aspek"]
    lebar = lebar.reindex(
        index=[j for j in hasil.lembar.juri if j in lebar.index], columns=aspek.index
    )
    baris = tabel.loc[satu]
    nilai = lomba_kata.score(baris["nilai"])
    kata = lomba_kata.without_mark(baris["nama_putusan"]).lower()
    st.markdown(f"{plain(nama[satu])}: nilai akhir **{nilai}**; {kata}.")
    total = hasil.jumlah.per_juri.loc[satu].reindex(lebar.index)
    downloads.table(
        lebar.assign(total=total).reset_index(), judul=f"Nilai juri, {nama[satu]}",
        nama="nilai_juri",
        kolom={"juri": Kolom("Juri")}
        | {str(k): Kolom(str(v), desimal=2) for k, v in aspek.items()}
        | {"total": Kolom("Ditimbang", desimal=2)},
        keterangan=lomba.stamp(hasil, nama[satu]),
    )  # fmt: skip
