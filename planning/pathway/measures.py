"""What rules measure: one number for each group in one period, NaN where not known.

The kinds (`diukur_dari`) are: "isian" a sum of variables (`a + b - c`), "terendah" the
smallest of some (`a; b`), "per_triwulan" a flow counted for three months, "setahun" a
flow over a year, "pilihan" 1 where `nama=nilai|nilai` is chosen, "indikator",
"langkah" 1 where the step is done, "lapor_bulan" months reported without a gap,
"umur_bulan" months since the group was founded or first reported.
"""

import datetime as dt
import re
from collections.abc import Callable

import numpy as np
import pandas as pd

from indicators import INDICATORS
from indicators.compute import compute
from indicators.data import Data
from indicators.next_steps import step_status
from reference.kosakata import variables
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.syarat import langkah

Bukti = tuple[tuple[str, str], ...]
LAPORAN = "nama_kelompok"
"""The variable whose cell shows that a group reported."""
_TERPANJANG = 40
_SUKU = re.compile(r"([+-]?)\s*(\w+)")


def period_on(data: Data, pada: dt.date) -> Periode:
    """The period that is read on a day: the newest that had ended.

    In the rhythm of the reports known by then.
    """
    ada = [p for p in data.periodes if p.end <= pada]
    irama = ada[-1].irama if ada else pengaturan().irama
    return Periode.last_ended(pada + dt.timedelta(days=1), irama)


def measure(data: Data, periode: Periode, dari: str, ukuran: str) -> np.ndarray:
    """The number of each group open in a period, in the order of `data.at(periode)`.

    All NaN where nobody can measure it; `unreadable` says why.
    """
    kunci = ("ukuran", periode, dari, ukuran)
    return data.kept(kunci, lambda: _measure(data, periode, dari, ukuran))


def _measure(data: Data, periode: Periode, dari: str, ukuran: str) -> np.ndarray:
    cut = data.at(periode)
    if unreadable(dari, ukuran):
        return np.full(len(cut.index), np.nan)
    nilai = _UKUR[dari](data, periode, ukuran).astype("float64")
    return np.where(cut.lapor, nilai, np.nan)


def unreadable(dari: str, ukuran: str) -> str | None:
    """Why something cannot be measured, as half a sentence; None when it can.

    >>> unreadable("isian", "kas + emas")
    'isian “emas” tidak dikenal'
    """
    if dari not in _UKUR:
        return f"cara mengukur “{dari}” tidak dikenal"
    if dari == "indikator":
        ada = ukuran in INDICATORS and INDICATORS[ukuran].level == "kelompok"
        return None if ada else f"indikator “{ukuran}” tidak dikenal"
    if dari == "langkah":
        return None if ukuran in langkah() else f"langkah “{ukuran}” tidak dikenal"
    asing = [n for n in names(dari, ukuran) if not _countable(n, dari)]
    if dari in _TANPA_ISIAN or (names(dari, ukuran) and not asing):
        return None
    return f"isian “{asing[0] if asing else ukuran}” tidak dikenal"


def _countable(nama: str, dari: str) -> bool:
    v = variables().get(nama)
    if v is None or v.level != "kelompok":
        return False
    return v.type == "choice" if dari == "pilihan" else v.is_number


def names(dari: str, ukuran: str) -> tuple[str, ...]:
    """The variables that are read.

    >>> names("isian", "simpanan_pokok + simpanan_wajib - kas")
    ('simpanan_pokok', 'simpanan_wajib', 'kas')
    """
    if dari == "indikator":
        return INDICATORS[ukuran].variables if ukuran in INDICATORS else ()
    if dari == "langkah":
        return (f"langkah:{ukuran}",)
    if dari == "pilihan":
        return (ukuran.partition("=")[0],)
    if dari == "umur_bulan":
        return ("tanggal_berdiri",)
    if dari == "lapor_bulan":
        return (LAPORAN,)
    return tuple(nama for _, nama in _SUKU.findall(ukuran))


