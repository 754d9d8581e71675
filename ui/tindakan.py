"""The register of actions on its page: what is late, what it costs, what came after."""

import datetime as dt
from collections.abc import Callable

import pandas as pd
import streamlit as st

from indicators.data import Data
from planning.actions import effect, timeline
from planning.actions.measures import UKURAN
from reference.tulisan import angka, daftar, is_missing, rupiah, tanggal
from reference.wilayah import nama_wilayah
from ui import cached, downloads, gambar, peran, selection
from ui.downloads import XLSX, Kolom
from ui.teks import plain

DAFTAR = {
    "nama_keadaan": Kolom("Keadaan"),
    "nama_kelompok": Kolom("Kelompok"),
    "nama_kelurahan": Kolom("Kelurahan"),
    "nama_jenis": Kolom("Tindakan", lebar=190),
    "tanggal_rencana": Kolom("Rencana"),
    "selesai_pada": Kolom("Selesai"),
    "pelaksana": Kolom("Pelaksana"),
    "biaya_rp": Kolom("Biaya", "Rp"),
    "sumber_dana": Kolom("Sumber dana"),
    "bukti": Kolom("Bukti"),
    "catatan": Kolom("Catatan"),
    "kode_tindakan": Kolom("Kode"),
}
BELUM = "–"
BIAYA = {
    "n_tindakan": Kolom("Tindakan"),
    "n_selesai": Kolom("Selesai"),
    "selesai_rp": Kolom("Biaya yang selesai", "Rp"),
    "rencana_rp": Kolom("Biaya yang belum selesai", "Rp"),
    "n_tanpa_biaya": Kolom("Tanpa biaya tercatat"),
}
MENURUT = {"nama_kecamatan": "Kecamatan", "pelaksana": "Pelaksana"}
SESUDAH = {2: "2 triwulan sesudahnya", 1: "1 triwulan", 4: "4 triwulan"}
PASANGAN = {
    "kelompok": Kolom("Kelompok dibina"),
    "kelurahan": Kolom("Kelurahan"),
    "dari": Kolom("Dari"),
    "sampai": Kolom("Sampai"),
    "perubahan": Kolom("Perubahannya", satuan_dari="satuan"),
    "perubahan_serupa": Kolom("Rata-rata kelompok serupa", satuan_dari="satuan"),
    "selisih": Kolom("Selisih", satuan_dari="satuan"),
    "serupa": Kolom("Kelompok serupa", hanya_berkas=True),
    "satuan": Kolom("Satuan", hanya_berkas=True),
    "kode_tindakan": Kolom("Kode", hanya_berkas=True),
}
BUKAN_SEBAB = (
    "Kelompok serupa: tingkat yang dilaporkan sama, modal dan anggotanya berdekatan, "
    "angkanya sendiri berdekatan, dan tidak ada tindakan pada masa yang sama. Selisih "
    "disebut hanya bila tetap ada pada {} dari 1.000 kali (usulan). Yang dibina dapat "
    "berbeda dalam hal yang tidak tercatat, jadi ini bukan bukti sebab-akibat."
)


def words(tindakan: pd.DataFrame) -> pd.DataFrame:
    """Rows of the register with their state and the day they were done in words."""
    return tindakan.assign(
        nama_keadaan=tindakan["keadaan"].map(timeline.KEADAAN),
        selesai_pada=[
            BELUM if is_missing(p) else tanggal(p.date())
            for p in tindakan["tanggal_selesai"]
        ],
    )


def summary(tindakan: pd.DataFrame, nama: str) -> str:
    """How many actions are in which state, in a sentence."""
    n = timeline.counts(tindakan)
    bagian = [f"**{angka(n[k])}** {kata.lower()}" for k, kata in
              timeline.KEADAAN.items() if n[k]]  # fmt: skip
    if not bagian:
        return f"Belum ada tindakan untuk {plain(nama)} di daftar ini."
    return f"{plain(nama)}: {len(tindakan)} tindakan; {daftar(bagian)}."


def register(data: Data, hari: dt.date, wilayah: str) -> pd.DataFrame:
    """`planning.actions.timeline.register` in words, for `ui.cached.of`."""
    return words(timeline.register(data, hari, wilayah))


def listing(pilihan: selection.Selection, hari: dt.date) -> None:
    """The list itself, narrowed by state, kind and actor; for who handles reports."""
    isi = cached.of(register, hari, pilihan.wilayah)
    st.markdown(summary(isi, pilihan.nama))
    if not peran.boleh_mengirim():
        st.caption("Rincian per kelompok ditujukan kepada pembinanya.")
        return
    with st.container(horizontal=True):
        for kolom, label, semua in (
            ("nama_keadaan", "Keadaan", "Semua keadaan"),
            ("nama_jenis", "Jenis", "Semua jenis"),
            ("pelaksana", "Pelaksana", "Semua pelaksana"),
        ):
            ada = sorted(isi[kolom].dropna().unique())
            dipilih = selection.pick(
                label, ada, key=f"tindakan_{kolom}", placeholder=semua
            )
            isi = isi[isi[kolom] == dipilih] if dipilih else isi
    if isi.empty:
        st.caption("Tidak ada tindakan dengan saringan itu.")
        return
    terpilih = downloads.table(
        isi, judul="Daftar tindakan pembinaan", nama="tindakan", kolom=DAFTAR,
        keterangan=gambar.keterangan(pilihan), pilih=True,
    )  # fmt: skip
    if terpilih is not None:
        _open(isi.iloc[terpilih])


