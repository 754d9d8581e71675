"""Large numbers with their change and who stands behind them."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from indicators import INDICATORS
from indicators.data import level_of
from indicators.indicator import Indicator
from reference.tulisan import angka, bernilai, is_missing
from ui import cached, kalimat, selection

_ARAH = {"high": "normal", "low": "inverse", None: "off"}


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

    The change is that of the groups that reported in both periods.

    Where the change itself is the indicator's business (growth), none is shown beside.
    """
    baris = cached.change(
        indikator.id, pilihan.periode, pilihan.pembanding, level_of(kode)
    ).loc[kode]
    selisih, banding = _delta(indikator, baris, pilihan)
    with st.container(border=True, height="stretch"):
        st.metric(
            indikator.label,
            bernilai(baris["value"], indikator.unit),
            delta=selisih,
            delta_color=_ARAH[indikator.better],
            delta_description=banding,
            help=f"{indikator.help} Rumus: {indikator.formula}.",
        )
        st.caption(kalimat.reporting(baris, indikator.satuan_lapor))


def _delta(
    indikator: Indicator, baris: Mapping[str, Any], pilihan: selection.Selection
) -> tuple[str | int | None, str | None]:
    if "pertumbuhan" in indikator.id:
        return None, None
    if is_missing(baris["selisih_sama"]):
        return None, "belum dapat dibandingkan"
    n = f"{angka(baris['n_sama'])} {indikator.satuan_lapor} yang sama"
    sejak = f"sejak {pilihan.pembanding.label_pendek}, {n}"
    if round(baris["selisih_sama"], 1) == 0:
        return 0, sejak
    return signed(baris["selisih_sama"], indikator.unit), sejak


def signed(selisih: float, satuan: str) -> str:
    """A difference with its sign; percentages differ by points.

    >>> signed(-1500, "Rp"), signed(2.25, "%"), signed(3, "orang")
    ('-Rp 1.500', '+2,3 poin', '+3 orang')
    """
    teks = f"{angka(selisih, 1)} poin" if satuan == "%" else bernilai(selisih, satuan)
    return teks if selisih < 0 else f"+{teks}"
