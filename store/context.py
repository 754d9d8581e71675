"""What a new submission is held against; cheap enough for its write transaction."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, bindparam, select

from reference.kosakata import at_level
from reference.periode import Periode
from store.current import last_closings, withdrawn
from store.decisions import peristiwa_kelompok, peristiwa_periode
from store.earlier import HERE
from store.moments import NOW, moment
from store.prepared import Prepared
from store.tables import kelompok, kiriman, pembacaan, posisi

SEMUA = 2**31 - 1
"""Larger than every kiriman_id: no submission is left out."""

_VARIABEL = tuple(at_level("kelompok"))
_TANGGAL = tuple(n for n, v in at_level("kelompok").items() if v.type == "date")

_DITUTUP = Prepared(
    last_closings(peristiwa_periode, "periode", "dicatat_pada").where(
        peristiwa_periode.c.periode == bindparam("periode")
    )
)
_TERDAFTAR = select(kelompok.c.kode_kelompok).where(
    kelompok.c.kode_wilayah == bindparam("kode_wilayah")
)
_DAFTAR = Prepared(_TERDAFTAR)
_TUTUP = Prepared(
    last_closings(peristiwa_kelompok, "kode_kelompok", "tanggal").where(
        peristiwa_kelompok.c.kode_kelompok.in_(_TERDAFTAR)
    )
)
_NAMA = Prepared(
    select(
        posisi.c.kode_kelompok,
        posisi.c.periode,
        posisi.c.nama_kelompok,
        pembacaan.c.kiriman_id.in_(withdrawn()),
    )
    .join(pembacaan, pembacaan.c.pembacaan_id == posisi.c.pembacaan_id)
    .where(
        pembacaan.c.kode_wilayah == bindparam("kode_wilayah"),
        posisi.c.keadaan == "diterima",
    )
    .order_by(posisi.c.pembacaan_id)
)
_ISI = Prepared(
    select(
        kiriman.c.diterima_pada,
        kiriman.c.kiriman_id,
        *(posisi.c[n] for n in _VARIABEL),
    )
    .join(pembacaan, pembacaan.c.pembacaan_id == posisi.c.pembacaan_id)
    .join(kiriman, kiriman.c.kiriman_id == pembacaan.c.kiriman_id)
    .where(
        *HERE,
        pembacaan.c.kiriman_id < bindparam("sebelum"),
        posisi.c.keadaan == "diterima",
    )
)
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Registered:
    """A group of the registry: the name it last took, first period, closing day.

    `periode_pertama` is None when every submission that named it was undone.
    """

    kode: str
    nama: str
    periode_pertama: str | None
    tutup: dt.date | None


def _day(teks: str | None) -> dt.date | None:
    return dt.date.fromisoformat(teks) if teks else None


def _values(baris: Any) -> Values:  # noqa: ANN401
    nilai = dict(zip(_VARIABEL, baris, strict=True))
    for nama in _TANGGAL:
        nilai[nama] = _day(nilai[nama])
    return nilai


def closed_since(
    conn: Connection, periode: str, batas: str = NOW
) -> dt.datetime | None:
    """When a period was closed, if it was closed at the moment `batas`."""
    baris = _DITUTUP.first(conn, {"batas": batas, "periode": periode})
    return moment(baris[1]) if baris else None


@cache
def _when(periode: str) -> tuple[dt.date, str]:
    """Where a period stands on the time axis; the few there are, worked out once."""
    p = Periode.parse(periode)
    return p.end, p.irama


def registry(conn: Connection, kode_wilayah: str) -> dict[str, Registered]:
    """Every group of a kelurahan by code, also the closed ones."""
    isi = {"batas": NOW, "kode_wilayah": kode_wilayah}
    per: dict[str, dict[str, str]] = {}
    batal: dict[str, str] = {}
    for kode, periode, nama, dibatalkan in _NAMA.rows(conn, isi):
        if dibatalkan:
            batal[kode] = nama
        else:
            per.setdefault(kode, {})[periode] = nama
    tutup: dict[str, str] = dict(_TUTUP.rows(conn, isi))
    hasil = {}
    for (kode,) in _DAFTAR.rows(conn, isi):
        nama = per.get(kode, {})
        awal, akhir = (
            min(nama, key=_when, default=None),
            max(nama, key=_when, default=""),
        )
        sebutan = nama.get(akhir) or batal.get(kode, "")
        hasil[kode] = Registered(kode, sebutan, awal, _day(tutup.get(kode)))
    return hasil


def values_in(
    conn: Connection, kode_wilayah: str, periode: str, sebelum: int = SEMUA
) -> dict[str, Values]:
    """The counting values of each group of a kelurahan in one period.

    Only submissions before `sebelum` are looked at.
    """
    isi = {
        "batas": NOW,
        "kode_wilayah": kode_wilayah,
        "periode": periode,
        "sebelum": sebelum,
    }
    # Sorted here: the database would copy these wide rows to sort them.
    urut = sorted(_ISI.rows(conn, isi), key=itemgetter(0, 1))
    return {kode: _values((kode, *b)) for _, _, kode, *b in urut}
