"""Kelurahan yang laporannya diterima sampai batas waktu."""

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.indicator import Indicator
from indicators.parts import frame
from indicators.punctuality import first_received
from indicators.terms import Layer, Parts, fixed
from reference.periode import Periode
from reference.tulisan import is_missing, tanggal


def parts(data: Data, periode: Periode) -> pd.DataFrame:
    """1 for a kelurahan whose first accepted report came by the deadline; over 1."""
    hari = first_received(data, periode)
    tepat = (hari <= pd.Timestamp(periode.deadline)).to_numpy("float64")
    return frame(
        hari.index, tepat, np.ones(len(hari)), hari.notna().to_numpy("float64")
    )


def layers(data: Data, periode: Periode) -> list[Layer]:
    """Every kelurahan: when its first accepted report came."""
    hari = first_received(data, periode)
    tepat = parts(data, periode)["numerator"].to_numpy()
    isi = [
        "belum diterima" if is_missing(h) else f"diterima {tanggal(h)}" for h in hari
    ]
    return [
        Layer("pembilang", hari.index, tepat, periode, isi=np.array(isi, dtype=object)),
        fixed(hari.index, 1.0, periode, "kelurahan"),
    ]


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
    parts=Parts("daftar", parts, layers),
    scale=100,
    needs_report=False,
)
