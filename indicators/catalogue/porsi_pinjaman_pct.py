"""Bagian modal yang berasal dari utang kelompok."""

from indicators.indicator import Indicator
from indicators.parts import ratio
from reference.kosakata import MODAL_LUAR, MODAL_UP2K

INDICATOR = Indicator(
    id="porsi_pinjaman_pct",
    label="Porsi pinjaman dalam modal",
    unit="%",
    kelompok_indikator="modal",
    level="kelompok",
    better=None,
    source="Definisi UP2K PKK: sumber modal",
    formula="pinjaman ÷ modal keseluruhan × 100",
    help="Bagian modal keseluruhan yang berasal dari pinjaman.",
    parts=ratio(MODAL_LUAR, (*MODAL_UP2K, *MODAL_LUAR)),
    variables=(*MODAL_UP2K, *MODAL_LUAR),
    scale=100,
    bagian=True,
)
