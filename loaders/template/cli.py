"""The command that writes forms: `python -m loaders template`."""

import argparse
import sys
from pathlib import Path

from loaders.template.lama import groups_before
from loaders.template.write import write_template
from reference.periode import Periode
from reference.tulisan import daftar, hari_ini
from reference.wilayah import find_kelurahan, kelurahan
from store import open_store, snapshot

FOLDER = Path("formulir")


class WrongUseError(ValueError):
    """What was asked cannot be done; the message is for people, in Indonesian."""


def file_name(kode_wilayah: str, periode: Periode) -> str:
    """The name under which a form is written.

    >>> file_name("35.74.04.1006", Periode.parse("2026-T3"))
    'Formulir UP2K 2026-T3 Kebonsari Kulon.xlsx'
    """
    return f"Formulir UP2K {periode} {kelurahan()[kode_wilayah].nama}.xlsx"


def add_template_parser(
    subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Adds `template` to the command line of the loaders."""
    p = subparsers.add_parser("template", help="tulis Formulir UP2K untuk diisi")
    siapa = p.add_mutually_exclusive_group(required=True)
    siapa.add_argument("--kelurahan", help="kode atau nama kelurahan")
    siapa.add_argument("--all", action="store_true", help="semua 29 kelurahan")
    p.add_argument("--periode", help="misalnya 2026-T3; bawaan: periode terakhir")
    p.add_argument("-o", "--output", type=Path, metavar="FILE",
                   help="berkas tujuan; dengan --all: folder tujuan")  # fmt: skip
    p.add_argument("--store", help="alamat basis data; bawaan: basis data sebenarnya")
    p.set_defaults(run=template_command)


def _kode(teks: str) -> str:
    tempat = find_kelurahan(teks)
    if tempat.kode:
        return tempat.kode
    saran = f" Maksudnya {daftar(tempat.saran)}?" if tempat.saran else ""
    raise WrongUseError(f"{tempat.alasan}.{saran}")


def _periode(teks: str | None) -> Periode:
    if teks is None:
        return Periode.last_ended(hari_ini())
    try:
        return Periode.parse(teks)
    except ValueError as sebab:
        raise WrongUseError(str(sebab)) from sebab


def _targets(args: argparse.Namespace, periode: Periode) -> dict[str, Path]:
    if args.all:
        folder = args.output or FOLDER
        return {kode: folder / file_name(kode, periode) for kode in kelurahan()}
    kode = _kode(args.kelurahan)
    return {kode: args.output or Path(file_name(kode, periode))}


def _write_all(targets: dict[str, Path], periode: Periode, url: str | None) -> None:
    store = open_store(url)
    isi = snapshot(store)
    store.close()
    for i, (kode, target) in enumerate(targets.items(), start=1):
        target.parent.mkdir(parents=True, exist_ok=True)
        lama = groups_before(isi, kode, periode)
        write_template(target, kode, periode, kelompok=lama)
        if len(targets) > 1 and sys.stderr.isatty():
            print(f"\r{i}/{len(targets)} {target.name:60}", end="", file=sys.stderr)
    if len(targets) > 1:
        print(f"\n{len(targets)} formulir ditulis.", file=sys.stderr)


def template_command(args: argparse.Namespace) -> int:
    """Writes what was asked; gives the exit status: 0, or 2 for wrong use."""
    try:
        periode = _periode(args.periode)
        targets = _targets(args, periode)
        _write_all(targets, periode, args.store)
    except (WrongUseError, OSError) as sebab:
        print(sebab, file=sys.stderr)
        return 2
    for target in targets.values():
        print(target)
    return 0
