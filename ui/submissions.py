"""What came from one kelurahan, what is still awaited, and what only we may decide."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from indicators import reminder
from indicators.places import in_place
from reference.acuan import KODE as ACUAN
from reference.periode import Periode
from reference.rekap import KODE as REKAP
from reference.tindakan import KODE as TINDAKAN
from reference.tulisan import tanggal, waktu
from reference.wilayah import nama_wilayah
from store import (
    Snapshot,
    StoreError,
    close_group,
    close_period,
    reopen_group,
    reopen_period,
)
from ui import batch, cached, lineage, peran, receipt
from ui.definitions import Kind
from ui.teks import plain

DIBATALKAN = "dibatalkan"
SUDAH = ("tepat", "terlambat", "sebagian_tertahan", "dorman")


def summary(keadaan: pd.DataFrame) -> str:
    """One sentence about one period: how many kelurahan sent, were late, are awaited.

    `keadaan` are the rows of `indicators.punctuality.punctuality` for one period.
    """
    jumlah = keadaan["keadaan"].value_counts()
    masuk = int(jumlah.reindex(list(SUDAH)).sum())
    kalimat = f"{masuk} dari {len(keadaan)} kelurahan sudah melapor"
    rinci = [
        f"{jumlah[k]} {kata}"
        for k, kata in (
            ("terlambat", "terlambat"),
            ("sebagian_tertahan", "masih ada yang tertahan"),
            ("ditolak", "berkasnya ditolak"),
            ("belum", "belum melapor"),
        )
        if k in jumlah
    ]
    return f"{kalimat}; {', '.join(rinci)}." if rinci else f"{kalimat}."


def detail(
    isi: Snapshot, kode: str, periode: Periode, jenis: Mapping[str, Kind]
) -> None:
    """Every submission of a kelurahan for a period, newest first, with its findings."""
    st.subheader(f"{nama_wilayah(kode)}, {periode.label}")
    k = isi.kiriman
    milik = k[(k["kode_wilayah"] == kode) & (k["periode"] == str(periode))]
    if milik.empty:
        st.info(f"Belum ada kiriman. Batas lapor {tanggal(periode.deadline)}.")
        return
    urut = milik.sort_values(["diterima_pada", "kiriman_id"], ascending=False)
    berlaku = urut.loc[urut["keadaan"] != DIBATALKAN, "kiriman_id"].head(1)
    for baris in urut.itertuples():
        with st.container(border=True):
            _one(isi, baris, jenis, terbaru=baris.kiriman_id in set(berlaku))


def unplaced(isi: Snapshot, jenis: Mapping[str, Kind]) -> None:
    """Rejected files of which not even the kelurahan or the period is known."""
    k = isi.kiriman
    asing = k[k["kode_wilayah"].isna() | k["periode"].isna()]
    if asing.empty or not peran.boleh_mengirim():
        return
    with st.expander(f"Berkas lain yang ditolak ({len(asing)})"):
        for baris in asing.sort_values("diterima_pada", ascending=False).itertuples():
            with st.container(border=True):
                _one(isi, baris, jenis, terbaru=True)


def recaps(
    isi: Snapshot, wilayah: str, akhir: dt.date, jenis: Mapping[str, Kind]
) -> None:
    """The official recaps of a place, or within it, for periods that end on a day."""
    k = isi.kiriman[isi.kiriman["layout"] == REKAP].dropna(subset=["periode"])
    sama = [p for p in k["periode"].unique() if Periode.parse(p).end == akhir]
    k = k[k["periode"].isin(sama)]
    k = k[in_place(k["kode_wilayah"], wilayah)]
    if k.empty or not peran.boleh_mengirim():
        return
    lipatan = st.expander(
        f"Berkas rekap yang diterima ({len(k)})", key="buka_rekap", on_change="rerun"
    )
    if not lipatan.open:
        return
    with lipatan:
        urut = k.sort_values(["diterima_pada", "kiriman_id"], ascending=False)
        terbaru = ~urut.duplicated("kode_wilayah")
        for baris, baru in zip(urut.itertuples(), terbaru, strict=True):
            with st.container(border=True):
                _one(isi, baris, jenis, terbaru=bool(baru))


_JUDUL = {TINDAKAN: "Daftar tindakan", ACUAN: "Perubahan aturan"}


def registers(
    isi: Snapshot, jenis: Mapping[str, Kind], *, layout: str = TINDAKAN
) -> None:
    """The registers of actions (or workbooks of rules) handed in, newest first."""
    k = isi.kiriman[isi.kiriman["layout"] == layout]
    if k.empty or not peran.boleh_mengirim():
        return
    lipatan = st.expander(
        f"{_JUDUL[layout]} yang diterima ({len(k)})", key=f"buka_{layout}",
        on_change="rerun",
    )  # fmt: skip
    if not lipatan.open:
        return
    with lipatan:
        urut = k.sort_values(["diterima_pada", "kiriman_id"], ascending=False)
        for n, baris in enumerate(urut.itertuples()):
            with st.container(border=True):
                _one(isi, baris, jenis, terbaru=n == 0)


def _one(
    isi: Snapshot,
    baris: Any,  # noqa: ANN401
    jenis: Mapping[str, Kind],
    *,
    terbaru: bool,
) -> None:
    receipt.state_badge(baris.keadaan)
    isinya = f"{baris.n_diterima} kelompok diterima, {baris.n_tertahan} tertahan"
    if baris.layout == REKAP:
        isinya = "rekap Lampiran 4.22"
    elif baris.layout == TINDAKAN:
        isinya = f"{baris.n_diterima} tindakan diterima, {baris.n_tertahan} tertahan"
    elif baris.layout == ACUAN:
        isinya = f"{baris.n_diterima} perubahan aturan, {baris.n_tertahan} tertahan"
    st.markdown(
        f"**{plain(baris.nama_berkas)}**  \nDiterima {waktu(baris.diterima_pada)} · "
        f"{isinya}"
    )
    if not peran.boleh_mengirim():
        return
    if baris.keadaan == DIBATALKAN:
        batch.why_undone(cached.store(), int(baris.kiriman_id))
    else:
        _findings(isi, int(baris.kiriman_id), jenis, terbuka=terbaru)
    lineage.original_button(int(baris.kiriman_id), kunci="kiriman")


def _findings(
    isi: Snapshot, kiriman_id: int, jenis: Mapping[str, Kind], *, terbuka: bool
) -> None:
    temuan = isi.temuan[isi.temuan["kiriman_id"] == kiriman_id]
    butir = [t for t in temuan.itertuples() if jenis[t.jenis].disampaikan]
    st.caption(receipt.counts(butir))
    if terbuka:
        receipt.findings(dict(enumerate(butir)), jenis, kunci=f"k{kiriman_id}")


def reminders(
    isi: Snapshot, keadaan: pd.DataFrame, periode: Periode, hari_ini: dt.date
) -> None:
    """Texts for WhatsApp: one for everyone, one for each kelurahan awaited."""
    per = {k: list(v) for k, v in keadaan.groupby("keadaan")["kode_wilayah"]}
    belum = [*per.get("belum", []), *per.get("belum_waktunya", [])]
    ditolak, tertahan = per.get("ditolak", []), per.get("sebagian_tertahan", [])
    st.markdown("**Untuk grup WhatsApp**")
    _text(
        reminder.for_everyone(
            periode, hari_ini,
            sorted(nama_wilayah(k) for k in belum),
            sorted(nama_wilayah(k) for k in (*tertahan, *ditolak)),
        )
    )  # fmt: skip
    if tujuan := [*belum, *ditolak, *tertahan]:
        st.markdown("**Untuk satu kelurahan**")
        kode = st.selectbox(
            "Kelurahan", tujuan, format_func=nama_wilayah, key="pengingat_untuk"
        )
        nama = nama_wilayah(kode)
        if kode in belum:
            _text(reminder.not_reported(nama, periode, hari_ini))
        elif kode in ditolak:
            sebab = _cause(isi, kode, periode)
            _text(reminder.rejected(nama, periode, sebab, hari_ini))
        else:
            _text(reminder.to_mend(nama, periode, _held(isi, kode, periode)))


def _text(teks: str) -> None:
    st.code(teks, language=None, wrap_lines=True)


def _newest(isi: Snapshot, kode: str, periode: Periode) -> pd.DataFrame:
    """The findings of grade galat in the newest submission that was not undone."""
    k = isi.kiriman[isi.kiriman["keadaan"] != DIBATALKAN]
    milik = k[(k["kode_wilayah"] == kode) & (k["periode"] == str(periode))]
    milik = milik[~milik["layout"].isin((REKAP, TINDAKAN, ACUAN))]
    terbaru = milik.sort_values(["diterima_pada", "kiriman_id"])["kiriman_id"].tail(1)
    t = isi.temuan
    return t[t["kiriman_id"].isin(terbaru) & (t["tingkat"] == "galat")]


def _cause(isi: Snapshot, kode: str, periode: Periode) -> str:
    pesan = _newest(isi, kode, periode)["pesan"]
    return str(pesan.iloc[0]) if len(pesan) else "berkasnya tidak dapat dibaca"


def _held(isi: Snapshot, kode: str, periode: Periode) -> list[str]:
    t = _newest(isi, kode, periode)
    return list(dict.fromkeys(t["nama_kelompok"].fillna(t["kode_kelompok"]).dropna()))


def coordinator(isi: Snapshot, periode: list[Periode]) -> None:
    """Close and reopen periods and groups, each with a reason that is kept."""
    kiri, kanan = st.columns(2)
    tutup = set(isi.periode.loc[isi.periode["ditutup"], "periode"])
    with kiri, st.form("atur_periode", clear_on_submit=True):
        kode = st.selectbox(
            "Periode", [str(p) for p in periode],
            format_func=lambda k: (
                Periode.parse(k).label + (" (ditutup)" if k in tutup else "")
            ),
        )  # fmt: skip
        alasan = st.text_input("Alasan", key="alasan_periode", max_chars=300)
        if st.form_submit_button("Tutup atau buka kembali periode"):
            _decide(reopen_period if kode in tutup else close_period, kode, alasan)
    daftar = isi.kelompok.sort_values("kode_kelompok").set_index("kode_kelompok")
    with kanan, st.form("atur_kelompok", clear_on_submit=True):
        kelompok = st.selectbox(
            "Kelompok", list(daftar.index), index=None,
            placeholder="Ketik nama kelompok atau kelurahan",
            format_func=partial(_group_label, daftar),
        )  # fmt: skip
        alasan = st.text_input("Alasan", key="alasan_kelompok", max_chars=300)
        if st.form_submit_button("Tutup atau buka kembali kelompok") and kelompok:
            ditutup = pd.notna(daftar.loc[kelompok, "tanggal_tutup"])
            _decide(reopen_group if ditutup else close_group, kelompok, alasan)


def _group_label(daftar: pd.DataFrame, kode: str) -> str:
    baris = daftar.loc[kode]
    tutup = " (ditutup)" if pd.notna(baris["tanggal_tutup"]) else ""
    return f"{baris['nama_kelompok']}, {nama_wilayah(baris['kode_wilayah'])}{tutup}"


def _decide(putuskan: Callable[..., None], kode: str, alasan: str) -> None:
    if not alasan.strip():
        st.error("Tulis alasannya terlebih dahulu.")
        return
    try:
        putuskan(cached.store(), kode, oleh=peran.peran(), alasan=alasan.strip())
    except StoreError as sebab:
        st.error(str(sebab))
        return
    st.rerun()
