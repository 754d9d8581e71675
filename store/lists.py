"""What is known of lists that are no report before a new one comes."""

from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, select

from reference.daftar import Formulir
from store.current import withdrawn
from store.moments import NOW
from store.prepared import Prepared
from store.tables import DAFTAR, pembacaan


@cache
def _names(nama: str, kolom: str) -> Prepared:
    tabel = DAFTAR[nama]
    return Prepared(
        select(tabel.c[kolom])
        .join(pembacaan, pembacaan.c.pembacaan_id == tabel.c.pembacaan_id)
        .where(
            pembacaan.c.kiriman_id < bindparam("sebelum"),
            pembacaan.c.kiriman_id.not_in(withdrawn()),
            tabel.c[kolom].is_not(None),
        )
        .group_by(tabel.c[kolom])
        .order_by(tabel.c[kolom])
    )


def known_names(
    conn: Connection, nama: str, kolom: str, sebelum: int
) -> tuple[str, ...]:
    """What stands in a column of text, of submissions before `sebelum`."""
    rows = _names(nama, kolom).rows(conn, {"sebelum": sebelum, "batas": NOW})
    return tuple(str(teks) for (teks,) in rows)


@cache
def _by_row(nama: str, kolom: tuple[str, ...]) -> Prepared:
    tabel = DAFTAR[nama]
    return Prepared(
        select(tabel.c.baris, *(tabel.c[k] for k in kolom))
        .join(pembacaan, pembacaan.c.pembacaan_id == tabel.c.pembacaan_id)
        .where(pembacaan.c.kiriman_id == bindparam("kiriman_id"))
        .order_by(tabel.c.pembacaan_id)
    )


def given_before(
    conn: Connection, form: Formulir, nama: str, kolom: str, kiriman_id: int
) -> dict[tuple[Any, ...], str]:
    """What earlier readings of a submission put in a column of its key, by the rest.

    The key is the row of the sheet and the other columns that name it.
    """
    lain = tuple(k for k in form.table(nama).kunci if k != kolom)
    rows = _by_row(nama, (*lain, kolom)).rows(conn, {"kiriman_id": kiriman_id})
    return {tuple(kunci): isi for *kunci, isi in rows}
