"""Tindakan: apa yang direncanakan, terlambat, dan selesai dikerjakan untuk kelompok.

It writes the register as a workbook, so it may import the loaders.
"""

import streamlit as st

from checks.temuan import JENIS
from loaders.tindakan.isian import choices, known_rows
from loaders.tindakan.write import file_name, register_bytes
from reference.tulisan import hari_ini
from ui import cached, messages, selection, submissions, tindakan

ICON = ":material/assignment_turned_in:"
BAGIAN = "Pembinaan"

st.title("Tindakan")
pilihan = selection.current()
data = cached.data()
if data.posisi.empty and data.tindakan.empty:
    messages.no_data()
    st.stop()
hari = cached.hari()
st.caption(f"{pilihan.nama} · tindakan pembinaan menurut daftar yang dikirim")


# what the file is made of is asked for now: on the click there is no session to ask
KINI, CONTOH = cached.snapshot(kini=True), cached.contoh()


def workbook() -> bytes:
    """The register of the place chosen, with what counts now."""
    awal = pilihan.wilayah
    return register_bytes(
        known_rows(KINI, awal, data.acuan),
        choices(KINI, hari_ini(), awal, data.acuan),
        hari=hari_ini(), contoh=CONTOH,
    )  # fmt: skip


if data.tindakan.empty:
    tindakan.how_to_start()
else:
    selection.sections(
        {
            "Daftar": lambda: tindakan.listing(pilihan, hari),
            "Biaya": lambda: tindakan.costs(pilihan, hari),
            "Sebelum dan sesudah": lambda: tindakan.effects(pilihan, hari),
        },
        key="bagian_tindakan",
    )
tindakan.handle(workbook, file_name(hari_ini()))
submissions.registers(cached.snapshot(), JENIS)
