"""What a new submission's groups are held against beyond the period before.

Each a narrow query, cheap enough for the write transaction: only the columns that some
rule looks at. `sebelum` cuts at a submission, so that reading it again later finds
around it what stood there on its day.

Every row starts with kode_kelompok, kode_wilayah, periode and nama_kelompok; the named
columns follow.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
)

from reference.periode import Periode
from reference.wilayah import kelurahan
from store.context import SEMUA
from store.current import withdrawn
from store.moments import NOW
from store.prepared import Prepared
from store.tables import kiriman, pembacaan, posisi

_SEKALI = 8  # figures that one query looks for in a column
_KEPALA = ("kode_kelompok", "kode_wilayah", "periode", "nama_kelompok")
_lain = pembacaan.alias("lain")
_terbaru = pembacaan.c.pembacaan_id == (
    select(func.max(_lain.c.pembacaan_id))
    .where(_lain.c.kiriman_id == pembacaan.c.kiriman_id)
    .scalar_subquery()
)
_sini = pembacaan.c.kode_wilayah == bindparam("kode_wilayah")
_kini = pembacaan.c.periode == bindparam("periode")
# Every kelurahan by name, so that the index over (kode_wilayah, periode) is used.
_di_kota = pembacaan.c.kode_wilayah.in_(
    [literal_column(f"'{kode}'") for kode in kelurahan()]
)

Row = tuple[Any, ...]


def _counting(kolom: Iterable[str], *syarat: ColumnElement[bool]) -> Prepared:
    """The taken rows in the newest readings, each after what it was received by."""
    return Prepared(
        select(
            kiriman.c.diterima_pada,
            kiriman.c.kiriman_id,
            *(posisi.c[n] for n in (*_KEPALA, *kolom)),
        )
        .join(pembacaan, pembacaan.c.pembacaan_id == posisi.c.pembacaan_id)
        .join(kiriman, kiriman.c.kiriman_id == pembacaan.c.kiriman_id)
        .where(
            *syarat,
            _terbaru,
            pembacaan.c.kiriman_id < bindparam("sebelum"),
            pembacaan.c.kiriman_id.not_in(withdrawn()),
            posisi.c.keadaan == "diterima",
        )
    )


@cache
def _history(kolom: tuple[str, ...]) -> Prepared:
    return _counting(kolom, _sini)


@cache
def _others(kolom: tuple[str, ...]) -> Prepared:
    return _counting(kolom, _di_kota, _kini)


@cache
def _echo(petunjuk: tuple[str, ...]) -> Prepared:
    ada = [
        posisi.c[n].in_([bindparam(f"{n}_{i}") for i in range(_SEKALI)])
        for n in petunjuk
    ]
    dua = or_(*(and_(*pasangan) for pasangan in combinations(ada, 2)))
    return Prepared(
        select(posisi.c.pembacaan_id)
        .join(pembacaan, pembacaan.c.pembacaan_id == posisi.c.pembacaan_id)
        .where(
            _di_kota,
            or_(_sini, _kini),
            pembacaan.c.kiriman_id < bindparam("sebelum"),
            dua,
        )
        .limit(1)
    )


@cache
def _end(periode: str) -> tuple[str, str]:
    """Rhythm and last day of a period: what sorts those of one rhythm."""
    p = Periode.parse(periode)
    return p.irama, p.end.isoformat()


def _is_before(periode: str, batas: str) -> bool:
    (satu, akhir), (lain, sampai) = _end(periode), _end(batas)
    return satu == lain and akhir < sampai


def history(
    conn: Connection,
    kode_wilayah: str,
    periode: str,
    kolom: tuple[str, ...],
    sebelum: int = SEMUA,
) -> dict[str, list[Row]]:
    """The counting rows of each group of a kelurahan before a period, oldest first."""
    isi = {"kode_wilayah": kode_wilayah, "sebelum": sebelum, "batas": NOW}
    semua = _newest(_history(kolom).rows(conn, isi))
    per: dict[str, list[Row]] = {}
    for b in sorted(semua, key=lambda b: _end(b[2])):
        if _is_before(b[2], periode):
            per.setdefault(b[0], []).append(b)
    return per


def others(
    conn: Connection,
    kode_wilayah: str,
    periode: str,
    kolom: tuple[str, ...],
    sebelum: int = SEMUA,
) -> list[Row]:
    """The counting rows of the groups of all other kelurahan in a period."""
    isi = {"periode": periode, "sebelum": sebelum, "batas": NOW}
    semua = _newest(_others(kolom).rows(conn, isi))
    return [b for b in semua if b[1] != kode_wilayah]


def is_echoed(
    conn: Connection,
    kode_wilayah: str,
    periode: str,
    petunjuk: Mapping[str, Sequence[Any]],
    sebelum: int = SEMUA,
) -> bool:
    """Whether some row has figures given for two of the columns.

    Looked for among the kelurahan's own rows of all periods, and everybody's rows in
    this one; also in rows that a newer submission superseded.
    """
    dicari = tuple(petunjuk)
    tetap = {"kode_wilayah": kode_wilayah, "periode": periode, "sebelum": sebelum}
    for n in range(0, max(map(len, petunjuk.values()), default=0), _SEKALI):
        isi: dict[str, Any] = {**tetap, "batas": NOW}
        for nama, angka in petunjuk.items():
            sekian = [*angka[n : n + _SEKALI], *[None] * _SEKALI]
            isi |= {f"{nama}_{i}": sekian[i] for i in range(_SEKALI)}
        if _echo(dicari).first(conn, isi):
            return True
    return False


def _newest(rows: Sequence[Row]) -> list[Row]:
    """For each group and period the row received last."""
    per = {(b[2], b[4]): b[2:] for b in sorted(rows, key=itemgetter(0, 1))}
    return list(per.values())
