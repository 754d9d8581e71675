"""What taking the sample city's forms costs, in one process.

Reading and checking beside bare python-calamine; storing beside bare sqlite3; all of
it beside `pandas.read_excel(engine="openpyxl")`.
"""

import datetime as dt
import io
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
from python_calamine import CalamineWorkbook

from bench.contoh import forms, sample_city
from bench.hasil import Aim, Hasil, interleaved
from loaders.bacaan import Bacaan
from loaders.form.read import read
from loaders.ingest import ingest
from loaders.privacy import clean
from loaders.reader import Reader
from store import open_store

# In the order in which rows point at each other.
TABLES = (
    "berkas", "kiriman", "kelompok", "pembacaan", "posisi", "laporan_kelurahan",
    "langkah", "kegiatan", "temuan", "alasan",
)  # fmt: skip
Transaction = list[tuple[str, list[tuple[object, ...]]]]


class AlreadyRead:
    """Stands for the worker where only storing is measured."""

    def __init__(self, bacaan: dict[str, Bacaan]) -> None:
        self._bacaan = bacaan

    def read(self, data: bytes, nama: str, *, hari_ini: dt.date) -> Bacaan:  # noqa: ARG002
        """What was read of this file before."""
        return self._bacaan[nama]


@dataclass(frozen=True, slots=True)
class Replay:
    """The rows of a store, to be inserted again: its schema and its transactions."""

    schema: list[str]
    transactions: list[Transaction]


def measure(rounds: int) -> list[Hasil]:
    """Milliseconds a form."""
    with sample_city() as folder:
        files = {p.name: p.read_bytes() for p in forms(folder)}
        read_before = {n: _read(n, d) for n, d in files.items()}
        kept, without_personal = _cleaned(files, read_before)
        replay = _replay(kept, without_personal)
        seconds = interleaved(
            rounds,
            {
                "calamine": lambda: _timed(lambda: _bare_calamine(files)),
                "read": lambda: _timed(lambda: _read_all(files)),
                "clean": lambda: _timed(lambda: _cleaned(files, read_before)),
                "sqlite": lambda: _bare_sqlite(replay),
                "store": lambda: _ingest(kept, AlreadyRead(without_personal)),
                "all": lambda: _with_worker(files),
                "openpyxl": lambda: _timed(lambda: _openpyxl(files)),
            },
        )
    ms = {name: 1000 * s / len(files) for name, s in seconds.items()}
    return [
        Hasil(f"read and check a form ({len(files)} forms), against bare "
              "python-calamine", ms["read"], "ms", ms["calamine"], Aim("ratio", 1.5)),
        Hasil("take personal cells out of the bytes to keep, a form of all",
              ms["clean"], "ms"),
        Hasil("check a form against the store and store it, against the same "
              "rows and bytes by bare sqlite3",
              ms["store"], "ms", ms["sqlite"], Aim("ratio", 2)),
        Hasil("all of it, against `pandas.read_excel(engine=\"openpyxl\")` alone",
              ms["all"], "ms", ms["openpyxl"], Aim("faster", 6)),
    ]  # fmt: skip


def _timed(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def _read(nama: str, data: bytes) -> Bacaan:
    return read(data, nama, hari_ini=dt.date.today())


def _read_all(files: dict[str, bytes]) -> None:
    for nama, data in files.items():
        _read(nama, data)


def _cleaned(
    files: dict[str, bytes], read_before: dict[str, Bacaan]
) -> tuple[dict[str, bytes], dict[str, Bacaan]]:
    """The bytes to keep, and readings in which nothing is left to take out."""
    kept = {n: clean(d, n, read_before[n].buang) for n, d in files.items()}
    return kept, {n: replace(b, buang={}) for n, b in read_before.items()}


def _bare_calamine(files: dict[str, bytes]) -> None:
    for data in files.values():
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet in workbook.sheet_names:
            workbook.get_sheet_by_name(sheet).to_python()


def _openpyxl(files: dict[str, bytes]) -> None:
    for data in files.values():
        pd.read_excel(io.BytesIO(data), sheet_name=None, engine="openpyxl")


def _ingest(files: dict[str, bytes], reader: Reader | AlreadyRead) -> float:
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_store(Path(folder) / "up2k.db")) as store,
    ):
        start = time.perf_counter()
        for nama, data in files.items():
            ingest(store, nama, data, oleh="bench", contoh=True, reader=reader)
        return time.perf_counter() - start


def _with_worker(files: dict[str, bytes]) -> float:
    with Reader() as reader:
        return _ingest(files, reader)


def _replay(files: dict[str, bytes], read_before: dict[str, Bacaan]) -> Replay:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "up2k.db"
        with closing(open_store(path)) as store:
            for nama, data in files.items():
                ingest(store, nama, data, oleh="bench", contoh=True,
                       reader=AlreadyRead(read_before))  # fmt: skip
        with closing(sqlite3.connect(path)) as db:
            schema = db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
            return Replay([sql for (sql,) in schema], _transactions(db))


def _transactions(db: sqlite3.Connection) -> list[Transaction]:
    """The rows of each submission, table by table: what one transaction wrote."""
    owner = {
        "berkas": "JOIN kiriman USING (sha256_disimpan)",
        "kiriman": "", "kelompok": "", "pembacaan": "", "alasan": "",
    }  # fmt: skip
    of_reading = "JOIN pembacaan USING (pembacaan_id)"
    many: dict[int, Transaction] = {}
    for table in TABLES:
        rows = db.execute(
            f"SELECT kiriman_id, {table}.* FROM {table} {owner.get(table, of_reading)}"
        )
        marks = ", ".join("?" * (len(rows.description) - 1))
        sql = f"INSERT INTO {table} VALUES ({marks})"
        per: dict[int, list[tuple[object, ...]]] = {}
        for kiriman_id, *row in rows:
            per.setdefault(kiriman_id, []).append(tuple(row))
        for kiriman_id, some in per.items():
            many.setdefault(kiriman_id, []).append((sql, some))
    return [many[k] for k in sorted(many)]


def _bare_sqlite(replay: Replay) -> float:
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(sqlite3.connect(Path(folder) / "up2k.db", isolation_level=None)) as db,
    ):
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = FULL")
        for sql in replay.schema:
            if not sql.startswith("CREATE TABLE sqlite_"):
                db.execute(sql)
        start = time.perf_counter()
        for transaction in replay.transactions:
            db.execute("BEGIN IMMEDIATE")
            for sql, rows in transaction:
                db.executemany(sql, rows)
            db.execute("COMMIT")
        return time.perf_counter() - start
