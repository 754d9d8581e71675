"""Groups whose kelurahan an event reached, beside similar groups of others.

An event reaches a kelurahan, not a group, and the groups of one kelurahan share much.
So the pairs of `planning.actions.matching` are drawn together: one kelurahan reached is
one pair, beside the kelurahan of its similar groups, and `planning.actions.effect`
judges those. It never says why anything happened.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.outreach import limit
from planning.actions.effect import Sandingan, judged
from planning.actions.matching import Batas, Pasangan, pairs
from planning.actions.windows import Jendela, windows
from reference.periode import Periode


def reached(data: Data, hari: dt.date, jenis: str = "") -> pd.DataFrame:
    """The first event that reached each kelurahan since there are reports.

    Columns kode_wilayah, kode_tindakan (the event) and `pada` (its day). Events in the
    first period that was reported, or before, have no report before them.
    """
    a = data.acara[data.acara["tanggal"] <= pd.Timestamp(hari)]
    a = a[a["jenis"] == jenis] if jenis else a
    if data.periodes:
        a = a[a["tanggal"] > pd.Timestamp(data.periodes[0].end)]
    k = data.kehadiran
    k = k[(k["hadir_orang"] > 0).fillna(False).astype(bool)]
    ada = k[["kode_acara", "peserta"]].merge(a[["kode_acara", "tanggal"]])
    ada = ada.sort_values(["tanggal", "kode_acara"]).drop_duplicates("peserta")
    ada.columns = pd.Index(["kode_tindakan", "kode_wilayah", "pada"])
    return ada.reset_index(drop=True)


def treated(data: Data, hari: dt.date, jenis: str = "") -> pd.DataFrame:
    """The groups open on the day of the event that reached their kelurahan.

    Columns kode_kelompok, kode_tindakan (the event) and `pada`, as
    `planning.actions.windows.windows` asks for.
    """
    g = data.groups[["kode_wilayah", "buka", "tutup"]].reset_index()
    ada = g.merge(reached(data, hari, jenis), on="kode_wilayah")
    buka = ~(ada["buka"] > ada["pada"]) & ~(ada["tutup"] <= ada["pada"])
    return ada.loc[buka, ["kode_kelompok", "kode_tindakan", "pada"]]


def touched(data: Data, sebelum: Periode, sesudah: Periode) -> set[str]:
    """The kelurahan that events between two reports reached, or may have reached.

    One whose attendance was not written down may have come.
    """

    def make() -> set[str]:
        awal, akhir = pd.Timestamp(sebelum.end), pd.Timestamp(sesudah.end)
        a = data.acara
        kode = a.loc[(a["tanggal"] > awal) & (a["tanggal"] <= akhir), "kode_acara"]
        k = data.kehadiran[data.kehadiran["kode_acara"].isin(kode)]
        mungkin = ~(k["hadir_orang"] == 0).fillna(False).astype(bool)
        return set(k.loc[mungkin, "peserta"])

    return data.kept(("terjangkau", sebelum, sesudah), make)


def _cannot_stand_beside(data: Data, j: Jendela) -> set[str]:
    wilayah = touched(data, j.sebelum, j.sesudah)
    return {k for k in data.groups.index if k.partition("-")[0] in wilayah}


def by_kelurahan(pasangan: Sequence[Pasangan]) -> list[Pasangan]:
    """Pairs of groups drawn together: one a kelurahan, beside kelurahan.

    A kelurahan's change is the mean of its groups' changes; `serupa` are the kelurahan
    of their similar groups, each with the mean change of those. `kode_kelompok` is then
    the kode_wilayah.
    """
    per: dict[str, list[Pasangan]] = {}
    for p in pasangan:
        per.setdefault(p.kode_kelompok.partition("-")[0], []).append(p)
    return [_together(kode, milik) for kode, milik in sorted(per.items())]


def _together(kode: str, milik: Sequence[Pasangan]) -> Pasangan:
    lain: dict[str, list[float]] = {}
    for p in milik:
        for k, ubah in zip(p.serupa, p.perubahan_serupa, strict=True):
            lain.setdefault(k.partition("-")[0], []).append(ubah)
    return Pasangan(
        kode, milik[0].kode_tindakan,
        min(p.sebelum for p in milik), max(p.sesudah for p in milik),
        float(np.mean([p.perubahan for p in milik])),
        tuple(sorted(lain)), tuple(float(np.mean(lain[k])) for k in sorted(lain)),
    )  # fmt: skip


def beside(
    data: Data, ukuran: str, hari: dt.date, k: int = 2, jenis: str = ""
) -> Sandingan:
    """Kelurahan reached by an event beside kelurahan that were not, on one number.

    `ukuran` is one of `planning.actions.measures.UKURAN`; `k` how many periods after
    the event the report after lies. Told only from `kelurahan_terkecil` pairs on (list
    "sosialisasi"); `n_menunggu` and `n_tanpa_serupa` count groups.
    """
    batas = dataclasses.replace(
        Batas.pada(data, hari),
        pasangan_terkecil=limit(data, "kelurahan_terkecil", hari),
    )
    jendela, menunggu = windows(data, treated(data, hari, jenis), ukuran, k)
    ada = pairs(data, jendela, ukuran, batas, _cannot_stand_beside)
    return judged(
        by_kelurahan(ada), ukuran, k, batas, menunggu, len(jendela) - len(ada)
    )
