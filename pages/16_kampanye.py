"""Kampanye: berapa yang terhitung, cukupkah lajunya, dan siapa yang ikut.

It writes the form as a workbook and takes in what was typed, so it may import the
loaders; nothing is stored before the sender confirms.
"""

from collections.abc import Callable
from functools import partial

import streamlit as st

from checks.temuan import JENIS
from loaders.ahead import Readers
from loaders.daftar.isi import choices, known
from loaders.daftar.write import Isi, form_bytes
from loaders.ingest import ingest
from loaders.progress import time_left
from loaders.receipt import as_text
from loaders.screen import placed
from reference.daftar import forms
from ui import (
    batch,
    cached,
    isian,
    isian_hitungan,
    kampanye,
    kampanye_peserta,
    selection,
    submissions,
)

ICON = ":material/campaign:"
BAGIAN = "Kegiatan"
FORM = forms()[kampanye.FORM]


def blank() -> Callable[[], bytes]:
    """What writes the form once clicked: with the head and targets of the campaign
    shown, quite blank for samples.
    """
    if cached.contoh() or not kampanye.any_known():
        return partial(form_bytes, FORM)
    isi = cached.snapshot(kini=True)
    tahu = known(isi, FORM, kampanye.code())
    sasaran = {"kampanye_sasaran": tahu.tabel["kampanye_sasaran"]}
    return partial(form_bytes, FORM, Isi(tahu.kepala, sasaran), choices(isi, FORM))


def workbook(satu: isian_hitungan.Hitungan) -> bytes:
    """What was typed, as the workbook that an upload would bring."""
    kepala = known(cached.snapshot(kini=True), FORM, kampanye.code()).kepala
    baris = [
        {"tanggal": satu.tanggal, "peserta": satu.peserta, "saluran": s, "jumlah": n}
        for s, n in satu.jumlah.items()
    ]
    return form_bytes(FORM, Isi(kepala, {"kampanye_harian": baris}))


st.title("Kampanye")
st.caption(
    "Dukungan warga dalam sebuah kampanye kota, dihitung tiap hari oleh perangkat "
    "daerah dan kelurahan. Angkanya diketik atau dikirim, tidak diambil dari situs "
    "lain."
)
if kampanye.any_known():
    selection.sections(
        {
            "Laju": kampanye.pace_of,
            "Siapa yang ikut": kampanye_peserta.who,
            "Arsip": kampanye.archive,
        },
        key="bagian_kampanye",
    )
else:
    kampanye.how_to_start()
    kampanye.archive()
isian.blank("Kirim hitungan", "Unduh formulir kampanye", blank(), kampanye.FORM)
batch.stored(as_text)
PINTU = isian.Pintu(ingest, Readers, placed, time_left, JENIS)
if berkas := kampanye.typed(workbook):
    isian.send(berkas, PINTU, isian_hitungan.clear)
submissions.registers(cached.snapshot(), JENIS, layout=kampanye.FORM)
