"""The command that writes registers: `python -m loaders tindakan`."""

import argparse
import sys
from pathlib import Path

from loaders.tindakan.isian import choices, known_rows
from loaders.tindakan.write import file_name, write_register
from reference.tulisan import hari_ini
from reference.wilayah import nama_wilayah
from store import StoreError, open_store, sample_url, snapshot

SALAH_PAKAI = 2


def add_register_parser(
    subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Adds `tindakan` to the command line of the loaders."""
    p = subparsers.add_parser("tindakan", help="tulis Daftar Tindakan Pembinaan")
    p.add_argument("--wilayah", default="", metavar="KODE",
                   help="kode wilayah; bawaan: seluruh kota")  # fmt: skip
    p.add_argument("-o", "--output", type=Path, metavar="FILE", help="berkas tujuan")
    p.add_argument("--store", help="alamat basis data; bawaan: basis data sebenarnya")
    p.add_argument("--contoh", action="store_true", help="dari data contoh")
    p.set_defaults(run=register_command)


def register_command(args: argparse.Namespace) -> int:
    """Writes a register with what counts now; gives the exit status: 0, or 2."""
    try:
        print(_write(args))
    except (ValueError, OSError, StoreError) as sebab:
        print(sebab, file=sys.stderr)
        return SALAH_PAKAI
    return 0


def _write(args: argparse.Namespace) -> Path:
    kode, hari = args.wilayah.strip(), hari_ini()
    if kode and nama_wilayah(kode) == kode:
        raise ValueError(f"“{kode}” bukan kode kelurahan, kecamatan, atau kota ini.")
    store = open_store(sample_url() if args.contoh else args.store)
    isi = snapshot(store)
    store.close()
    target: Path = args.output or Path(file_name(hari))
    target.parent.mkdir(parents=True, exist_ok=True)
    write_register(
        target, known_rows(isi, kode, isi.acuan), choices(isi, hari, kode, isi.acuan),
        hari=hari, contoh=args.contoh,
    )  # fmt: skip
    return target
