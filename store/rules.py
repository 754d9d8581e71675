"""The rules and assumptions that people sent in, beside those of the product."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select

from reference.acuan import TETAP, Acuan, Butir, bawaan
from store.context import SEMUA
from store.current import readings
from store.decisions import acuan
from store.moments import NOW, moment
from store.prepared import Prepared

_TERBACA = readings()
_KOLOM = ("daftar", "isi", *TETAP)
_BUTIR = Prepared(
    select(
        _TERBACA.c.kiriman_id,
        _TERBACA.c.diterima_pada,
        _TERBACA.c.oleh,
        *(acuan.c[n] for n in _KOLOM),
    )
    .join(_TERBACA, _TERBACA.c.pembacaan_id == acuan.c.pembacaan_id)
    .where(
        _TERBACA.c.keadaan != "ditolak",
        _TERBACA.c.kiriman_id < bindparam("sebelum"),
    )
    .order_by(_TERBACA.c.diterima_pada, _TERBACA.c.kiriman_id, acuan.c.urut)
)


@dataclass(frozen=True, slots=True)
class Masuk:
    """One entry that was sent in: with which submission, when, and by whom."""

    kiriman_id: int
    diterima_pada: dt.datetime
    oleh: str
    butir: Butir


def sent_in(
    conn: Connection, *, batas: str = NOW, sebelum: int = SEMUA
) -> tuple[Masuk, ...]:
    """Every entry that was sent in and not undone, in the order in which it counts.

    `batas` is the moment before which things count, `sebelum` the number of the
    submission before which.
    """
    rows = _BUTIR.rows(conn, {"batas": batas, "sebelum": sebelum})
    return tuple(
        Masuk(nomor, moment(pada), oleh, _entry(dict(zip(_KOLOM, isi, strict=True))))
        for nomor, pada, oleh, *isi in rows
    )


def in_all(masuk: Iterable[Masuk]) -> Acuan:
    """What the product brings along, and what was sent in beside it."""
    return bawaan().plus(m.butir for m in masuk)


def _entry(b: dict[str, Any]) -> Butir:
    sejak, sampai = (
        dt.date.fromisoformat(b[n]) if b[n] else None
        for n in ("berlaku_sejak", "berlaku_sampai")
    )
    return Butir(
        **{
            **b,
            "isi": json.loads(b["isi"]),
            "usulan": bool(b["usulan"]),
            "dicabut": bool(b["dicabut"]),
            "berlaku_sejak": sejak,
            "berlaku_sampai": sampai,
        }
    )
