"""Bagian modal yang berasal dari dana cadangan."""

from indicators.indicator import Indicator
from indicators.parts import ratio
from reference.kosakata import MODAL_LUAR, MODAL_UP2K

INDICATOR = Indicator(
    id="porsi_cadangan_pct",
    label="Porsi cadangan dalam modal",
    unit="%",
    kelompok_indikator="modal",
    level="kelompok",
    better=None,
    source="Definisi UP2K PKK: sumber modal",
    formula="dana cadangan ÷ modal keseluruhan × 100",
    help="Bagian modal keseluruhan yang berasal dari dana cadangan.",
    parts=ratio(("cadangan",), (*MODAL_UP2K, *MODAL_LUAR)),
    variables=(*MODAL_UP2K, *MODAL_LUAR),
    scale=100,
    bagian=True,
)
