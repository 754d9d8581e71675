"""Opening a store, and its two kinds of transaction: reading and writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from store.failures import in_words
from store.locations import real_url
from store.schema import SchemaTooNewError, prepare

BUSY_SECONDS = 60
_ADVISORY_LOCK = 0x5550324B  # "UP2K"
_WRITES = "up2k_menulis"


class StoreError(RuntimeError):
    """The store cannot do what was asked; the message is for people, in Indonesian."""


@dataclass(frozen=True, slots=True, eq=False)
class Store:
    """An open store: its address (without password) and the engine behind it."""

    url: str
    engine: Engine

    @property
    def dialect(self) -> str:
        """Which database it is: `sqlite` or `postgresql`."""
        return self.engine.dialect.name

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


def _normalise(url: str | Path) -> URL:
    if isinstance(url, Path) or "://" not in url:
        return URL.create("sqlite", database=str(url))
    alamat = make_url(url)
    if alamat.drivername in ("postgres", "postgresql"):
        alamat = alamat.set(drivername="postgresql+psycopg")
    if alamat.get_backend_name() not in ("sqlite", "postgresql"):
        raise StoreError(
            f"Basis data “{alamat.drivername}” tidak didukung. "
            "Pakai SQLite (sqlite:///…) atau PostgreSQL (postgresql://…)."
        )
    return alamat


def _sqlite_engine(alamat: URL) -> Engine:
    if alamat.database and alamat.database != ":memory:":
        Path(alamat.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(alamat, connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def _connect(dbapi: Any, _record: Any) -> None:  # noqa: ANN401
        # The driver would begin deferred transactions by itself, too late and
        # without the write lock; `_begin` below does it instead.
        dbapi.isolation_level = None
        dbapi.execute("PRAGMA foreign_keys = ON")
        dbapi.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def _begin(conn: Connection) -> None:
        menulis = conn.get_execution_options().get(_WRITES)
        dbapi: Any = conn.connection.driver_connection
        dbapi.execute("BEGIN IMMEDIATE" if menulis else "BEGIN")

    return engine


def open_store(url: str | Path | None = None) -> Store:
    """Open a store, making its tables on first use.

    `url` is a database address or the path of a SQLite file; without one the real
    store is opened (`store.real_url`). Raises StoreError, in Indonesian, when the
    store cannot be reached or was made by a newer version of the app.
    """
    try:
        alamat = _normalise(url if url is not None else real_url())
        if alamat.get_backend_name() == "sqlite":
            engine = _sqlite_engine(alamat)
        else:
            engine = create_engine(alamat, pool_pre_ping=True)
    except ArgumentError as sebab:
        raise StoreError(f"Alamat basis data tidak dapat dipahami: {sebab}") from sebab
    except OSError as sebab:
        raise StoreError(f"Folder data tidak dapat dibuat: {sebab}") from sebab
    store = Store(alamat.render_as_string(hide_password=True), engine)
    galat: Any = engine.dialect.loaded_dbapi
    try:
        prepare(engine, write_transaction=lambda: write(store))
    except (DBAPIError, galat.Error, SchemaTooNewError) as sebab:
        store.close()
        rinci = in_words(sebab, BUSY_SECONDS)
        rinci = rinci or str(sebab.orig if isinstance(sebab, DBAPIError) else sebab)
        raise StoreError(f"Store {store.url} tidak dapat dibuka: {rinci}") from sebab
    return store


@contextmanager
def _failures_in_words(store: Store) -> Iterator[None]:
    """Turns what may befall a working program into a sentence for people."""
    galat: Any = store.engine.dialect.loaded_dbapi
    try:
        yield
    except (DBAPIError, galat.Error) as sebab:
        kalimat = in_words(sebab, BUSY_SECONDS)
        if not kalimat and isinstance(sebab, OperationalError | galat.OperationalError):
            rinci = getattr(sebab, "orig", None) or sebab
            kalimat = f"Store tidak dapat dipakai: {rinci}"
        if not kalimat:
            raise
        raise StoreError(kalimat) from sebab


@contextmanager
def write(store: Store) -> Iterator[Connection]:
    """A transaction that may write: one writer at a time, all of it or nothing.

    Waits up to 60 seconds for other writers, then raises StoreError; so it does when
    the database fails (disk full, connection lost).
    """
    with (
        _failures_in_words(store),
        store.engine.connect().execution_options(**{_WRITES: True}) as conn,
        conn.begin(),
    ):
        if store.dialect == "postgresql":
            conn.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'")
            conn.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})")
        yield conn


@contextmanager
def read(store: Store) -> Iterator[Connection]:
    """A transaction that only reads and sees one moment of the store throughout.

    Raises StoreError when the database fails.
    """
    opsi: dict[str, Any] = {}
    if store.dialect == "postgresql":
        opsi = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with (
        _failures_in_words(store),
        store.engine.connect().execution_options(**opsi) as conn,
        conn.begin(),
    ):
        yield conn
