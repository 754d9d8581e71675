"""Kirim Laporan: ambil formulir, periksa isinya, lalu simpan laporan kelurahan.

The only page that imports the loaders: nothing is stored before the sender confirms.
"""

import io
from functools import partial

import streamlit as st

from checks.temuan import JENIS
from loaders.filing import place
from loaders.ingest import ingest
from loaders.reader import Reader
from loaders.receipt import as_text
from loaders.template.cli import file_name
from loaders.template.lama import known_groups
from loaders.template.write import write_template
from reference.periode import Periode
from reference.tulisan import hari_ini, tanggal
from reference.wilayah import kelurahan, nama_wilayah
from ui import cached, peran, selection, upload
from ui.downloads import XLSX

ICON = ":material/upload_file:"
BAGIAN = "Laporan"
TOKO = cached.real_store()
PEMBACA = cached.resource(Reader)


def form(kode: str, periode: Periode) -> bytes:
    """The form of a kelurahan, with what the store knows of its groups filled in."""
    keluar = io.BytesIO()
    lama = known_groups(TOKO, kode, periode)
    write_template(keluar, kode, periode, kelompok=lama)
    return keluar.getvalue()


def keep(satu: upload.Checked) -> upload.Receipt:
    """Store one file with the reasons that were written for its findings."""
    alasan = {
        (satu.tanda.temuan[i].jenis, place(satu.tanda.temuan[i])): teks
        for i, teks in satu.alasan.items()
    }
    return terima(satu.berkas.nama, satu.berkas.isi, alasan=alasan)


st.title("Kirim Laporan")
if not peran.boleh_mengirim():
    st.info("Halaman ini untuk petugas dan koordinator.", icon=":material/lock:")
    st.stop()
upload.stored(as_text)

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
        partial(form, kode, periode) if kode else b"",
        file_name(kode, periode) if kode else None, XLSX, key="formulir",
        disabled=kode is None, on_click="ignore", type="primary",
        icon=":material/download:",
    )  # fmt: skip
st.caption(f"Batas lapor {periode.label}: {tanggal(periode.deadline)} (usulan).")

st.subheader("2. Kirim formulir yang sudah diisi")
berkas = upload.chosen()
if berkas:
    st.subheader("3. Periksa, lalu simpan")
    terima = partial(ingest, TOKO, oleh=peran.peran(), reader=PEMBACA)
    semua = [upload.review(b, partial(terima, simpan=False), JENIS) for b in berkas]
    hasil = [h for h in semua if h]
    siap = [h for h in hasil if h.dapat_disimpan]
    if upload.confirm(hasil, siap):
        upload.store_all(siap, keep)
