"""Groups of one kelurahan that could found a koperasi together."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.data import Data
from planning.pathway import measures
from planning.pathway.judge import open_on


@dataclass(frozen=True, slots=True)
class Bersama:
    """A group and the fewest sister groups with which it reaches what is asked.

    `banyak` counts the sisters chosen, NaN where none is known to be active but some
    did not report.
    `kode` are the sisters chosen, most members first; `anggota` and `modal_sendiri`
    the sums with the group itself, NaN where a part is not reported.
    """

    kode: tuple[str, ...]
    banyak: float
    anggota: float
    modal_sendiri: float


def together(
    data: Data, kode: str, pada: dt.date, orang: float, modal: float | None
) -> Bersama:
    """The sisters needed for `orang` founders and, if they can reach it, `modal`.

    Active groups of the same kelurahan that reported their members, largest first; at
    least one when there is any.
    """
    tabel = data.kept(("saudara", pada), lambda: _table(data, pada))
    sendiri = tabel.loc[kode]
    lain = tabel[tabel["kode_wilayah"] == sendiri["kode_wilayah"]].drop(kode)
    saudara = lain[lain["aktif"].eq(1) & lain["anggota"].notna()].sort_values(
        ["anggota", "modal_sendiri"], ascending=False, kind="stable"
    )
    anggota = sendiri["anggota"] + saudara["anggota"].cumsum()
    uang = sendiri["modal_sendiri"] + saudara["modal_sendiri"].cumsum(skipna=False)
    perlu = _first(anggota >= orang)
    cukup = _first(uang >= modal) if modal is not None else 0
    if cukup < len(saudara):
        perlu = max(perlu, cukup)
    pilih = saudara.iloc[: perlu + 1]
    diam = lain["aktif"].isna().any()
    return Bersama(
        kode=tuple(pilih.index),
        banyak=float(len(pilih)) if len(pilih) or not diam else float("nan"),
        anggota=float(sendiri["anggota"] + pilih["anggota"].sum()),
        modal_sendiri=float(
            sendiri["modal_sendiri"] + pilih["modal_sendiri"].sum(skipna=False)
        ),
    )


def _first(cukup: pd.Series) -> int:
    """Where the first True stands; the length when there is none."""
    di = np.flatnonzero(cukup.to_numpy(bool))
    return int(di[0]) if len(di) else len(cukup)


def _table(data: Data, pada: dt.date) -> pd.DataFrame:
    periode, index = measures.period_on(data, pada), open_on(data, pada)

    def of(dari: str, ukuran: str) -> pd.Series:
        nilai = measures.measure(data, periode, dari, ukuran)
        return pd.Series(nilai, index=data.at(periode).index).reindex(index)

    return pd.DataFrame(
        {
            "kode_wilayah": data.groups.loc[index, "kode_wilayah"],
            "aktif": of("pilihan", "status=aktif"),
            "anggota": of("isian", "anggota_akhir"),
            "modal_sendiri": of("indikator", "modal_sendiri"),
        },
        index=index,
    )
