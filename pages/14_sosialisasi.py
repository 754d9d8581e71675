"""Sosialisasi & Pelatihan: acara apa, siapa yang datang, siapa yang belum terjangkau.

It writes the form as a workbook and takes in what was typed, so it may import the
loaders; nothing is stored before the sender confirms.
"""

from functools import partial

import streamlit as st

from checks.temuan import JENIS
from loaders.ahead import Readers
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
    isian_acara,
    jangkauan,
    selection,
    sesudah_acara,
    sosialisasi,
    submissions,
)

ICON = ":material/groups:"
BAGIAN = "Kegiatan"
FORM = forms()[sosialisasi.FORM]


def workbook(acara: isian_acara.Acara) -> bytes:
    """What was typed, as the workbook that an upload would bring."""
    return form_bytes(FORM, Isi(acara.kepala, {"kehadiran": acara.kehadiran}))


st.title("Sosialisasi & Pelatihan")
st.caption(
    f"{selection.current().nama} · menurut acara yang dilaporkan penyelenggaranya. "
    "Peserta hanya dicatat banyaknya, tanpa nama."
)
if cached.data().acara.empty:
    sosialisasi.how_to_start()
    sosialisasi.past()
else:
    jenis = selection.pick(
        "Jenis acara", list(sosialisasi.kinds()), key="jenis_acara",
        labels=sosialisasi.kinds().__getitem__, placeholder="Semua jenis",
    ) or ""  # fmt: skip
    selection.sections(
        {
            "Acara": lambda: sosialisasi.held(jenis),
            "Jangkauan": lambda: jangkauan.coverage(jenis),
            "Sebelum dan sesudah": lambda: sesudah_acara.effects(jenis),
        },
        key="bagian_sosialisasi",
    )
isian.blank(
    "Laporkan sebuah acara", "Unduh formulir acara", partial(form_bytes, FORM),
    sosialisasi.FORM,
)  # fmt: skip
batch.stored(as_text)
PINTU = isian.Pintu(ingest, Readers, placed, time_left, JENIS)
if berkas := isian_acara.typed(workbook):
    isian.send(berkas, PINTU, isian_acara.clear)
submissions.registers(cached.snapshot(), JENIS, layout=sosialisasi.FORM)
