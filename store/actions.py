"""What was handed in by one press or one command: submissions that share a batch."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Text, cast, func, select

from store.current import kind, withdrawn
from store.decisions import tumpukan
from store.engine import Store, read
from store.moments import NOW, moment
from store.tables import kiriman, pembacaan

_KUNCI = func.coalesce(tumpukan.c.tumpukan, cast(kiriman.c.kiriman_id, Text))
_lain = pembacaan.alias("lain")
_terbaru = pembacaan.c.pembacaan_id == (
    select(func.max(_lain.c.pembacaan_id))
    .where(_lain.c.kiriman_id == kiriman.c.kiriman_id)
    .scalar_subquery()
)
_DITERIMA = (
    select(
        _KUNCI.label("kunci"),
        kiriman.c.kiriman_id,
        kiriman.c.nama_berkas,
        kiriman.c.oleh,
        kiriman.c.dicatat_pada,
        pembacaan.c.kode_wilayah,
        pembacaan.c.periode,
        kind(pembacaan.c.layout).label("golongan"),
        kiriman.c.kiriman_id.in_(withdrawn()).label("dibatalkan"),
    )
    .join(pembacaan, pembacaan.c.kiriman_id == kiriman.c.kiriman_id)
    .outerjoin(tumpukan, tumpukan.c.kiriman_id == kiriman.c.kiriman_id)
    .where(_terbaru, pembacaan.c.keadaan != "ditolak")
    .order_by(kiriman.c.kiriman_id)
)
_TERAKHIR = (
    select(_KUNCI)
    .select_from(kiriman)
    .join(pembacaan, pembacaan.c.kiriman_id == kiriman.c.kiriman_id)
    .outerjoin(tumpukan, tumpukan.c.kiriman_id == kiriman.c.kiriman_id)
    .where(pembacaan.c.keadaan != "ditolak")
    .group_by(_KUNCI)
    .order_by(func.max(kiriman.c.kiriman_id).desc())
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One accepted submission of an action, as its newest reading sees it."""

    kiriman_id: int
    nama_berkas: str
    kode_wilayah: str
    periode: str
    golongan: str
    dibatalkan: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What one press or one command stored, when and by whom.

    `kunci` is what undo and redo take: the batch, or the number of a submission that
    came alone, as text.
    """

    kunci: str
    oleh: str
    pada: dt.datetime
    isi: tuple[Member, ...]

    @property
    def berlaku(self) -> tuple[Member, ...]:
        """The submissions that were not undone."""
        return tuple(m for m in self.isi if not m.dibatalkan)


def new_batch() -> str:
    """An identity for what is about to be stored in one action; never only digits.

    >>> new_batch()[0], new_batch() == new_batch()
    ('T', False)
    """
    return f"T{uuid.uuid4().hex[:10]}"


def actions(store: Store, *, oleh: str | None = None, banyak: int = 5) -> list[Action]:
    """The newest actions, at most `banyak`; with `oleh` only those of one sender."""
    terakhir = _TERAKHIR.limit(banyak)
    if oleh is not None:
        terakhir = terakhir.where(kiriman.c.oleh == oleh)
    with read(store) as conn:
        kunci = list(conn.execute(terakhir).scalars())
        semua = {k: _action(conn, k) for k in kunci}
    return [a for a in semua.values() if a]


def members(conn: Connection, kunci: str) -> list[Member]:
    """The accepted submissions of a batch, or the one of that number; maybe none."""
    return [_member(r) for r in _rows(conn, kunci)]


def _rows(conn: Connection, kunci: str) -> Sequence[Any]:
    satu = kiriman.c.kiriman_id == int(kunci) if kunci.isdigit() else None
    tempat = tumpukan.c.tumpukan == kunci if satu is None else satu
    return conn.execute(_DITERIMA.where(tempat), {"batas": NOW}).all()


def _member(r: Any) -> Member:  # noqa: ANN401
    return Member(
        kiriman_id=r.kiriman_id,
        nama_berkas=r.nama_berkas,
        kode_wilayah=r.kode_wilayah,
        periode=r.periode,
        golongan=r.golongan,
        dibatalkan=bool(r.dibatalkan),
    )


def _action(conn: Connection, kunci: str) -> Action | None:
    rows = _rows(conn, kunci)
    if not rows:
        return None
    return Action(
        kunci=kunci,
        oleh=rows[0].oleh,
        pada=moment(rows[-1].dicatat_pada),
        isi=tuple(map(_member, rows)),
    )
