"""Groups whose books are kept less well than before."""

from collections.abc import Iterator

import numpy as np

from planning.warning.fall import falls
from planning.warning.history import Riwayat
from planning.warning.tanda import Jenis, Tanda
from reference.acuan import Butir
from reference.kosakata import BUKU
from reference.tulisan import angka

TERTINGGI = 2 * len(BUKU)


def cari(r: Riwayat, aturan: Butir) -> Iterator[Tanda]:
    """A fall of the score of all eight books."""
    nilai = ukur(r)
    per_buku = {b: r.values((b,)) for b in BUKU}

    def cukup(dulu: float, kini: float) -> bool:
        return bool(dulu - kini >= aturan["batas"])

    for baris, puncak, akhir in falls(r, nilai, int(aturan["laporan"]), cukup):
        v = nilai[baris]
        dulu, kini = float(v[puncak]), float(v[akhir])
        kata = (
            f"nilai pembukuan {angka(dulu)} dari {TERTINGGI} pada "
            f"{r.periodes[puncak].label_pendek}, {angka(kini)} pada "
            f"{r.periodes[akhir].label_pendek}"
        )
        sel = {b: n[baris] for b, n in per_buku.items()}
        yield Tanda(
            str(r.index[baris]), r.periodes[puncak + 1], dulu, kini, kata,
            r.evidence((puncak, akhir), **sel),
            2 if dulu - kini >= aturan["batas_gawat"] else 1,
        )  # fmt: skip


def ukur(r: Riwayat) -> np.ndarray:
    """The score of all eight books, 0 to 16."""
    return r.values(BUKU)


JENIS = Jenis("buku", 5, "kelompok", "angka", "nilai_buku_pct", cari, ukur)
