"""Columns under the same headings whose contents changed places."""

import math
from collections.abc import Iterable, Mapping, Sequence

from loaders.mapping.records import Profil
from reference.kosakata import TUNGGAKAN, variables
from reference.tulisan import daftar

_TERTUKAR = 0.08
_JAUH, _SAMA = 0.5, 0.12
_TERLALU_KECIL = 5
_JAUH_LEBIH_DEKAT = 0.4
_BEDA_PALING_BESAR = 5.0


def amounts(p: Profil) -> list[float]:
    """The sizes of what stood in a column, noughts left out."""
    return [abs(v) for _, v in p.nilai if v]


def _distance(kini: Profil, lalu: Profil) -> float | None:
    """How far two columns are apart over the groups in both; None without any."""
    dulu = dict(lalu.nilai)
    beda = [
        min(abs(math.log((abs(v) + 1) / (abs(dulu[n]) + 1))), _BEDA_PALING_BESAR)
        for n, v in kini.nilai
        if n in dulu
    ]
    return sum(beda) / len(beda) if beda else None


def swaps(
    angka: Sequence[str],
    kini: Mapping[str, Profil],
    lalu: Mapping[str, Profil],
    judul: Mapping[str, str],
) -> Iterable[str]:
    """Columns whose contents changed places: each now looks as another did."""
    sendiri = {
        n: d
        for n in angka
        if (d := _distance(kini[n], lalu[n])) is not None
        and d > _TERTUKAR
        and max(amounts(lalu[n]), default=0) >= _TERLALU_KECIL
    }
    jarak = {n: _others(n, angka, kini, lalu) for n in sendiri}
    mirip = {
        n: {m for m, d in jarak[n].items() if d < _JAUH_LEBIH_DEKAT * sendiri[n]}
        for n in sendiri
    }
    for nama, lain in mirip.items():
        dekat = min(lain, key=jarak[nama].__getitem__, default="")
        for m in sorted(lain):
            mutlak = m == dekat and _looks_exactly(nama, m, sendiri[nama], jarak[nama])
            if nama in mirip.get(m, ()) or mutlak or nama in _ring(mirip, jarak, m):
                dua = daftar([judul[n] for n in sorted((nama, m))])
                yield f"isi kolom {dua} mungkin tertukar"


def _others(
    nama: str,
    angka: Sequence[str],
    kini: Mapping[str, Profil],
    lalu: Mapping[str, Profil],
) -> dict[str, float]:
    """How far a column is from what the others of its unit held."""
    satuan = variables()[nama].unit
    return {
        lain: d
        for lain in angka
        if lain != nama
        and variables()[lain].unit == satuan
        and amounts(lalu[lain])
        and (d := _distance(kini[nama], lalu[lain])) is not None
    }


def _looks_exactly(
    nama: str, lain: str, sendiri: float, jarak: Mapping[str, float]
) -> bool:
    """Whether a column alone tells enough: far from itself, all but equal to another.

    Arrears grow older: what was late by a month may be late by three, and no question.
    """
    menua = nama in TUNGGAKAN and lain in TUNGGAKAN
    return not menua and sendiri > _JAUH and jarak[lain] < _SAMA


def _ring(
    mirip: Mapping[str, set[str]], jarak: Mapping[str, Mapping[str, float]], awal: str
) -> list[str]:
    """The columns on the way from one to what each looks like most."""
    jalan: list[str] = []
    kini = awal
    while kini and kini not in jalan:
        jalan.append(kini)
        lain = mirip.get(kini, set())
        kini = min(lain, key=jarak[kini].__getitem__, default="") if lain else ""
    return jalan
