"""A copy of the real store in one file: `python -m store.backup [BERKAS]`."""

import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from reference.tulisan import hari_ini
from store.engine import Store, StoreError, open_store


def backup(store: Store, target: Path) -> None:
    """Copy a SQLite store into a new file, whole, also while others write to it.

    Raises StoreError, in Indonesian, when the file exists already or when the store is
    a PostgreSQL one, which has tools of its own.
    """
    if store.dialect != "sqlite":
        raise StoreError("Untuk PostgreSQL gunakan pg_dump dan pg_restore.")
    if target.exists():
        raise StoreError(f"{target} sudah ada; hapus dahulu atau pilih nama lain.")
    with (
        closing(store.engine.raw_connection()) as sumber,
        closing(sqlite3.connect(target)) as tujuan,
    ):
        asli: Any = sumber.driver_connection
        asli.backup(tujuan)


def main(argv: Sequence[str]) -> int:
    """Copy the real store; gives the exit status."""
    target = Path(argv[0] if argv else f"cadangan-{hari_ini()}.db")
    try:
        with closing(open_store()) as store:
            backup(store, target)
    except StoreError as sebab:
        print(sebab, file=sys.stderr)
        return 1
    print(f"Tersalin ke {target} ({target.stat().st_size / 1e6:.1f} MB).")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
