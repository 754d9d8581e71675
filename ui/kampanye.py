"""A campaign on its page: pace against the target, who takes part, the archive."""

import datetime as dt
from collections.abc import Callable

import pandas as pd
import streamlit as st

from charts import campaign as gambar_kampanye
from indicators import campaign
from indicators.data import Data
from reference.daftar import forms
from reference.tulisan import angka, bernilai, is_missing, persen, tanggal
from reports.exports import Keterangan, Kolom
from ui import arsip, cached, downloads, gambar, isian_hitungan, selection
from ui.teks import plain
from ui.upload import Berkas

FORM = "kampanye"
LAJU = {
    "nama_saluran": Kolom("Saluran"),
    "jumlah": Kolom("Terhitung"),
    "sasaran": Kolom("Sasaran"),
    "capaian_pct": Kolom("Capaian", "%"),
    "laju": Kolom(
        "Laju per hari",
        desimal=1,
        bantuan="Jumlah dibagi semua hari sejak mulai sampai hitungan terakhir.",
    ),
    "laju_akhir": Kolom(
        "Laju 7 hari terakhir",
        desimal=1,
        bantuan="Rata-rata per hari pada tujuh hari terakhir yang dihitung.",
    ),
    "perlu": Kolom(
        "Perlu per hari",
        desimal=1,
        bantuan="Yang harus terhitung tiap hari agar sasaran tercapai.",
    ),
    "keadaan": Kolom("Keadaan"),
    "n_hari": Kolom("Hari yang dihitung"),
    "n_peserta": Kolom("Peserta yang menghitung"),
}
IKON = {
    campaign.TERCAPAI: ":green-badge[:material/check: Sasaran tercapai]",
    campaign.SESUAI: ":green-badge[:material/trending_up: Sesuai laju]",
    campaign.TERTINGGAL: ":orange-badge[:material/trending_down: Tertinggal]",
    campaign.TIDAK_TERCAPAI: ":red-badge[:material/close: Tidak tercapai]",
    campaign.TANPA_SASARAN: ":gray-badge[Tanpa sasaran]",
    campaign.BELUM: ":gray-badge[Belum ada hitungan]",
}


def labels() -> dict[str, str]:
    """The channels in words, as the form names them."""
    kolom = forms()[FORM].table("kampanye_harian").column("saluran")
    return {p.nilai: p.label for p in kolom.pilihan}


def any_known() -> bool:
    """Whether the data know any campaign."""
    return not cached.data().kampanye.empty


def code() -> str:
    """The code of the campaign that is looked at; KeyError when none is known."""
    return str(chosen_of(st.session_state.get("kampanye")).name)


def chosen_of(kode: str | None) -> pd.Series:
    """The campaign of that code; the last to start for none."""
    ada = cached.of(campaign.campaigns).set_index("kode_kampanye")
    return ada.loc[kode if kode in ada.index else ada.index[0]]


def chosen() -> pd.Series:
    """The campaign that is looked at: the last to start, unless one was picked."""
    ada = cached.of(campaign.campaigns).set_index("kode_kampanye")
    kode = selection.pick(
        "Kampanye",
        list(ada.index),
        key="kampanye",
        labels=lambda k: f"{ada.loc[k, 'nama']} ({ada.loc[k, 'mulai'].year})",
    )
    return chosen_of(kode)


def stamp(kapan: campaign.Waktu) -> Keterangan:
    """Where a table of counts comes from."""
    masa = f"{tanggal(kapan.mulai)} – {tanggal(kapan.selesai)}"
    return gambar.keterangan(
        selection.current(), periode=masa, saringan="Semua peserta kampanye"
    )


def pace_of() -> None:
    """Each channel against its target, and one of them day by day."""
    satu = chosen()
    hari = cached.hari()
    kapan = cached.of(campaign.moment, satu.name, hari)
    _head(satu, kapan)
    laju = cached.of(_in_words, satu.name, hari)
    if laju.empty:
        st.info("Belum ada hitungan dan belum ada sasaran.", icon=":material/inbox:")
        return
    _cards(laju)
    saluran = selection.pick(
        "Saluran", list(laju.index), key="saluran_kampanye", labels=labels().__getitem__
    )
    _curve(satu, laju.loc[saluran or laju.index[0]], kapan, hari)
    st.subheader("Semua saluran")
    downloads.table(
        laju, judul=f"Laju kampanye {satu['nama']}", nama="laju_kampanye",
        kolom=_columns(kapan), keterangan=stamp(kapan),
    )  # fmt: skip
    st.caption(
        "Saluran tidak dijumlahkan: satu suara bukan satu komentar. Hari yang tidak "
        "dihitung siapa pun bukan hari dengan nol."
    )


