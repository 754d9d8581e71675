"""Groups that were alike before an action, and of which none was acted on."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.data import Data
from planning.actions.measures import value
from planning.actions.windows import Jendela
from reference.kosakata import MODAL_UP2K
from reference.periode import Periode
from reference.tindakan import BATAL

_BEDA_KECAMATAN = 0.5
_PANJANG_KECAMATAN = 8


@dataclass(frozen=True, slots=True)
class Batas:
    """When groups are alike and a difference may be told (list "banding", usulan)."""

    pasangan_terkecil: int
    pembanding_terbanyak: int
    beda_modal: float
    beda_anggota: float
    yakin: float

    @classmethod
    def pada(cls, data: Data, hari: dt.date) -> "Batas":
        """The limits in force on a day."""
        butir = data.acuan.pada("banding", hari)
        nilai = {nama: float(butir[nama]["nilai"]) for nama in cls.__slots__}
        return cls(
            pasangan_terkecil=int(nilai["pasangan_terkecil"]),
            pembanding_terbanyak=int(nilai["pembanding_terbanyak"]),
            beda_modal=nilai["beda_modal"],
            beda_anggota=nilai["beda_anggota"],
            yakin=nilai["yakin"],
        )


@dataclass(frozen=True, slots=True)
class Pasangan:
    """A group acted on beside groups like it: what each was before and became after.

    `perubahan` is the group's own change, `perubahan_serupa` that of each similar
    group, in the order of `serupa`.
    """

    kode_kelompok: str
    kode_tindakan: str
    sebelum: Periode
    sesudah: Periode
    perubahan: float
    serupa: tuple[str, ...]
    perubahan_serupa: tuple[float, ...]

    @property
    def selisih(self) -> float:
        """How much more the group changed than those like it."""
        return self.perubahan - float(np.mean(self.perubahan_serupa))


Ikut = Callable[[Data, Jendela], set[str]]
"""The groups that cannot stand beside a window, since they were acted on in it too."""


def pair(
    data: Data, j: Jendela, ukuran: str, batas: Batas, ikut: Ikut | None = None
) -> Pasangan | None:
    """A window beside the most similar groups without an action in it; None for none.

    Similar: the same reported tingkat before; capital and members within the limits;
    the number looked at within half its own spread; the nearest first, those of the
    same kecamatan before others. `ikut` says which groups are none of those; by
    default those for which anything was planned or done (`acted_on`).
    """
    awal = _before(data, j.sebelum, ukuran)
    ubah = _changes(data, j, ukuran)
    sendiri = int(awal.index.get_loc(j.kode_kelompok))
    jauh = _distance(awal, sendiri, batas)
    boleh = ~np.isnan(jauh) & ~np.isnan(ubah)
    boleh &= ~awal.index.isin((ikut or acted_on)(data, j))
    urut = np.argsort(np.where(boleh, jauh, np.inf), kind="stable")
    dekat = urut[: min(batas.pembanding_terbanyak, int(boleh.sum()))]
    if not len(dekat):
        return None
    return Pasangan(
        j.kode_kelompok, j.kode_tindakan, j.sebelum, j.sesudah, float(ubah[sendiri]),
        tuple(str(awal.index[i]) for i in dekat), tuple(float(ubah[i]) for i in dekat),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class _Sebelum:
    """What groups are matched by before: logarithms of what is held against times."""

    index: pd.Index
    tingkat: np.ndarray
    kecamatan: np.ndarray
    modal: np.ndarray
    anggota: np.ndarray
    baku: np.ndarray


def _before(data: Data, periode: Periode, ukuran: str) -> _Sebelum:
    def make() -> _Sebelum:
        cut = data.at(periode)
        nilai = value(data, ukuran, periode).reindex(cut.index).to_numpy("float64")
        sebar = float(np.nanstd(nilai)) if np.isfinite(nilai).any() else 0.0
        return _Sebelum(
            cut.index,
            np.array([t or "" for t in cut.text("tingkat")]),
            np.array([k[:_PANJANG_KECAMATAN] for k in cut.index]),
            _log(cut.total(MODAL_UP2K)),
            _log(cut.total(("anggota_akhir",))),
            nilai / (sebar / 2 if sebar > 0 else 1.0),
        )

    return data.kept(("serupa", periode, ukuran), make)


def _changes(data: Data, j: Jendela, ukuran: str) -> np.ndarray:
    """How much every group of the period before changed, in its order."""

    def make() -> np.ndarray:
        index = data.at(j.sebelum).index
        dua = (
            value(data, ukuran, p).reindex(index).to_numpy("float64")
            for p in (j.sesudah, j.sebelum)
        )
        sesudah, sebelum = dua
        return np.asarray(sesudah - sebelum)

    return data.kept(("ubah", j.sebelum, j.sesudah, ukuran), make)


def _log(isi: np.ndarray) -> np.ndarray:
    return np.log1p(np.where(isi < 0, np.nan, isi))


def _distance(awal: _Sebelum, i: int, batas: Batas) -> np.ndarray:
    """How unlike each group was the i-th before; NaN for one that is not alike."""
    jarak = np.column_stack(
        [
            np.abs(awal.modal - awal.modal[i]) / np.log(batas.beda_modal),
            np.abs(awal.anggota - awal.anggota[i]) / np.log(batas.beda_anggota),
            np.abs(awal.baku - awal.baku[i]),
        ]
    )
    dekat = (jarak <= 1).all(axis=1) & (awal.tingkat == awal.tingkat[i])
    dekat[i] = False
    lain = awal.kecamatan != awal.kecamatan[i]
    jauh = np.sqrt((jarak**2).sum(axis=1)) + _BEDA_KECAMATAN * lain
    return np.where(dekat, jauh, np.nan)


def acted_on(data: Data, j: Jendela) -> set[str]:
    """The groups for which anything was planned or done between the two reports."""

    def make() -> set[str]:
        t = data.tindakan[data.tindakan["status"] != BATAL]
        pada = t["tanggal_selesai"].fillna(t["tanggal_rencana"])
        awal, akhir = pd.Timestamp(j.sebelum.end), pd.Timestamp(j.sesudah.end)
        t = t[pada.isna() | ((pada > awal) & (pada <= akhir))]
        seluruh = set(t.loc[t["kode_kelompok"].isna(), "kode_wilayah"])
        sendiri = set(t["kode_kelompok"].dropna())
        return sendiri | {
            k for k in data.groups.index if k.partition("-")[0] in seluruh
        }

    return data.kept(("dibina", j.sebelum, j.sesudah), make)


def pairs(
    data: Data,
    jendela: Sequence[Jendela],
    ukuran: str,
    batas: Batas,
    ikut: Ikut | None = None,
) -> list[Pasangan]:
    """The windows that have groups to be held against."""
    semua = (pair(data, j, ukuran, batas, ikut) for j in jendela)
    return [p for p in semua if p]


def shares(pasangan: Sequence[Pasangan]) -> Mapping[str, tuple[float, float]]:
    """For each similar group the sum of its shares, and the sum of their squares."""
    hasil: dict[str, tuple[float, float]] = {}
    for p in pasangan:
        w = 1 / len(p.serupa)
        for k in p.serupa:
            satu, dua = hasil.get(k, (0.0, 0.0))
            hasil[k] = (satu + w, dua + w * w)
    return hasil
