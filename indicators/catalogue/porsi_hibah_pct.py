"""Bagian modal yang berasal dari hibah."""

from indicators.indicator import Indicator
from indicators.parts import ratio
from reference.kosakata import HIBAH, MODAL_LUAR, MODAL_UP2K

INDICATOR = Indicator(
    id="porsi_hibah_pct",
    label="Porsi hibah dalam modal",
    unit="%",
    kelompok_indikator="modal",
    level="kelompok",
    better=None,
    source="Definisi UP2K PKK: sumber modal",
    formula="hibah ÷ modal keseluruhan × 100",
    help="Bagian modal keseluruhan yang berasal dari hibah.",
    parts=ratio(HIBAH, (*MODAL_UP2K, *MODAL_LUAR)),
    variables=(*MODAL_UP2K, *MODAL_LUAR),
    scale=100,
    bagian=True,
)
