"""What is asked: a place or group, two periods; and the change found there."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators import INDICATORS
from indicators.change import change
from indicators.data import Data
from indicators.indicator import Indicator
from indicators.parts import amount
from indicators.places import in_place, level_of
from indicators.sentences.kalimat import Dasar
from indicators.sentences.noise import among_groups, in_history
from reference.kosakata import HIBAH, MODAL_UP2K
from reference.periode import Periode

_TERPANJANG = 12
_TANPA_HIBAH = tuple(n for n in MODAL_UP2K if n not in HIBAH)
TANPA_HIBAH = Indicator(
    id="modal_tanpa_hibah",
    label="Modal UP2K tanpa hibah",
    unit="Rp",
    kelompok_indikator="modal",
    level="kelompok",
    better="high",
    source="Definisi UP2K PKK (modal dari swadaya masyarakat)",
    formula="simpanan pokok + simpanan wajib + dana cadangan + iuran swadaya",
    help="Modal milik kelompok yang bukan pemberian.",
    parts=amount(_TANPA_HIBAH),
    variables=_TANPA_HIBAH,
)
ANGKA: dict[str, Indicator] = {**INDICATORS, TANPA_HIBAH.id: TANPA_HIBAH}
"""Every figure that a sentence may state, by id."""


@dataclass(frozen=True, slots=True)
class Perubahan:
    """A change over the same groups, and how often one so large comes by chance.

    `peluang` is a share from 0 to 1, None where it cannot be said (`sebab` tells why);
    `cara` is "kelompok" (held against groups moving at random), "runtun" (one of a
    steady row of changes; `sebab` counts those that go the same way) or "riwayat"
    (against the size of its own past changes, `n_acuan` of them). `arah` is "naik" or
    "turun" only where the change goes beyond the noise.
    """

    dasar: Dasar
    arah: str
    peluang: float | None
    cara: str
    n_acuan: int
    sebab: str = ""

    def __getitem__(self, kolom: str) -> float:
        return self.dasar[kolom]


@dataclass(frozen=True, slots=True)
class Soal:
    """One question: the data, the periods, the day, and the place or group meant."""

    data: Data
    periode: Periode
    pembanding: Periode
    hari_ini: dt.date
    kode: str

    @property
    def by(self) -> str:
        """The level of `kode`: fits `compute(…, by=…)`."""
        return level_of(self.kode)

    def batas(self, kode: str) -> float:
        """A threshold of the list "kalimat" in force on the day."""
        return float(self.data.acuan.pada("kalimat", self.hari_ini)[kode]["batas"])

    def change(self, indikator: str) -> Perubahan:
        """The same-group change of a figure since `pembanding`."""
        kunci = ("kalimat", indikator, *self._key)
        return self.data.kept(kunci, lambda: _change(self, ANGKA[indikator]))

    @property
    def _key(self) -> tuple[object, ...]:
        return self.periode, self.pembanding, self.hari_ini, self.kode


_KOLOM = (
    "value", "n_lapor", "n_kelompok", "value_sama", "value_dulu_sama", "selisih_sama",
    "n_sama",
)  # fmt: skip


def _change(soal: Soal, i: Indicator) -> Perubahan:
    tabel = change(i, soal.data, soal.periode, soal.pembanding, soal.by)
    isi = dict.fromkeys(_KOLOM, np.nan)
    if soal.kode in tabel.index:
        isi = {k: float(tabel.at[soal.kode, k]) for k in _KOLOM}
    angka = tuple((k, None if np.isnan(v) else v) for k, v in isi.items())
    dasar = Dasar(i.id, soal.kode, soal.periode, soal.pembanding, angka)
    peluang, cara, n, sebab = _chance(soal, i, isi)
    beda, dulu = isi["selisih_sama"], isi["value_dulu_sama"]
    ukuran = abs(beda) if i.unit == "%" else abs(beda) / dulu * 100 if dulu else np.inf
    nyata = (
        peluang is not None
        and peluang * 100 <= soal.batas("peluang_kebetulan") + 1e-9
        and beda != 0
        and ukuran >= soal.batas("perubahan_terkecil")
    )
    arah = ("naik" if beda > 0 else "turun") if nyata else ""
    return Perubahan(dasar, arah, peluang, cara, n, sebab)


def _chance(
    soal: Soal, i: Indicator, isi: dict[str, float]
) -> tuple[float | None, str, int, str]:
    n = 0 if np.isnan(isi["n_sama"]) else int(isi["n_sama"])
    if n == 0 or np.isnan(isi["selisih_sama"]):
        sebab = (
            f"tidak ada kelompok yang melaporkannya pada {soal.pembanding.label} dan "
            f"{soal.periode.label}"
        )
        return None, "", 0, sebab
    if n >= soal.batas("kelompok_paling_sedikit"):
        selisih = _per_group(soal, i, soal.periode, soal.pembanding)
        return among_groups(selisih), "kelompok", n, ""
    lalu = _history(soal, i)
    if len(lalu) >= soal.batas("riwayat_paling_pendek"):
        return _own(soal, isi["selisih_sama"], lalu)
    awal = "" if soal.by == "kelompok" else f"baru {n} kelompok yang sama, dan "
    sebab = f"{awal}baru ada {len(lalu)} perubahan terdahulu untuk dibandingkan"
    return None, "", n, sebab


def _own(soal: Soal, kini: float, lalu: np.ndarray) -> tuple[float, str, int, str]:
    """A change against its own past: part of a steady movement, or larger than usual.

    Only changes from one period to the next can make a steady movement; longer ones
    share what happened in between.
    """
    if soal.pembanding == soal.periode.previous():
        semua = np.append(lalu, kini)
        runtun = among_groups(semua)
        searah = int((np.sign(lalu) == np.sign(kini)).sum())
        if runtun * 100 <= soal.batas("runtun_kebetulan") and semua.sum() * kini > 0:
            return runtun, "runtun", len(lalu), f"{searah} dari {len(lalu)}"
    return in_history(kini, lalu), "riwayat", len(lalu), ""


def _both(
    soal: Soal, i: Indicator, periode: Periode, pembanding: Periode
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The parts of the place's groups that have them in both periods."""
    a = i.parts(soal.data, periode).dropna()
    b = i.parts(soal.data, pembanding).dropna()
    sama = a.index.intersection(b.index).sort_values()
    sama = sama[in_place(sama, soal.kode)] if soal.by != "kota" else sama
    return a.loc[sama], b.loc[sama]


