"""Kirim Laporan: ambil formulir, periksa isinya, lalu simpan laporan kelurahan.

The only page that imports the loaders: nothing is stored before the sender confirms.
"""

from functools import partial

import streamlit as st

from checks.temuan import JENIS
from loaders.ahead import Readers
from loaders.bantuan import Bantuan
from loaders.ingest import ingest
from loaders.mapping.confirm import confirmed
from loaders.mapping.records import Pemetaan, Usulan
from loaders.progress import time_left
from loaders.receipt import as_text
from loaders.screen import marked, placed, prefilled
from loaders.template.cli import file_name
from reference.periode import Periode
from reference.tulisan import hari_ini, tanggal
from reference.wilayah import kelurahan, nama_wilayah
from ui import batch, cached, mapping, mend, peran, receipt, review, selection, upload
from ui.agree import confirm
from ui.downloads import XLSX

ICON = ":material/upload_file:"
BAGIAN = "Laporan"
TOKO = cached.real_store()
PEMBACA = cached.resource(Readers)
DICOCOKKAN = "Sudah dicocokkan pengirim"


def told(b: upload.Berkas) -> Bantuan:
    """What the sender told about a file on screen."""
    return Bantuan(
        perbaikan=mend.of(b.kunci), susunan=mapping.of(b.kunci),
        tanya_lagi=mapping.asked_again(b.kunci),
    )  # fmt: skip


def sure(usulan: Usulan, jawab: mapping.Answer) -> Pemetaan:
    """What a sheet of the sender's own is read with, as it was confirmed on screen."""
    return confirmed(
        usulan, jawab.pilihan, kode_wilayah=jawab.kode_wilayah, periode=jawab.periode,
        ingat=jawab.ingat, oleh=jawab.oleh,
    )  # fmt: skip


def check(titipan: upload.Titipan) -> upload.Checked:
    """What a file would become, with what was told about it."""
    b, bantuan = titipan
    return upload.Checked(b, terima(b.nama, b.isi, bantuan=bantuan, simpan=False))


def keep(satu: upload.Checked, tumpukan: str) -> upload.Receipt:
    """Store one file with all that was said about it."""
    b, tanda = satu.berkas, satu.tanda
    dijawab = dict.fromkeys(receipt.questions(tanda.temuan), DICOCOKKAN) | satu.alasan
    return terima(
        b.nama, b.isi, bantuan=told(b), alasan=placed(tanda.temuan, dijawab),
        ulang=tanda.perlu_jawaban, tumpukan=tumpukan,
    )  # fmt: skip


st.title("Kirim Laporan")
if not peran.boleh_mengirim():
    st.info("Halaman ini untuk petugas dan koordinator.", icon=":material/lock:")
    st.stop()
baru_saja = batch.stored(as_text)

st.subheader("1. Ambil formulir")
terakhir = Periode.last_ended(hari_ini())
with st.container(horizontal=True, vertical_alignment="bottom"):
    kode = st.selectbox(
        "Kelurahan pelapor", list(kelurahan()), format_func=nama_wilayah, index=None,
        placeholder="Ketik nama kelurahan", key="pelapor",
    ) or selection.current().kelurahan  # fmt: skip
    periode = st.selectbox(
        "Periode laporan", [terakhir.shift(i) for i in (1, 0, -1, -2, -3)], index=1,
        format_func=lambda p: p.label, key="periode_laporan",
    )  # fmt: skip
    st.download_button(
        f"Unduh formulir {nama_wilayah(kode)}" if kode else "Unduh formulir",
        partial(prefilled, TOKO, kode, periode) if kode else b"",
        file_name(kode, periode) if kode else None, XLSX, key="formulir",
        disabled=kode is None, on_click="ignore", type="primary",
        icon=":material/download:",
    )  # fmt: skip
st.caption(f"Batas lapor {periode.label}: {tanggal(periode.deadline)} (usulan).")

st.subheader("2. Kirim laporan")
berkas = upload.chosen()
if berkas:
    st.subheader("3. Periksa, lalu simpan")
    terima = partial(
        ingest, TOKO, oleh=peran.peran(), mengatur=peran.boleh_mengatur(),
        reader=PEMBACA,
    )  # fmt: skip
    hasil = upload.check_all(berkas, check, PEMBACA.in_order, told, time_left)
    hasil = review.review_all(hasil, JENIS, marked, sure)
    siap = [h for h in hasil if h.dapat_disimpan]
    if confirm(hasil, siap):
        lain = [h.tanda for h in hasil if not h.dapat_disimpan]
        batch.store_all(siap, lain, keep, time_left)
        upload.clear()
        st.rerun()
batch.recent(kecuali=baru_saja)
