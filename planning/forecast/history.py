"""What the store knows about climbing: who stood where, and who rose from there.

A matrix has a row a group and a column a period, without gaps. Only the past of each
column is in it, so that its first columns are what was known then.
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from indicators.data import Data
from reference.kosakata import MODAL_UP2K, pilihan_untuk
from reference.periode import Periode
from reference.wilayah import kecamatan

UMUR = ("di bawah 3 tahun", "3 sampai 8 tahun", "di atas 8 tahun", "tidak diketahui")
MODAL = ("sepertiga terkecil", "sepertiga tengah", "sepertiga terbesar", "tidak lapor")
LAMA = ("naik dalam setahun terakhir", "lebih lama")
_BATAS_UMUR = (3.0, 8.0)


@dataclass(frozen=True, eq=False)
class Riwayat:
    """The ladder of every group over all periods up to one.

    `jenjang` (rung from 0, NaN unknown or not open), `aktif` (reported and not
    dormant), `modal` (class of capital in the city of that period) and `sejak` (periods
    since the last rise seen, inf before any) are groups × periods; `kecamatan` and
    `berdiri` (years, NaN unknown) one a group.
    """

    sumbu: str
    periodes: tuple[Periode, ...]
    kode: pd.Index
    jenjang: np.ndarray
    aktif: np.ndarray
    modal: np.ndarray
    sejak: np.ndarray
    kecamatan: np.ndarray
    berdiri: np.ndarray

    def until(self, banyak: int) -> "Riwayat":
        """What was known after the first so many periods."""
        return replace(
            self,
            periodes=self.periodes[:banyak],
            jenjang=self.jenjang[:, :banyak],
            aktif=self.aktif[:, :banyak],
            modal=self.modal[:, :banyak],
            sejak=self.sejak[:, :banyak],
        )

    def last_known(self) -> np.ndarray:
        """The column of each group's newest report with a rung; -1 where none is."""
        ada = ~np.isnan(self.jenjang)
        n = ada.shape[1]
        akhir = n - 1 - np.argmax(ada[:, ::-1], axis=1) if n else np.zeros(len(ada))
        return np.where(ada.any(axis=1), akhir, -1).astype(np.intp)


def read(data: Data, sumbu: str, sampai: Periode) -> Riwayat:
    """The history up to a period, in the rhythm of that period."""
    kunci = ("riwayat jenjang", sumbu, sampai)
    return data.kept(kunci, lambda: _read(data, sumbu, sampai))


def _read(data: Data, sumbu: str, sampai: Periode) -> Riwayat:
    ada = [p for p in data.periodes if p.irama == sampai.irama and not sampai < p]
    periodes = _without_gap(ada)
    kode = data.groups.index
    urutan = {nama: float(i) for i, nama in enumerate(pilihan_untuk(sumbu))}
    bentuk = (len(kode), len(periodes))
    jenjang, modal = np.full(bentuk, np.nan), np.full(bentuk, len(MODAL) - 1)
    aktif = np.zeros(bentuk, dtype=bool)
    for j, p in enumerate(periodes):
        cut = data.at(p)
        di = kode.get_indexer(cut.index)
        jenjang[di, j] = [urutan.get(t, np.nan) for t in cut.text(sumbu)]
        aktif[di, j] = cut.lapor & (cut.text("status") != "nonaktif")
        modal[di, j] = _thirds(cut.total(MODAL_UP2K))
    induk = {k: i for i, k in enumerate(kecamatan())}
    hari = pd.to_datetime(data.groups["tanggal_berdiri"])
    return Riwayat(
        sumbu, tuple(periodes), kode, jenjang, aktif, modal, _since_rise(jenjang),
        np.array([induk.get(k[:8], -1) for k in data.groups["kode_wilayah"]]),
        (hari.dt.year + (hari.dt.month - 1) / 12).to_numpy("float64"),
    )  # fmt: skip


def exposures(r: Riwayat) -> pd.DataFrame:
    """One row a group and pair of consecutive periods in which it could have risen.

    `naik` is 1 where it did; `periode` (str) is the later one; the other columns are
    the classes that the model knows. Who was silent at either end, dormant, or on the
    top rung was not at risk.
    """
    dari, ke = r.jenjang[:, :-1], r.jenjang[:, 1:]
    puncak = len(pilihan_untuk(r.sumbu)) - 1
    risiko = ~np.isnan(dari) & ~np.isnan(ke) & r.aktif[:, :-1] & (dari < puncak)
    g, j = np.nonzero(risiko)
    naik = (ke[g, j] > dari[g, j]).astype("float64")
    tabel = classes(r, g, j, np.ones(len(g), dtype=np.intp))
    periode = [str(r.periodes[i + 1]) for i in j]
    return tabel.assign(kode_kelompok=r.kode[g], periode=periode, naik=naik)


def same_pace(
    tabel: pd.DataFrame, kode: pd.Index | np.ndarray, banyak: int
) -> np.ndarray:
    """The guess to beat: the chance to rise within `banyak` periods at the pace so far.

    `tabel` as of `exposures`. A group without a comparable pair has no pace of its own:
    it is guessed at the pace of all.
    """
    laju = tabel.groupby("kode_kelompok")["naik"].mean().reindex(kode)
    return 1 - (1 - laju.fillna(tabel["naik"].mean()).to_numpy()) ** banyak


def classes(r: Riwayat, g: np.ndarray, j: np.ndarray, k: np.ndarray) -> pd.DataFrame:
    """The classes of groups `g`, known at column `j`, for a rise `k` periods later.

    `jenjang`, `musim` (which period of the year), `kecamatan`, `modal`, `umur`, `lama`,
    `kelompok` (its row): numbers from 0. A group is taken to have stayed where it was
    until then.
    """
    akhir = [r.periodes[a].shift(int(b)) for a, b in zip(j, k, strict=True)]
    mulai = np.array([p.start.year + (p.start.month - 1) / 12 for p in akhir])
    umur = mulai - r.berdiri[g]
    setahun = r.periodes[0].per_year if r.periodes else 1
    return pd.DataFrame(
        {
            "jenjang": r.jenjang[g, j].astype(np.intp),
            "musim": [p.nomor - 1 for p in akhir],
            "kecamatan": r.kecamatan[g],
            "modal": r.modal[g, j],
            "umur": np.where(np.isnan(umur), 3, np.digitize(umur, _BATAS_UMUR)),
            "kelompok": g,
            "lama": (r.sejak[g, j] + k - 1 >= setahun).astype(np.intp),
        }
    )


def _without_gap(ada: list[Periode]) -> list[Periode]:
    hasil: list[Periode] = ada[:1]
    while hasil and hasil[-1] < ada[-1]:
        hasil.append(hasil[-1].next())
    return hasil


def _thirds(modal: np.ndarray) -> np.ndarray:
    """Each group's third of the city's capital in that period."""
    bagian = pd.Series(modal).rank(pct=True).to_numpy()
    return np.where(np.isnan(bagian), 3, np.digitize(bagian, (1 / 3, 2 / 3), True))


def _since_rise(jenjang: np.ndarray) -> np.ndarray:
    """Periods since a rise was last seen, against the last rung known before."""
    sejak = np.full(jenjang.shape, np.inf)
    terakhir = np.full(len(jenjang), np.nan)
    lalu = np.full(len(jenjang), np.inf)
    for j in range(jenjang.shape[1]):
        kini = jenjang[:, j]
        lalu = np.where(kini > terakhir, 0.0, lalu + 1)
        sejak[:, j] = lalu
        terakhir = np.where(np.isnan(kini), terakhir, kini)
    return sejak
