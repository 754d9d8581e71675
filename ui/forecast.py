"""Forecasts on screen: when groups may climb, and how capital may go on."""

import datetime as dt

import pandas as pd
import streamlit as st

from charts import fan as fan_chart
from indicators.data import Data
from indicators.privacy import hidden_groups
from planning.forecast import capital, capital_score, listing, rungs, score
from planning.forecast.batas import Batas
from planning.forecast.rungs import BUKAN_JANJI
from planning.forecast.score import Skor
from reference.periode import Periode
from reference.tulisan import angka, rupiah, tanggal
from ui import cached, downloads, gambar, peran, selection, visible
from ui.downloads import Kolom
from ui.teks import plain

SUMBU = {"tingkat": "Tingkat", "tahap": "Tahap"}
KOLOM = {
    "nama_kelompok": Kolom("Kelompok"),
    "perkiraan": Kolom("Kapan ke jenjang berikutnya", lebar=330),
    "setahun": Kolom(
        "Dalam setahun", "dari 100 kali",
        bantuan="Dari 100 kelompok yang keadaannya serupa, kira-kira sekian naik "
        "dalam dua belas bulan.",
    ),
    "jenjang": Kolom("Kini"),
    "kelurahan": Kolom("Kelurahan"),
    "bulan_bawah": Kolom("Paling cepat", "bulan", hanya_berkas=True),
    "bulan_atas": Kolom("Paling lambat", "bulan", hanya_berkas=True),
}  # fmt: skip
KOLOM_MODAL = {
    "nama_periode": Kolom("Periode"),
    "value": Kolom("Dilaporkan", "Rp"),
    "bawah": Kolom("Batas bawah", "Rp"),
    "tengah": Kolom("Tengah", "Rp"),
    "atas": Kolom("Batas atas", "Rp"),
    "n_kelompok": Kolom("Kelompok"),
}


def when(pilihan: selection.Selection) -> None:
    """When the groups of a place may climb: a range each, and how past ranges did."""
    st.subheader("Kapan kelompok naik ke jenjang berikutnya?")
    sumbu = st.segmented_control(
        "Jenjang", list(SUMBU), default="tingkat", required=True,
        format_func=SUMBU.__getitem__, key="sumbu_kapan", bind="query-params",
    )  # fmt: skip
    pada = pilihan.periode.end
    with st.spinner("Menghitung perkiraan …"):
        daftar = cached.of(listing.listing, pada, sumbu, pilihan.wilayah)
        nilai = cached.of(score.score, sumbu, pada)
    daftar = daftar.drop(_hidden(pilihan), errors="ignore")
    batas = cached.of(_limits, pada)
    st.markdown(_summary(daftar, pilihan, sumbu, batas.bagian))
    if daftar["cukup"].any():
        downloads.table(
            daftar,
            judul=f"Kapan naik {sumbu}, {pilihan.nama}",
            nama=f"kapan_{sumbu}",
            kolom=KOLOM,
            keterangan=gambar.keterangan(pilihan),
        )
    _without(daftar[~daftar["cukup"]])
    st.subheader("Seberapa sering perkiraan yang lalu kena?")
    st.markdown(f"{nilai.kalimat} {_compared(nilai)}")
    _how(batas)


def _hidden(pilihan: selection.Selection) -> list[str]:
    """The groups that the reader may not see, by this report or those just before.

    A forecast may stand on an earlier report, of a group that is silent now.
    """
    siapa = peran.peran()
    periodes = [pilihan.periode.shift(-i) for i in range(pilihan.periode.per_year)]
    return [k for p in periodes for k in cached.of(hidden_groups, p, siapa)]


def _limits(data: Data, pada: dt.date) -> Batas:
    return Batas.pada(data, pada)


def _summary(
    daftar: pd.DataFrame, pilihan: selection.Selection, sumbu: str, bagian: int
) -> str:
    ada, semua = int(daftar["cukup"].sum()), len(daftar)
    dari = f"Dihitung dari {tanggal(pilihan.periode.end)}."
    if not ada:
        return (
            "**Data belum cukup** untuk memperkirakan kapan kelompok di "
            f"{pilihan.nama} naik {sumbu}."
        )
    dekat = round(daftar["peluang_setahun"].sum())
    return (
        f"**{angka(ada)} dari {angka(semua)} kelompok** di {pilihan.nama} dapat "
        f"diperkirakan; kira-kira {angka(dekat)} di antaranya naik {sumbu} dalam "
        f"setahun. Untuk setiap kelompok, kenyataan diharapkan ada di dalam rentangnya "
        f"{bagian} dari 100 kali. {dari} {BUKAN_JANJI}"
    )


def _without(tanpa: pd.DataFrame) -> None:
    """Why some groups get no forecast, and how many."""
    if len(tanpa):
        alasan = tanpa["perkiraan"].value_counts()
        isi = [f"- {angka(n)} kelompok: {sebab}." for sebab, n in alasan.items()]
        st.markdown("Tanpa perkiraan:\n\n" + "\n".join(isi))


