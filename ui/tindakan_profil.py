"""Actions on the time line of one group or kelurahan, in its profile."""

import datetime as dt

import numpy as np
import pandas as pd
import streamlit as st

from charts import timeline as chart
from charts.theme import Chart
from indicators import INDICATORS
from indicators.compute import series
from indicators.data import Data, level_of
from planning.actions import effect, timeline
from planning.actions.measures import UKURAN
from reference.periode import Periode
from reference.tindakan import SELESAI
from reference.tulisan import bernilai
from ui import cached, gambar, peran, selection, tindakan
from ui.teks import plain

_SEBUT = 6


def _of(data: Data, kode: str, hari: dt.date) -> pd.DataFrame:
    return tindakan.words(timeline.of(data, kode, hari))


def on_profile(pilihan: selection.Selection, kode: str, nama: str) -> None:
    """The time line with its actions, and what came after each that was done."""
    st.subheader("Tindakan pembinaan")
    hari = cached.hari()
    milik = cached.of(_of, kode, hari)
    st.markdown(tindakan.summary(milik, nama))
    if not peran.boleh_mengirim():
        st.caption("Rincian tindakan ditujukan kepada pembinanya.")
        return
    if milik.empty:
        selection.button("Buka halaman Tindakan", "tindakan", key="ke_tindakan")
        return
    periodes = tuple(cached.periode_sampai(pilihan.periode))
    gambar.draw(
        cached.of(_drawn, kode, nama, hari, periodes, cached.contoh()),
        nama="garis_waktu", judul=f"Tindakan untuk {nama}", kolom=tindakan.DAFTAR,
        keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip
    st.caption(
        "✓ selesai · ▶ berjalan · ○ direncanakan · ! terlambat · × batal. Titik "
        "kosong: belum semua kelompok melapor."
    )
    if level_of(kode) == "kelompok":
        _after(milik, kode, hari)


def _drawn(
    data: Data,
    kode: str,
    nama: str,
    hari: dt.date,
    periodes: tuple[Periode, ...],
    contoh: bool,
) -> Chart:
    """The time line; only for who may see every group."""
    deret = _series(data, kode, periodes)
    return chart.draw(deret, _of(data, kode, hari), nama=nama, contoh=contoh)


def _series(data: Data, kode: str, periodes: tuple[Periode, ...]) -> pd.DataFrame:
    """Capital and members of a place over some periods, and whether all reported."""
    modal, anggota = (
        d[d.index == kode].set_index("periode")
        for d in (
            series(INDICATORS[i], data, periodes, level_of(kode))
            for i in ("modal_up2k", "anggota")
        )
    )
    hasil = pd.DataFrame(
        {
            "modal": modal["value"],
            "anggota": anggota["value"],
            "lengkap": modal["n_lapor"] >= modal["n_kelompok"],
        }
    ).reindex([str(p) for p in periodes])
    hasil["lengkap"] = hasil["lengkap"].eq(True)
    return hasil.rename_axis("periode").reset_index()


def _after(milik: pd.DataFrame, kode: str, hari: dt.date) -> None:
    """Each action that was done to the group: its change beside similar groups'."""
    selesai = milik[(milik["status"] == SELESAI) & (milik["kode_kelompok"] == kode)]
    if selesai.empty:
        return
    ukuran = selection.pick(
        "Angka sebelum dan sesudah", list(UKURAN), key="ukuran_profil",
        labels=lambda u: UKURAN[u].label,
    )  # fmt: skip
    u = UKURAN[ukuran or next(iter(UKURAN))]
    for baris in selesai.tail(_SEBUT).itertuples():
        s = cached.of(effect.of_group, baris.kode_tindakan, u.kode, hari)
        st.markdown(f"- {plain(baris.nama_jenis)}: {_sentence(s, u.satuan)}")
    st.caption(
        "Dari laporan terakhir sebelum tindakan sampai dua triwulan sesudahnya. Satu "
        "kelompok saja tidak cukup: apakah tindakan itu ada gunanya **belum dapat "
        "dikatakan** dari sini. Lihat *Sebelum dan sesudah* di halaman Tindakan."
    )


def _sentence(s: effect.Sandingan, satuan: str) -> str:
    if not s.pasangan:
        sebab = "kelompok serupa" if s.n_tanpa_serupa else "laporan di kedua ujungnya"
        return f"belum ada {sebab}."
    p = s.pasangan[0]
    satuan = "poin" if satuan == "%" else satuan
    rata = float(np.mean(p.perubahan_serupa))
    return (
        f"berubah **{bernilai(p.perubahan, satuan)}** ({p.sebelum.label_pendek} sampai "
        f"{p.sesudah.label_pendek}), {len(p.serupa)} kelompok serupa rata-rata "
        f"{bernilai(rata, satuan)} (dari {bernilai(min(p.perubahan_serupa), satuan)} "
        f"sampai {bernilai(max(p.perubahan_serupa), satuan)})."
    )
