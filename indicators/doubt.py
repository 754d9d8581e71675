"""What a figure could be if those who are silent came in: its range, and the settings.

A sum lies between what is reported and that plus the last known reports. The range of
a quotient lets both of its parts do so independently, which always contains what any
subset of the silent ones could make of it.
"""

from dataclasses import replace

import numpy as np
import pandas as pd

from indicators.compute import aggregate, compute
from indicators.data import Data
from indicators.indicator import Indicator
from indicators.parts import amount, frame
from indicators.places import places
from reference.acuan import bawaan
from reference.kosakata import variables
from reference.periode import Periode

DAFTAR = "keraguan"


def setting(data: Data, kode: str, periode: Periode) -> float:
    """A number of the list `keraguan` in force at the period's end (all are usulan)."""
    hari = periode.end
    berlaku = data.acuan.pada(DAFTAR, hari).get(kode)
    return float((berlaku or bawaan().pada(DAFTAR, hari)[kode])["nilai"])


def last_known(indicator: Indicator, data: Data, periode: Periode) -> pd.DataFrame:
    """The last parts, before a period, of everybody silent in it.

    One row a silent group open in the period (or kelurahan, for an indicator of
    kelurahan), `numerator` and, for a quotient, `denominator`; NaN where it never
    reported them. Silent is who lacks a part. What flows within a period is looked up
    in periods of the same rhythm alone.
    """
    kunci = ("terakhir", indicator.id, periode)
    return data.kept(kunci, lambda: _last_known(_of_groups(indicator), data, periode))


def _last_known(indicator: Indicator, data: Data, periode: Periode) -> pd.DataFrame:
    kini = indicator.parts(data, periode)
    kolom = [k for k in ("numerator", "denominator") if k in kini]
    if indicator.level == "kelurahan":
        semua = pd.Index(places("kelurahan"))
    else:
        semua = data.at(periode).index
    diam = semua.difference(kini[kolom].dropna().index)
    hasil = pd.DataFrame(np.nan, index=diam, columns=kolom)
    sisa = diam
    for lalu in reversed(_before(indicator, data, periode)):
        if sisa.empty:
            break
        lama = indicator.parts(data, lalu)[kolom].dropna()
        ada = sisa.intersection(lama.index)
        hasil.loc[ada] = lama.loc[ada]
        sisa = sisa.difference(ada)
    return hasil


def _of_groups(indicator: Indicator) -> Indicator:
    """The indicator as its groups report it; per family, only members are reported."""
    if indicator.level != "kecamatan":
        return indicator
    return replace(indicator, level="kelompok", parts=amount(indicator.variables))


def _before(indicator: Indicator, data: Data, periode: Periode) -> list[Periode]:
    kosakata = variables()
    posisi = bool(indicator.variables) and all(
        kosakata[v].kind != "arus" for v in indicator.variables if v in kosakata
    )
    posisi = posisi and indicator.reads(periode) == (periode,)
    return [
        p
        for p in data.periodes
        if p.end < periode.end and (posisi or p.irama == periode.irama)
    ]


def spread(indicator: Indicator, data: Data, periode: Periode, by: str) -> pd.DataFrame:
    """What each value could be if the rest came in between nothing and their last.

    Columns: `value`, `n_lapor`, `n_kelompok` (as in `compute`), `bawah`, `atas` (in
    the indicator's unit, around the value) and `n_belum_pernah`: those silent who
    never reported, for whom no last report can stand, so that `atas` is without them
    and must be shown with their number. Equal to the value where nobody is silent, or
    where the indicator is about reporting itself; NaN where nothing is known.

    Sum: each silent one adds between 0 and its last report (below 0 when that was
    negative). Quotient: numerator and denominator do so independently,
    bawah = lowest numerator ÷ highest denominator and atas the other way round; a
    share (`Indicator.bagian`) takes the part and the rest of the whole instead of the
    denominator, and so stays within 0 and 100 %.

    Less known is never narrower. Dropping a report of the period makes a silent one of
    who sent it: of a sum, the range grows by the size of the report before it (atas −
    bawah); of a quotient without negative parts, the same holds for both parts while
    what is reported shrinks, so atas ÷ bawah grows (for a share, the odds). No range
    in units can do so for a quotient and still contain what the silent ones could make
    of it: a dropped report of any size may have moved it by any amount.
    """
    kini = compute(indicator, data, periode, by)
    hasil = kini[["value", "n_lapor", "n_kelompok"]]
    if not indicator.needs_report:
        return hasil.assign(bawah=kini["value"], atas=kini["value"], n_belum_pernah=0)
    lama = last_known(indicator, data, periode)
    jumlah = _by_place(_of_groups(indicator), data, periode, by, lama)
    if indicator.level == "kecamatan":
        jumlah["penyebut"] = _unheard(indicator, data, periode, by)
    rentang = _sum_range if _is_sum(indicator, data, periode) else _quotient_range
    bawah, atas = rentang(indicator, kini, jumlah)
    tetap = (jumlah["kenal"] == 0) & (kini["value"].notna() | (jumlah["belum"] > 0))
    return hasil.assign(
        bawah=bawah.mask(tetap, kini["value"]),
        atas=atas.mask(tetap, kini["value"]),
        n_belum_pernah=jumlah["belum"].astype("int64"),
    )


