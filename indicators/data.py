"""What indicators are computed from: the frames of one snapshot, cut by period."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any, Self, TypeVar

import numpy as np
import pandas as pd

from indicators.frames import empty_frame
from indicators.places import in_place as in_place
from indicators.places import level_of as level_of
from indicators.places import place_index, places
from reference.acuan import KODE as ACUAN
from reference.acuan import Acuan, bawaan
from reference.daftar import forms
from reference.kosakata import at_level
from reference.periode import Periode
from reference.rekap import KODE as REKAP
from reference.tindakan import KODE as TINDAKAN
from reference.wilayah import kelurahan

T = TypeVar("T")
_NUMBERS = tuple(n for n, v in at_level("kelompok").items() if v.is_number)
_COLUMN = {n: i for i, n in enumerate(_NUMBERS)}
_BESIDE = ("rekap", "tindakan", "acuan")
_BUKAN_LAPORAN = (REKAP, TINDAKAN, ACUAN, *forms())
_FRAMES = ("posisi", "kelurahan", "langkah", "kegiatan", "kelompok", "kiriman")


def _no_rows(frame: str) -> Any:  # noqa: ANN401
    """A field of `Data` that is an empty frame unless something is given."""
    return field(default_factory=lambda: empty_frame(frame))


@dataclass(frozen=True, eq=False)
class Cut:
    """One period: a row for every group open in it, whether it reported or not.

    `index` holds the codes of the open groups (the registry decides), `posisi` their
    rows in that order, all NA for a group that did not report; `di` says for each
    level of places where every one of them belongs in it.
    """

    periode: Periode
    index: pd.Index
    posisi: pd.DataFrame
    di: dict[str, np.ndarray]

    @cached_property
    def lapor(self) -> np.ndarray:
        """Whether each group has a report that counts in this period."""
        return self.posisi["periode"].notna().to_numpy()

    @cached_property
    def _totals(self) -> dict[tuple[str, ...], np.ndarray]:
        return {}

    @cached_property
    def _texts(self) -> dict[str, np.ndarray]:
        return {}

    @cached_property
    def _block(self) -> np.ndarray:
        return self.posisi[list(_NUMBERS)].to_numpy("float64", na_value=np.nan)

    @cached_property
    def _not_applicable(self) -> np.ndarray:
        tanda = np.zeros(self._block.shape, dtype=bool)
        for baris, nama in enumerate(self.posisi["tidak_berlaku"]):
            if isinstance(nama, frozenset) and nama:
                tanda[baris, [_COLUMN[n] for n in nama if n in _COLUMN]] = True
        return tanda

    def total(self, variables: Sequence[str]) -> np.ndarray:
        """The sum of some variables for each group.

        NaN as soon as one of them is not reported. What does not apply to the group
        adds nothing; when none of them applies there is no sum.
        """
        kunci = tuple(variables)
        if kunci not in self._totals:
            kolom = [_COLUMN[n] for n in kunci]
            nilai, lewat = self._block[:, kolom], self._not_applicable[:, kolom]
            jumlah = np.where(lewat, 0.0, nilai).sum(axis=1)
            hasil = np.where(lewat.all(axis=1), np.nan, jumlah)
            hasil.setflags(write=False)
            self._totals[kunci] = hasil
        return self._totals[kunci]

    def text(self, name: str) -> np.ndarray:
        """A choice as reported by each group; None where it is not reported."""
        if name not in self._texts:
            kolom = self.posisi[name]
            isi = kolom.astype("object").where(kolom.notna(), None)
            self._texts[name] = isi.to_numpy()
        return self._texts[name]

    def total_of(self, variables: Sequence[str], index: pd.Index) -> np.ndarray:
        """`total`, in the order of other groups; NaN for a group not open here."""
        di = self.index.get_indexer(index)
        if not len(self.index):
            return np.full(len(index), np.nan)
        return np.where(di >= 0, self.total(variables)[di], np.nan)


@dataclass(frozen=True, eq=False)
class Data:
    """The frames of one snapshot, as docs/architecture.md describes them.

    Nobody changes them: what is cut out of them is kept, so that all indicators of a
    page share the work.
    """

    posisi: pd.DataFrame
    kelurahan: pd.DataFrame
    langkah: pd.DataFrame
    kegiatan: pd.DataFrame
    kelompok: pd.DataFrame
    kiriman: pd.DataFrame
    rekap: pd.DataFrame = _no_rows("rekap")
    tindakan: pd.DataFrame = _no_rows("tindakan")
    acara: pd.DataFrame = _no_rows("acara")
    kehadiran: pd.DataFrame = _no_rows("kehadiran")
    penilaian: pd.DataFrame = _no_rows("penilaian")
    penilaian_aspek: pd.DataFrame = _no_rows("penilaian_aspek")
    penilaian_nilai: pd.DataFrame = _no_rows("penilaian_nilai")
    penilaian_pembinaan: pd.DataFrame = _no_rows("penilaian_pembinaan")
    kampanye: pd.DataFrame = _no_rows("kampanye")
    kampanye_sasaran: pd.DataFrame = _no_rows("kampanye_sasaran")
    kampanye_harian: pd.DataFrame = _no_rows("kampanye_harian")
    acuan: Acuan = field(default_factory=bawaan)
    _kept: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def from_snapshot(cls, snapshot: Any) -> Self:  # noqa: ANN401
        """The frames of a `store.Snapshot` (or of anything that has the same ones).

        Submissions that were undone are none: they count nowhere. Official recaps are
        in `rekap`, the register of actions in `tindakan`, events, competitions and
        campaigns in frames of their own; none is a report of groups: nobody is
        punctual by sending one.
        """
        isi = {nama: getattr(snapshot, nama) for nama in _FRAMES}
        isi |= {n: getattr(snapshot, n) for n in _BESIDE if hasattr(snapshot, n)}
        daftar = getattr(snapshot, "daftar", {})
        isi |= {f.name: daftar[f.name] for f in fields(cls) if f.name in daftar}
        k = isi["kiriman"]
        laporan = (k["keadaan"] != "dibatalkan") & ~k["layout"].isin(_BUKAN_LAPORAN)
        return cls(**{**isi, "kiriman": k[laporan]})

    @classmethod
    def empty(cls) -> Self:
        """No report, no group: what a new store holds.

        >>> Data.empty().periodes
        []
        """
        return cls(**{nama: empty_frame(nama) for nama in _FRAMES})

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once: the frames never change, so neither does it."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    @cached_property
    def periodes(self) -> list[Periode]:
        """Every period for which some group reported, oldest first."""
        return sorted(Periode.parse(p) for p in self.posisi["periode"].unique())

    @cached_property
    def groups(self) -> pd.DataFrame:
        """The registry by kode_kelompok, with `buka` and `tutup` (days).

        A group is open from the day it was founded, or from the start of the first
        period it reported, whichever is earlier; `tutup` is NaT while it is open.
        """
        daftar = self.kelompok.set_index("kode_kelompok").sort_index()
        mulai = {
            p: Periode.parse(p).start
            for p in daftar["periode_pertama"].dropna().unique()
        }
        pertama = pd.to_datetime(daftar["periode_pertama"].map(mulai))
        buka = pd.concat([daftar["tanggal_berdiri"], pertama], axis=1).min(axis=1)
        return daftar.assign(buka=buka, tutup=daftar["tanggal_tutup"])

    @cached_property
    def _by_periode(self) -> dict[str, pd.DataFrame]:
        potongan = self.posisi.groupby("periode", sort=False)
        return {str(p): g.set_index("kode_kelompok") for p, g in potongan}

    @cached_property
    def positions(self) -> dict[str, np.ndarray]:
        """For each level of places, where every group of `groups` belongs in it."""
        wilayah = self.groups["kode_wilayah"]
        kode = {
            "kelurahan": wilayah,
            "kecamatan": wilayah.map(
                {k: v.kode_kecamatan for k, v in kelurahan().items()}
            ),
        }
        hasil = {by: place_index(by).get_indexer(pd.Index(k)) for by, k in kode.items()}
        return {**hasil, "kota": np.zeros(len(wilayah), dtype=np.intp)}

    def is_open(self, periode: Periode) -> np.ndarray:
        """Which groups of `groups` are open at the end of a period."""
        akhir = pd.Timestamp(periode.end)
        buka, tutup = self.groups["buka"], self.groups["tutup"]
        return (~(buka > akhir) & ~(tutup <= akhir)).to_numpy()

    def at(self, periode: Periode) -> Cut:
        """The cut at one period."""
        return self.kept(("posisi", periode), lambda: self._cut(periode))

    def _cut(self, periode: Periode) -> Cut:
        buka = self.is_open(periode)
        index = self.groups.index[buka]
        baris = self._by_periode.get(str(periode))
        if baris is None:
            baris = self.posisi.iloc[:0].set_index("kode_kelompok")
        di = {by: posisi[buka] for by, posisi in self.positions.items()}
        return Cut(periode, index, baris.reindex(index), di)

    def at_kelurahan(self, periode: Periode) -> pd.DataFrame:
        """The kelurahan-level numbers of a period (float), one row a kelurahan."""
        return self.kept(("kelurahan", periode), lambda: self._cut_kelurahan(periode))

    def _cut_kelurahan(self, periode: Periode) -> pd.DataFrame:
        nama = list(at_level("kelurahan"))
        baris = self.kelurahan[self.kelurahan["periode"] == str(periode)]
        angka = baris.set_index("kode_wilayah")[nama].reindex(places("kelurahan"))
        return angka.astype("Float64").astype("float64")
