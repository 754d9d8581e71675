"""The command that writes the rules: `python -m loaders acuan`."""

import argparse
import sys
from pathlib import Path

from loaders.acuan.write import file_name, write_acuan
from reference.tulisan import hari_ini
from store import StoreError, open_store, sample_url, snapshot

SALAH_PAKAI = 2


def add_acuan_parser(
    subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Adds `acuan` to the command line of the loaders."""
    p = subparsers.add_parser("acuan", help="tulis Acuan UP2K: aturan dan anggapan")
    p.add_argument("-o", "--output", type=Path, metavar="FILE", help="berkas tujuan")
    p.add_argument("--store", help="alamat basis data; bawaan: basis data sebenarnya")
    p.add_argument("--contoh", action="store_true", help="dari data contoh")
    p.set_defaults(run=acuan_command)


def acuan_command(args: argparse.Namespace) -> int:
    """Writes the rules that count now; gives the exit status: 0, or 2."""
    try:
        store = open_store(sample_url() if args.contoh else args.store)
        acuan = snapshot(store).acuan
        store.close()
        target: Path = args.output or Path(file_name(hari_ini()))
        target.parent.mkdir(parents=True, exist_ok=True)
        write_acuan(target, acuan, hari=hari_ini(), contoh=args.contoh)
    except (ValueError, OSError, StoreError) as sebab:
        print(sebab, file=sys.stderr)
        return SALAH_PAKAI
    print(target)
    return 0
