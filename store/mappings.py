"""Layouts that a kelurahan confirmed: kept as text, the newest of a kind counts."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, insert, select

from store.decisions import pemetaan
from store.moments import now_text
from store.prepared import Prepared
from store.tables import pembacaan
from store.writing import stored

_KOLOM = (
    pemetaan.c.pemetaan_id,
    pemetaan.c.kode_wilayah,
    pemetaan.c.sidik,
    pemetaan.c.isi,
)
_TERBARU = (
    select(func.max(pemetaan.c.pemetaan_id))
    .where(pemetaan.c.sidik != "")
    .group_by(pemetaan.c.kode_wilayah, pemetaan.c.sidik)
)
_DIINGAT = Prepared(
    select(*_KOLOM)
    .where(pemetaan.c.pemetaan_id.in_(_TERBARU))
    .order_by(pemetaan.c.pemetaan_id.desc())
)
_SATU = Prepared(
    select(*_KOLOM).where(pemetaan.c.pemetaan_id == bindparam("pemetaan_id"))
)
_DIPAKAI = Prepared(
    select(pembacaan.c.layout)
    .where(
        pembacaan.c.kiriman_id == bindparam("kiriman_id"),
        pembacaan.c.layout.startswith(bindparam("awalan")),
    )
    .order_by(pembacaan.c.pembacaan_id)
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class KeptMapping:
    """A layout as kept: number, whose, its fingerprint ("" if only used once), text."""

    pemetaan_id: int
    kode_wilayah: str
    sidik: str
    isi: str


def add_mapping(
    conn: Connection, *, kode_wilayah: str, sidik: str, isi: str, oleh: str
) -> int:
    """Keep a layout, inside a transaction (`store.write`); gives its number.

    An empty `sidik` keeps it for the file that it was confirmed with alone.
    """
    baris = insert(pemetaan).values(
        kode_wilayah=kode_wilayah,
        sidik=sidik,
        isi=stored(isi),
        oleh=stored(oleh),
        dicatat_pada=now_text(),
    )
    return conn.execute(baris.returning(pemetaan.c.pemetaan_id)).scalar_one()


def remembered(conn: Connection) -> list[KeptMapping]:
    """The newest layout of each kelurahan and fingerprint, the newest first."""
    return [KeptMapping(*baris) for baris in _DIINGAT.rows(conn, {})]


def kept_mapping(conn: Connection, pemetaan_id: int) -> KeptMapping | None:
    """The layout of that number."""
    baris = _SATU.first(conn, {"pemetaan_id": pemetaan_id})
    return KeptMapping(*baris) if baris else None


def layout_used(conn: Connection, kiriman_id: int, awalan: str) -> str | None:
    """The layout, beginning with `awalan`, of the first reading of a submission."""
    baris = _DIPAKAI.first(conn, {"kiriman_id": kiriman_id, "awalan": f"{awalan}:"})
    return baris[0] if baris else None
