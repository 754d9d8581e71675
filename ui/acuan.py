"""Rules and assumptions on a page: in force, past and coming, and who changed what."""

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import groupby

import pandas as pd
import streamlit as st

from indicators.data import Data
from planning.pathway.replay import Usulan, moved
from reference.acuan import Acuan, Butir, bawaan, daftar
from reference.acuan_beda import SEMULA, changes, day_key, mark, summary
from reference.tulisan import angka, tanggal
from reports.exports import Keterangan, Kolom
from store.rules import Masuk
from ui import cached, downloads
from ui.definitions import Definisi

KOLOM = {
    "diterima": Kolom("Diterima"),
    "oleh": Kolom("Dikirim oleh"),
    "daftar": Kolom("Daftar"),
    "butir": Kolom("Butir"),
    "hal": Kolom("Yang berubah"),
    "lama": Kolom("Sebelumnya"),
    "baru": Kolom("Menjadi"),
    "sejak": Kolom("Berlaku sejak"),
    "penetap": Kolom("Ditetapkan oleh"),
    "kiriman_id": Kolom("Kiriman"),
}
_LEWAT, _NANTI = "sudah lewat", "belum berlaku"


def in_force(data: Data, hari: dt.date) -> list[Definisi]:
    """Every entry in force on a day, list by list."""
    return [
        _defined(data.acuan, b, hari)
        for nama in daftar()
        for b in data.acuan.pada(nama, hari).values()
    ]


def not_in_force(data: Data, hari: dt.date) -> list[Definisi]:
    """Every entry that is over on a day, or begins later; list by list."""
    return [
        _defined(data.acuan, b, hari)
        for nama in daftar()
        for b in data.acuan.entries(nama)
        if data.acuan.pada(nama, hari).get(b.kode) is not b
    ]


def window(acuan: Acuan, b: Butir) -> str:
    """Since when and until when an entry counts; the year alone where no more is known.

    >>> dulu, kini = bawaan().entries("pendiri")
    >>> window(bawaan(), dulu), window(bawaan(), kini)
    ('berlaku 1992 sampai 2020', 'berlaku sejak 2020')
    """
    akhir = acuan.last_day(b)
    sejak, sampai = (_day(h, b) if h else "" for h in (b.berlaku_sejak, akhir))
    if not sampai:
        return f"berlaku {f'sejak {sejak}' if sejak else SEMULA}"
    return f"berlaku {sejak or SEMULA} sampai {sampai}"


def _day(hari: dt.date, b: Butir) -> str:
    return str(hari.year) if b.ketelitian == "tahun" else tanggal(hari)


def _defined(acuan: Acuan, b: Butir, hari: dt.date) -> Definisi:
    nanti = b.berlaku_sejak is not None and b.berlaku_sejak > hari
    masa = window(acuan, b)
    return Definisi(
        golongan=daftar()[b.daftar].judul,
        nama=b.label,
        kode=b.kode,
        arti=f"{summary(b)}.",
        aturan=f"{masa[:1].upper()}{masa[1:]}. Ditetapkan oleh {b.ditetapkan_oleh}.",
        sumber=f"{b.sumber} ({_NANTI})" if nanti else b.sumber,
        status="usulan" if b.usulan else "",
    )


def history(masuk: Sequence[Masuk]) -> pd.DataFrame:
    """Everything that was ever changed, the newest first; columns `KOLOM`."""
    acuan, rows = bawaan(), []
    for _, isi in groupby(masuk, key=lambda m: m.kiriman_id):
        satu = list(isi)
        for m in satu:
            rows += [
                (m.diterima_pada, m.oleh, daftar()[b.daftar].judul, b.label, b.hal,
                 b.lama, b.baru, tanggal(b.sejak) if b.sejak else SEMULA,
                 m.butir.ditetapkan_oleh, m.kiriman_id)
                for b in changes(acuan, [m.butir])
                if b.daftar in daftar()
            ]  # fmt: skip
        acuan = acuan.plus(m.butir for m in satu)
    return pd.DataFrame(rows[::-1], columns=list(KOLOM))


def workbook(buat: Callable[[], bytes], nama: str) -> None:
    """The workbook of all lists, and how it is sent back."""
    with st.container(border=True):
        st.markdown(
            "**Mengubah aturan.** Unduh *Acuan UP2K*, ubah sel yang kuning, tulis "
            "sumber dan lembaga yang menetapkan, lalu kirim berkasnya di halaman "
            "**Kirim Laporan**. Sebelum disimpan, aplikasi menunjukkan apa yang akan "
            "berubah. Hanya koordinator yang dapat mengirimnya."
        )
        st.download_button(
            "Unduh Acuan UP2K", buat, nama, downloads.XLSX, key="unduh_acuan",
            on_click="ignore", type="primary", icon=":material/download:",
        )  # fmt: skip


def show_list(judul: str, isi: Sequence[Definisi], *, terbuka: bool) -> None:
    """One list, folded: it says how many entries it has, and how many are proposals."""
    usulan = sum(d.status == "usulan" for d in isi)
    tanda = f" :orange-badge[{usulan} usulan]" if usulan else ""
    with st.expander(f"**{judul}** · {len(isi)} butir{tanda}", expanded=terbuka):
        d = next((d for d in daftar().values() if d.judul == judul), None)
        if d:
            st.caption(d.keterangan)
        st.markdown("\n\n".join(d.markdown() for d in isi), width=760)


def show_else(lain: Sequence[Definisi]) -> None:
    """Entries that are over or have not begun, folded."""
    if not lain:
        return
    with st.expander(f"Yang sudah lewat dan yang belum berlaku ({len(lain)})"):
        for golongan, isi in groupby(lain, key=lambda d: d.golongan):
            st.markdown(f"##### {golongan}")
            st.markdown("\n\n".join(d.markdown() for d in isi), width=760)


def show_history(masuk: Sequence[Masuk]) -> None:
    """Who changed what, and when."""
    st.subheader("Riwayat perubahan")
    if not masuk:
        st.caption("Belum ada yang diubah; yang berlaku masih usulan awal aplikasi.")
        return
    downloads.table(
        history(masuk), judul="Riwayat perubahan aturan", nama="riwayat_aturan",
        kolom=KOLOM,
        keterangan=Keterangan(
            saringan="Semua perubahan yang diterima dan tidak dibatalkan",
            data_per=masuk[-1].diterima_pada, contoh=cached.contoh(),
        ),
    )  # fmt: skip


def effect(butir: Sequence[Butir]) -> None:
    """How many groups changed rules would move, before they are stored."""
    if not butir or not len(cached.data().groups):
        return
    kunci = tuple(
        f"{b.daftar}/{b.kode}/{day_key(b.berlaku_sejak)}/{mark(b)}/{b.dicabut}"
        for b in butir
    )
    p = cached.of(moved, cached.hari(), Usulan(kunci, tuple(butir)))
    st.info(sentence(p.naik, p.turun, p.tetap), icon=":material/stairs:")


def sentence(naik: int, turun: int, tetap: int) -> str:
    """What changed rules would do to the groups' rungs, in words.

    >>> sentence(0, 0, 12)
    'Bila aturan ini dipakai, tingkat menurut aturan tidak berubah.'
    """
    if not naik and not turun:
        return "Bila aturan ini dipakai, tingkat menurut aturan tidak berubah."
    return (
        f"Bila aturan ini dipakai, menurut aturan {angka(naik)} kelompok naik "
        f"tingkat, {angka(turun)} turun, dan {angka(tetap)} tetap."
    )
