"""Semua modal yang dipakai kelompok, milik sendiri dan pinjaman."""

from indicators.indicator import Indicator
from indicators.parts import amount
from reference.kosakata import MODAL_LUAR, MODAL_UP2K

INDICATOR = Indicator(
    id="modal_total",
    label="Modal keseluruhan",
    unit="Rp",
    kelompok_indikator="modal",
    level="kelompok",
    better="high",
    source="UU 25/1992 Pasal 41 (modal sendiri dan modal pinjaman); Definisi UP2K PKK",
    formula="modal UP2K + pinjaman dari bank + pinjaman dana bergulir + pinjaman lain",
    help="Modal milik kelompok ditambah sisa utang kelompok.",
    parts=amount((*MODAL_UP2K, *MODAL_LUAR)),
    variables=(*MODAL_UP2K, *MODAL_LUAR),
)
