"""Who reported a figure, and what it could be: the words beside every number."""

from typing import Any, TypeAlias

from indicators.indicator import Indicator
from reference.tulisan import angka, bernilai, is_missing, rentang

# a row of `compute` or `series`, by the names of its columns
Baris: TypeAlias = Any


def reporting(baris: Baris, satuan: str = "kelompok") -> str:
    """The reporting rate of a row of `compute`, as it stands beside every number.

    >>> reporting({"n_lapor": 87, "n_kelompok": 112})
    'dilaporkan 87 dari 112 kelompok'
    """
    n, m = angka(baris["n_lapor"]), angka(baris["n_kelompok"])
    return f"dilaporkan {n} dari {m} {satuan}"


def doubt(baris: Baris, indikator: Indicator, *, singkat: bool = False) -> str:
    """What a value could be if the rest came in; empty where nobody is silent.

    `baris` is a row of `indicators.doubt.spread`; `singkat` for the line on a card.
    """
    belum, satuan = int(baris["n_belum_pernah"]), indikator.satuan_lapor
    teks = ""
    if not is_missing(baris["bawah"]):
        teks = rentang(baris["bawah"], baris["atas"], indikator.unit)
    pasti = not teks or _same(baris, indikator.unit)
    if pasti and not belum:
        return ""
    siapa = f"{angka(belum)} {satuan}"
    if pasti:
        return f"{siapa} belum pernah melaporkan angka ini; batasnya belum diketahui"
    bila = "bila sisanya ikut lapor"
    if not singkat:
        bila = "bila sisanya melapor antara nol dan laporan terakhirnya"
    tanpa = f", belum termasuk {siapa} yang belum pernah melaporkannya"
    return f"{bila}: {teks}{tanpa if belum else ''}"


def _same(baris: Baris, satuan: str) -> bool:
    """Whether both ends of a range are written the same."""
    return bernilai(baris["bawah"], satuan) == bernilai(baris["atas"], satuan)
