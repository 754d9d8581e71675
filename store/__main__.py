"""Commands on the real store: `python -m store cadangan [BERKAS]` and `… kosong`."""

import argparse
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from reference.tulisan import hari_ini
from store.engine import Store, StoreError, open_store
from store.events import start_empty


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
        sumber.driver_connection.backup(tujuan)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command on the real store; gives the exit status."""
    p = argparse.ArgumentParser(prog="python -m store")
    perintah = p.add_subparsers(dest="perintah", required=True)
    perintah.add_parser("kosong", help="mulai kosong: data contoh tidak tampil lagi")
    salin = perintah.add_parser("cadangan", help="salin data (SQLite) ke satu berkas")
    salin.add_argument("berkas", nargs="?", type=Path)
    args = p.parse_args(argv)
    try:
        with closing(open_store()) as store:
            if args.perintah == "kosong":
                start_empty(store)
                print("Aplikasi mulai kosong; data contoh tidak ditampilkan lagi.")
            else:
                target = args.berkas or Path(f"cadangan-{hari_ini()}.db")
                backup(store, target)
                print(f"Tersalin ke {target} ({target.stat().st_size / 1e6:.1f} MB).")
    except StoreError as sebab:
        print(sebab, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
