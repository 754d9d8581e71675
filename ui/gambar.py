"""A figure on the page with its sentence, its alt text and the table behind it."""

import streamlit as st

from charts.theme import CONFIG, Chart
from ui import cached, downloads, selection
from ui.downloads import Keterangan, Kolom


def keterangan(
    pilihan: selection.Selection,
    n_lapor: int | None = None,
    n_kelompok: int | None = None,
) -> Keterangan:
    """Where a table of this page comes from: period, place, reporting rate, stamp."""
    diterima = cached.snapshot().kiriman["diterima_pada"]
    return Keterangan(
        periode=pilihan.periode.label,
        saringan=pilihan.nama,
        n_lapor=n_lapor,
        n_kelompok=n_kelompok,
        data_per=diterima.max().to_pydatetime() if len(diterima) else None,
        contoh=cached.contoh(),
    )


def draw(
    chart: Chart,
    *,
    nama: str,
    judul: str,
    kolom: dict[str, Kolom],
    keterangan: Keterangan,
) -> None:
    """Draw a chart and, folded below it, the table it was drawn from."""
    st.plotly_chart(
        chart.figure, theme=None, config=CONFIG, alt=chart.alt, key=f"gambar_{nama}"
    )
    behind(chart, nama=nama, judul=judul, kolom=kolom, keterangan=keterangan)


def behind(
    chart: Chart,
    *,
    nama: str,
    judul: str,
    kolom: dict[str, Kolom],
    keterangan: Keterangan,
) -> None:
    """The table behind a chart, sent to the browser only when it is opened."""
    lipatan = st.expander(
        "Lihat tabelnya", icon=":material/table:", key=f"buka_{nama}", on_change="rerun"
    )
    if lipatan.open:
        with lipatan:
            downloads.table(
                chart.table,
                judul=judul,
                nama=nama,
                kolom=kolom,
                keterangan=keterangan,
            )
