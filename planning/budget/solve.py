"""The best plan, proven: HiGHS through `scipy.optimize.milp`, without any gap left.

Of plans with as many expected steps the cheapest is taken, of those the one with the
first codes: the same question always gives the same list.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from planning.budget import model as bentuk
from planning.budget.limits import breaches, days, faults, spent
from planning.budget.model import Model
from planning.budget.problem import SATUAN_LANGKAH, Masalah, Pilihan
from reference.tulisan import angka, daftar, rupiah
from reference.wilayah import nama_wilayah

BATAS_DETIK = 20.0
SELESAI, WAKTU_HABIS = 0, 1


@dataclass(frozen=True, slots=True)
class Rencana:
    """A plan: what was chosen, what it is expected to bring, and how sure that is best.

    `status`: "terbukti" (no plan within the limits brings more expected steps),
    "belum_terbukti" (time ran out: `paling_banyak` parts of steps may be possible, or
    a cheaper plan with as many steps), "tidak_mungkin" (no plan keeps the limits;
    `sebab` says which is broken and by how much). `nilai` in parts of
    `SATUAN_LANGKAH`.
    """

    status: Literal["terbukti", "belum_terbukti", "tidak_mungkin"]
    pilihan: tuple[Pilihan, ...] = ()
    nilai: int = 0
    biaya_rp: int = 0
    hari: float = 0.0
    paling_banyak: float | None = None
    sebab: tuple[str, ...] = ()
    detik_susun: float = field(default=0.0, compare=False)
    detik_hitung: float = field(default=0.0, compare=False)

    @property
    def langkah(self) -> float:
        """Expected steps, by the assumptions."""
        return self.nilai / SATUAN_LANGKAH


def of_choice(
    pilihan: tuple[Pilihan, ...],
    status: Literal["terbukti", "belum_terbukti"],
    **lain: Any,  # noqa: ANN401
) -> Rencana:
    """A plan from what was chosen, its sums made here."""
    nilai, biaya, hari = spent(pilihan)
    return Rencana(status, pilihan, nilai, biaya, hari, **lain)


def plan(masalah: Masalah, *, batas_detik: float = BATAS_DETIK) -> Rencana:
    """The plan with the most expected steps that keeps every limit.

    Raises ArithmeticError should the solver's answer break a limit when counted
    exactly; it never gives such an answer.
    """
    mulai = time.perf_counter()
    if sebab := faults(masalah):
        return Rencana("tidak_mungkin", sebab=sebab)
    m = bentuk.build(masalah)
    if not m.paket:
        return _without_columns(masalah, time.perf_counter() - mulai)
    susun = time.perf_counter() - mulai
    mulai = time.perf_counter()
    jawab = run(m, -m.nilai, batas_detik)
    if jawab.x is None and jawab.status == WAKTU_HABIS:
        sebab = (f"Belum ada rencana yang ditemukan dalam {angka(batas_detik)} detik.",)
        return Rencana("belum_terbukti", sebab=sebab)
    if jawab.x is None:
        return Rencana("tidak_mungkin", sebab=reasons(m, batas_detik))
    terbaik, terbukti = np.rint(jawab.x), jawab.status == SELESAI
    if terbukti:
        sisa = max(1.0, batas_detik - (time.perf_counter() - mulai))
        terbaik = _of_equals(m, terbaik, sisa)
    pilihan = m.read(terbaik)
    if salah := breaches(masalah, pilihan):
        raise ArithmeticError(" ".join(salah))
    return of_choice(
        pilihan,
        "terbukti" if terbukti else "belum_terbukti",
        paling_banyak=None
        if terbukti
        else -float(jawab.mip_dual_bound) * m.satuan_nilai,
        detik_susun=susun,
        detik_hitung=time.perf_counter() - mulai,
    )


def _without_columns(masalah: Masalah, detik: float) -> Rencana:
    """Nobody can be helped: an empty plan, unless a limit asks for somebody."""
    if kurang := breaches(masalah, ()):
        return Rencana("tidak_mungkin", sebab=kurang)
    return of_choice((), "terbukti", detik_susun=detik)


def _of_equals(m: Model, x: np.ndarray, detik: float) -> np.ndarray:
    """Of the answers with as many steps the cheapest, its groups by first codes.

    What is not proven in time is not taken: the answer stays the same every time.
    """
    langkah = (m.nilai, float(m.nilai @ x), np.inf)
    murah = run(m, m.biaya, detik, [langkah])
    if murah.status == SELESAI:
        x = np.rint(murah.x)
    tetap = [(_unit(j, len(x)), x[j], x[j]) for j in range(len(m.paket))]
    awal = run(m, m.urutan, detik, tetap)
    return np.rint(awal.x) if awal.status == SELESAI else x


def _unit(j: int, n: int) -> np.ndarray:
    satu = np.zeros(n)
    satu[j] = 1.0
    return satu


def run(
    m: Model,
    tujuan: np.ndarray,
    detik: float,
    tetap: Sequence[tuple[np.ndarray, float, float]] = (),
) -> Any:  # noqa: ANN401
    """One call of the solver: least `tujuan`, with sums that are already decided."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    batas = [LinearConstraint(m.baris, m.bawah, m.atas)]
    batas += [LinearConstraint(a[None, :], bawah, atas) for a, bawah, atas in tetap]
    return milp(
        tujuan,
        integrality=np.ones(len(m.ukuran)),
        bounds=Bounds(0, m.ukuran),
        constraints=batas,
        options={"mip_rel_gap": 0.0, "time_limit": detik},
    )


