"""Places in order, fair to small numbers: no rank on hardly any report, true ties."""

import numpy as np
import pandas as pd

from indicators.indicator import Indicator

MINIMAL_BAGIAN = 0.5


def reasons(indicator: Indicator, values: pd.DataFrame, minimal: int) -> pd.Series:
    """Why each place of `compute` gets no rank; empty where it gets one.

    No rank: without a value, with fewer than `minimal` groups reporting (kelurahan,
    for an indicator of kelurahan, need but report), or with less than half of them.
    """
    n_kelompok = values["n_kelompok"]
    dasar = values["n_lapor"] if indicator.needs_report else n_kelompok
    satuan = indicator.satuan_lapor
    alasan = np.select(
        [
            values["value"].isna(),
            dasar < (1 if satuan == "kelurahan" else minimal),
            dasar < MINIMAL_BAGIAN * n_kelompok,
        ],
        [
            np.full(len(values), "belum ada data", dtype=object),
            np.array([f"hanya {n} {satuan} lapor" for n in dasar], dtype=object),
            np.array(
                [f"baru {n} dari {m} {satuan} lapor"
                 for n, m in zip(dasar, n_kelompok, strict=True)], dtype=object,
            ),
        ],
        default="",
    )  # fmt: skip
    return pd.Series(alasan, index=values.index, dtype="str")


def shared_ranks(lebih_baik: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The first and last rank each place may hold, from who is really better than whom.

    `lebih_baik[i, j]`: i is really better than j. Who is not really different shares
    ranks: with nobody better than anybody all hold 1 to n.

    >>> a, b = shared_ranks(np.array([[0, 0, 1], [0, 0, 0], [0, 0, 0]], dtype=bool))
    >>> a.tolist(), b.tolist()
    ([1, 1, 2], [2, 3, 3])
    """
    banyak = len(lebih_baik)
    return 1 + lebih_baik.sum(axis=0), banyak - lebih_baik.sum(axis=1)


def ranking(
    indicator: Indicator,
    values: pd.DataFrame,
    minimal: int,
    rentang: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The rows of `compute`, the best first (the highest where neither is better).

    Adds `peringkat` and `sampai` (Int64, the ranks it may hold; NA when unranked),
    `seri` (shares them) and `alasan` (`reasons`; the unranked stand below). Two places
    are really different when their values, rounded as shown, differ, and, with
    `rentang` (of `indicators.doubt.spread`), when their ranges do not meet.
    """
    alasan = reasons(indicator, values, minimal)
    ada = values[alasan == ""]
    rendah, tinggi = _ends(indicator, ada, rentang)
    lebih = rendah[:, None] > tinggi[None, :]
    peringkat, sampai = shared_ranks(lebih.T if indicator.better == "low" else lebih)
    kolom = pd.DataFrame(
        {
            "peringkat": pd.array(peringkat, dtype="Int64"),
            "sampai": pd.array(sampai, dtype="Int64"),
            "seri": sampai > peringkat,
        },
        index=ada.index,
    )
    hasil = values.join(kolom).assign(alasan=alasan)
    hasil["seri"] = hasil["seri"].eq(True)
    tanda = values["value"] if indicator.better == "low" else -values["value"]
    kunci = hasil.assign(_luar=alasan != "", _v=tanda)
    return hasil.loc[kunci.sort_values(["_luar", "_v"], kind="stable").index]


def _ends(
    indicator: Indicator, ada: pd.DataFrame, rentang: pd.DataFrame | None
) -> tuple[np.ndarray, np.ndarray]:
    desimal = 0 if indicator.unit == "Rp" else 1
    if rentang is None:
        tampak = ada["value"].round(desimal).to_numpy()
        return tampak, tampak
    ujung = rentang.loc[ada.index, ["bawah", "atas"]].round(desimal)
    return ujung["bawah"].to_numpy(), ujung["atas"].to_numpy()
