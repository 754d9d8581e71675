"""Kelurahan yang laporannya diterima sampai batas waktu."""

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.indicator import Indicator
from indicators.parts import frame
from indicators.punctuality import first_received
from reference.periode import Periode


def parts(data: Data, periode: Periode) -> pd.DataFrame:
    """1 for a kelurahan whose first accepted report came by the deadline; over 1."""
    hari = first_received(data, periode)
    tepat = (hari <= pd.Timestamp(periode.deadline)).to_numpy("float64")
    return frame(
        hari.index, tepat, np.ones(len(hari)), hari.notna().to_numpy("float64")
    )


INDICATOR = Indicator(
    id="ketepatan_waktu_pct",
    label="Ketepatan waktu",
    unit="%",
    kelompok_indikator="pelaporan",
    level="kelurahan",
    better="high",
    source="Batas lapor pada pengaturan (usulan)",
    formula=(
        "kelurahan yang laporan pertamanya diterima sampai batas lapor ÷ "
        "semua kelurahan × 100"
    ),
    help="Bagian kelurahan yang lapor tepat waktu; perbaikan sesudahnya tidak dinilai.",
    parts=parts,
    scale=100,
    needs_report=False,
)
