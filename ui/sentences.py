"""The sentences at the head of a page: what changed, how sure, what next."""

from collections.abc import Sequence

import streamlit as st

from indicators.places import level_of
from indicators.privacy import hidden_groups
from indicators.sentences import Kalimat, sentences
from planning.pathway.sentence import next_step
from ui import asal, cached, halaman, peran, selection, visible
from ui.teks import plain

IKON = {
    "pelaporan": ":material/inbox:",
    "modal": ":material/savings:",
    "anggota": ":material/groups:",
    "tunggakan": ":material/event_busy:",
    "tenang": ":material/horizontal_rule:",
    "tingkat": ":material/stairs:",
    "perhatian": ":material/arrow_circle_right:",
    "langkah": ":material/arrow_circle_right:",
}


def show(
    pilihan: selection.Selection,
    kode: str | None = None,
    tambahan: Sequence[Kalimat] = (),
) -> None:
    """The sentences about the place chosen (or `kode`), each with a way to its cells.

    `tambahan` are sentences of other rooms that belong to the set. Changes of a place
    that the reader may not see alone in either period are left out.
    """
    kode = kode or pilihan.wilayah
    ada = cached.of(
        sentences, pilihan.periode, pilihan.pembanding, cached.hari(), kode
    )  # fmt: skip
    tutup = kode in (
        *visible.hidden(pilihan.pembanding),
        *cached.of(hidden_groups, pilihan.pembanding, peran.peran()),
    )
    with st.container(border=True):
        for i, k in enumerate((*ada, *tambahan)):
            if not (tutup and any(d.pembanding for d in k.dasar)):
                _one(k, f"kalimat_{i}")


def on_profile(pilihan: selection.Selection, kode: str) -> None:
    """The sentences about one kelurahan or group, with a group's own next step."""
    langkah = None
    if level_of(kode) == "kelompok":
        langkah = cached.of(next_step, kode, pilihan.periode.end)
    show(pilihan, kode, [langkah] if langkah else ())


def _one(k: Kalimat, kunci: str) -> None:
    kiri, kanan = st.columns([6, 1], vertical_alignment="center", gap="small")
    yakin = f"  \n:small[:gray[{plain(k.yakin)}]]" if k.yakin else ""
    kiri.markdown(f"{IKON[k.jenis]} {plain(k.teks)}{yakin}")
    with kanan:
        _way(k, kunci)


def _way(k: Kalimat, kunci: str) -> None:
    """A button to the cells of the figure, or to the page that goes on from there."""
    d = k.dasar[0]
    if k.halaman:
        selection.button(halaman.semua()[k.halaman].judul, k.halaman, key=kunci)
    else:
        asal.button(d.indikator, d.kode, d.periode, key=kunci, label="Asalnya")
