"""What changed rules would do: the groups that the rules would read otherwise."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from indicators.data import Data
from planning.pathway.standing import read_all
from reference.acuan import Butir, daftar


@dataclass(frozen=True, slots=True)
class Usulan:
    """Entries that would count; two with the same `kunci` are the same.

    `kunci` names each entry by its list, kode, first day and mark.
    """

    kunci: tuple[str, ...]
    butir: tuple[Butir, ...] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Perpindahan:
    """How many groups the rules would read higher, lower and the same.

    `tak_terbaca` have no rung that can be told, before or after.
    """

    naik: int
    turun: int
    tetap: int
    tak_terbaca: int


def moved(data: Data, pada: dt.date, usulan: Usulan) -> Perpindahan:
    """How the rung reached by the rules would move, all groups open on a day.

    The rules are taken as they would stand once the last of them counts.
    """
    mulai = [b.berlaku_sejak for b in usulan.butir if b.berlaku_sejak]
    hari = max([pada, *mulai])
    baru = data.acuan.plus(usulan.butir)
    dulu = read_all(data, pada)["tangga"]
    kini = read_all(data, pada, baru, aturan_pada=hari)["tangga"]
    jenjang = daftar()["tingkat"].column("jenjang").pilihan
    urut: Mapping[str | None, int] = {kode: n for n, kode in enumerate(jenjang)}
    naik = turun = tetap = tak = 0
    for lama, nanti in zip(dulu, kini, strict=True):
        a, b = urut.get(lama, -1), urut.get(nanti, -1)
        tak += a == b == -1
        naik += b > a
        turun += b < a
        tetap += a == b != -1
    return Perpindahan(naik, turun, tetap, tak)
