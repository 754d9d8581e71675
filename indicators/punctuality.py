"""Who sent what, when: the state of each kelurahan in each period."""

import datetime as dt
from collections.abc import Iterable

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.places import places
from reference.periode import Periode

STATES = {
    "tepat": "Tepat waktu",
    "terlambat": "Terlambat",
    "sebagian_tertahan": "Sebagian tertahan",
    "ditolak": "Ditolak",
    "belum": "Belum lapor",
    "dorman": "Semua kelompok nonaktif",
    "belum_waktunya": "Belum waktunya",
}
COLUMNS = (
    "kode_wilayah", "periode", "keadaan", "terlambat", "diterima", "n_tertahan",
    "n_lapor", "n_kelompok", "kiriman_id",
)  # fmt: skip
ACCEPTED = ("diterima", "sebagian")


def _accepted(data: Data, periode: Periode) -> pd.DataFrame:
    k = data.kiriman
    cocok = (k["periode"] == str(periode)) & k["keadaan"].isin(ACCEPTED)
    return k[cocok].sort_values(["diterima_pada", "kiriman_id"], kind="stable")


def first_received(data: Data, periode: Periode) -> pd.Series:
    """The day (WIB) of each kelurahan's first accepted report; NaT where there is none.

    Corrections sent later do not make a punctual kelurahan late.
    """
    return data.kept(("diterima", periode), lambda: _first_received(data, periode))


def _first_received(data: Data, periode: Periode) -> pd.Series:
    k = _accepted(data, periode)
    hari = k["diterima_pada"].dt.tz_convert("Asia/Jakarta").dt.tz_localize(None)
    pertama = hari.dt.normalize().groupby(k["kode_wilayah"]).min()
    return pertama.reindex(places("kelurahan"))


def punctuality(
    data: Data, periodes: Iterable[Periode], hari_ini: dt.date
) -> pd.DataFrame:
    """A row for every kelurahan and period, with its `keadaan` (a key of STATES).

    Columns: kode_wilayah, periode, keadaan, terlambat (bool), diterima (day of the
    first accepted report, NaT), n_tertahan (groups held in the newest), n_lapor,
    n_kelompok (groups), kiriman_id (the newest submission, NA). The first that holds
    counts: all groups reported and dormant; newest accepted report holds groups back;
    late; punctual; only rejected ones; deadline not yet passed; else not reported.
    """
    lapis = [_of_periode(data, p, hari_ini) for p in periodes]
    return (
        pd.concat(lapis, ignore_index=True) if lapis else pd.DataFrame(columns=COLUMNS)
    )


def _of_periode(data: Data, periode: Periode, hari_ini: dt.date) -> pd.DataFrame:
    kode = places("kelurahan")
    semua = data.kiriman[data.kiriman["periode"] == str(periode)]
    terbaru = semua.sort_values(["diterima_pada", "kiriman_id"], kind="stable")
    newest = terbaru.groupby("kode_wilayah")["kiriman_id"].last().reindex(kode)
    diterima = first_received(data, periode)
    tertahan = _accepted(data, periode).groupby("kode_wilayah")["n_tertahan"].last()
    n_tertahan = tertahan.reindex(kode)
    terlambat = (diterima > pd.Timestamp(periode.deadline)).to_numpy()
    n_lapor, n_kelompok, dorman = _groups(data, periode)
    keadaan = np.select(
        [
            dorman,
            (n_tertahan > 0).to_numpy(bool, na_value=False),
            terlambat,
            diterima.notna().to_numpy(),
            newest.notna().to_numpy(),
            np.full(len(kode), hari_ini <= periode.deadline),
        ],
        [
            "dorman", "sebagian_tertahan", "terlambat", "tepat", "ditolak",
            "belum_waktunya",
        ],
        default="belum",
    )  # fmt: skip
    return pd.DataFrame(
        {
            "kode_wilayah": kode,
            "periode": str(periode),
            "keadaan": keadaan,
            "terlambat": terlambat,
            "diterima": diterima.to_numpy(),
            "n_tertahan": n_tertahan.to_numpy(),
            "n_lapor": n_lapor,
            "n_kelompok": n_kelompok,
            "kiriman_id": newest.to_numpy(),
        }
    )


def _groups(data: Data, periode: Periode) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    cut, banyak = data.at(periode), len(places("kelurahan"))
    di = cut.di["kelurahan"]
    n_kelompok = np.bincount(di, minlength=banyak)
    n_lapor = np.bincount(di[cut.lapor], minlength=banyak)
    n_nonaktif = np.bincount(di[cut.text("status") == "nonaktif"], minlength=banyak)
    return n_lapor, n_kelompok, (n_nonaktif == n_kelompok) & (n_kelompok > 0)
