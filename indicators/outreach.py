"""Who was reached by socialisation and training: events, attendance, coverage.

An event reaches a kelurahan when at least one person of it was counted present. What
was not counted is not known, never zero. Events after the day asked about are planned.
"""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from indicators.data import Data

BATAS = "sosialisasi"


@dataclass(frozen=True, slots=True)
class Rangkuman:
    """Sums over events, each beside how many stated its parts.

    `peserta_orang` is over the `n_menyebut` events of which the organiser gave the
    number; None when none did. `hadir` and `diundang` are over the `n_lengkap` of
    `n_baris` rows of attendance that hold both; `n_kelurahan` were reached.
    """

    n_acara: int
    n_menyebut: int
    peserta_orang: int | None
    n_baris: int
    n_lengkap: int
    diundang: int
    hadir: int
    n_kelurahan: int

    @property
    def kehadiran_pct(self) -> float | None:
        """Present per 100 invited: a quotient of sums; None without anybody invited."""
        return 100 * self.hadir / self.diundang if self.diundang else None


def limit(data: Data, nama: str, hari: dt.date) -> int:
    """One limit of the list "sosialisasi" in force on a day."""
    return int(data.acuan.pada(BATAS, hari)[nama]["nilai"])


def since(data: Data, hari: dt.date) -> dt.date:
    """The first day that still counts as lately: the same day so many months ago."""
    mundur = pd.DateOffset(months=limit(data, "belum_terjangkau", hari))
    return (pd.Timestamp(hari) - mundur).date()  # type: ignore[no-any-return]


def events(
    data: Data, hari: dt.date, jenis: str = "", wilayah: str = ""
) -> pd.DataFrame:
    """One row an event, newest first, by kode_acara, with what its attendance says.

    Beside the columns of `Data.acara`: `rencana` (True: after `hari`), `n_kelurahan`
    (reached), `n_baris`, `n_lengkap` (rows with both parts), `diundang`, `hadir` (sums
    over those rows), `kehadiran_pct`, `hadir_tercatat` (every row that says who came;
    NA: none does). `jenis` "" is every kind. With `wilayah` as in `summed`.
    """
    a, k = _chosen(data, jenis, wilayah)
    a = a.set_index("kode_acara")
    lengkap = k["diundang_orang"].notna() & k["hadir_orang"].notna()
    isi = pd.DataFrame(
        {
            "kode_acara": k["kode_acara"],
            "diundang": k["diundang_orang"].where(lengkap),
            "hadir": k["hadir_orang"].where(lengkap),
            "hadir_tercatat": k["hadir_orang"],
            "lengkap": lengkap,
        }
    )
    per = isi.groupby("kode_acara")
    jumlah = per[["diundang", "hadir", "hadir_tercatat"]].sum(min_count=1)
    jumlah["n_baris"], jumlah["n_lengkap"] = per.size(), per["lengkap"].sum()
    jumlah["n_kelurahan"] = present(k).groupby("kode_acara")["peserta"].nunique()
    hasil = a.join(jumlah)
    for n in ("n_baris", "n_lengkap", "n_kelurahan"):
        # no row of attendance is truly no row
        hasil[n] = hasil[n].astype("Int64").fillna(0)
    hasil["kehadiran_pct"] = rate(hasil["hadir"], hasil["diundang"])
    hasil["rencana"] = hasil["tanggal"] > pd.Timestamp(hari)
    return hasil.sort_values(["tanggal", "nama"], ascending=[False, True])


def rate(hadir: pd.Series, diundang: pd.Series) -> pd.Series:
    """Present per 100 invited; NaN where nobody was invited or nothing is known."""
    bawah = diundang.astype("Float64").astype("float64")
    atas = hadir.astype("Float64").astype("float64")
    return 100 * atas / bawah.where(bawah > 0)


def summed(
    data: Data, dari: dt.date, sampai: dt.date, jenis: str = "", wilayah: str = ""
) -> Rangkuman:
    """The events of a span of days, both ends counted.

    With `wilayah` the attendance is of that place alone, and the events are those with
    a row of it.
    """
    a, k = _chosen(data, jenis, wilayah)
    a = a[a["tanggal"].between(pd.Timestamp(dari), pd.Timestamp(sampai))]
    k = k[k["kode_acara"].isin(a["kode_acara"])]
    lengkap = k.dropna(subset=["diundang_orang", "hadir_orang"])
    orang = a["peserta_orang"].dropna()
    return Rangkuman(
        n_acara=len(a), n_menyebut=len(orang),
        peserta_orang=int(orang.sum()) if len(orang) else None,
        n_baris=len(k), n_lengkap=len(lengkap),
        diundang=int(lengkap["diundang_orang"].sum()),
        hadir=int(lengkap["hadir_orang"].sum()),
        n_kelurahan=present(k)["peserta"].nunique(),
    )  # fmt: skip


def by_year(
    data: Data, hari: dt.date, jenis: str = "", wilayah: str = ""
) -> dict[int, Rangkuman]:
    """`summed` for each year with an event up to a day, newest first."""
    lewat = data.acara["tanggal"]
    tahun = sorted({t.year for t in lewat if t.date() <= hari}, reverse=True)
    semua = {
        t: summed(data, dt.date(t, 1, 1), min(dt.date(t, 12, 31), hari), jenis, wilayah)
        for t in tahun
    }
    return {t: r for t, r in semua.items() if r.n_acara}


def by_role(data: Data, kode_acara: str) -> pd.DataFrame:
    """One event's attendance by role, those with most rows first.

    Columns: `n_kelurahan` (reached), `n_baris`, `n_lengkap`, `diundang`, `hadir` (sums
    over the rows with both), `hadir_tercatat` (of all that say who came; NA: none).
    """
    k = data.kehadiran[data.kehadiran["kode_acara"] == kode_acara]
    k = k.assign(lengkap=k["diundang_orang"].notna() & k["hadir_orang"].notna())
    per = k.groupby("peran")
    penuh = k[k["lengkap"]].groupby("peran")[["diundang_orang", "hadir_orang"]].sum()
    hasil = pd.DataFrame({"n_baris": per.size(), "n_lengkap": per["lengkap"].sum()})
    sampai = present(k).groupby("peran")["peserta"].nunique()
    # a role of which nobody was counted present reached no kelurahan
    hasil["n_kelurahan"] = sampai.reindex(hasil.index, fill_value=0).astype("Int64")
    hasil["diundang"], hasil["hadir"] = penuh["diundang_orang"], penuh["hadir_orang"]
    hasil["hadir_tercatat"] = per["hadir_orang"].sum(min_count=1)
    return hasil.sort_values("n_baris", ascending=False, kind="stable")


def present(k: pd.DataFrame) -> pd.DataFrame:
    """The rows of attendance that say that somebody came."""
    return k[(k["hadir_orang"] > 0).fillna(False).astype(bool)]


def _chosen(data: Data, jenis: str, wilayah: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Events of a kind with their attendance; of a place, those with a row of it."""
    a, k = data.acara, data.kehadiran
    a = a[a["jenis"] == jenis] if jenis else a
    if wilayah:
        k = k[_within(k["peserta"], wilayah)]
        a = a[a["kode_acara"].isin(k["kode_acara"])]
    return a, k


def _within(kode: pd.Series, wilayah: str) -> pd.Series:
    return (kode == wilayah) | kode.str.startswith(f"{wilayah}.")
