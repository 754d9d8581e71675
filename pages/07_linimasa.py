"""Linimasa: perjalanan UP2K di kota ini, di bawah kurva modalnya."""

import streamlit as st

from charts import story as gambar_linimasa
from indicators import INDICATORS
from reports.story import JENIS, frame, story
from ui import cached, gambar, linimasa, messages, selection, visible

ICON = ":material/timeline:"
BAGIAN = "Keadaan kota"
SEMUA_PERIODE = 60

pilihan = selection.current()
gambar.title("Linimasa", pilihan)
saat = cached.of(story, cached.hari(), cached.contoh())
deret = visible.series(
    "modal_up2k",
    cached.periode_sampai(pilihan.periode, SEMUA_PERIODE),
    pilihan.tingkat,
).loc[[pilihan.wilayah]]


def road() -> None:
    """What happened when, under the capital curve."""
    golongan = selection.pick(
        "Jenis kegiatan",
        list(dict.fromkeys(s.golongan for s in saat)),
        key="golongan",
        labels=JENIS.__getitem__,
        placeholder="Semua jenis",
    )
    if not cached.periode():
        messages.no_data("Belum ada laporan modal")
    elif deret["value"].notna().any():
        gambar.headline(INDICATORS["modal_up2k"], deret.iloc[-1], pilihan)
    else:
        st.info(
            f"Belum ada laporan modal {pilihan.nama} yang dapat ditampilkan.",
            icon=":material/inbox:",
        )
    if cached.contoh():
        st.caption(
            "Kurva modal dan kegiatan bertanda (contoh) dibuat-buat; kegiatan yang "
            "lain sungguh terjadi, menurut sumbernya."
        )
    semua = frame(saat)
    tampak = semua if golongan is None else semua[semua["kode_golongan"] == golongan]
    gambar.draw(
        gambar_linimasa.draw(
            deret, tampak, JENIS, nama=pilihan.nama, contoh=cached.contoh()
        ),
        nama="linimasa",
        judul=f"Linimasa UP2K PKK, {pilihan.nama}",
        kolom=linimasa.KOLOM,
        keterangan=gambar.keterangan(pilihan, deret.iloc[-1]),
    )
    st.subheader("Apa yang terjadi?")
    linimasa.entries(saat, golongan)


selection.sections(
    {"Perjalanan": road, "Angka lama": linimasa.old_figures},
    key="bagian_linimasa",
)
