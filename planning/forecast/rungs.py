"""When a group may stand on the next rung: a range of months, or why none is given."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.data import Data
from planning.forecast import hazard, history, spread
from planning.forecast.batas import Batas
from planning.forecast.history import Riwayat
from planning.forecast.outlook import levels, outlook
from planning.forecast.reasons import months, reasons
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.tulisan import angka

BUKAN_JANJI = "Perkiraan menurut riwayat kota ini; bukan janji."
KOLOM = (
    "jenjang", "cukup", "alasan", "bulan_bawah", "bulan_tengah", "bulan_atas",
    "peluang_setahun", "n_kejadian",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Perkiraan:
    """When the next rung comes: 80 of 100 times between two numbers of months.

    Months count from the day asked for to the end of a period; 0 means that it may
    have happened and is not reported yet. `bulan_atas` None is beyond the horizon
    (`jangka` months), and so is `bulan_tengah` None. With `cukup` False all are None
    and `alasan` says why. `peluang_setahun` is the chance within twelve months;
    `n_kejadian` are the rises in the city's history it was learned from.
    """

    cukup: bool
    alasan: str
    bulan_bawah: int | None = None
    bulan_tengah: int | None = None
    bulan_atas: int | None = None
    n_kejadian: int = 0
    peluang_setahun: float | None = None
    bagian: int = 80
    jangka: int = 36

    @property
    def kalimat(self) -> str:
        """The whole of it for people, in one sentence or two."""
        if not self.cukup or self.bulan_bawah is None:
            return f"{self.alasan[:1].upper()}{self.alasan[1:]}."
        rentang = in_words(self.bulan_bawah, self.bulan_atas, self.jangka)
        return f"{self.bagian} dari 100 kali {rentang}. {BUKAN_JANJI}"


def in_words(bawah: int, atas: int | None, jangka: int) -> str:
    """A range of months as people say it.

    >>> in_words(6, 24, 36), in_words(18, None, 36), in_words(6, 6, 36)
    ('antara 6 dan 24 bulan lagi', 'paling cepat 18 bulan lagi', '6 bulan lagi')
    >>> in_words(39, None, 36)
    'lebih dari 36 bulan lagi'
    >>> in_words(0, 33, 36)
    'mungkin sudah, paling lambat 33 bulan lagi'
    """
    if bawah == 0:
        sampai = "" if atas is None else f", paling lambat {angka(atas)} bulan lagi"
        return f"mungkin sudah{sampai}"
    if atas is None and bawah > jangka:
        return f"lebih dari {angka(jangka)} bulan lagi"
    if atas is None:
        return f"paling cepat {angka(bawah)} bulan lagi"
    if bawah == atas:
        return f"{angka(bawah)} bulan lagi"
    return f"antara {angka(bawah)} dan {angka(atas)} bulan lagi"


def next_rung(
    data: Data, kode_kelompok: str, pada: dt.date, sumbu: str = "tingkat"
) -> Perkiraan:
    """When a group may stand on the next rung of `sumbu` ("tingkat" or "tahap").

    Learned from the reports of periods that had ended on that day. Raises KeyError for
    a group that is not in the registry.
    """
    if kode_kelompok not in data.groups.index:
        raise KeyError(kode_kelompok)
    semua = next_rungs(data, pada, sumbu)
    batas = Batas.pada(data, pada)
    if kode_kelompok not in semua.index:
        return Perkiraan(False, "kelompok ini sudah tutup atau belum berdiri")
    b = semua.loc[kode_kelompok]
    return Perkiraan(
        cukup=bool(b["cukup"]),
        alasan=str(b["alasan"]),
        bulan_bawah=_whole(b["bulan_bawah"]),
        bulan_tengah=_whole(b["bulan_tengah"]),
        bulan_atas=_whole(b["bulan_atas"]),
        n_kejadian=int(b["n_kejadian"]),
        peluang_setahun=float(b["peluang_setahun"]) if b["cukup"] else None,
        bagian=batas.bagian,
        jangka=batas.jangka_jenjang,
    )


def _whole(nilai: float) -> int | None:
    return None if pd.isna(nilai) else int(nilai)


def next_rungs(data: Data, pada: dt.date, sumbu: str = "tingkat") -> pd.DataFrame:
    """`next_rung` of every group open that day, by kode_kelompok, columns `KOLOM`.

    `jenjang` is the rung last reported (its code, None unknown); months are Int64.
    """
    kunci = ("perkiraan jenjang", pada, sumbu)
    return data.kept(kunci, lambda: _next_rungs(data, pada, sumbu))


def last_period(data: Data, pada: dt.date) -> Periode:
    """The newest period that had ended on a day, in the rhythm of the reports."""
    irama = data.periodes[-1].irama if data.periodes else pengaturan().irama
    return Periode.containing(pada + dt.timedelta(days=1), irama).previous()


def _next_rungs(data: Data, pada: dt.date, sumbu: str) -> pd.DataFrame:
    batas, akhir = Batas.pada(data, pada), last_period(data, pada)
    r = history.read(data, sumbu, akhir)
    tabel = history.exposures(r)
    alasan, jenjang = reasons(r, tabel, akhir, batas)
    hasil = pd.DataFrame(
        {"jenjang": jenjang, "cukup": alasan == "", "alasan": alasan},
        index=r.kode, columns=KOLOM,
    )  # fmt: skip
    hasil["n_kejadian"] = int(tabel["naik"].sum())
    g = np.flatnonzero(hasil["cukup"])
    if len(g):
        kunci = ("bahaya", sumbu, akhir)
        model = data.kept(kunci, lambda: hazard.fit(tabel, levels(r)))
        _fill(hasil, g, r, model, pada, akhir, batas)
    bulan = ["bulan_bawah", "bulan_tengah", "bulan_atas"]
    tipe = dict.fromkeys(bulan, "Int64") | {"peluang_setahun": "float64"}
    return hasil[data.is_open(akhir)].astype(tipe)


def _fill(
    hasil: pd.DataFrame,
    g: np.ndarray,
    r: Riwayat,
    model: hazard.Bahaya,
    pada: dt.date,
    akhir: Periode,
    batas: Batas,
) -> None:
    setelah = [akhir.shift(i) for i in range(1, 1 + batas.jangka_jenjang)]
    # a period that ends within this very month is "1 bulan lagi", not "mungkin sudah"
    semua = [max(months(pada, p.end), 1) for p in setelah]
    bulan = [b for b in semua if b <= batas.jangka_jenjang]
    peluang = outlook(r, model, g, akhir, len(bulan))
    awal, ujung = spread.choose(peluang, batas.bagian / 100)
    tengah = spread.middle(peluang)
    arti = np.array([0, *bulan, np.nan])
    dekat = np.array([0, *bulan, batas.jangka_jenjang + 1])
    setahun = sum(b <= 12 for b in bulan) + 1
    baris = hasil.index[g]
    hasil.loc[baris, "bulan_bawah"] = dekat[awal]
    hasil.loc[baris, "bulan_tengah"] = arti[tengah]
    hasil.loc[baris, "bulan_atas"] = arti[ujung]
    hasil.loc[baris, "peluang_setahun"] = peluang[:, :setahun].sum(axis=1)
