"""How a campaign goes: what was counted, at which pace, and who takes part; pure.

Channels are never added up: a vote is no comment. A day without a count is not a day
with none: pace is over the days up to the last one that anybody counted.
"""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.data import Data
from reference.wilayah import kelurahan, nama_wilayah

HARI_TERAKHIR = 7
TERCAPAI, SESUAI, TERTINGGAL = "tercapai", "sesuai laju", "tertinggal"
TIDAK_TERCAPAI, TANPA_SASARAN, BELUM = (
    "tidak tercapai",
    "tanpa sasaran",
    "belum ada hitungan",
)
IKUT, DIAM, TIDAK_IKUT = "ikut", "berhenti", "belum ikut"


@dataclass(frozen=True, slots=True)
class Waktu:
    """Where a campaign stands in time on a day.

    `dihitung_sampai` is the last day that anybody counted (None: nobody yet),
    `berjalan` the days from the start up to and with it, `seluruh` all its days,
    `sisa` the days left after `hari` (0 once it is over, all of them before it starts).
    """

    mulai: dt.date
    selesai: dt.date
    dihitung_sampai: dt.date | None
    berjalan: int
    seluruh: int
    sisa: int
    usai: bool

    @property
    def sisa_hitungan(self) -> int:
        """The days that nobody counted yet, up to the end."""
        return self.seluruh - self.berjalan


def campaigns(data: Data) -> pd.DataFrame:
    """The campaigns of the data, the last to start first."""
    return data.kampanye.sort_values(
        ["mulai", "kode_kampanye"], ascending=[False, True]
    ).reset_index(drop=True)


def counted(data: Data, kode: str, hari: dt.date) -> pd.DataFrame:
    """The counts of one campaign, from its first day to its last, not after `hari`."""
    satu = _row(data, kode)
    isi = data.kampanye_harian[data.kampanye_harian["kode_kampanye"] == kode]
    batas = min(pd.Timestamp(hari), satu["selesai"])
    kapan = isi["tanggal"]
    return isi[(kapan >= satu["mulai"]) & (kapan <= batas) & isi["jumlah"].notna()]


def moment(data: Data, kode: str, hari: dt.date) -> Waktu:
    """Where a campaign stands in time on a day; KeyError when there is none."""
    satu = _row(data, kode)
    mulai, selesai = satu["mulai"].date(), satu["selesai"].date()
    isi = counted(data, kode, hari)
    akhir = None if isi.empty else isi["tanggal"].max().date()
    dari = max(hari, mulai - dt.timedelta(days=1))
    return Waktu(
        mulai=mulai,
        selesai=selesai,
        dihitung_sampai=akhir,
        berjalan=(akhir - mulai).days + 1 if akhir else 0,
        seluruh=(selesai - mulai).days + 1,
        sisa=max(0, (selesai - dari).days),
        usai=hari > selesai,
    )


def pace(data: Data, kode: str, hari: dt.date) -> pd.DataFrame:
    """Each channel against its target, one row a channel that has either.

    Columns: jumlah (NaN: never counted), sasaran (NaN: none), laju (a day, over all
    days up to the last counted), laju_akhir (over the last seven of them), perlu (a day
    from then on to reach the target), seharusnya (the target's part that the days gone
    by are of all days), capaian_pct, n_hari (days with a count), n_peserta, keadaan.
    """
    waktu = moment(data, kode, hari)
    isi = counted(data, kode, hari)
    sasaran = data.kampanye_sasaran
    sasaran = sasaran[sasaran["kode_kampanye"] == kode].set_index("saluran")["sasaran"]
    per = isi.groupby("saluran", observed=True)
    index = pd.Index(sorted({*sasaran.index, *isi["saluran"]}), name="saluran")
    hasil = pd.DataFrame(index=index)
    hasil["jumlah"] = per["jumlah"].sum().reindex(index).astype("Float64")
    hasil["sasaran"] = sasaran.reindex(index).astype("Float64")
    hasil = hasil.astype("float64")
    hasil["n_hari"] = per["tanggal"].nunique().reindex(index, fill_value=0)
    hasil["n_peserta"] = per["peserta"].nunique().reindex(index, fill_value=0)
    hasil["laju"] = hasil["jumlah"] / waktu.berjalan if waktu.berjalan else np.nan
    hasil["laju_akhir"] = _last_days(isi, waktu).reindex(index)
    kurang = (hasil["sasaran"] - hasil["jumlah"]).clip(lower=0)
    sisa = waktu.sisa_hitungan
    hasil["perlu"] = kurang / sisa if sisa else np.nan
    hasil["seharusnya"] = hasil["sasaran"] * waktu.berjalan / waktu.seluruh
    hasil["capaian_pct"] = hasil["jumlah"] / hasil["sasaran"] * 100
    hasil["keadaan"] = [_state(b, waktu) for b in hasil.to_dict("records")]
    return hasil


