"""What of a plan is still chosen when the assumptions change.

Of all answers that are equally good the one that keeps most of the plan is taken.
"""

from collections import Counter

import numpy as np

from planning.budget import model as bentuk
from planning.budget import solve
from planning.budget.model import Model
from planning.budget.problem import Masalah, Pilihan

SERING = 1000.0


def still_chosen(
    masalah: Masalah, lama: tuple[Pilihan, ...], detik: float
) -> tuple[set[tuple[str, str]], bool]:
    """The (group, package) of a plan that the changed question still chooses.

    And whether that was proven in `detik` seconds; without any answer none is kept.
    """
    m = bentuk.build(masalah)
    jawab = solve.run(m, -m.nilai, detik)
    if jawab.x is None:
        return set(), False
    x = np.rint(jawab.x)
    if jawab.status == solve.SELESAI:
        x = _nearest(m, x, lama, detik)
    return _kept(m, x, lama), jawab.status == solve.SELESAI


def _before(m: Model, lama: tuple[Pilihan, ...]) -> np.ndarray:
    """How much of each column the plan used."""
    kelas = _classes(m)
    paket = Counter((kelas[p.kode][0], p.susunan.paket) for p in lama)
    asal = Counter(kelas[p.kode] for p in lama)
    isi = [paket[k, s.paket] for k, s in m.paket] + [asal[k] for k in m.asal]
    return np.array(isi, dtype="float64")


def _classes(m: Model) -> dict[str, tuple[int, str]]:
    """Class and kecamatan of each group."""
    return {
        kode: (i, kec)
        for i, di in enumerate(m.kelas)
        for kec, semua in di.items()
        for kode in semua
    }


def _nearest(
    m: Model, x: np.ndarray, lama: tuple[Pilihan, ...], detik: float
) -> np.ndarray:
    """Of the answers as good as `x` the one that keeps most; `x` if time runs out."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array, eye_array, hstack

    n, dulu = len(m.ukuran), _before(m, lama)
    kosong = csr_array((len(m.keluarga), n))
    bobot = np.where(np.arange(n) < len(m.paket), SERING, 1.0)
    jawab = milp(
        np.concatenate([np.zeros(n), -bobot]),
        integrality=np.concatenate([np.ones(n), np.zeros(n)]),
        bounds=Bounds(0, np.concatenate([m.ukuran, dulu])),
        constraints=[
            LinearConstraint(hstack([m.baris, kosong]), m.bawah, m.atas),
            LinearConstraint(hstack([eye_array(n), -eye_array(n)]), 0, np.inf),
            LinearConstraint(
                np.concatenate([m.nilai, np.zeros(n)])[None, :],
                float(m.nilai @ x),
                np.inf,
            ),
        ],
        options={"mip_rel_gap": 0.0, "time_limit": detik},
    )
    return np.rint(jawab.x[:n]) if jawab.status == solve.SELESAI else x


def _kept(m: Model, x: np.ndarray, lama: tuple[Pilihan, ...]) -> set[tuple[str, str]]:
    """Groups of a class change places freely: the first of the plan keep theirs."""
    kelas, n = _classes(m), len(m.paket)
    asal = {k: round(float(v)) for k, v in zip(m.asal, x[n:], strict=True)}
    dapat: dict[int, list[tuple[str, ...]]] = {}
    for (k, s), v in zip(m.paket, x[:n], strict=True):
        dapat.setdefault(k, []).extend([s.paket] * round(float(v)))
    masih = []
    for p in sorted(lama, key=lambda p: p.kode):
        if asal[kelas[p.kode]] > 0:
            asal[kelas[p.kode]] -= 1
            masih.append(p)
    hasil: set[tuple[str, str]] = set()
    for sama in (True, False):
        for p in list(masih):
            baru = dapat[kelas[p.kode][0]]
            cocok = max(
                baru, key=lambda b: len(set(b) & set(p.susunan.paket)), default=None
            )
            if cocok is None or (sama and p.susunan.paket not in baru):
                continue
            pilih = p.susunan.paket if sama else cocok
            baru.remove(pilih)
            masih.remove(p)
            hasil |= {(p.kode, k) for k in p.susunan.paket if k in pilih}
    return hasil
