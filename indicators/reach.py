"""Which kelurahan were reached lately by events, when last, and which never.

"Lately" is a setting (list "sosialisasi"); who was not written down may have come.
"""

import datetime as dt

import pandas as pd

from indicators.data import Data
from indicators.outreach import present, rate, since
from indicators.places import place_index

TERJANGKAU, TAK_TERCATAT = "terjangkau", "tak_tercatat"
LAMA, BELUM = "lama", "belum"
KEADAAN = {
    TERJANGKAU: "Terjangkau",
    TAK_TERCATAT: "Ada acara, kehadirannya tidak tercatat",
    LAMA: "Terakhir sudah lama",
    BELUM: "Belum pernah tercatat",
}
"""What a kelurahan is on a day, from well reached to never."""


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
    datang = present(k).drop_duplicates(["kode_acara", "peserta"])
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


def _rows(data: Data, hari: dt.date, peran: str, jenis: str) -> pd.DataFrame:
    """Rows of attendance of events held by a day, with the event's day and name."""
    a = data.acara[data.acara["tanggal"] <= pd.Timestamp(hari)]
    a = a[a["jenis"] == jenis] if jenis else a
    k = data.kehadiran
    k = k[k["peran"] == peran] if peran else k
    return k[["kode_acara", "peserta", "peran", "diundang_orang", "hadir_orang"]].merge(
        a[["kode_acara", "nama", "jenis", "tanggal"]], on="kode_acara"
    )