def _compared(nilai: Skor) -> str:
    """How ours stands beside what anybody could guess."""
    b = nilai.brier
    if not nilai.hitungan.n_diperiksa or pd.isna(b["kami"]):
        return ""
    kalah = [n for n, k in (("tidak ada yang naik", "tetap"), ("secepat dulu", "laju"))
             if b["kami"] >= b[k]]  # fmt: skip
    janji = (
        "Menurut hitungannya sendiri, rentang-rentang itu seharusnya kena "
        f"{angka(nilai.diharapkan)} dari 100 kali. "
    )
    if not kalah:
        return janji + (
            "Untuk setahun ke depan perkiraan ini lebih dekat pada kenyataan daripada "
            "tebakan “tidak ada yang naik” dan tebakan “setiap kelompok secepat dulu”."
        )
    return janji + (
        "Untuk setahun ke depan perkiraan ini belum lebih dekat pada kenyataan "
        f"daripada tebakan “{'” dan “'.join(kalah)}”."
    )


def _how(batas: Batas) -> None:
    with st.expander("Bagaimana ini dihitung?", icon=":material/help:"):
        st.markdown(
            "Dari laporan dua periode berturut-turut setiap kelompok di kota ini: "
            "siapa yang naik, dari jenjang mana, pada triwulan ke berapa, di kecamatan "
            "mana, dengan modal dan umur berapa, dan seberapa lama sesudah naik. "
            "Golongan yang riwayatnya sedikit ikut bersandar pada yang lain. Periode "
            "tanpa laporan tidak dihitung sebagai tidak naik.\n\n"
            "Rentangnya memuat dua hal: yang belum diketahui dari riwayat yang pendek, "
            "dan kebetulan pada setiap kelompok. Perkiraan yang lalu diuji dengan "
            "mengulang perhitungan hanya dengan laporan sampai saat itu; kelompok yang "
            "sama dapat terhitung beberapa kali.\n\n"
            f"Batas usulan: paling sedikit {batas.kejadian_kota} kejadian naik di kota "
            f"dan {batas.kejadian_jenjang} dari jenjang yang sama; laporan kelompok "
            f"paling lama {batas.laporan_terlama} bulan; perkiraan paling jauh "
            f"{batas.jangka_jenjang} bulan."
        )


def group(pilihan: selection.Selection, kode: str, nama: str) -> None:
    """When one group may climb on either axis, and how its capital may go on."""
    pada = pilihan.periode.end
    st.subheader("Kapan naik?")
    with st.spinner("Menghitung perkiraan …"):
        for sumbu, judul in SUMBU.items():
            kira = cached.of(rungs.next_rung, kode, pada, sumbu)
            st.markdown(f"**{judul} berikutnya.** {kira.kalimat}")
        nilai = cached.of(score.score, "tingkat", pada)
    st.caption(
        f"Dihitung dari {tanggal(pada)}. Perkiraan tingkat yang lalu, untuk semua "
        f"kelompok: {nilai.kalimat}"
    )
    st.subheader("Ke mana modalnya?")
    _fan(pilihan, "kelompok", kode, nama)


def future(pilihan: selection.Selection) -> None:
    """How the capital of a place's groups may go on."""
    st.subheader("Ke mana modal setahun ke depan?")
    _fan(pilihan, pilihan.tingkat, pilihan.wilayah, pilihan.nama)


def _fan(pilihan: selection.Selection, by: str, kode: str, nama: str) -> None:
    pada = pilihan.periode.end
    sebab = cached.of(capital.refusal, by, kode, pada)
    if sebab:
        st.info(f"{sebab[:1].upper()}{sebab[1:]}.", icon=":material/hourglass_empty:")
        return
    kipas = cached.of(capital.fan, by, kode, pada)
    periodes = cached.periode_sampai(pilihan.periode)
    deret = visible.series("modal_up2k", periodes, by).loc[[kode]]
    bagian = cached.of(_limits, pada).bagian
    st.markdown(_fan_sentence(kipas, by, plain(nama), bagian))
    gambar.draw(
        fan_chart.draw(deret, kipas, nama=nama, bagian=bagian, contoh=cached.contoh()),
        nama="kipas_modal",
        judul=f"Perkiraan modal UP2K, {nama}",
        kolom=KOLOM_MODAL,
        keterangan=gambar.keterangan(pilihan, deret.iloc[-1]),
    )
    tempat = "kelompok" if by == "kelompok" else "kelurahan"
    nilai = cached.of(capital_score.score, tempat, pada)
    st.caption(
        f"Kipas setiap {tempat} yang dibuat setahun sebelumnya, hanya dengan laporan "
        f"sampai saat itu: {nilai.kalimat} Hibah yang dijanjikan untuk waktu mendatang "
        "tidak diketahui; hibah dan lonjakan seperti yang sudah-sudah ikut diundi."
    )


def _fan_sentence(kipas: pd.DataFrame, by: str, nama: str, bagian: int) -> str:
    kini, nanti = kipas.iloc[0], kipas.iloc[-1]
    banyak = f"{angka(kini['n_kelompok'])} kelompok yang melapor di "
    milik = f"{'' if by == 'kelompok' else banyak}{nama}"
    sama = "" if by == "kelompok" else " kelompok yang sama memiliki"
    return (
        f"Modal UP2K {milik} pada {Periode.parse(kini['periode']).label} adalah "
        f"{rupiah(kini['tengah'])}. Pada {Periode.parse(nanti['periode']).label}"
        f"{sama}, {bagian} dari 100 kali, antara **{rupiah(nanti['bawah'])}** dan "
        f"**{rupiah(nanti['atas'])}**. {BUKAN_JANJI}"
    )
