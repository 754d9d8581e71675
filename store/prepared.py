"""Statements compiled once and run on the driver's own cursor.

SQLAlchemy needs about 100 µs to run a prepared Core statement, the driver 12; a
submission takes a dozen of them while others wait for the write lock.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Select

Row = tuple[Any, ...]


def cursor(conn: Connection) -> Any:  # noqa: ANN401
    """A cursor of the database driver, inside the transaction of `conn`."""
    dbapi: Any = conn.connection.driver_connection
    return dbapi.cursor()


class Prepared:
    """A Core SELECT that remembers its text for each database."""

    def __init__(self, statement: Select[Any]) -> None:
        """Takes the statement; it is compiled when it first runs."""
        self.statement = statement
        self._texts: dict[str, tuple[str, Sequence[str] | None, dict[str, Any]]] = {}

    def _compile(
        self, dialect: Dialect
    ) -> tuple[str, Sequence[str] | None, dict[str, Any]]:
        if dialect.name not in self._texts:
            jadi = self.statement.compile(dialect=dialect)
            urutan = jadi.positiontup if jadi.positional else None
            tetap = jadi.construct_params(_check=False)
            self._texts[dialect.name] = str(jadi), urutan, dict(tetap)
        return self._texts[dialect.name]

    def rows(self, conn: Connection, nilai: Mapping[str, Any]) -> list[Row]:
        """All rows of the answer, as plain tuples."""
        teks, urutan, tetap = self._compile(conn.dialect)
        isi = {**tetap, **nilai}
        kursor = cursor(conn)
        kursor.execute(teks, isi if urutan is None else [isi[n] for n in urutan])
        return kursor.fetchall()

    def first(self, conn: Connection, nilai: Mapping[str, Any]) -> Row | None:
        """The first row of the answer, if there is one."""
        baris = self.rows(conn, nilai)
        return baris[0] if baris else None


@cache
def insert_text(
    dialect: str, tabel: str, kolom: tuple[str, ...], nomor: str = ""
) -> str:
    """An INSERT of named columns; with `nomor` it gives that column back.

    >>> insert_text("sqlite", "berkas", ("sha256_disimpan", "isi"))
    'INSERT INTO berkas (sha256_disimpan, isi) VALUES (?, ?)'
    """
    tanda = ", ".join(["?" if dialect == "sqlite" else "%s"] * len(kolom))
    balik = f" RETURNING {nomor}" if nomor else ""
    return f"INSERT INTO {tabel} ({', '.join(kolom)}) VALUES ({tanda}){balik}"
