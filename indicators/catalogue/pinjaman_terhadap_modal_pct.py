"""Pinjaman beredar dibanding modal sendiri."""

from indicators.indicator import Indicator
from indicators.parts import ratio
from reference.kosakata import MODAL_SENDIRI

INDICATOR = Indicator(
    id="pinjaman_terhadap_modal_pct",
    label="Pinjaman beredar terhadap modal sendiri",
    unit="%",
    kelompok_indikator="pinjaman",
    level="kelompok",
    better=None,
    source="UU 25/1992 Pasal 41 (modal sendiri); perbandingannya usulan",
    formula="pinjaman beredar ÷ modal sendiri × 100",
    help=(
        "Seberapa banyak modal sendiri yang sedang dipinjamkan; lebih dari 100 % "
        "berarti memakai dana lain."
    ),
    parts=ratio(("pinjaman_beredar",), MODAL_SENDIRI),
    variables=(*MODAL_SENDIRI, "pinjaman_beredar"),
    scale=100,
)
