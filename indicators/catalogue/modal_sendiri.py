"""Modal sendiri menurut UU 25/1992, yang ditanyakan langkah menuju koperasi."""

from indicators.indicator import Indicator
from indicators.parts import amount
from reference.kosakata import MODAL_SENDIRI

INDICATOR = Indicator(
    id="modal_sendiri",
    label="Modal sendiri",
    unit="Rp",
    kelompok_indikator="modal",
    level="kelompok",
    better="high",
    source="UU 25/1992 Pasal 41",
    formula="simpanan pokok + simpanan wajib + dana cadangan + hibah",
    help="Modal menurut undang-undang koperasi, tanpa iuran swadaya dan utang.",
    parts=amount(MODAL_SENDIRI),
    variables=MODAL_SENDIRI,
)
