"""What is still awaited: texts for WhatsApp that remind, or ask to mend."""

import datetime as dt

import pandas as pd
import streamlit as st

from indicators import reminder
from reference.acuan import KODE as ACUAN
from reference.daftar import forms
from reference.periode import Periode
from reference.rekap import KODE as REKAP
from reference.tindakan import KODE as TINDAKAN
from reference.wilayah import nama_wilayah
from store import Snapshot
from ui.submissions import DIBATALKAN


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
    milik = milik[~milik["layout"].isin((REKAP, TINDAKAN, ACUAN, *forms()))]
    terbaru = milik.sort_values(["diterima_pada", "kiriman_id"])["kiriman_id"].tail(1)
    t = isi.temuan
    return t[t["kiriman_id"].isin(terbaru) & (t["tingkat"] == "galat")]


def _cause(isi: Snapshot, kode: str, periode: Periode) -> str:
    pesan = _newest(isi, kode, periode)["pesan"]
    return str(pesan.iloc[0]) if len(pesan) else "berkasnya tidak dapat dibaca"


def _held(isi: Snapshot, kode: str, periode: Periode) -> list[str]:
    t = _newest(isi, kode, periode)
    return list(dict.fromkeys(t["nama_kelompok"].fillna(t["kode_kelompok"]).dropna()))
