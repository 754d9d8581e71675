"""What is looked at before and after an action: a few numbers of each group."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from indicators import INDICATORS
from indicators.compute import compute
from indicators.data import Data
from reference.kosakata import HIBAH, MODAL_UP2K
from reference.periode import Periode

TANPA_HIBAH = tuple(n for n in MODAL_UP2K if n not in HIBAH)


@dataclass(frozen=True, slots=True)
class Ukuran:
    """One number of a group: its name, its unit, and how it is read in a period."""

    kode: str
    label: str
    satuan: str
    baca: Callable[[Data, Periode], pd.Series]


def _indicator(id_: str, label: str = "") -> Ukuran:
    i = INDICATORS[id_]

    def read(data: Data, periode: Periode) -> pd.Series:
        nilai: pd.Series = compute(i, data, periode, "kelompok")["value"]
        return nilai

    return Ukuran(id_, label or i.label, i.unit, read)


def _without_grants(data: Data, periode: Periode) -> pd.Series:
    cut = data.at(periode)
    return pd.Series(cut.total(TANPA_HIBAH), index=cut.index)


UKURAN: dict[str, Ukuran] = {
    u.kode: u
    for u in (
        Ukuran("modal_tanpa_hibah", "Modal tanpa hibah", "Rp", _without_grants),
        _indicator("modal_per_anggota"),
        _indicator("kehadiran_pct", "Kehadiran rapat"),
        _indicator("nilai_buku_pct"),
        _indicator("langkah_selesai", "Langkah koperasi yang selesai"),
    )
}
"""The numbers that can be looked at before and after an action, by kode."""


def value(data: Data, ukuran: str, periode: Periode) -> pd.Series:
    """One number of every group in a period, by kode_kelompok; NaN = not reported."""
    kunci = ("ukuran tindakan", ukuran, periode)
    return data.kept(kunci, lambda: UKURAN[ukuran].baca(data, periode))
