"""Bagian modal yang berasal dari iuran swadaya."""

from indicators.indicator import Indicator
from indicators.parts import ratio
from reference.kosakata import MODAL_LUAR, MODAL_UP2K

INDICATOR = Indicator(
    id="porsi_iuran_swadaya_pct",
    label="Porsi iuran swadaya dalam modal",
    unit="%",
    kelompok_indikator="modal",
    level="kelompok",
    better=None,
    source="Definisi UP2K PKK: sumber modal",
    formula="iuran swadaya ÷ modal keseluruhan × 100",
    help="Bagian modal keseluruhan yang berasal dari iuran swadaya.",
    parts=ratio(("iuran_swadaya",), (*MODAL_UP2K, *MODAL_LUAR)),
    variables=(*MODAL_UP2K, *MODAL_LUAR),
    scale=100,
    bagian=True,
)
