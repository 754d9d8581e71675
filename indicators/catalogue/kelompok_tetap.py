"""Kelompok aktif yang tetap tingkatnya dibanding periode lalu."""

from indicators.indicator import Indicator
from indicators.movement import moved
from indicators.parts import with_previous

INDICATOR = Indicator(
    id="kelompok_tetap",
    label="Kelompok tetap tingkatnya",
    unit="kelompok",
    kelompok_indikator="koperasi",
    level="kelompok",
    better=None,
    source="Pernyataan TP PKK Kota Probolinggo, Desember 2023 (keadaan kelompok)",
    formula=(
        "banyaknya kelompok aktif yang tetap tingkatnya dibanding periode lalu; "
        "kelompok yang tidak lapor pada salah satu periode tidak dihitung"
    ),
    help="Kelompok aktif yang tetap tingkatnya sejak periode lalu.",
    parts=moved("tetap"),
    variables=("tingkat", "status"),
    reads=with_previous,
)
