"""Early warnings on screen: the signs, and the week's texts."""

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from indicators.data import Data
from indicators.places import in_place
from planning.warning.alerts import GAWAT, KINDS, alerts
from planning.warning.digest import all_texts, digest, table
from reference.kosakata import variables
from reference.periode import Periode
from reference.tulisan import bernilai, tanggal
from reference.wilayah import kelurahan, nama_wilayah
from ui import asal, cached, downloads, gambar, selection
from ui.downloads import Kolom
from ui.teks import plain

SEBUT = 8
IKON = {
    "rapat": ":material/event_busy:",
    "anggota": ":material/group_remove:",
    "tunggakan": ":material/trending_up:",
    "lapor": ":material/hourglass_empty:",
    "buku": ":material/menu_book:",
}
KOLOM = {
    "kelurahan": Kolom("Kelurahan", lebar=120),
    "nama": Kolom("Kelompok atau kelurahan"),
    "label": Kolom("Tanda"),
    "urutan": Kolom("Urutan"),
    "sejak_label": Kolom("Sejak"),
    "kalimat": Kolom("Yang terlihat"),
    "saran": Kolom("Yang dapat dilakukan"),
    "kode": Kolom("Kode", hanya_berkas=True),
    "sel": Kolom("Buktinya", hanya_berkas=True),
}


def day(pilihan: selection.Selection, hari_ini: dt.date) -> dt.date:
    """The day that is looked from: today, or the last of an earlier quarter."""
    return hari_ini if pilihan.terbaru else min(hari_ini, pilihan.periode.next().end)


def signs(pilihan: selection.Selection, pada: dt.date) -> None:
    """The signs of the place chosen: the gravest in words, all of them as a table."""
    tanda = cached.of(alerts, pada)
    tanda = tanda[in_place(pd.Index(tanda["kode_wilayah"]), pilihan.wilayah)]
    st.markdown(_summary(tanda, pilihan.nama, pada))
    ada = [j for j in KINDS if j in set(tanda["jenis"])]
    if not ada:
        return
    label = dict(zip(tanda["jenis"], tanda["label"], strict=True))
    jenis = selection.pick(
        "Jenis tanda", ada, key="jenis_tanda", labels=label.__getitem__,
        placeholder="Semua jenis",
    )  # fmt: skip
    tanda = tanda[tanda["jenis"] == jenis] if jenis else tanda
    for baris in tanda.head(SEBUT).itertuples():
        _one(baris)
    if (sisa := len(tanda) - SEBUT) > 0:
        st.caption(f"{sisa} tanda lain ada di tabel.")
    downloads.table(
        _named(tanda), judul=f"Peringatan dini per {tanggal(pada)}", nama="peringatan",
        kolom=KOLOM, keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip


def _summary(tanda: pd.DataFrame, nama: str, pada: dt.date) -> str:
    awal = f"Menurut laporan sampai {tanggal(pada)}"
    if tanda.empty:
        return f"{awal}, tidak ada tanda untuk {nama}."
    dulu = int((tanda["gawat"] == max(GAWAT)).sum())
    kata = f"; **{dulu}** sebaiknya didahulukan" if dulu else ""
    return f"{awal}, ada **{len(tanda)} tanda** untuk {nama}{kata}."


def _one(t: Any) -> None:  # noqa: ANN401
    kode, kelompok = str(t.kode), t.lingkup == "kelompok"
    with st.container(border=True):
        kiri, kanan = st.columns([5, 1], vertical_alignment="center")
        warna = ":orange-badge" if t.gawat == max(GAWAT) else ":gray-badge"
        tempat = f", {nama_wilayah(t.kode_wilayah)}" if kelompok else ""
        kata = t.kalimat[:1].upper() + t.kalimat[1:]
        kiri.markdown(
            f"{IKON[t.jenis]} **{plain(t.nama)}**{tempat} · {t.label} "
            f"{warna}[{GAWAT[t.gawat]}]  \n{plain(kata)}.  \n"
            f":small[:gray[Yang dapat dilakukan: {plain(t.saran)}.]]"
        )
        with kanan:
            selection.button(
                "Profil", "profil", key=f"tanda_{t.jenis}_{kode}",
                wilayah=t.kode_wilayah, kelompok=kode if kelompok else None,
            )  # fmt: skip
            if kelompok:
                asal.button(
                    KINDS[t.jenis].indikator, kode, Periode.parse(t.bukti[-1][0]),
                    key=f"asal_{t.jenis}_{kode}", label="Asalnya",
                )  # fmt: skip


def _named(tanda: pd.DataFrame) -> pd.DataFrame:
    return tanda.assign(
        kelurahan=[nama_wilayah(k) for k in tanda["kode_wilayah"]],
        urutan=[GAWAT[g] for g in tanda["gawat"]],
        sejak_label=[Periode.parse(p).label_pendek for p in tanda["sejak"]],
        sel=["; ".join(_cell(*b) for b in bukti) for bukti in tanda["bukti"]],
    )


def _cell(periode: str, variabel: str, nilai: float) -> str:
    v = variables().get(variabel)
    if v is None:
        return f"{periode} {variabel}"
    return f"{periode} {v.label} {bernilai(nilai, v.unit)}"


def weekly(pilihan: selection.Selection, pada: dt.date) -> None:
    """The week's text for one kelurahan to copy, and all 29 to download."""
    tanda, contoh = cached.of(alerts, pada), cached.contoh()
    kode = selection.pick(
        "Untuk kelurahan", _order(tanda, pilihan), key="ringkasan_untuk",
        labels=nama_wilayah,
    )  # fmt: skip
    if kode is None:
        return
    st.code(digest(kode, tanda, pada, contoh=contoh), language=None, wrap_lines=True)
    st.caption("Salin dengan tombol di kanan atas teks, lalu tempel di WhatsApp.")
    st.subheader("Semua kelurahan")
    keterangan = gambar.keterangan(pilihan, saringan="Semua kelurahan")
    st.download_button(
        "Unduh 29 teks sekaligus", cached.of(_texts, pada, contoh, keterangan),
        f"{'contoh_' if contoh else ''}ringkasan_mingguan_{pada}.txt", "text/plain",
        key="txt_mingguan", on_click="ignore", icon=":material/download:",
    )  # fmt: skip
    downloads.table(
        cached.of(_table, pada, contoh),
        judul=f"Ringkasan mingguan per {tanggal(pada)}",
        nama="ringkasan_mingguan",
        keterangan=keterangan,
        kolom={
            "kelurahan": Kolom("Kelurahan"),
            "n_didahulukan": Kolom("Didahulukan", "tanda"),
            "n_ditengok": Kolom("Perlu ditengok", "tanda"),
            "teks": Kolom("Teks WhatsApp", hanya_berkas=True),
        },
    )


def _order(tanda: pd.DataFrame, pilihan: selection.Selection) -> list[str]:
    """All kelurahan, the one chosen first, then those with signs, gravest first."""
    depan = [pilihan.kelurahan] if pilihan.kelurahan else []
    return list(dict.fromkeys([*depan, *tanda["kode_wilayah"], *kelurahan()]))


def _texts(
    data: Data, pada: dt.date, contoh: bool, keterangan: downloads.Keterangan
) -> bytes:
    semua = all_texts(alerts(data, pada), pada, contoh=contoh)
    # the mark lets Notepad on an office PC read it as UTF-8
    return f"{keterangan.kalimat}\n\n{semua}".encode("utf-8-sig")


def _table(data: Data, pada: dt.date, contoh: bool) -> pd.DataFrame:
    return table(alerts(data, pada), pada, contoh=contoh)