def _per_group(
    soal: Soal, i: Indicator, periode: Periode, pembanding: Periode
) -> np.ndarray:
    """What each group adds to the change.

    Of a ratio: the change of its upper part less what the old ratio would give for
    the change of its lower part; these sum to nothing where the ratio stays.
    """
    a, b = _both(soal, i, periode, pembanding)
    atas = (a["numerator"] - b["numerator"]).to_numpy("float64")
    if "denominator" not in a:
        return atas
    bawah = (a["denominator"] - b["denominator"]).to_numpy("float64")
    jumlah = b["denominator"].sum()
    return atas - (b["numerator"].sum() / jumlah if jumlah else 0.0) * bawah


def _history(soal: Soal, i: Indicator) -> np.ndarray:
    """Earlier changes over as long a time, one for each period with reports."""
    pertama = soal.data.periodes[0] if soal.data.periodes else soal.periode
    hasil = []
    for langkah in range(1, _TERPANJANG + 1):
        kini, dulu = soal.periode.shift(-langkah), soal.pembanding.shift(-langkah)
        if dulu < pertama:
            break
        a, b = _both(soal, i, kini, dulu)
        if len(a):
            hasil.append(_value(a, i) - _value(b, i))
    nilai = np.array(hasil, dtype="float64")
    return nilai[~np.isnan(nilai)]


def _value(bagian: pd.DataFrame, i: Indicator) -> float:
    atas = float(bagian["numerator"].sum())
    if "denominator" not in bagian:
        return atas * i.scale
    bawah = float(bagian["denominator"].sum())
    return atas / bawah * i.scale if bawah else np.nan
