"""Making the tables on first use, and adding what the vocabulary has gained since."""

import time
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

from store.guards import guards
from store.moments import now_text
from store.tables import DAFTAR, SCHEMA_VERSION, WIDE, catatan_store, metadata

_WAL_SECONDS = 60


class SchemaTooNewError(RuntimeError):
    """The store was made by a newer version of the app."""


def version(conn: Connection) -> int | None:
    """The schema version that the store was made with; None for an empty store."""
    if not inspect(conn).has_table("catatan_store"):
        return None
    return conn.execute(
        text(
            "SELECT CAST(nilai AS INTEGER) FROM catatan_store "
            "WHERE kunci = 'versi_skema' ORDER BY catatan_id DESC LIMIT 1"
        )
    ).scalar()


def note(conn: Connection, kunci: str, nilai: str) -> None:
    """Write a line into the store's own log."""
    conn.execute(
        catatan_store.insert(),
        {"kunci": kunci, "nilai": nilai, "dicatat_pada": now_text()},
    )


def _missing_tables(conn: Connection) -> list[str]:
    ada = set(inspect(conn).get_table_names())
    return [t.name for t in metadata.sorted_tables if t.name not in ada]


def _missing_columns(conn: Connection) -> list[tuple[str, str]]:
    hasil = []
    for tabel in (*WIDE, *DAFTAR):
        ada = {k["name"] for k in inspect(conn).get_columns(tabel)}
        hasil += [
            (tabel, k.name) for k in metadata.tables[tabel].c if k.name not in ada
        ]
    return hasil


def _add_columns(conn: Connection, kurang: list[tuple[str, str]]) -> None:
    for tabel, kolom in kurang:
        tipe = metadata.tables[tabel].c[kolom].type.compile(conn.dialect)
        conn.exec_driver_sql(f"ALTER TABLE {tabel} ADD COLUMN {kolom} {tipe}")
    note(conn, "kolom_baru", " ".join(f"{t}.{k}" for t, k in kurang))


def _add_tables(conn: Connection, kurang: list[str], *, baru: bool) -> None:
    metadata.create_all(conn, [metadata.tables[t] for t in kurang])
    for perintah in guards(conn.dialect.name, kurang, baru=baru):
        conn.exec_driver_sql(perintah)
    note(conn, "versi_skema", str(SCHEMA_VERSION))


def _complete(conn: Connection) -> None:
    """Make what is missing: all tables of an empty store, or what is new since."""
    baru = version(conn) is None
    if kurang := _missing_tables(conn):
        _add_tables(conn, kurang, baru=baru)
    if baru:
        note(conn, "identitas", uuid.uuid4().hex)
    if kolom := _missing_columns(conn):
        _add_columns(conn, kolom)


def _use_wal(engine: Engine) -> None:
    """Switch a SQLite file to write-ahead logging.

    SQLite refuses the switch at once, without waiting, while others have the file
    open for the first time; so it is tried again.
    """
    batas = time.monotonic() + _WAL_SECONDS
    with engine.connect() as conn:
        dbapi: Any = conn.connection.driver_connection
        while True:
            try:
                dbapi.execute("PRAGMA journal_mode = WAL")
                return
            except Exception as sebab:
                if "locked" not in str(sebab) or time.monotonic() > batas:
                    raise
                time.sleep(0.02)


def _is_ready(conn: Connection) -> bool:
    versi = version(conn)
    if versi is not None and versi > SCHEMA_VERSION:
        raise SchemaTooNewError(
            f"dibuat oleh versi aplikasi yang lebih baru (skema {versi}, aplikasi ini "
            f"mengenal sampai {SCHEMA_VERSION}). Perbarui aplikasi lalu buka lagi."
        )
    if versi is None or _missing_tables(conn):
        return False
    return not _missing_columns(conn)


def prepare(
    engine: Engine,
    write_transaction: Callable[[], AbstractContextManager[Connection]],
) -> None:
    """Make or complete the tables, safely when many processes open a store at once.

    Raises SchemaTooNewError for a store made by a newer version of the app.
    """
    if engine.dialect.name == "sqlite":
        _use_wal(engine)
    with engine.connect() as conn, conn.begin():
        if _is_ready(conn):
            return
    with write_transaction() as conn:
        if _is_ready(conn):
            return
        _complete(conn)
