"""What the form adds up by itself: totals below columns, and columns that are sums."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from loaders.form.heading import Kepala
from reference.kosakata import (
    ASET,
    BUKU,
    KEWAJIBAN_LAIN,
    MODAL_LUAR,
    MODAL_UP2K,
    variables,
)

PENJUMLAHAN: dict[str, tuple[str, ...]] = {
    "Jumlah modal": (*MODAL_UP2K, *MODAL_LUAR),
    "Jumlah aset": ASET,
    "Nilai buku": BUKU,
}
"""The sums that the form makes by itself, and what they add."""

SELISIH = "Selisih neraca"
"""The automatic column that is the sum of assets less that of capital and debts."""

_TANDA: Mapping[str, Mapping[str, int]] = {
    **{judul: dict.fromkeys(suku, 1) for judul, suku in PENJUMLAHAN.items()},
    SELISIH: {
        "Jumlah aset": 1,
        "Jumlah modal": -1,
        **dict.fromkeys(KEWAJIBAN_LAIN, -1),
    },
}


class KolomJumlah(NamedTuple):
    """A column with a printed total: where it is, its variable if it has one."""

    j: int
    label: str
    satuan: str
    variabel: str | None


class KolomOtomatis(NamedTuple):
    """An automatic column: where it is, and the columns of its terms with signs.

    `wajib` are those of its terms that are automatic themselves.
    """

    j: int
    label: str
    satuan: str
    tambah: tuple[int, ...]
    kurang: tuple[int, ...]
    wajib: tuple[int, ...]


class Terjumlah(NamedTuple):
    """The columns whose rows can be added up, and what picks their cells of a row."""

    kolom: tuple[KolomJumlah, ...]
    ambil: Callable[[Sequence[object]], tuple[object, ...]]


@lru_cache(maxsize=512)
def summed(kepala: Kepala) -> Terjumlah:
    """The columns of a header whose rows can be added up: counts, rupiah, scores."""
    hasil = []
    for j, kolom in kepala.kolom.items():
        v = variables().get(kolom.nama) if kolom.peran == "variabel" else None
        if v and v.type in ("integer", "score"):
            hasil.append(KolomJumlah(j, v.label, v.unit, v.name))
        elif kolom.peran == "otomatis":
            hasil.append(KolomJumlah(j, kolom.judul, _unit(kolom.judul), None))
    letak = [k.j for k in hasil] or [0]
    # One index alone would give a bare cell.
    ambil = itemgetter(*letak) if len(letak) > 1 else itemgetter(*letak * 2)
    return Terjumlah(tuple(hasil), ambil)


@lru_cache(maxsize=512)
def automatic(kepala: Kepala) -> tuple[KolomOtomatis, ...]:
    """The automatic columns of a header of which every term has its column."""
    letak = {k.nama or k.judul: j for j, k in kepala.kolom.items()}
    hasil = []
    for judul, tanda in _TANDA.items():
        if judul in letak and all(n in letak for n in tanda):
            tambah = tuple(letak[n] for n, t in tanda.items() if t > 0)
            kurang = tuple(letak[n] for n, t in tanda.items() if t < 0)
            wajib = tuple(letak[n] for n in tanda if n in _TANDA)
            j, satuan = letak[judul], _unit(judul)
            hasil.append(KolomOtomatis(j, judul, satuan, tambah, kurang, wajib))
    return tuple(hasil)


def _unit(judul: str) -> str:
    suku = PENJUMLAHAN.get(judul, ASET)
    return variables()[suku[0]].unit
