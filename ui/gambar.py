"""A figure on the page with its sentence, its alt text and the table behind it."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from charts import trend
from charts.theme import CONFIG, Chart
from indicators.doubt import setting
from indicators.indicator import Indicator
from indicators.places import in_place
from reference.periode import Periode
from reports import kolom
from ui import cached, downloads, kalimat, selection, visible
from ui.downloads import Keterangan, Kolom


def keterangan(
    pilihan: selection.Selection,
    baris: kalimat.Baris = None,
    *,
    periode: str | None = None,
    saringan: str | None = None,
) -> Keterangan:
    """Where a table of this page comes from: period, place, reporting rate, stamp.

    `baris` is a row of `compute`, for its reporting rate; without one it is that of
    all groups of the place. `periode` and `saringan` replace what the pickers say, and
    with them the place and period that the rate would be of.
    """
    if baris is None and periode is None:
        seluruh = pilihan.tingkat if saringan is None else "kota"
        lapor = visible.values("tingkat_pelaporan_pct", pilihan.periode, seluruh)
        baris = lapor.loc[pilihan.wilayah] if saringan is None else lapor.iloc[0]
    return Keterangan(
        periode=periode or pilihan.periode.label,
        saringan=saringan or pilihan.nama,
        n_lapor=None if baris is None else int(baris["n_lapor"]),
        n_kelompok=None if baris is None else int(baris["n_kelompok"]),
        data_per=cached.diterima_terakhir(),
        contoh=cached.contoh(),
        pada=cached.hari(),
    )


def title(judul: str, pilihan: selection.Selection) -> None:
    """The head of a page: its title, and which place and periods it shows."""
    st.title(judul)
    st.caption(
        f"{pilihan.nama} · {pilihan.periode.label} · dibandingkan dengan "
        f"{pilihan.pembanding.label}"
    )


def headline(
    indikator: Indicator, baris: kalimat.Baris, pilihan: selection.Selection
) -> None:
    """The value of the place chosen, who reported it, and what it could be."""
    ragu = visible.spread(indikator.id, pilihan.periode, pilihan.tingkat)
    st.markdown(
        kalimat.headline(
            indikator, baris, pilihan.nama, pilihan.periode, ragu.loc[pilihan.wilayah]
        )
    )


def draw(
    chart: Chart,
    *,
    nama: str,
    judul: str,
    kolom: dict[str, Kolom],
    keterangan: Keterangan,
    buka_profil: bool = False,
) -> None:
    """Draw a chart and, folded below it, the table it was drawn from.

    `nama` is unique on its page. With `buka_profil` a click on a point that carries a
    kelurahan's code opens its profile.
    """
    kunci = f"gambar_{nama}"
    st.plotly_chart(
        chart.figure,
        theme=None,
        config=CONFIG,
        alt=chart.alt,
        key=kunci,
        on_select=partial(selection.open_clicked, kunci) if buka_profil else "ignore",
        selection_mode="points",
    )
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


def over_time(
    indikator: Indicator, pilihan: selection.Selection, periodes: Sequence[Periode]
) -> None:
    """An indicator of the place chosen over time; at will, of the places within it."""
    dalam = {"kota": "kecamatan", "kecamatan": "kelurahan"}.get(pilihan.tingkat)
    rinci = dalam is not None and st.toggle(
        f"Rinci per {dalam}", key="rinci", bind="query-params"
    )
    semua = visible.trend(indikator.id, periodes, pilihan.tingkat)
    deret = semua.loc[[pilihan.wilayah]]
    terhitung = deret.iloc[-1]
    headline(indikator, terhitung, pilihan)
    if dalam and rinci:
        semua = visible.series(indikator.id, periodes, dalam)
        deret = semua[in_place(semua.index, pilihan.wilayah)]
    draw(
        trend.draw(
            deret,
            label=indikator.label,
            satuan=indikator.unit,
            satuan_lapor=indikator.satuan_lapor,
            goal=indikator.goal,
            lapor_minimal=cached.of(setting, "lapor_tren", pilihan.periode),
            contoh=cached.contoh(),
        ),
        nama=f"tren_{indikator.id}",
        judul=f"{indikator.label} dari waktu ke waktu, {pilihan.nama}",
        kolom=kolom.values(indikator, "wilayah", "nama_periode") | kolom.same(deret),
        keterangan=keterangan(pilihan, terhitung),
    )
    trend_notes(indikator, deret, pilihan)


def trend_notes(
    indikator: Indicator, deret: pd.DataFrame, pilihan: selection.Selection
) -> None:
    """What a reader of a trend must know, below it."""
    batas = cached.of(setting, "lapor_tren", pilihan.periode)
    for catatan in trend.notes(
        deret, indikator.unit, indikator.satuan_lapor, indikator.goal, batas
    ):
        st.caption(catatan)