def _by_place(
    indicator: Indicator, data: Data, periode: Periode, by: str, lama: pd.DataFrame
) -> pd.DataFrame:
    """Sums of the silent ones' last parts by place; 0 where nobody is silent."""
    pernah = lama.notna().all(axis=1)
    n = lama["numerator"].where(pernah)
    d = lama["denominator"].where(pernah) if "denominator" in lama else n
    bagian = {
        "kenal": pernah.astype("float64"), "belum": (~pernah).astype("float64"),
        "turun": n.clip(upper=0), "naik": n.clip(lower=0), "penyebut": d,
        "sisa_turun": (d - n).clip(upper=0), "sisa_naik": (d - n).clip(lower=0),
    }  # fmt: skip
    hasil = {}
    for nama, nilai in bagian.items():
        satu = frame(lama.index, nilai.to_numpy())
        kolom = aggregate(indicator, satu, data, periode, by)["numerator"]
        hasil[nama] = _or_zero(kolom)
    return pd.DataFrame(hasil)


def _unheard(indicator: Indicator, data: Data, periode: Periode, by: str) -> pd.Series:
    """The families of kecamatan from which nobody reported, by place."""
    bagian = indicator.parts(data, periode)
    keluarga = bagian["denominator"].where(bagian["numerator"].isna()).to_numpy()
    satu = frame(bagian.index, keluarga)
    return _or_zero(aggregate(indicator, satu, data, periode, by)["numerator"])


def _is_sum(indicator: Indicator, data: Data, periode: Periode) -> bool:
    return "denominator" not in indicator.parts(data, periode)


def _sum_range(
    indicator: Indicator, kini: pd.DataFrame, jumlah: pd.DataFrame
) -> tuple[pd.Series, pd.Series]:
    lapor = _or_zero(kini["numerator"])
    kosong = kini["numerator"].isna() & (jumlah["kenal"] == 0)
    return tuple(
        ((lapor + jumlah[arah]) * indicator.scale).mask(kosong)
        for arah in ("turun", "naik")
    )  # type: ignore[return-value]


def _quotient_range(
    indicator: Indicator, kini: pd.DataFrame, jumlah: pd.DataFrame
) -> tuple[pd.Series, pd.Series]:
    rendah, tinggi = (
        _or_zero(kini["numerator"]) + jumlah[a] for a in ("turun", "naik")
    )
    sedikit = _or_zero(kini["denominator"])
    banyak = sedikit + jumlah["penyebut"]
    if indicator.bagian:
        sisa = sedikit - _or_zero(kini["numerator"])
        di_bawah = rendah + sisa + jumlah["sisa_naik"]
        di_atas = tinggi + sisa + jumlah["sisa_turun"]
    else:
        di_bawah = banyak.where(rendah >= 0, sedikit)
        di_atas = sedikit.where(tinggi >= 0, banyak)
    tahu = kini["value"].notna()
    return (
        (rendah / di_bawah.where(tahu) * indicator.scale),
        (tinggi / di_atas.where(tahu) * indicator.scale),
    )


def _or_zero(nilai: pd.Series) -> pd.Series:
    """What nobody added to adds nothing."""
    return nilai.mask(nilai.isna(), 0.0)
