"""Groups that stopped meeting, or meet far less than they used to."""

import math
from collections.abc import Iterator

import numpy as np

from planning.warning.history import Riwayat
from planning.warning.tanda import Jenis, Tanda
from reference.acuan import Butir
from reference.tulisan import angka

PELUANG = 0.03
"""How often a group that goes on as before may be taken for one that slips."""


def _tail(x: float, n: float, p: float) -> float:
    """How often at most `x` of `n` meetings take place when each does with `p`."""
    banyak, paling = round(n), int(x)
    return sum(
        math.comb(banyak, i) * p**i * (1 - p) ** (banyak - i) for i in range(paling + 1)
    )


def cari(r: Riwayat, aturan: Butir) -> Iterator[Tanda]:
    """No meeting in the last reports, or far fewer than this group's own custom."""
    rencana, jadi = (r.values((f"rapat_{n}",)) for n in ("direncanakan", "terlaksana"))
    for kode, n, x in zip(r.index, rencana, jadi, strict=True):
        ada = r.known(n, x)
        akhir = _slipping(n, x, ada, aturan)
        if not akhir:
            continue
        baru, lama = _sums(n, x, akhir), _sums(n, x, ada[: -len(akhir)])
        mati = len(akhir) > 1 and baru[1] == 0
        sejak = _since(x, ada) if mati else akhir[0]
        yield Tanda(
            str(kode), r.periodes[sejak], _share(lama), _share(baru),
            _words(baru, lama, len(akhir)),
            r.evidence(akhir, rapat_direncanakan=n, rapat_terlaksana=x),
            2 if mati else 1,
        )  # fmt: skip


def _slipping(n: np.ndarray, x: np.ndarray, ada: list[int], aturan: Butir) -> list[int]:
    """The last reports that show it, as many as the rule wants or one; [] if none."""
    for banyak in (int(aturan["laporan"]), 1):
        akhir, awal = ada[-banyak:], ada[:-banyak]
        if len(akhir) < banyak:
            continue
        baru, lama = _sums(n, x, akhir), _sums(n, x, awal)
        mati = banyak > 1 and baru[1] == 0
        if mati or _far_below(baru, lama, awal, aturan):
            return akhir
    return []


def _sums(n: np.ndarray, x: np.ndarray, di: list[int]) -> tuple[float, float]:
    return float(n[di].sum()), float(x[di].sum())


def _share(jumlah: tuple[float, float]) -> float:
    return jumlah[1] / jumlah[0] * 100 if jumlah[0] else math.nan


def _far_below(
    baru: tuple[float, float], lama: tuple[float, float], awal: list[int], aturan: Butir
) -> bool:
    """Under the bound, and too few to be this group's custom (one of each added)."""
    if len(awal) < aturan["paling_sedikit"] or not baru[0] or baru[1] > baru[0]:
        return False
    biasa = min(1.0, (lama[1] + 1) / (lama[0] + 2))
    return _share(baru) <= aturan["batas"] and _tail(baru[1], baru[0], biasa) <= PELUANG


def _since(x: np.ndarray, ada: list[int]) -> int:
    """The first report of the unbroken run without a meeting."""
    sejak = ada[-1]
    for i in reversed(ada):
        if x[i]:
            break
        sejak = i
    return sejak


def _words(baru: tuple[float, float], lama: tuple[float, float], k: int) -> str:
    kata = (
        f"rapat terlaksana {angka(baru[1])} dari {angka(baru[0])} yang direncanakan "
        f"dalam {'laporan' if k == 1 else f'{k} laporan'} terakhir"
    )
    if lama[0]:
        kata += f"; sebelumnya {angka(lama[1])} dari {angka(lama[0])}"
    return kata


def ukur(r: Riwayat) -> np.ndarray:
    """Meetings held of those planned, in percent; NaN where none was planned."""
    rencana = r.values(("rapat_direncanakan",))
    jadi = r.values(("rapat_terlaksana",))
    return jadi / np.where(rencana > 0, rencana, np.nan) * 100


JENIS = Jenis("rapat", 1, "kelompok", "%", "kehadiran_pct", cari, ukur)
