"""Large numbers with their change and who stands behind them."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from indicators import INDICATORS
from indicators.data import level_of
from indicators.indicator import Indicator
from reference.tulisan import angka, bernilai, is_missing
from reports.kata import signed
from ui import asal, kalimat, selection, visible

TETAP = "tetap"
RENTANG = (
    " Rentangnya menunjukkan angka ini seandainya yang belum lapor ternyata melapor "
    "antara nol dan laporan terakhirnya; pada perbandingan, yang dibagi dan pembaginya "
    "masing-masing."
)
_ARAH: dict[str | None, Literal["normal", "inverse", "off"]] = {
    "high": "normal",
    "low": "inverse",
    None: "off",
}


def row(
    ids: Sequence[str],
    pilihan: selection.Selection,
    *,
    per_baris: int = 3,
    kode: str | None = None,
) -> None:
    """Cards of several indicators for the place chosen (or `kode`), side by side."""
    for awal in range(0, len(ids), per_baris):
        for kotak, id in zip(st.columns(per_baris), ids[awal:], strict=False):
            with kotak:
                card(INDICATORS[id], pilihan, kode or pilihan.wilayah)


def card(indikator: Indicator, pilihan: selection.Selection, kode: str) -> None:
    """One indicator of a place or group: value, change, reporting rate.

    The change is that of the groups that reported in both periods. Where change is the
    indicator's own business (growth), none is shown beside.
    """
    baris: kalimat.Baris = visible.change(
        indikator.id, pilihan.periode, pilihan.pembanding, level_of(kode)
    ).loc[kode]
    selisih, banding = _delta(indikator, baris, pilihan)
    lapor = kalimat.reporting(baris, indikator.satuan_lapor)
    ragu = _doubt(indikator, pilihan, kode)
    with st.container(border=True, height="stretch"):
        st.metric(
            indikator.label,
            bernilai(baris["value"], indikator.unit),
            delta=selisih,
            delta_color="off" if selisih == TETAP else _ARAH[indikator.better],
            delta_arrow="off" if selisih == TETAP else "auto",
            help=_help(indikator, ragu),
        )
        if level_of(kode) == "kelompok":
            st.caption(f"Perubahan sejak {pilihan.pembanding.label}.")
        else:
            st.caption(f"{lapor.capitalize()}. {banding}")
        if ragu:
            st.caption(ragu)
        asal.button(indikator.id, kode, pilihan.periode, key=f"asal_{indikator.id}")


def growth(
    label: str, pct: Indicator, rp: Indicator, pilihan: selection.Selection
) -> None:
    """Growth as a share and in rupiah, and over which groups."""

    def read(i: Indicator) -> kalimat.Baris:
        return visible.values(i.id, pilihan.periode, pilihan.tingkat).loc[
            pilihan.wilayah
        ]

    persentase, rupiah = read(pct), read(rp)
    tambah, ragu = rupiah["value"], _doubt(pct, pilihan, pilihan.wilayah)
    with st.container(border=True, height="stretch"):
        st.metric(
            label,
            bernilai(persentase["value"], pct.unit),
            delta=None if is_missing(tambah) else signed(tambah, rp.unit),
            delta_color=_ARAH[pct.better],
            help=_help(pct, ragu),
        )
        st.caption(f"{kalimat.reporting(persentase).capitalize()}.")
        if ragu:
            st.caption(ragu)
        asal.button(pct.id, pilihan.wilayah, pilihan.periode, key=f"asal_{pct.id}")


def _doubt(indikator: Indicator, pilihan: selection.Selection, kode: str) -> str:
    """The line that says what a figure could be; none for a single group."""
    tingkat = level_of(kode)
    if tingkat == "kelompok":
        return ""
    baris = visible.spread(indikator.id, pilihan.periode, tingkat).loc[kode]
    ragu = kalimat.doubt(baris, indikator, singkat=True)
    return f"{ragu[0].upper()}{ragu[1:]}." if ragu else ""


def _help(indikator: Indicator, ragu: str) -> str:
    return f"{indikator.help} Rumus: {indikator.formula}.{RENTANG if ragu else ''}"


def _delta(
    indikator: Indicator, baris: kalimat.Baris, pilihan: selection.Selection
) -> tuple[str | None, str]:
    if "pertumbuhan" in indikator.id:
        return None, ""
    sejak = f"Perubahan sejak {pilihan.pembanding.label_pendek}"
    if not indikator.needs_report:
        selisih, sejak = baris["selisih"], f"{sejak}."
    else:
        selisih = baris["selisih_sama"]
        n = f"{angka(baris['n_sama'])} {indikator.satuan_lapor}"
        sejak = f"{sejak} pada {n} yang sama."
    if is_missing(selisih):
        return None, "Perubahannya belum dapat dibandingkan."
    if round(selisih, 1) == 0:
        return TETAP, sejak
    return signed(selisih, indikator.unit), sejak
