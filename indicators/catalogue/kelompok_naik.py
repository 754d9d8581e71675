"""Kelompok aktif yang naik tingkat dibanding periode lalu."""

from indicators.indicator import Indicator
from indicators.movement import moved
from indicators.parts import with_previous

INDICATOR = Indicator(
    id="kelompok_naik",
    label="Kelompok naik tingkat",
    unit="kelompok",
    kelompok_indikator="koperasi",
    level="kelompok",
    better="high",
    source="Pernyataan TP PKK Kota Probolinggo, Desember 2023 (keadaan kelompok)",
    formula=(
        "banyaknya kelompok aktif yang naik tingkat dibanding periode lalu; "
        "kelompok yang tidak lapor pada salah satu periode tidak dihitung"
    ),
    help="Kelompok aktif yang naik tingkat sejak periode lalu.",
    parts=moved("naik"),
    variables=("tingkat", "status"),
    reads=with_previous,
)