def _open(baris: pd.Series) -> None:
    kelompok = baris["kode_kelompok"]
    selection.button(
        f"Buka profil {plain(nama_wilayah(baris['kode_wilayah']))}", "profil",
        key="buka_tindakan", wilayah=baris["kode_wilayah"],
        kelompok=kelompok if isinstance(kelompok, str) else None,
    )  # fmt: skip


def summed(data: Data, hari: dt.date, wilayah: str, menurut: str) -> pd.DataFrame:
    """`planning.actions.timeline.costs` of a place, for `ui.cached.of`."""
    return timeline.costs(timeline.register(data, hari, wilayah), menurut)


def costs(pilihan: selection.Selection, hari: dt.date) -> None:
    """What actions cost, by kecamatan and by who acts."""
    for kolom, label in MENURUT.items():
        st.subheader(f"Biaya menurut {label.lower()}")
        jumlah = cached.of(summed, hari, pilihan.wilayah, kolom)
        if kolom == "nama_kecamatan":
            st.markdown(_spent(jumlah))
        downloads.table(
            jumlah, judul=f"Biaya tindakan menurut {label.lower()}",
            nama=f"biaya_{kolom}", kolom={kolom: Kolom(label), **BIAYA},
            keterangan=gambar.keterangan(pilihan),
        )  # fmt: skip


def _spent(jumlah: pd.DataFrame) -> str:
    selesai = jumlah["selesai_rp"].sum(min_count=1)
    belum = jumlah["rencana_rp"].sum(min_count=1)
    tanpa = int(jumlah["n_tanpa_biaya"].sum())
    kalimat = (
        f"Biaya tindakan yang selesai: **{rupiah(selesai)}**; yang masih direncanakan "
        f"atau berjalan: **{rupiah(belum)}**. Yang batal tidak dihitung."
    )
    return kalimat + (f" {tanpa} tindakan tanpa biaya tercatat." if tanpa else "")


def effects(pilihan: selection.Selection, hari: dt.date) -> None:
    """What groups did before and after, beside similar groups without an action."""
    st.markdown("Apa yang berubah sesudah pembinaan, di samping kelompok serupa?")
    jenis_ada = cached.of(timeline.kinds)
    with st.container(horizontal=True):
        jenis = selection.pick(
            "Tindakan", list(jenis_ada), key="jenis_tindakan",
            labels=jenis_ada.__getitem__, placeholder="Semua jenis",
        )  # fmt: skip
        ukuran = selection.pick(
            "Angka", list(UKURAN), key="ukuran_tindakan",
            labels=lambda u: UKURAN[u].label,
        )  # fmt: skip
        k = st.selectbox(
            "Dilihat", list(SESUDAH), format_func=SESUDAH.__getitem__, key="sesudah"
        )
    u = UKURAN[ukuran or next(iter(UKURAN))]
    s = cached.of(effect.beside, jenis or "", u.kode, hari, k)
    st.markdown(effect.sentence(s))
    st.caption(_left_out(s))
    if s.pasangan and peran.boleh_mengirim():
        pairs(cached.data(), s, gambar.keterangan(pilihan, saringan="Seluruh kota"))
    st.caption(BUKAN_SEBAB.format(angka(s.yakin)))


def _left_out(s: effect.Sandingan) -> str:
    return (
        f"Tindakan yang selesai pada {len(s.pasangan)} kelompok disandingkan; "
        f"{s.n_menunggu} kelompok belum melapor sebelum atau {s.k} triwulan "
        f"sesudahnya, {s.n_tanpa_serupa} tidak mempunyai kelompok serupa. Dihitung "
        "seluruh kota."
    )


def pairs(
    data: Data, s: effect.Sandingan, keterangan: downloads.Keterangan
) -> None:  # fmt: skip
    """The groups behind a reading, each beside those like it."""
    u = UKURAN[s.ukuran]
    satuan = "poin" if u.satuan == "%" else u.satuan
    downloads.table(
        pd.DataFrame(effect.table(data, s)).assign(satuan=satuan),
        judul=f"{u.label} sebelum dan sesudah tindakan", nama="sandingan",
        kolom=PASANGAN, keterangan=keterangan,
    )  # fmt: skip


def handle(berkas: Callable[[], bytes], nama: str) -> None:
    """The register as a workbook, and where to hand it in again."""
    if not peran.boleh_mengirim():
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            "Unduh daftar untuk diisi", berkas, nama, XLSX, key="unduh_daftar_tindakan",
            on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        selection.button("Kirim lewat Kirim Laporan", "kirim_laporan", key="ke_kirim")


def how_to_start() -> None:
    """The empty state: what a register is for, and how to begin one."""
    st.info(
        "**Belum ada tindakan.** Unduh daftarnya, isi satu baris untuk tiap tindakan "
        "(rencana, pelaksana, biaya, bukti), lalu kirim lewat *Kirim Laporan*. Daftar "
        "yang sama dapat diunduh lagi, diubah, dan dikirim ulang.",
        icon=":material/assignment_add:",
    )
