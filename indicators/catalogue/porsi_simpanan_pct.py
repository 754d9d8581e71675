"""Bagian modal yang berasal dari simpanan anggota."""

from indicators.indicator import Indicator
from indicators.parts import ratio
from reference.kosakata import MODAL_LUAR, MODAL_UP2K

INDICATOR = Indicator(
    id="porsi_simpanan_pct",
    label="Porsi simpanan dalam modal",
    unit="%",
    kelompok_indikator="modal",
    level="kelompok",
    better=None,
    source="Definisi UP2K PKK: sumber modal",
    formula="simpanan pokok dan wajib ÷ modal keseluruhan × 100",
    help="Bagian modal keseluruhan yang berasal dari simpanan pokok dan wajib.",
    parts=ratio(("simpanan_pokok", "simpanan_wajib"), (*MODAL_UP2K, *MODAL_LUAR)),
    variables=(*MODAL_UP2K, *MODAL_LUAR),
    scale=100,
    bagian=True,
)