def evidence(periode: Periode, dari: str, ukuran: str, nilai: float) -> Bukti:
    """Which periods and variables a group's number stands on."""
    if dari == "lapor_bulan":
        banyak = 0 if np.isnan(nilai) else round(nilai * periode.per_year / 12)
        periodes = [periode.shift(-i) for i in range(banyak)]
    elif dari == "setahun":
        periodes = _year(periode)
    elif dari == "indikator" and ukuran in INDICATORS:
        periodes = list(INDICATORS[ukuran].reads(periode))
    else:
        periodes = [periode]
    return tuple((str(p), n) for p in periodes for n in names(dari, ukuran))


def _year(periode: Periode) -> list[Periode]:
    return [periode.shift(-i) for i in range(periode.per_year)]


def _sum(data: Data, periode: Periode, ukuran: str) -> np.ndarray:
    cut, suku = data.at(periode), _SUKU.findall(ukuran)
    plus = [n for tanda, n in suku if tanda != "-"]
    minus = [n for tanda, n in suku if tanda == "-"]
    jumlah = cut.total(plus) if plus else np.zeros(len(cut.index))
    return jumlah - cut.total(minus) if minus else jumlah


def _least(data: Data, periode: Periode, ukuran: str) -> np.ndarray:
    cut = data.at(periode)
    return np.min([cut.total((n,)) for n in names("terendah", ukuran)], axis=0)


def _quarterly(data: Data, periode: Periode, ukuran: str) -> np.ndarray:
    return _sum(data, periode, ukuran) * periode.per_year / 4


def _yearly(data: Data, periode: Periode, ukuran: str) -> np.ndarray:
    index, nama = data.at(periode).index, names("setahun", ukuran)
    return np.sum([data.at(p).total_of(nama, index) for p in _year(periode)], axis=0)


def _chosen(data: Data, periode: Periode, ukuran: str) -> np.ndarray:
    nama, _, boleh = ukuran.partition("=")
    isi = data.at(periode).text(nama)
    ada = np.array([v is not None for v in isi], dtype=bool)
    return np.where(ada, np.isin(isi.astype("str"), boleh.split("|")), np.nan)


def _indicator(data: Data, periode: Periode, ukuran: str) -> np.ndarray:
    nilai = compute(INDICATORS[ukuran], data, periode, "kelompok")["value"]
    return nilai.to_numpy("float64")


def _step(data: Data, periode: Periode, ukuran: str) -> np.ndarray:
    status = step_status(data, periode)[ukuran]
    return np.where(status.notna(), status == "selesai", np.nan)


def _reported(data: Data, periode: Periode, _: str) -> np.ndarray:
    di = data.groups.index.get_indexer(data.at(periode).index)
    hasil, masih, p = np.zeros(len(di)), np.ones(len(di), dtype=bool), periode
    for _i in range(_TERPANJANG):
        masih = masih & (_reporters(data, p) & data.is_open(p))[di]
        if not masih.any():
            break
        hasil += masih * 12 / periode.per_year
        p = p.previous()
    return hasil


def _reporters(data: Data, periode: Periode) -> np.ndarray:
    """Which groups of `data.groups` have a report of a period."""
    lapor = data.kept("pelapor", lambda: _by_period(data))
    hasil = np.zeros(len(data.groups), dtype=bool)
    hasil[lapor.get(str(periode), [])] = True
    return hasil


def _by_period(data: Data) -> dict[str, np.ndarray]:
    di = data.groups.index.get_indexer(pd.Index(data.posisi["kode_kelompok"]))
    return {
        str(p): di[baris][di[baris] >= 0]
        for p, baris in data.posisi.groupby("periode").indices.items()
    }


def _age(data: Data, periode: Periode, _: str) -> np.ndarray:
    buka = data.groups["buka"].reindex(data.at(periode).index)
    bulan = (periode.end.year - buka.dt.year) * 12 + periode.end.month - buka.dt.month
    kurang = buka.dt.day > pd.Timestamp(periode.end).day
    return (bulan - kurang).to_numpy("float64", na_value=np.nan)


_UKUR: dict[str, Callable[[Data, Periode, str], np.ndarray]] = {
    "isian": _sum,
    "terendah": _least,
    "per_triwulan": _quarterly,
    "setahun": _yearly,
    "pilihan": _chosen,
    "indikator": _indicator,
    "langkah": _step,
    "lapor_bulan": _reported,
    "umur_bulan": _age,
}
_TANPA_ISIAN = ("lapor_bulan", "umur_bulan")
