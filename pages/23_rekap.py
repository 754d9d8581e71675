"""Rekap 4.22: rekap resmi di samping laporan kelompok, dan kelompok di balik bedanya.

Beside the upload page the only one that imports the loaders: they write the form.
"""

import io
from dataclasses import replace

import streamlit as st

from checks.temuan import JENIS
from indicators.places import in_place, places
from indicators.rekap import meeting_point, without_recap
from loaders.rekap.dari_kelompok import from_groups
from loaders.rekap.write import file_name, write_recap
from ui import cached, messages, rekap, selection, submissions, visible

ICON = ":material/table_chart:"
BAGIAN = "Laporan"

st.title("Rekap 4.22")
pilihan = selection.current()
data = cached.data()
if data.posisi.empty and data.rekap.empty:
    messages.no_data()
    st.stop()
titik = cached.of(meeting_point, pilihan.periode)
tempat = [k for k in places("kelurahan") if k.startswith(pilihan.wilayah)]
# the bytes are made on a click, when no run of the page can be asked
SNAPSHOT = cached.snapshot()
KETERANGAN = rekap.stamp(pilihan, titik)


def lampiran() -> bytes:
    """The recap of the place chosen as the groups add up to it."""
    isi = from_groups(SNAPSHOT, pilihan.wilayah, titik.rekap)
    isi = replace(isi, catatan=(*isi.catatan, KETERANGAN.kalimat))
    keluar = io.BytesIO()
    write_recap(keluar, pilihan.wilayah, titik.rekap, isi, contoh=KETERANGAN.contoh)
    return keluar.getvalue()


rekap.introduce(titik, pilihan)
semua = visible.recap(titik)
semua = semua[in_place(semua["kode_wilayah"], pilihan.wilayah)]
belum = [k for k in cached.of(without_recap, titik) if k in tempat]
if data.rekap.empty:
    rekap.how_to_start()
else:
    st.markdown(rekap.sentence(semua, belum, len(tempat)))
    rekap.table(semua, titik, KETERANGAN)
    if tersembunyi := [k for k in visible.hidden_from_recap(titik) if k in tempat]:
        st.caption(
            f"{len(tersembunyi)} kelurahan tidak ditampilkan karena kelompoknya "
            "terlalu kecil."
        )
rekap.write(pilihan, titik, lampiran, file_name(pilihan.wilayah, titik.rekap))
submissions.recaps(cached.snapshot(), pilihan.wilayah, titik.rekap.end, JENIS)
