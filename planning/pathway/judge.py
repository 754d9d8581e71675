"""Every group open on a day against the rules of one ladder, all at once."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from indicators.data import Data
from planning.pathway import measures
from planning.pathway.aturan import Aturan, ladder
from planning.pathway.unknown import reasons
from reference.acuan import Acuan
from reference.periode import Periode

SUMBU = ("tingkat", "tahap")


@dataclass(frozen=True, eq=False)
class Penilaian:
    """All groups open on a day against one ladder.

    `index` the groups' codes, `aturan` the rules (lowest rung first), `nilai` the
    numbers (groups × rules, NaN unknown), `terpenuhi` 1 met, 0 not met, -1 unknown;
    `lapor` who reported in `periode`; `sebab` why a number of one who reported is not
    known, by (group, rule), where it is more than not reported; `dilaporkan` what each
    group says of itself, by ladder.
    """

    sumbu: str
    periode: Periode
    index: pd.Index
    aturan: tuple[Aturan, ...]
    nilai: np.ndarray
    terpenuhi: np.ndarray
    lapor: np.ndarray
    sebab: dict[tuple[int, int], str]
    dilaporkan: dict[str, np.ndarray]

    @cached_property
    def jenjang(self) -> tuple[str, ...]:
        """The rungs that have rules, lowest first."""
        return tuple(dict.fromkeys(a.jenjang for a in self.aturan))

    @cached_property
    def naik(self) -> np.ndarray:
        """How many of `jenjang` each group has reached."""
        lengkap = [
            self.terpenuhi[:, self.of_rung(j)].min(axis=1) == 1 for j in self.jenjang
        ]
        if not lengkap:
            return np.zeros(len(self.index), dtype=np.int64)
        return np.cumprod(lengkap, axis=0).sum(axis=0)

    def of_rung(self, jenjang: str) -> list[int]:
        """Where the rules of a rung stand in `aturan`."""
        return [i for i, a in enumerate(self.aturan) if a.jenjang == jenjang]

    def rung(self, g: int) -> str | None:
        """The rung that group number `g` has reached."""
        return self.jenjang[self.naik[g] - 1] if self.naik[g] else None

    def missing(self, g: int) -> list[int]:
        """The rules of the next rung not known to be met: the nearest to it first.

        What is known to be short comes before what is not reported; ties in the order
        of the list.
        """
        if self.naik[g] == len(self.jenjang):
            return []
        belum = [
            i for i in self.of_rung(self.jenjang[self.naik[g]])
            if self.terpenuhi[g, i] != 1
        ]  # fmt: skip
        return sorted(
            belum,
            key=lambda i: (
                self.terpenuhi[g, i] == -1,
                -self.aturan[i].nearness(self.nilai[g, i]),
            ),
        )

    def proposed(self, g: int, kurang: list[int]) -> bool:
        """Whether any rule that decided about group number `g` is only a proposal."""
        sampai = [i for j in self.jenjang[: self.naik[g]] for i in self.of_rung(j)]
        return any(self.aturan[i].usulan for i in (*sampai, *kurang[:1]))


def judge(
    data: Data,
    pada: dt.date,
    acuan: Acuan | None = None,
    aturan_pada: dt.date | None = None,
    sumbu: str = "tingkat",
) -> Penilaian:
    """All groups open on a day, held against the rules in force on `aturan_pada`.

    `acuan` None is `data.acuan`; `aturan_pada` None is `pada`. Raises ValueError when
    `sumbu` is neither "tingkat" nor "tahap".
    """
    if sumbu not in SUMBU:
        raise ValueError(f"sumbu harus salah satu dari {SUMBU}; diterima {sumbu!r}.")
    aturan = ladder(acuan or data.acuan, sumbu, aturan_pada or pada)
    kunci = ("penilaian", pada, aturan, sumbu)
    return data.kept(kunci, lambda: _judge(data, pada, aturan, sumbu))


def _judge(
    data: Data, pada: dt.date, aturan: tuple[Aturan, ...], sumbu: str
) -> Penilaian:
    periode, index = measures.period_on(data, pada), open_on(data, pada)
    cut = data.at(periode)
    di = cut.index.get_indexer(index)
    nilai = np.full((len(index), len(aturan)), np.nan)
    terpenuhi = np.full(nilai.shape, -1, dtype=np.int8)
    for i, a in enumerate(aturan):
        ukur = measures.measure(data, periode, a.dari, a.ukuran)
        nilai[:, i] = _spread(ukur, di, np.nan)
        terpenuhi[:, i] = _met(a, nilai[:, i])
    lapor = _spread(cut.lapor, di, False)
    sebab = _unknown(data, periode, index, aturan, lapor[:, None] & (terpenuhi == -1))
    kata = {s: _spread(cut.text(s), di, None) for s in SUMBU}
    return Penilaian(
        sumbu, periode, index, aturan, nilai, terpenuhi, lapor, sebab, kata
    )


def _spread(nilai: np.ndarray, di: np.ndarray, tanpa: object) -> np.ndarray:
    """Values in the order of other groups; `tanpa` for one that is not there (-1)."""
    hasil = np.full(len(di), tanpa, dtype=nilai.dtype)
    hasil[di >= 0] = nilai[di[di >= 0]]
    return hasil


def _unknown(
    data: Data,
    periode: Periode,
    index: pd.Index,
    aturan: tuple[Aturan, ...],
    kosong: np.ndarray,
) -> dict[tuple[int, int], str]:
    return {
        (int(index.get_loc(kode)), i): kata
        for i in np.flatnonzero(kosong.any(axis=0)).tolist()
        for kode, kata in reasons(data, periode, aturan[i], index[kosong[:, i]]).items()
    }


def _met(a: Aturan, nilai: np.ndarray) -> np.ndarray:
    return np.array([{True: 1, False: 0, None: -1}[a.met(n)] for n in nilai.tolist()])


def open_on(data: Data, pada: dt.date) -> pd.Index:
    """The codes of the groups open on a day."""
    hari, g = pd.Timestamp(pada), data.groups
    return g.index[(~(g["buka"] > hari) & ~(g["tutup"] <= hari)).to_numpy(bool)]