def cumulative(data: Data, kode: str, saluran: str, hari: dt.date) -> pd.DataFrame:
    """What was counted day by day up to the last counted day, and how much by then.

    Columns: tanggal, jumlah (NaN on a day that nobody counted), kumulatif (what is
    known by that day), n_peserta (who counted that day).
    """
    isi = counted(data, kode, hari)
    isi = isi[isi["saluran"] == saluran]
    kosong = pd.DataFrame(
        {"tanggal": pd.to_datetime([]), "jumlah": [], "kumulatif": [], "n_peserta": []}
    )
    if isi.empty:
        return kosong
    hari_hari = pd.date_range(_row(data, kode)["mulai"], isi["tanggal"].max())
    per = isi.groupby("tanggal")
    jumlah = per["jumlah"].sum().astype("float64").reindex(hari_hari)
    return pd.DataFrame(
        {
            "tanggal": hari_hari,
            "jumlah": jumlah.to_numpy(),
            "kumulatif": jumlah.cumsum().ffill().to_numpy(),
            "n_peserta": per["peserta"].nunique().reindex(hari_hari, fill_value=0),
        }
    ).reset_index(drop=True)


def participants(data: Data, kode: str, hari: dt.date) -> pd.DataFrame:
    """Who takes part: every kelurahan, and every institution that ever counted.

    One row a participant, indexed by code or name: nama, golongan ("kelurahan" |
    "lembaga"), n_hari (days with a count), terakhir (day, NaT: never), keadaan ("ikut",
    "berhenti": no count in the last seven counted days, "belum ikut"), and a column a
    channel (NaN: never counted).
    """
    isi = counted(data, kode, hari)
    waktu = moment(data, kode, hari)
    lembaga = sorted(set(isi["peserta"]) - set(kelurahan()))
    index = pd.Index([*kelurahan(), *lembaga], name="peserta", dtype="str")
    per = isi.groupby("peserta")
    hasil = pd.DataFrame(index=index)
    hasil["nama"] = [nama_wilayah(k) for k in index]
    hasil["golongan"] = ["kelurahan" if k in kelurahan() else "lembaga" for k in index]
    hasil["n_hari"] = per["tanggal"].nunique().reindex(index, fill_value=0)
    hasil["terakhir"] = per["tanggal"].max().reindex(index)
    hasil["keadaan"] = [_takes_part(t, waktu) for t in hasil["terakhir"]]
    jumlah = isi.pivot_table(
        index="peserta", columns="saluran", values="jumlah", aggfunc="sum"
    )
    return hasil.join(jumlah.astype("float64").reindex(index))


def _row(data: Data, kode: str) -> pd.Series:
    baris = data.kampanye[data.kampanye["kode_kampanye"] == kode]
    if baris.empty:
        raise KeyError(kode)
    return baris.iloc[0]


def _last_days(isi: pd.DataFrame, waktu: Waktu) -> pd.Series:
    if waktu.dihitung_sampai is None:
        return pd.Series(dtype="float64")
    banyak = min(HARI_TERAKHIR, waktu.berjalan)
    sejak = pd.Timestamp(waktu.dihitung_sampai) - pd.Timedelta(days=banyak - 1)
    baru = isi[isi["tanggal"] >= sejak]
    return baru.groupby("saluran")["jumlah"].sum().astype("float64") / banyak


def _state(baris: dict[str, float], waktu: Waktu) -> str:
    """What a channel's count means beside its target."""
    jumlah, sasaran = baris["jumlah"], baris["sasaran"]
    if np.isnan(jumlah):
        return BELUM
    if np.isnan(sasaran):
        return TANPA_SASARAN
    if jumlah >= sasaran:
        return TERCAPAI
    if waktu.usai:
        return TIDAK_TERCAPAI
    return SESUAI if jumlah >= baris["seharusnya"] else TERTINGGAL


def _takes_part(terakhir: pd.Timestamp, waktu: Waktu) -> str:
    if pd.isna(terakhir) or waktu.dihitung_sampai is None:
        return TIDAK_IKUT
    diam = (waktu.dihitung_sampai - terakhir.date()).days
    return IKUT if diam < HARI_TERAKHIR else DIAM
