"""The work list on screen: which group lacks what."""

import datetime as dt

import pandas as pd
import streamlit as st

from indicators.data import Data
from indicators.places import in_place
from planning.budget.gaps import DIAM, gaps
from reference.kosakata import label_pilihan, pilihan_untuk
from reference.periode import Periode
from reference.tulisan import angka, daftar, is_missing
from reference.wilayah import nama_wilayah
from ui import cached, downloads, gambar, selection, visible
from ui.downloads import Keterangan, Kolom

TIDAK_DIKETAHUI = "belum diketahui"
KERJA = {
    "nama_kelompok": Kolom("Kelompok"),
    "kelurahan": Kolom("Kelurahan"),
    "label": Kolom("Kekurangan"),
    "bukti": Kolom("Yang dilaporkan"),
    "sejak": Kolom("Sejak"),
    "tingkat": Kolom("Tingkat dilaporkan"),
    "paket_label": Kolom("Paket dianjurkan"),
    "biaya_rp": Kolom("Biaya, anggapan", "Rp"),
    "hari": Kolom("Hari, anggapan", "hari"),
    "siapa": Kolom("Dapat dijalankan oleh"),
    "saran": Kolom("Tindakan yang dianjurkan", hanya_berkas=True),
    "kecamatan": Kolom("Kecamatan", hanya_berkas=True),
    "kode_kelompok": Kolom("Kode kelompok", hanya_berkas=True),
}
ANGGAPAN = (
    "Biaya, hari, dan peluang berhasil setiap paket adalah **anggapan (usulan)**: "
    "belum ada daftar biaya resmi dan belum ada pengukuran hasilnya."
)


def work_list(pilihan: selection.Selection) -> None:
    """Which group lacks what: filters, the sentence, the table."""
    semua = cached.of(listed, pilihan.periode.end, cached.hari())
    semua = semua[in_place(pd.Index(semua["kode_kelompok"]), pilihan.wilayah)]
    st.subheader("Kelompok mana yang kekurangan apa?")
    st.markdown(summary(semua))
    st.caption(ANGGAPAN)
    kerja, saring = _filtered(semua)
    downloads.table(
        kerja,
        judul=f"Daftar kerja pembinaan, {pilihan.nama}",
        nama="daftar_kerja",
        kolom=KERJA,
        keterangan=provenance(pilihan, " · ".join([pilihan.nama, *saring])),
    )


def summary(semua: pd.DataFrame) -> str:
    """How many gaps at how many groups, and which are most frequent."""
    if semua.empty:
        return "Tidak ada kekurangan yang tampak dari laporan."
    diam = semua["kekurangan"] == DIAM
    tahu, banyak = semua[~diam], semua[~diam]["label"].value_counts()
    sebut = [f"{nama} ({angka(n)})" for nama, n in banyak.head(3).items()]
    kata = (
        f"**{angka(len(tahu))} kekurangan** tampak pada "
        f"{angka(tahu['kode_kelompok'].nunique())} kelompok yang melapor"
    )
    kata += f"; yang terbanyak {daftar(sebut)}." if sebut else "."
    if n := int(diam.sum()):
        kata += (
            f" **{angka(n)} kelompok belum lapor**, jadi keadaannya belum diketahui."
        )
    return kata


def _filtered(semua: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """The rows that the pickers leave, and the pickers in words."""
    gap, siapa, tingkat = st.columns(3)
    label = dict(zip(semua["kekurangan"], semua["label"], strict=True))
    pelaksana = cached.of(actors, cached.hari())
    ada = {k for isi in semua["pelaksana"] for k in isi}
    jenjang = {k: p.label for k, p in pilihan_untuk("tingkat").items()}
    with gap:
        a = selection.pick(
            "Kekurangan", list(label), key="kekurangan",
            labels=lambda k: label.get(k, k), placeholder="Semua kekurangan",
        )  # fmt: skip
    with siapa:
        b = selection.pick(
            "Dapat dijalankan oleh", [k for k in pelaksana if k in ada],
            key="pelaksana", labels=lambda k: pelaksana.get(k, k),
            placeholder="Siapa saja",
        )  # fmt: skip
    with tingkat:
        c = selection.pick(
            "Tingkat dilaporkan", list(jenjang), key="tingkat_lapor",
            labels=lambda k: jenjang.get(k, k), placeholder="Semua tingkat",
        )  # fmt: skip
    hasil = semua[semua["kekurangan"] == a] if a else semua
    hasil = hasil[[b in isi for isi in hasil["pelaksana"]]] if b else hasil
    hasil = hasil[hasil["tingkat"] == jenjang[c]] if c else hasil
    pilih = ((a, label), (b, pelaksana), (c, jenjang))
    return hasil, [nama[k] for k, nama in pilih if k]


def actors(data: Data, pada: dt.date) -> dict[str, str]:
    """Who can do something on a day, by code, in words."""
    return {b.kode: b.label for b in data.acuan.pada("pelaksana", pada).values()}


def who(kode: tuple[str, ...], label: dict[str, str]) -> str:
    """Several actors in words.

    >>> who(("dkupp", "x"), {"dkupp": "DKUPP"}), who((), {})
    ('DKUPP dan x', '-')
    """
    return daftar([label.get(k, k) for k in kode]) if kode else "-"


def listed(data: Data, pada: dt.date, acuan_pada: dt.date) -> pd.DataFrame:
    """The work list of a day with names instead of codes."""
    kerja, siapa = gaps(data, pada, acuan_pada), actors(data, acuan_pada)
    return kerja.assign(
        kelurahan=[nama_wilayah(k) for k in kerja["kode_wilayah"]],
        kecamatan=[nama_wilayah(k) for k in kerja["kode_kecamatan"]],
        sejak=[
            TIDAK_DIKETAHUI if is_missing(p) else Periode.parse(p).label_pendek
            for p in kerja["sejak"]
        ],
        tingkat=[
            TIDAK_DIKETAHUI if is_missing(t) else label_pilihan("tingkat", t)
            for t in kerja["tingkat"]
        ],
        siapa=[who(k, siapa) for k in kerja["pelaksana"]],
        bukti=[f"{b[:1].upper()}{b[1:]}" for b in kerja["bukti"]],
        paket_label=kerja["paket_label"].fillna("tidak perlu paket"),
    )


def provenance(pilihan: selection.Selection, saringan: str) -> Keterangan:
    """Period, filters and who reported, for a table of plans."""
    lapor = visible.values("tingkat_pelaporan_pct", pilihan.periode, pilihan.tingkat)
    return gambar.keterangan(pilihan, lapor.loc[pilihan.wilayah], saringan=saringan)
