"""Groups that lose more members than people come and go."""

from collections.abc import Iterator

import numpy as np

from planning.warning.fall import falls
from planning.warning.history import Riwayat
from planning.warning.tanda import Jenis, Tanda
from reference.acuan import Butir
from reference.tulisan import angka


def cari(r: Riwayat, aturan: Butir) -> Iterator[Tanda]:
    """A fall of members by a share and by a number of people."""
    nilai = ukur(r)

    def cukup(dulu: float, kini: float) -> bool:
        turun = dulu - kini
        cukup_orang = turun >= aturan["paling_sedikit"]
        return cukup_orang and turun * 100 >= aturan["batas"] * dulu

    for baris, puncak, akhir in falls(r, nilai, int(aturan["laporan"]), cukup):
        v = nilai[baris]
        dulu, kini = float(v[puncak]), float(v[akhir])
        gawat = (dulu - kini) * 100 >= aturan["batas_gawat"] * dulu
        kata = (
            f"anggota {angka(dulu)} orang pada {r.periodes[puncak].label_pendek}, "
            f"{angka(kini)} orang pada {r.periodes[akhir].label_pendek}"
        )
        yield Tanda(
            str(r.index[baris]), r.periodes[puncak + 1], dulu, kini, kata,
            r.evidence((puncak, akhir), anggota_akhir=v), 2 if gawat else 1,
        )  # fmt: skip


def ukur(r: Riwayat) -> np.ndarray:
    """Members at each period's end."""
    return r.values(("anggota_akhir",))


JENIS = Jenis("anggota", 3, "kelompok", "orang", "anggota", cari, ukur)
