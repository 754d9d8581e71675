"""What became of earlier signs, by the reports that came after: on the store's own."""

import datetime as dt

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.punctuality import first_received
from planning.warning.alerts import KINDS, alerts
from planning.warning.history import Riwayat
from reference.periode import Periode

SESUDAH = 2
PALING_SEDIKIT = 10
"""Below this many signs whose outcome is known, nothing is said of their share."""


def record(data: Data, pada: dt.date) -> pd.DataFrame:
    """Signs newly given in the past, and how many came true, by kind.

    Each earlier period is looked at again at the end of the quarter after it, with the
    reports as they count now. A sign came true when two periods later the group is
    closed or nonaktif, or its measure has not come half-way back (a kelurahan: when
    the missing report has still not come). Columns `n_tanda`, `n_diketahui`,
    `n_terbukti`; indexed by `jenis`.
    """
    periodes = Riwayat(data, pada).periodes
    semua = data.periodes
    hasil: list[tuple[str, bool | None]] = []
    lama: set[tuple[str, str]] = set()
    for p in (p for p in semua if periodes and p <= periodes[-1].shift(-SESUDAH)):
        tanda = alerts(data, p.next().end)
        kini = set(zip(tanda["jenis"], tanda["kode"], strict=True))
        nanti = p.shift(SESUDAH)
        for t in tanda.itertuples():
            if (t.jenis, t.kode) not in lama:
                hasil.append((str(t.jenis), _came_true(data, t, p, nanti)))
        lama = kini
    return _counted(hasil)


def _counted(hasil: list[tuple[str, bool | None]]) -> pd.DataFrame:
    baris = {
        j: {
            "n_tanda": sum(k == j for k, _ in hasil),
            "n_diketahui": sum(k == j and v is not None for k, v in hasil),
            "n_terbukti": sum(k == j and v is True for k, v in hasil),
        }
        for j in KINDS
    }
    return pd.DataFrame.from_dict(baris, orient="index").rename_axis("jenis")


def _came_true(data: Data, t: object, p: Periode, nanti: Periode) -> bool | None:
    """Whether a sign (a row of `alerts`) of one period held; None when unknown."""
    jenis, kode = KINDS[str(t.jenis)], str(t.kode)  # type: ignore[attr-defined]
    hari = nanti.next().end
    if jenis.ukur is None:
        sejak = Periode.parse(str(t.sejak))  # type: ignore[attr-defined]
        diterima = first_received(data, sejak)[kode]
        return bool(pd.isna(diterima) or diterima > pd.Timestamp(hari))
    r = Riwayat(data, hari)
    if kode not in r.index:
        return True
    nilai = jenis.ukur(r)[r.index.get_loc(kode)]
    baru = [v for q, v in zip(r.periodes, nilai, strict=True) if p < q <= nanti]
    tahu = [v for v in baru if not np.isnan(v)]
    if not tahu:
        return None
    dulu, kini = float(t.dulu), float(t.kini)  # type: ignore[attr-defined]
    tengah = kini if np.isnan(dulu) else (dulu + kini) / 2
    return bool(tahu[-1] < tengah if jenis.baik == "naik" else tahu[-1] > tengah)