def reasons(m: Model, detik: float = BATAS_DETIK) -> tuple[str, ...]:
    """Which limit, loosened alone, would make a plan possible, and by how much."""
    hasil = []
    for keluarga in bentuk.KELUARGA:
        lebih = _least_excess(m, keluarga, detik)
        if lebih is not None and max(lebih, default=0.0) > 0:
            hasil.append(_sentence(m, keluarga, lebih))
    return tuple(hasil) or (
        "Batas-batasnya saling bertentangan: melonggarkan salah satu saja belum cukup. "
        "Naikkan pagu dan hari pendamping bersama, atau turunkan batas per kecamatan.",
    )


def _least_excess(m: Model, keluarga: str, detik: float) -> list[float] | None:
    """By how much each row of a family must give way; None when that does not help."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array, hstack

    baris = [i for i, k in enumerate(m.keluarga) if k == keluarga]
    if not baris:
        return None
    longgar = np.zeros((len(m.keluarga), len(baris)))
    for j, i in enumerate(baris):
        longgar[i, j] = -1.0 if keluarga in ("pagu", "hari") else 1.0
    n = len(m.ukuran)
    jawab = milp(
        np.concatenate([np.zeros(n), np.ones(len(baris))]),
        integrality=np.concatenate([np.ones(n), np.zeros(len(baris))]),
        bounds=Bounds(0, np.concatenate([m.ukuran, np.full(len(baris), np.inf)])),
        constraints=LinearConstraint(
            hstack([m.baris, csr_array(longgar)]), m.bawah, m.atas
        ),
        options={"mip_rel_gap": 0.0, "time_limit": detik},
    )
    return None if jawab.x is None else [round(float(v), 6) for v in jawab.x[n:]]


def _sentence(m: Model, keluarga: str, lebih: list[float]) -> str:
    baris = [i for i, k in enumerate(m.keluarga) if k == keluarga]
    if keluarga == "pagu":
        perlu = round(m.atas[baris[0]] + lebih[0]) * m.satuan_rp
        return (
            f"Pagu terlalu kecil: batas lainnya memerlukan paling sedikit "
            f"{rupiah(perlu)}, kurang {rupiah(perlu - m.pagu_rp)}."
        )
    if keluarga == "hari":
        perlu_hari = m.atas[baris[0]] + lebih[0]
        return (
            f"Hari pendamping terlalu sedikit: batas lainnya memerlukan paling "
            f"sedikit {days(perlu_hari)}, kurang {days(lebih[0])}."
        )
    if keluarga == "wajib":
        return (
            f"Kelompok yang wajib masuk terlalu banyak: {angka(sum(lebih))} di "
            "antaranya tidak muat di dalam batas lainnya."
        )
    mana = [m.tempat[i] for i, v in zip(baris, lebih, strict=True) if v > 0]
    tempat = daftar([nama_wilayah(k) for k in mana])
    if keluarga == "kelompok":
        return (
            f"Batas paling sedikit kelompok per kecamatan terlalu besar: kurang "
            f"{angka(sum(lebih))} kelompok di {tempat}."
        )
    return f"Bagian biaya paling sedikit tidak dapat dipenuhi untuk {tempat}."
