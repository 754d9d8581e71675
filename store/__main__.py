"""What the coordinator decides, by command: `python -m store`."""

import argparse
import datetime as dt
import io
import os
import sys
from collections.abc import Callable, Sequence

from reference.tulisan import waktu
from store.actions import Member, actions
from store.engine import Store, StoreError, open_store
from store.events import (
    close_group,
    close_period,
    reopen_group,
    reopen_period,
    start_empty,
)
from store.withdrawal import redo, undo

_Command = Callable[[Store, argparse.Namespace], None]


def _on_period(apa: Callable[..., None]) -> _Command:
    return lambda s, a: apa(s, a.periode, oleh=a.oleh, alasan=a.alasan)


def _on_group(apa: Callable[..., None]) -> _Command:
    return lambda s, a: apa(s, a.kode, oleh=a.oleh, alasan=a.alasan, tanggal=a.tanggal)


def _on_action(apa: Callable[..., list[Member]]) -> _Command:
    def run(store: Store, a: argparse.Namespace) -> None:
        kena = apa(store, a.kunci, oleh=a.oleh, alasan=a.alasan)
        for m in kena:
            print(f"{m.kiriman_id}  {m.nama_berkas}  ({m.periode})")

    return run


def _list_actions(store: Store, args: argparse.Namespace) -> None:
    for a in actions(store, banyak=args.banyak):
        batal = "" if a.berlaku else "  (dibatalkan)"
        print(f"{a.kunci}  {waktu(a.pada)}  {len(a.isi)} berkas  {a.oleh}{batal}")


def _start_empty(store: Store, args: argparse.Namespace) -> None:
    start_empty(store, oleh=args.oleh)


_ATAS_PERIODE = (
    (
        "tutup-periode",
        "tolak laporan baru untuk satu periode",
        _on_period(close_period),
    ),
    (
        "buka-periode",
        "terima lagi laporan untuk satu periode",
        _on_period(reopen_period),
    ),
)
_ATAS_KELOMPOK = (
    ("tutup-kelompok", "catat bahwa satu kelompok berakhir", _on_group(close_group)),
    (
        "buka-kelompok",
        "catat bahwa kelompok itu berjalan lagi",
        _on_group(reopen_group),
    ),
)
_ATAS_KIRIMAN = (
    (
        "batal",
        "batalkan satu tindakan menyimpan; laporannya tidak berlaku lagi",
        _on_action(undo),
    ),
    ("pulih", "berlakukan lagi yang sudah dibatalkan", _on_action(redo)),
)


def _parser() -> argparse.ArgumentParser:
    umum = argparse.ArgumentParser(add_help=False)
    umum.add_argument(
        "--oleh",
        default=os.environ.get("USER") or "koordinator",
        metavar="NAMA",
        help="siapa yang memutuskan",
    )
    umum.add_argument("--alasan", default="", help="mengapa")
    induk = argparse.ArgumentParser(
        prog="python -m store", description="Keputusan koordinator atas isi store."
    )
    perintah = induk.add_subparsers(required=True, metavar="PERINTAH")

    def add(nama: str, arti: str, run: _Command) -> argparse.ArgumentParser:
        p = perintah.add_parser(
            nama, help=arti, description=arti.capitalize() + ".", parents=[umum]
        )
        p.set_defaults(run=run)
        return p

    for nama, arti, run in _ATAS_PERIODE:
        add(nama, arti, run).add_argument("periode", help="misalnya 2026-T3")
    for nama, arti, run in _ATAS_KELOMPOK:
        p = add(nama, arti, run)
        p.add_argument("kode", help="kode kelompok, misalnya 35.74.04.1006-03")
        p.add_argument(
            "--tanggal",
            type=dt.date.fromisoformat,
            metavar="TANGGAL",
            help="harinya, misalnya 2026-08-15; bawaan: hari ini",
        )
    for nama, arti, run in _ATAS_KIRIMAN:
        add(nama, arti, run).add_argument(
            "kunci",
            metavar="TUMPUKAN|KIRIMAN",
            help="nomor tumpukan seperti T3f9a01c2d4, atau nomor satu kiriman",
        )
    add(
        "terakhir", "sebutkan apa saja yang terakhir disimpan", _list_actions
    ).add_argument("--banyak", type=int, default=10, help="paling banyak berapa")
    add("mulai-kosong", "tinggalkan data contoh untuk seterusnya", _start_empty)
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
    if args.run is not _list_actions:
        print("Tercatat.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
