"""How groups stood before and after one event: reporting, rungs, capital, in counts."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.movement import states
from indicators.outreach import limit
from planning.actions.measures import value
from planning.outreach.beside import touched
from reference.periode import Periode
from reference.wilayah import kelurahan

DUA = {"terjangkau": "Terjangkau acara ini", "tidak": "Tidak terjangkau acara apa pun"}
MODAL = "modal_tanpa_hibah"


@dataclass(frozen=True, slots=True)
class Perjalanan:
    """Groups of kelurahan that one event reached, and of those no event reached.

    `sebelum` is the period before the event's, `sesudah` the k-th after it. `alasan`
    says why nothing may be told ("" when it may). `tabel` has a row each for
    "terjangkau" and "tidak": n_kelurahan, n_kelompok (open in both periods),
    lapor_sebelum, lapor_sesudah (of those), naik, tetap, turun (rungs, of those
    comparable), n_modal, modal_sebelum, modal_sesudah (Rp without grants, of the groups
    that reported it both times). `n_lain` kelurahan are in neither row.
    """

    sebelum: Periode
    sesudah: Periode
    alasan: str
    tabel: pd.DataFrame
    n_lain: int = 0


def path(data: Data, kode_acara: str, hari: dt.date, k: int = 2) -> Perjalanan:
    """What one event's kelurahan and the others did; KeyError for no such event."""
    acara = data.acara.set_index("kode_acara").loc[kode_acara]
    kini = Periode.containing(acara["tanggal"].date())
    sebelum, sesudah = kini.previous(), kini.shift(k)
    hadir = data.kehadiran[data.kehadiran["kode_acara"] == kode_acara]
    datang = (hadir["hadir_orang"] > 0).fillna(False).astype(bool)
    ikut = set(hadir.loc[datang, "peserta"])
    lain = touched(data, sebelum, sesudah) - ikut
    n_tidak = len(kelurahan().keys() - ikut - lain)
    alasan = _why_not(data, (sebelum, sesudah), len(ikut), n_tidak, hari)
    if alasan:
        return Perjalanan(sebelum, sesudah, alasan, pd.DataFrame())
    index = data.at(sebelum).index.intersection(data.at(sesudah).index)
    wilayah = pd.Series([k.partition("-")[0] for k in index], index=index)
    bagian = {"terjangkau": wilayah.isin(ikut), "tidak": ~wilayah.isin(ikut | lain)}
    baris = {
        nama: _row(data, index[pilih.to_numpy()], sebelum, sesudah)
        for nama, pilih in bagian.items()
    }
    tabel = pd.DataFrame.from_dict(baris, orient="index")
    return Perjalanan(sebelum, sesudah, "", tabel, len(lain))


def _why_not(
    data: Data, dua: tuple[Periode, Periode], n: int, n_tidak: int, hari: dt.date
) -> str:
    paling_sedikit = limit(data, "kelurahan_terkecil", hari)
    if n < paling_sedikit:
        return (
            f"data belum cukup: acara ini tercatat menjangkau {n} kelurahan; paling "
            f"sedikit {paling_sedikit} (usulan)"
        )
    if n_tidak < paling_sedikit:
        return (
            f"data belum cukup: {n_tidak} kelurahan tidak terjangkau acara apa pun "
            f"pada masa itu; sebagai pembanding perlu {paling_sedikit} (usulan)"
        )
    for p in dua:
        if p not in data.periodes:
            return f"data belum cukup: belum ada laporan {p.label}"
    return ""


def _row(
    data: Data, index: pd.Index, sebelum: Periode, sesudah: Periode
) -> dict[str, float]:
    keadaan = states(data, sesudah, sebelum)["keadaan"].reindex(index)
    lapor = [
        pd.Series(cut.lapor, index=cut.index).reindex(index)
        for cut in (data.at(sebelum), data.at(sesudah))
    ]
    dulu, nanti = (value(data, MODAL, p).reindex(index) for p in (sebelum, sesudah))
    dua = (dulu.notna() & nanti.notna()).to_numpy()
    tahu = bool(dua.any())
    return {
        "n_kelurahan": len({k.partition("-")[0] for k in index}),
        "n_kelompok": len(index),
        "lapor_sebelum": int(lapor[0].sum()),
        "lapor_sesudah": int(lapor[1].sum()),
        **{k: int((keadaan == k).sum()) for k in ("naik", "tetap", "turun")},
        "n_modal": int(dua.sum()),
        "modal_sebelum": float(dulu[dua].sum()) if tahu else np.nan,
        "modal_sesudah": float(nanti[dua].sum()) if tahu else np.nan,
    }


def told(data: Data, hari: dt.date, k: int = 2) -> list[str]:
    """The events whose k periods after have been reported, newest first."""
    a = data.acara[data.acara["tanggal"] <= pd.Timestamp(hari)]
    a = a.sort_values(["tanggal", "kode_acara"], ascending=False)
    ada = set(data.periodes)
    return [
        b.kode_acara
        for b in a.itertuples()
        if Periode.containing(b.tanggal.date()).shift(k) in ada
    ]
