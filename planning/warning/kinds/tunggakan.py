"""Groups whose overdue loans grow beyond their own custom and beyond the goal."""

from collections.abc import Iterator

import numpy as np

from indicators import INDICATORS
from planning.warning.history import Riwayat
from planning.warning.tanda import Jenis, Tanda
from reference.acuan import Butir
from reference.kosakata import TUNGGAKAN
from reference.tulisan import persen

BEREDAR = "pinjaman_beredar"


def cari(r: Riwayat, aturan: Butir) -> Iterator[Tanda]:
    """The last reports above the goal and above all before, the newest by a margin."""
    sasaran = INDICATORS["rasio_tunggakan_pct"].goal
    tunggak, beredar = r.values(TUNGGAKAN), r.values((BEREDAR,))
    per_umur = {n: r.values((n,)) for n in (*TUNGGAKAN, BEREDAR)}
    k, dasar = int(aturan["laporan"]), int(aturan["paling_sedikit"])
    for baris, kode in enumerate(r.index):
        bawah = np.where(beredar[baris] > 0, beredar[baris], np.nan)
        rasio = tunggak[baris] / bawah * 100
        ada = r.known(rasio)
        akhir, awal = ada[-k:], ada[:-k]
        if len(akhir) < k or len(awal) < dasar or sasaran is None:
            continue
        biasa, kini = float(np.median(rasio[awal])), float(rasio[akhir[-1]])
        di_atas = rasio[akhir].min() > max(sasaran.value, rasio[awal].max())
        if not di_atas or kini - biasa < aturan["batas"]:
            continue
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


JENIS = Jenis("tunggakan", 2, "kelompok", "%", "turun", cari)
