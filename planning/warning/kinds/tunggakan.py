"""Groups whose overdue loans grow beyond their own custom and beyond the goal."""

from collections.abc import Iterator

import numpy as np

from indicators import INDICATORS
from indicators.indicator import Goal
from planning.warning.history import Riwayat
from planning.warning.tanda import Jenis, Tanda
from reference.acuan import Butir
from reference.kosakata import TUNGGAKAN
from reference.tulisan import persen

BEREDAR = "pinjaman_beredar"


def cari(r: Riwayat, aturan: Butir) -> Iterator[Tanda]:
    """The last reports above the goal and above all before, the newest by a margin."""
    sasaran = INDICATORS["rasio_tunggakan_pct"].goal
    semua = ukur(r)
    per_umur = {n: r.values((n,)) for n in (*TUNGGAKAN, BEREDAR)}
    for baris, kode in enumerate(r.index):
        rasio = semua[baris]
        ada = r.known(rasio)
        akhir = _growing(rasio, ada, aturan, sasaran)
        if not akhir:
            continue
        awal = ada[: -len(akhir)]
        biasa, kini = float(np.median(rasio[awal])), float(rasio[akhir[-1]])
        kata = (
            f"tunggakan {persen(kini)} dari pinjaman beredar pada "
            f"{r.periodes[akhir[-1]].label_pendek}; biasanya sekitar {persen(biasa)}"
        )
        sel = {n: v[baris] for n, v in per_umur.items()}
        yield Tanda(
            str(kode), r.periodes[akhir[0]], biasa, kini, kata,
            r.evidence(akhir, **sel),
            2 if kini - biasa >= aturan["batas_gawat"] else 1,
        )  # fmt: skip


def _growing(
    rasio: np.ndarray, ada: list[int], aturan: Butir, sasaran: Goal | None
) -> list[int]:
    """The last reports that show it; one alone only with twice the margin."""
    for kali, banyak in ((1, int(aturan["laporan"])), (2, 1)):
        akhir, awal = ada[-banyak:], ada[:-banyak]
        if sasaran is None or len(awal) < aturan["paling_sedikit"]:
            continue
        tertinggi = max(sasaran.value, rasio[awal].max())
        naik = rasio[akhir[-1]] - np.median(rasio[awal])
        if rasio[akhir].min() > tertinggi and naik >= kali * aturan["batas"]:
            return akhir
    return []


def ukur(r: Riwayat) -> np.ndarray:
    """Overdue principal of loans out, in percent; NaN where nothing is lent."""
    beredar = r.values((BEREDAR,))
    return r.values(TUNGGAKAN) / np.where(beredar > 0, beredar, np.nan) * 100


JENIS = Jenis(
    "tunggakan", 2, "kelompok", "%", "rasio_tunggakan_pct", cari, ukur, "turun"
)
