"""What a new submission is held against; cheap enough for its write transaction."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from reference.kosakata import at_level
from reference.periode import Periode
from store.current import is_recap, last_closings, withdrawn
from store.moments import NOW, moment
from store.prepared import Prepared
from store.tables import (
    alasan,
    kelompok,
    kiriman,
    pembacaan,
    perbaikan,
    peristiwa_kelompok,
    peristiwa_periode,
    posisi,
)

SEMUA = 2**31 - 1
"""Larger than every kiriman_id: no submission is left out."""

_VARIABEL = tuple(at_level("kelompok"))
_TANGGAL = tuple(n for n, v in at_level("kelompok").items() if v.type == "date")

_pembacaan_sama = (
    select(func.max(pembacaan.c.pembacaan_id))
    .join(kiriman, kiriman.c.kiriman_id == pembacaan.c.kiriman_id)
    .where(kiriman.c.sha256_diterima == bindparam("sha256"))
    .group_by(kiriman.c.kiriman_id)
)
_SAMA = Prepared(
    select(
        kiriman.c.kiriman_id,
        kiriman.c.diterima_pada,
        pembacaan.c.keadaan,
        pembacaan.c.kode_wilayah,
        pembacaan.c.periode,
        is_recap(pembacaan.c.layout),
        kiriman.c.kiriman_id.in_(withdrawn()),
    )
    .join(pembacaan, pembacaan.c.kiriman_id == kiriman.c.kiriman_id)
    .where(pembacaan.c.pembacaan_id.in_(_pembacaan_sama))
    .order_by(kiriman.c.diterima_pada, kiriman.c.kiriman_id)
)
_SEMUA_SHA256 = Prepared(select(kiriman.c.sha256_diterima).distinct())
_lain = pembacaan.alias("lain")
_terbaru_dari_kiriman = pembacaan.c.pembacaan_id == (
    select(func.max(_lain.c.pembacaan_id))
    .where(_lain.c.kiriman_id == pembacaan.c.kiriman_id)
    .scalar_subquery()
)
_di_sini = (
    pembacaan.c.kode_wilayah == bindparam("kode_wilayah"),
    pembacaan.c.periode == bindparam("periode"),
    _terbaru_dari_kiriman,
    pembacaan.c.kiriman_id.not_in(withdrawn()),
)
_TERBARU = {
    rekap: Prepared(
        select(kiriman.c.kiriman_id, kiriman.c.diterima_pada)
        .join(pembacaan, pembacaan.c.kiriman_id == kiriman.c.kiriman_id)
        .where(
            *_di_sini,
            pembacaan.c.keadaan != "ditolak",
            is_recap(pembacaan.c.layout, rekap),
        )
        .order_by(kiriman.c.diterima_pada.desc(), kiriman.c.kiriman_id.desc())
        .limit(1)
    )
    for rekap in (True, False)
}
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
        *_di_sini,
        pembacaan.c.kiriman_id < bindparam("sebelum"),
        posisi.c.keadaan == "diterima",
    )
)
_PERBAIKAN = Prepared(
    select(perbaikan.c.lembar, perbaikan.c.sel, perbaikan.c.baru).where(
        perbaikan.c.kiriman_id == bindparam("kiriman_id")
    )
)
_ALASAN = Prepared(
    select(alasan.c.jenis, alasan.c.sel, alasan.c.alasan).where(
        alasan.c.kiriman_id == bindparam("kiriman_id")
    )
)
_KODE_DULU = Prepared(
    select(posisi.c.nama_kelompok, posisi.c.kode_kelompok)
    .join(pembacaan, pembacaan.c.pembacaan_id == posisi.c.pembacaan_id)
    .where(
        pembacaan.c.kiriman_id == bindparam("kiriman_id"),
        posisi.c.kode_kelompok.is_not(None),
    )
    .order_by(posisi.c.pembacaan_id)
)

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier submission, as its newest reading sees it.

    `perbaikan` are the cells mended on screen, by (sheet, cell).
    """

    kiriman_id: int
    diterima_pada: dt.datetime
    keadaan: str
    kode_wilayah: str | None
    periode: str | None
    rekap: bool
    dibatalkan: bool
    perbaikan: dict[tuple[str, str], str]


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


def same_bytes(conn: Connection, sha256: str) -> list[Earlier]:
    """The submissions that held exactly these bytes, oldest first."""
    return [
        Earlier(
            nomor, moment(pada), keadaan, wilayah, periode,
            bool(rekap), bool(batal), mends(conn, nomor),
        )
        for nomor, pada, keadaan, wilayah, periode, rekap, batal in _SAMA.rows(
            conn, {"batas": NOW, "sha256": sha256}
        )
    ]  # fmt: skip


def every_sha256(conn: Connection) -> frozenset[str]:
    """What bytes were ever handed in and written down, by their sha256."""
    return frozenset(sha for (sha,) in _SEMUA_SHA256.rows(conn, {}))


def mends(conn: Connection, kiriman_id: int) -> dict[tuple[str, str], str]:
    """The cells of a submission that were mended on screen, by (sheet, cell)."""
    baris = _PERBAIKAN.rows(conn, {"kiriman_id": kiriman_id})
    return {(lembar, sel): baru for lembar, sel, baru in baris}


def newest_taken(
    conn: Connection, kode_wilayah: str, periode: str, *, rekap: bool = False
) -> tuple[int, dt.datetime] | None:
    """The newest submission taken for a place and period: number and receipt.

    Of reports of groups, or with `rekap` of official recaps.
    """
    isi = {"batas": NOW, "kode_wilayah": kode_wilayah, "periode": periode}
    baris = _TERBARU[rekap].first(conn, isi)
    return (baris[0], moment(baris[1])) if baris else None


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


def reasons(conn: Connection, kiriman_id: int) -> dict[tuple[str, str | None], str]:
    """What the sender answered when submitting, by (jenis, place)."""
    baris = _ALASAN.rows(conn, {"kiriman_id": kiriman_id})
    return {(jenis, sel): teks for jenis, sel, teks in baris}


def codes_given(conn: Connection, kiriman_id: int) -> dict[str, str]:
    """The codes that earlier readings of a submission gave to its groups, by name."""
    return dict(_KODE_DULU.rows(conn, {"kiriman_id": kiriman_id}))
