"""What the coordinator decides, by command: `python -m store`."""

import argparse
import datetime as dt
import io
import os
import sys
from collections.abc import Sequence

from store.engine import Store, StoreError, open_store
from store.events import (
    close_group,
    close_period,
    reopen_group,
    reopen_period,
    start_empty,
)


def _period_commands(perintah: "argparse._SubParsersAction") -> None:
    for nama, arti, fungsi in (
        ("tutup-periode", "tolak laporan baru untuk satu periode", close_period),
        ("buka-periode", "terima lagi laporan untuk satu periode", reopen_period),
    ):
        p = perintah.add_parser(nama, help=arti, description=arti.capitalize() + ".")
        p.add_argument("periode", help="misalnya 2026-T3")
        p.set_defaults(
            run=lambda s, a, f=fungsi: f(s, a.periode, oleh=a.oleh, alasan=a.alasan)
        )


def _group_commands(perintah: "argparse._SubParsersAction") -> None:
    for nama, arti, fungsi in (
        ("tutup-kelompok", "catat bahwa satu kelompok berakhir", close_group),
        ("buka-kelompok", "catat bahwa kelompok itu berjalan lagi", reopen_group),
    ):
        p = perintah.add_parser(nama, help=arti, description=arti.capitalize() + ".")
        p.add_argument("kode", help="kode kelompok, misalnya 35.74.04.1006-03")
        p.add_argument("--tanggal", type=dt.date.fromisoformat, metavar="TANGGAL",
                       help="harinya, misalnya 2026-08-15; bawaan: hari ini")  # fmt: skip
        p.set_defaults(
            run=lambda s, a, f=fungsi: f(
                s, a.kode, oleh=a.oleh, alasan=a.alasan, tanggal=a.tanggal
            )
        )


def _start(store: Store, args: argparse.Namespace) -> None:
    start_empty(store, oleh=args.oleh)


def _parser() -> argparse.ArgumentParser:
    induk = argparse.ArgumentParser(
        prog="python -m store", description="Keputusan koordinator atas isi store."
    )
    induk.add_argument("--oleh", default=os.environ.get("USER") or "koordinator",
                       metavar="NAMA", help="siapa yang memutuskan")  # fmt: skip
    induk.add_argument("--alasan", default="", help="mengapa")
    perintah = induk.add_subparsers(required=True, metavar="PERINTAH")
    _period_commands(perintah)
    _group_commands(perintah)
    p = perintah.add_parser("mulai-kosong", help="tinggalkan data contoh")
    p.set_defaults(run=_start)
    return induk


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit status: 0, or 2 when it cannot be done."""
    for aliran in (sys.stdout, sys.stderr):
        if isinstance(aliran, io.TextIOWrapper):
            aliran.reconfigure(encoding="utf-8", errors="replace")
    args = _parser().parse_args(argv)
    try:
        args.run(open_store(), args)
    except StoreError as sebab:
        print(sebab, file=sys.stderr)
        return 2
    print("Tercatat.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
