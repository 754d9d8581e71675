"""Why a group gets no forecast: too little is known, or there is nothing to climb."""

import datetime as dt

import numpy as np
import pandas as pd

from planning.forecast.batas import Batas
from planning.forecast.history import Riwayat
from reference.kosakata import pilihan_untuk
from reference.periode import Periode


def months(dari: dt.date, ke: dt.date) -> int:
    """Whole months from a day to the end of a period.

    >>> months(dt.date(2026, 9, 30), dt.date(2026, 12, 31))
    3
    """
    return (ke.year - dari.year) * 12 + ke.month - dari.month


def reasons(
    r: Riwayat, tabel: pd.DataFrame, akhir: Periode, batas: Batas
) -> tuple[np.ndarray, np.ndarray]:
    """Why each group gets no forecast ("" where it gets one), and its rung's code."""
    nama = list(pilihan_untuk(r.sumbu))
    label = [p.label for p in pilihan_untuk(r.sumbu).values()]
    per_jenjang = tabel.groupby("jenjang")["naik"].sum()
    semua, kolom = int(tabel["naik"].sum()), r.last_known()
    alasan, jenjang = [], []
    for g, j in enumerate(kolom):
        i = int(r.jenjang[g, j]) if j >= 0 else -1
        jenjang.append(nama[i] if i >= 0 else None)
        if j < 0:
            alasan.append(f"data belum cukup: kelompok ini belum melaporkan {r.sumbu}")
        elif months(r.periodes[j].end, akhir.end) > batas.laporan_terlama:
            alasan.append(
                f"data belum cukup: laporan terakhir {r.periodes[j].label}, lebih dari "
                f"{batas.laporan_terlama} bulan sebelumnya (batas usulan)"
            )
        elif not r.aktif[g, j]:
            alasan.append("kelompok nonaktif, jadi kapan naik tidak diperkirakan")
        elif i == len(nama) - 1:
            alasan.append(f"sudah {label[i]}, {r.sumbu} yang tertinggi")
        elif semua < batas.kejadian_kota:
            alasan.append(_few(semua, f"naik {r.sumbu} di kota", batas.kejadian_kota))
        else:
            n = int(per_jenjang.get(i, 0))
            kurang = n < batas.kejadian_jenjang
            dari = f"naik dari {label[i]}"
            alasan.append(_few(n, dari, batas.kejadian_jenjang) if kurang else "")
    return np.array(alasan, dtype=object), np.array(jenjang, dtype=object)


def _few(ada: int, apa: str, batas: int) -> str:
    baru = f"baru {ada} kali tercatat" if ada else "belum pernah tercatat"
    return f"data belum cukup: {baru} {apa}, paling sedikit {batas} (batas usulan)"
