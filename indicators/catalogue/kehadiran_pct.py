"""Anggota yang hadir dalam rapat dibanding anggota seluruhnya."""

import pandas as pd

from indicators.data import Data
from indicators.indicator import Indicator
from indicators.parts import frame
from indicators.terms import Layer, Parts, summed
from reference.periode import Periode


def parts(data: Data, periode: Periode) -> pd.DataFrame:
    """Seats taken over seats there could be, in all meetings held."""
    cut = data.at(periode)
    rapat = cut.total(("rapat_terlaksana",))
    hadir, anggota = cut.total(("hadir_rata_rata",)), cut.total(("anggota_akhir",))
    return frame(cut.index, hadir * rapat, anggota * rapat)


def layers(data: Data, periode: Periode) -> list[Layer]:
    """Those at a meeting, and the members, each as often as there were meetings."""
    cut = data.at(periode)
    rapat = cut.total(("rapat_terlaksana",))
    return [
        *summed(data, periode, ("hadir_rata_rata",), bobot=rapat),
        *summed(data, periode, ("anggota_akhir",), "penyebut", bobot=rapat),
        Layer("dasar", cut.index, rapat, periode, "rapat_terlaksana", 0.0),
    ]


INDICATOR = Indicator(
    id="kehadiran_pct",
    label="Kehadiran rapat",
    unit="%",
    kelompok_indikator="keanggotaan",
    level="kelompok",
    better="high",
    source="DreamSave, kehadiran anggota; ditimbang menurut banyaknya rapat",
    formula=(
        "jumlah (hadir rata-rata × rapat terlaksana) ÷ "
        "jumlah (anggota akhir × rapat terlaksana) × 100"
    ),
    help="Bagian anggota yang hadir dalam rapat kelompok selama periode ini.",
    parts=Parts("tertimbang", parts, layers),
    variables=("hadir_rata_rata", "rapat_terlaksana", "anggota_akhir"),
    scale=100,
    bagian=True,
)
