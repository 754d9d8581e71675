"""Who was reached by socialisation and training: events, attendance, coverage.

An event reaches a kelurahan when at least one person of it was counted present. What
was not counted is not known, never zero. Events after the day asked about are planned.
"""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from indicators.data import Data
from indicators.places import place_index
from reference.tulisan import daftar as listed
from reference.wilayah import nama_wilayah

BATAS = "sosialisasi"
TERJANGKAU, TAK_TERCATAT = "terjangkau", "tak_tercatat"
LAMA, BELUM = "lama", "belum"
KEADAAN = {
    TERJANGKAU: "Terjangkau",
    TAK_TERCATAT: "Ada acara, kehadirannya tidak tercatat",
    LAMA: "Terakhir sudah lama",
    BELUM: "Belum pernah tercatat",
}
"""What a kelurahan is on a day, from well reached to never."""


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


def events(data: Data, hari: dt.date, jenis: str = "") -> pd.DataFrame:
    """One row an event, newest first, by kode_acara, with what its attendance says.

    Beside the columns of `Data.acara`: `rencana` (True: after `hari`), `n_kelurahan`
    (reached), `n_baris`, `n_lengkap` (rows with both parts), `diundang`, `hadir` (sums
    over those rows), `kehadiran_pct`, `hadir_tercatat` (every row that says who came;
    NA: none does). `jenis` "" is every kind.
    """
    a = data.acara.set_index("kode_acara")
    a = a[a["jenis"] == jenis] if jenis else a
    k = data.kehadiran
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
    jumlah["n_kelurahan"] = _present(k).groupby("kode_acara")["peserta"].nunique()
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
    a = data.acara
    a = a[(a["jenis"] == jenis)] if jenis else a
    a = a[a["tanggal"].between(pd.Timestamp(dari), pd.Timestamp(sampai))]
    k = data.kehadiran
    if wilayah:
        k = k[_within(k["peserta"], wilayah)]
        a = a[a["kode_acara"].isin(k["kode_acara"])]
    k = k[k["kode_acara"].isin(a["kode_acara"])]
    lengkap = k.dropna(subset=["diundang_orang", "hadir_orang"])
    orang = a["peserta_orang"].dropna()
    return Rangkuman(
        n_acara=len(a), n_menyebut=len(orang),
        peserta_orang=int(orang.sum()) if len(orang) else None,
        n_baris=len(k), n_lengkap=len(lengkap),
        diundang=int(lengkap["diundang_orang"].sum()),
        hadir=int(lengkap["hadir_orang"].sum()),
        n_kelurahan=_present(k)["peserta"].nunique(),
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


def coverage(
    data: Data, hari: dt.date, peran: str = "", jenis: str = ""
) -> pd.DataFrame:
    """Each of the 29 kelurahan: when it was last reached, and how often lately.

    Columns: `keadaan` (a key of `KEADAAN`), `terakhir` (day, NaT: never recorded),
    `acara_terakhir` (its name), `n_acara` (events that reached it from `since` to
    `hari`), `n_diundang` (events of that span with any row of it), `n_pernah` (events
    ever), `diundang`, `hadir` (sums over that span's rows with both), `n_lengkap`,
    `kehadiran_pct`. `peran` "" is every role.
    """
    k = _rows(data, hari, peran, jenis)
    datang = _present(k).drop_duplicates(["kode_acara", "peserta"])
    baru = k[k["tanggal"] >= pd.Timestamp(since(data, hari))]
    datang_baru = datang[datang["tanggal"] >= pd.Timestamp(since(data, hari))]
    terakhir = datang.sort_values(["tanggal", "kode_acara"]).groupby("peserta").last()
    lengkap = baru.dropna(subset=["diundang_orang", "hadir_orang"])
    hasil = pd.DataFrame(index=place_index("kelurahan"))
    hasil["terakhir"], hasil["acara_terakhir"] = terakhir["tanggal"], terakhir["nama"]
    hitung = {
        "n_acara": datang_baru.groupby("peserta").size(),
        "n_diundang": baru.groupby("peserta")["kode_acara"].nunique(),
        "n_pernah": datang.groupby("peserta").size(),
        "n_lengkap": lengkap.groupby("peserta").size(),
    }
    for nama, n in hitung.items():
        hasil[nama] = n.reindex(hasil.index, fill_value=0).astype("Int64")
    jumlah = lengkap.groupby("peserta")[["diundang_orang", "hadir_orang"]].sum()
    hasil["diundang"], hasil["hadir"] = jumlah["diundang_orang"], jumlah["hadir_orang"]
    hasil["kehadiran_pct"] = rate(hasil["hadir"], hasil["diundang"])
    tak_tercatat = set(baru.loc[baru["hadir_orang"].isna(), "peserta"])
    hasil["keadaan"] = [
        _state(str(kode), n, p, tak_tercatat)
        for kode, n, p in zip(
            hasil.index, hasil["n_acara"], hasil["n_pernah"], strict=True
        )
    ]
    return hasil


def _state(kode: str, n_acara: int, n_pernah: int, tak_tercatat: set[str]) -> str:
    if n_acara:
        return TERJANGKAU
    if kode in tak_tercatat:
        return TAK_TERCATAT
    return LAMA if n_pernah else BELUM


def share(cakupan: pd.DataFrame) -> pd.DataFrame:
    """How many kelurahan of each kecamatan were reached, of how many.

    Columns: `n_terjangkau`, `n_kelurahan`, `terjangkau_pct`, `n_tak_tercatat`,
    `diundang`, `hadir`, `kehadiran_pct` (quotient of sums). `cakupan` is what
    `coverage` gives, or some of its rows.
    """
    ada = cakupan.assign(
        kecamatan=[str(k)[:8] for k in cakupan.index],
        terjangkau=cakupan["keadaan"] == TERJANGKAU,
        tak_tercatat=cakupan["keadaan"] == TAK_TERCATAT,
    )
    per = ada.groupby("kecamatan")
    hasil = pd.DataFrame(
        {
            "n_terjangkau": per["terjangkau"].sum(),
            "n_kelurahan": per.size(),
            "n_tak_tercatat": per["tak_tercatat"].sum(),
        }
    )
    hasil["terjangkau_pct"] = 100 * hasil["n_terjangkau"] / hasil["n_kelurahan"]
    hasil[["diundang", "hadir"]] = per[["diundang", "hadir"]].sum(min_count=1)
    hasil["kehadiran_pct"] = rate(hasil["hadir"], hasil["diundang"])
    return hasil


def waiting(cakupan: pd.DataFrame) -> pd.DataFrame:
    """The kelurahan not reached lately, never recorded first, then longest ago."""
    belum = cakupan[cakupan["keadaan"].isin((LAMA, BELUM))]
    return belum.sort_values("terakhir", na_position="first", kind="stable")


def names(kode: pd.Index, paling_banyak: int = 0) -> str:
    """Places in a sentence."""
    return listed([nama_wilayah(str(k)) for k in kode], paling_banyak)


def _rows(data: Data, hari: dt.date, peran: str, jenis: str) -> pd.DataFrame:
    """Rows of attendance of events held by a day, with the event's day and name."""
    a = data.acara[data.acara["tanggal"] <= pd.Timestamp(hari)]
    a = a[a["jenis"] == jenis] if jenis else a
    k = data.kehadiran
    k = k[k["peran"] == peran] if peran else k
    return k[["kode_acara", "peserta", "peran", "diundang_orang", "hadir_orang"]].merge(
        a[["kode_acara", "nama", "jenis", "tanggal"]], on="kode_acara"
    )


def _present(k: pd.DataFrame) -> pd.DataFrame:
    return k[(k["hadir_orang"] > 0).fillna(False).astype(bool)]


def _within(kode: pd.Series, wilayah: str) -> pd.Series:
    return (kode == wilayah) | kode.str.startswith(f"{wilayah}.")
