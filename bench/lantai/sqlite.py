"""Floor: the rows and bytes of a store inserted again by bare sqlite3."""

import sqlite3
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Self

# In the order in which rows point at each other, with how each finds its submission.
_OF_READING = "JOIN pembacaan USING (pembacaan_id)"
_TABLES = {
    "berkas": "JOIN kiriman USING (sha256_disimpan)",
    "kiriman": "", "kelompok": "", "pembacaan": "", "posisi": _OF_READING,
    "laporan_kelurahan": _OF_READING, "langkah": _OF_READING,
    "kegiatan": _OF_READING, "temuan": _OF_READING, "uji_coba": _OF_READING,
    "tumpukan": "", "alasan": "",
}  # fmt: skip
Transaction = list[tuple[str, list[tuple[object, ...]]]]


@dataclass(frozen=True, slots=True)
class Replay:
    """A store's schema and the transactions that filled it, one a submission."""

    schema: list[str]
    transactions: list[Transaction]

    @classmethod
    def of(cls, path: Path) -> Self:
        """What the store in a file is made of."""
        with closing(sqlite3.connect(path)) as db:
            schema = db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
            return cls([sql for (sql,) in schema], _transactions(db))

    def seconds(self) -> float:
        """How long it takes to insert all of it again."""
        with (
            tempfile.TemporaryDirectory() as folder,
            closing(
                sqlite3.connect(Path(folder) / "up2k.db", isolation_level=None)
            ) as db,
        ):
            for pragma in ("journal_mode = WAL", "foreign_keys = ON",
                           "synchronous = FULL"):  # fmt: skip
                db.execute(f"PRAGMA {pragma}")
            for sql in self.schema:
                if not sql.startswith("CREATE TABLE sqlite_"):
                    db.execute(sql)
            start = time.perf_counter()
            for transaction in self.transactions:
                db.execute("BEGIN IMMEDIATE")
                for sql, rows in transaction:
                    db.executemany(sql, rows)
                db.execute("COMMIT")
            return time.perf_counter() - start


def _transactions(db: sqlite3.Connection) -> list[Transaction]:
    """The rows of each submission, table by table: what one transaction wrote."""
    many: dict[int, Transaction] = {}
    for table, owner in _TABLES.items():
        rows = db.execute(f"SELECT kiriman_id, {table}.* FROM {table} {owner}")
        marks = ", ".join("?" * (len(rows.description) - 1))
        sql = f"INSERT INTO {table} VALUES ({marks})"
        per: dict[int, list[tuple[object, ...]]] = {}
        for kiriman_id, *row in rows:
            per.setdefault(kiriman_id, []).append(tuple(row))
        for kiriman_id, some in per.items():
            many.setdefault(kiriman_id, []).append((sql, some))
    return [many[k] for k in sorted(many)]