def archive() -> None:
    """Campaigns of the past as public sources tell them."""
    st.subheader("Arsip kampanye")
    for satu in arsip.entries("kampanye"):
        arsip.card(satu)


def how_to_start() -> None:
    """What to do where no campaign is known."""
    st.info(
        "**Belum ada kampanye berjalan.** Unduh formulirnya di bawah, isi nama, masa, "
        "dan sasarannya, lalu kirim lewat halaman *Kirim Laporan*. Hitungan harian "
        "dapat ditambahkan kapan saja dengan formulir yang sama.",
        icon=":material/campaign:",
    )


def _head(satu: pd.Series, kapan: campaign.Waktu) -> None:
    bagian = [f"{tanggal(kapan.mulai)} sampai {tanggal(kapan.selesai)}"]
    if not is_missing(satu["pengumuman"]):
        bagian.append(f"pengumuman {tanggal(satu['pengumuman'].date())}")
    if kapan.usai:
        bagian.append("**sudah selesai**")
    else:
        bagian.append(f"**{kapan.sisa} hari lagi**")
    if kapan.dihitung_sampai:
        bagian.append(f"dihitung sampai {tanggal(kapan.dihitung_sampai)}")
    tagar = "" if is_missing(satu["tagar"]) else f" {plain(satu['tagar'])}"
    st.markdown(f"**{plain(satu['nama'])}**{tagar}: {'; '.join(bagian)}.")


def _in_words(data: Data, kode: str, hari: dt.date) -> pd.DataFrame:
    laju = campaign.pace(data, kode, hari)
    return laju.assign(nama_saluran=[labels()[s] for s in laju.index])


def _columns(kapan: campaign.Waktu) -> dict[str, Kolom]:
    """What is still needed has no meaning once the campaign is over."""
    return {n: k for n, k in LAJU.items() if n != "perlu" or not kapan.usai}


def _cards(laju: pd.DataFrame) -> None:
    with st.container(horizontal=True):
        for _, baris in laju.iterrows():
            with st.container(border=True, width=260):
                st.metric(baris["nama_saluran"], bernilai(baris["jumlah"], ""))
                st.markdown(IKON[baris["keadaan"]])
                st.caption(_beside(baris))


def _beside(baris: pd.Series) -> str:
    if is_missing(baris["sasaran"]):
        return "tanpa sasaran"
    teks = f"dari sasaran {angka(baris['sasaran'])}"
    if is_missing(baris["jumlah"]):
        return teks
    teks += f" ({persen(baris['capaian_pct'])})"
    if baris["keadaan"] in (campaign.SESUAI, campaign.TERTINGGAL) and not is_missing(
        baris["perlu"]
    ):
        teks += (
            f"; perlu {angka(baris['perlu'], 1)} per hari, tujuh hari terakhir "
            f"{angka(baris['laju_akhir'], 1)}"
        )
    return teks


def _curve(
    satu: pd.Series, baris: pd.Series, kapan: campaign.Waktu, hari: dt.date
) -> None:
    harian = cached.of(campaign.cumulative, satu.name, baris.name, hari)
    label = f"{baris['nama_saluran']}, {satu['nama']}"
    sasaran = None if is_missing(baris["sasaran"]) else float(baris["sasaran"])
    gambar.draw(
        gambar_kampanye.draw(
            harian, label=label, mulai=kapan.mulai, selesai=kapan.selesai,
            sasaran=sasaran, contoh=cached.contoh(),
        ),
        nama="kumulatif", judul=f"{label}, hari demi hari",
        kolom={
            "tanggal": Kolom("Tanggal"),
            "jumlah": Kolom("Terhitung hari itu"),
            "kumulatif": Kolom("Terhitung sampai hari itu"),
            "n_peserta": Kolom("Peserta yang menghitung"),
        },
        keterangan=stamp(kapan),
    )  # fmt: skip


def typed(tulis: Callable[[isian_hitungan.Hitungan], bytes]) -> Berkas | None:
    """A day's counts typed for the campaign shown; not for one that is made up."""
    if not any_known() or cached.contoh():
        return None
    satu = chosen_of(st.session_state.get("kampanye"))
    peserta = cached.of(campaign.participants, satu.name, cached.hari())
    lembaga = peserta.index[peserta["golongan"] == "lembaga"]
    return isian_hitungan.typed(satu, labels(), list(lembaga), tulis)
