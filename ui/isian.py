"""What was typed on a page goes in like an upload: checked, answered, then stored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from reference.daftar import forms
from ui import batch, cached, peran, receipt, selection
from ui.agree import confirm
from ui.definitions import Kind
from ui.downloads import XLSX
from ui.teks import plain
from ui.upload import Berkas, Checked, Receipt


@dataclass(frozen=True, slots=True)
class Pintu:
    """How a workbook goes in: what the page takes from the loaders.

    `terima` is `loaders.ingest.ingest`, `pembaca` makes its readers, `tempat` says
    where reasons belong, `sisa` how much time is left, `jenis` are the kinds of
    findings.
    """

    terima: Callable[..., Receipt]
    pembaca: Callable[[], Any]
    tempat: Callable[..., Any]
    sisa: Callable[..., Any]
    jenis: Mapping[str, Kind]


def blank(
    judul: str, label: str, tulis: Callable[[], bytes], form: str, catatan: str = ""
) -> None:
    """A form as a workbook to fill in elsewhere, and where to hand it in.

    `form` is its kode in `reference.daftar.forms`; only for who may send.
    """
    if not peran.boleh_mengirim():
        return
    st.subheader(judul)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            label, tulis, f"{forms()[form].nama}.xlsx", XLSX, on_click="ignore",
            key=f"unduh_formulir_{form}", icon=":material/download:",
        )  # fmt: skip
        selection.button("Kirim lewat Kirim Laporan", "kirim_laporan", key="ke_kirim")
    if catatan:
        st.caption(catatan)


def send(berkas: Berkas, pintu: Pintu, clear: Callable[[], None]) -> None:
    """Say what would happen; once the sender confirms, store it and clear the form."""
    terima = partial(
        pintu.terima, cached.real_store(), oleh=peran.peran(),
        mengatur=peran.boleh_mengatur(), reader=cached.resource(pintu.pembaca),
    )  # fmt: skip
    tanda = terima(berkas.nama, berkas.isi, simpan=False)
    satu = _review(Checked(berkas, tanda), pintu.jenis)
    siap = [satu] if satu.dapat_disimpan else []
    if confirm([satu], siap):
        batch.store_all(siap, [], partial(_keep, terima, pintu.tempat), pintu.sisa)
        clear()
        st.rerun()


def _keep(
    terima: Callable[..., Receipt],
    tempat: Callable[..., Any],
    satu: Checked,
    tumpukan: str,
) -> Receipt:
    return terima(
        satu.berkas.nama, satu.berkas.isi, ulang=satu.tanda.perlu_jawaban,
        alasan=tempat(satu.tanda.temuan, satu.alasan), tumpukan=tumpukan,
    )  # fmt: skip


def _review(satu: Checked, jenis: Mapping[str, Kind]) -> Checked:
    """What the loaders say of it; gives it with the reasons that were written."""
    tanda, kunci = satu.tanda, satu.berkas.kunci
    with st.container(border=True):
        receipt.state_badge(tanda.keadaan, nanti=True)
        st.markdown(plain(tanda.kalimat))
        alasan = receipt.findings(
            dict(enumerate(tanda.temuan)), jenis, kunci=kunci,
            minta_alasan=satu.dapat_disimpan,
        )  # fmt: skip
        if tanda.temuan:
            st.caption("Yang keliru diubah di isian di atas, lalu tekan *Periksa*.")
    return replace(satu, alasan=alasan)
