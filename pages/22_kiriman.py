"""Kiriman: siapa yang sudah melapor, apa temuannya, dan siapa yang perlu diingatkan."""

import streamlit as st

from checks.temuan import JENIS
from indicators.punctuality import punctuality
from reference.acuan import KODE as ACUAN
from reference.daftar import forms
from reference.pengaturan import pengaturan
from reference.periode import Periode
from ui import (
    awaited,
    cached,
    deciding,
    gambar,
    isyarat,
    matrix,
    messages,
    peran,
    selection,
    submissions,
)

ICON = ":material/inbox:"
BAGIAN = "Laporan"
PERIODE_PALING_BANYAK = 12

st.title("Kiriman")
pilihan = selection.current()
isi = cached.snapshot()
if isi.kiriman.empty:
    messages.no_data()
    st.stop()

jatuh_tempo = Periode.last_ended(cached.hari())
periode = sorted({*cached.periode(), jatuh_tempo}, reverse=True)[:PERIODE_PALING_BANYAK]
keadaan = cached.of(punctuality, tuple(periode), cached.hari())

kini = keadaan[keadaan["periode"] == str(pilihan.periode)]
st.markdown(f"**{pilihan.periode.label}:** {submissions.summary(kini)}")
st.caption(
    "Ketuk satu kotak untuk melihat temuan dan berkasnya. Batas lapor "
    f"{pengaturan().batas_hari} hari sesudah akhir periode (usulan)."
)
diklik = matrix.show(keadaan, periode, gambar.keterangan(pilihan))
if diklik:
    submissions.detail(isi, *diklik, JENIS)
elif pilihan.kelurahan:
    submissions.detail(isi, pilihan.kelurahan, pilihan.periode, JENIS)
submissions.registers(isi, JENIS)
for layout in (ACUAN, *forms()):
    submissions.registers(isi, JENIS, layout=layout)
submissions.unplaced(isi, JENIS)
if peran.boleh_mengatur():
    isyarat.corner(isi, JENIS, pilihan.periode)

if peran.boleh_mengirim():
    st.subheader("Pengingat")
    kode = selection.pick(
        "Periode yang ditagih",
        [str(p) for p in periode],
        key="ditagih",
        labels=lambda k: Periode.parse(k).label,
    )
    tagih = Periode.parse(kode or str(jatuh_tempo))
    awaited.reminders(
        isi, keadaan[keadaan["periode"] == str(tagih)], tagih, cached.hari()
    )

if peran.boleh_mengatur():
    st.subheader("Pengaturan koordinator")
    deciding.coordinator(cached.snapshot(kini=True), periode)
