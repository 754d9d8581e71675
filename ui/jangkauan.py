"""Who was reached lately and who was not, on the page of events."""

import datetime as dt

import pandas as pd
import streamlit as st

from charts import reach as gambar_jangkauan
from indicators import outreach, reach
from indicators.data import Data
from indicators.places import in_place
from reference.boundaries import usable_boundaries
from reference.tulisan import daftar, is_missing, tanggal
from reference.wilayah import nama_wilayah
from ui import cached, downloads, gambar, selection, sosialisasi
from ui.downloads import Kolom

JANGKAUAN = {
    "kelurahan": Kolom("Kelurahan"),
    "kecamatan": Kolom("Kecamatan"),
    "nama_keadaan": Kolom("Keadaan", lebar=150),
    "hari": Kolom("Terakhir terjangkau", bantuan="Kosong: belum pernah tercatat."),
    "acara_terakhir": Kolom("Acara terakhir", lebar=180),
    "n_acara": Kolom("Acara yang menjangkau", bantuan="Dalam masa yang dilihat."),
    "n_diundang": Kolom("Acara yang mencatatnya", bantuan="Hadir atau tidak."),
    "diundang": Kolom("Diundang", "orang"),
    "hadir": Kolom("Hadir", "orang"),
    "kehadiran_pct": Kolom("Kehadiran", "%"),
    "n_lengkap": Kolom("Baris lengkap", hanya_berkas=True),
}
KECAMATAN = {
    "kecamatan": Kolom("Kecamatan"),
    "n_terjangkau": Kolom("Terjangkau"),
    "n_kelurahan": Kolom("Kelurahan"),
    "terjangkau_pct": Kolom("Terjangkau", "%"),
    "n_tak_tercatat": Kolom("Kehadiran tidak tercatat"),
    "diundang": Kolom("Diundang", "orang"),
    "hadir": Kolom("Hadir", "orang"),
    "kehadiran_pct": Kolom("Kehadiran", "%"),
}


def coverage(jenis: str) -> None:
    """Who was reached lately, as numbers, a list of who was not, a map and a table."""
    pilihan, hari = selection.current(), cached.hari()
    semua = {"": "Semua peran", **sosialisasi.roles()}
    dipilih = selection.pick(
        "Peran", list(semua)[1:], key="peran_acara", labels=semua.__getitem__,
        placeholder=semua[""],
    ) or ""  # fmt: skip
    bulan = cached.of(outreach.limit, "belum_terjangkau", hari)
    sejak = cached.of(outreach.since, hari)
    st.caption(
        f"Terjangkau: paling sedikit satu orang tercatat hadir pada {tanggal(sejak)} "
        f"sampai {tanggal(hari)} ({bulan} bulan, usulan). Yang tidak tercatat belum "
        "tentu tidak hadir."
    )
    with st.container(horizontal=True):
        for p in ("", "tp_pkk", "poksus"):
            _reached(semua[p], _of(p, jenis))
    cakupan = _of(dipilih, jenis)
    _waiting(cakupan, bulan)
    batas, masalah = usable_boundaries()
    if masalah:
        st.warning(masalah, icon=":material/map:")
    isi = gambar_jangkauan.draw(
        cakupan, batas, label=semua[dipilih].lower() if not dipilih else semua[dipilih],
        sorot=pilihan.kelurahan, contoh=cached.contoh(),
    )  # fmt: skip
    saringan = f"{pilihan.nama}, {semua[dipilih]}"
    gambar.draw(
        _with_days(isi), nama="jangkauan", judul="Jangkauan acara per kelurahan",
        kolom=JANGKAUAN, keterangan=sosialisasi.stamp(sejak, saringan=saringan),
        buka_profil=True,
    )  # fmt: skip
    st.subheader("Menurut kecamatan")
    per = cached.of(_shares, hari, dipilih, jenis)
    per = per[_in(per.index, pilihan)]
    downloads.table(
        per, judul="Jangkauan menurut kecamatan", nama="jangkauan_kecamatan",
        kolom=KECAMATAN, keterangan=sosialisasi.stamp(sejak, saringan=saringan),
    )  # fmt: skip


def _of(peran_: str, jenis: str) -> pd.DataFrame:
    """Coverage of the place chosen."""
    semua = cached.of(reach.coverage, cached.hari(), peran_, jenis)
    return semua[in_place(semua.index, selection.current().wilayah)]


def _in(kode: pd.Index, pilihan: selection.Selection) -> list[bool]:
    return [
        pilihan.wilayah.startswith(k) or k.startswith(pilihan.wilayah) for k in kode
    ]


def _with_days(isi: gambar_jangkauan.Chart) -> gambar_jangkauan.Chart:
    hari = [
        None if is_missing(t) else t.date()
        for t in isi.table["terakhir"].astype(object)
    ]
    return gambar_jangkauan.Chart(
        isi.figure, isi.alt, isi.table.assign(hari=pd.Series(hari, isi.table.index))
    )


def _shares(data: Data, hari: dt.date, peran_: str, jenis: str) -> pd.DataFrame:
    per = reach.share(reach.coverage(data, hari, peran_, jenis))
    nama = [nama_wilayah(str(k)).removeprefix("Kecamatan ") for k in per.index]
    return per.assign(kecamatan=nama)


def _reached(label: str, cakupan: pd.DataFrame) -> None:
    n = int((cakupan["keadaan"] == reach.TERJANGKAU).sum())
    tak = int((cakupan["keadaan"] == reach.TAK_TERCATAT).sum())
    with st.container(border=True, width=250):
        st.metric(label, f"{n} dari {len(cakupan)}")
        st.caption("kelurahan terjangkau" + (f"; {tak} tidak tercatat" if tak else ""))


def _waiting(cakupan: pd.DataFrame, bulan: int) -> None:
    belum = reach.waiting(cakupan)
    st.subheader(f"Belum terjangkau {bulan} bulan: {len(belum)} kelurahan")
    if belum.empty:
        st.success("Tidak ada.", icon=":material/check_circle:")
        return
    pernah = belum["keadaan"] == reach.LAMA
    if not pernah.all():
        nama = [nama_wilayah(str(k)) for k in belum.index[~pernah]]
        st.markdown(f"Belum pernah tercatat: {daftar(nama)}.")
    if pernah.any():
        lama = [
            f"{nama_wilayah(str(k))} ({tanggal(t.date(), singkat=True)})"
            for k, t in belum.loc[pernah, "terakhir"].items()
        ]
        st.markdown(f"Terakhir sudah lama: {daftar(lama)}.")
