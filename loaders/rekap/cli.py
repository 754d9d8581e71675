"""The command that writes recaps: `python -m loaders lampiran`."""

import argparse
import sys
from pathlib import Path

from loaders.rekap.dari_kelompok import from_groups, group_period
from loaders.rekap.write import file_name, write_recap
from reference.periode import Periode
from reference.tulisan import hari_ini
from reference.wilayah import nama_wilayah
from store import open_store, sample_url, snapshot

SALAH_PAKAI = 2


def add_recap_parser(
    subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Adds `lampiran` to the command line of the loaders."""
    p = subparsers.add_parser("lampiran", help="tulis Lampiran 4.22 dari data kelompok")
    p.add_argument("--wilayah", required=True, metavar="KODE",
                   help="kode kelurahan, kecamatan, atau kota")  # fmt: skip
    p.add_argument("--periode", help="misalnya 2026-S1; bawaan: semester terakhir")
    p.add_argument("-o", "--output", type=Path, metavar="FILE", help="berkas tujuan")
    p.add_argument("--contoh", action="store_true", help="dari data contoh")
    p.set_defaults(run=recap_command)


def recap_command(args: argparse.Namespace) -> int:
    """Writes one recap; gives the exit status: 0, or 2 for wrong use."""
    try:
        print(_write(args))
    except (ValueError, OSError) as sebab:
        print(sebab, file=sys.stderr)
        return SALAH_PAKAI
    return 0


def _write(args: argparse.Namespace) -> Path:
    kode = args.wilayah.strip()
    if nama_wilayah(kode) == kode:
        raise ValueError(f"“{kode}” bukan kode kelurahan, kecamatan, atau kota ini.")
    periode = (
        Periode.parse(args.periode)
        if args.periode
        else Periode.last_ended(hari_ini(), "semester")
    )
    store = open_store(sample_url() if args.contoh else None)
    isi = snapshot(store)
    store.close()
    if group_period(isi, periode) is None:
        raise ValueError(f"Belum ada laporan kelompok pada akhir {periode.label}.")
    target: Path = args.output or Path(file_name(kode, periode))
    target.parent.mkdir(parents=True, exist_ok=True)
    write_recap(
        target, kode, periode, from_groups(isi, kode, periode), contoh=args.contoh
    )
    return target
