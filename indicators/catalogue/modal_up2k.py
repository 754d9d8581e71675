"""Modal milik kelompok menurut pengertian UP2K: modal sendiri dan iuran swadaya."""

from indicators.indicator import Indicator
from indicators.parts import amount
from reference.kosakata import MODAL_UP2K

INDICATOR = Indicator(
    id="modal_up2k",
    label="Modal UP2K",
    unit="Rp",
    kelompok_indikator="modal",
    level="kelompok",
    better="high",
    source=(
        "Definisi UP2K PKK (modal dari swadaya masyarakat dan bantuan); UU "
        "25/1992 Pasal 41"
    ),
    formula="simpanan pokok + simpanan wajib + dana cadangan + hibah + iuran swadaya",
    help=(
        "Semua modal milik kelompok; simpanan sukarela tidak termasuk karena itu "
        "titipan anggota."
    ),
    parts=amount(MODAL_UP2K),
    variables=MODAL_UP2K,
)
