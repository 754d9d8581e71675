"""What came: submissions of a kelurahan or of the city, and what was found in them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from indicators.places import in_place
from reference.acuan import KODE as ACUAN
from reference.daftar import forms
from reference.periode import Periode
from reference.rekap import KODE as REKAP
from reference.tindakan import KODE as TINDAKAN
from reference.tulisan import tanggal, waktu
from reference.wilayah import nama_wilayah
from store import Snapshot
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
_JUDUL |= {f.kode: f.nama for f in forms().values()}
_DITERIMA = {TINDAKAN: "tindakan diterima", ACUAN: "perubahan aturan"}
_DITERIMA |= dict.fromkeys(forms(), "baris diterima")


def registers(
    isi: Snapshot, jenis: Mapping[str, Kind], *, layout: str = TINDAKAN
) -> None:
    """The registers of actions (or rules, or lists) handed in, newest first."""
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
    apa = _DITERIMA.get(baris.layout, "kelompok diterima")
    isinya = f"{baris.n_diterima} {apa}, {baris.n_tertahan} tertahan"
    if baris.layout == REKAP:
        isinya = "rekap Lampiran 4.22"
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
