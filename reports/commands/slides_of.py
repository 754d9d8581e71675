"""What `deck` and `pptx` share: one presentation, or one for each kelurahan."""

import argparse
from collections.abc import Callable
from pathlib import Path

from reference.wilayah import nama_wilayah
from reports.commands import WrongUseError
from reports.commands.output import TandaTerima, ending, folder, progress, stem
from reports.commands.source import add_options, source
from reports.context import Konteks
from reports.deck import build
from reports.slide import AUDIENS, Deck

Pembuat = Callable[[Deck], bytes]


def add_deck_options(p: argparse.ArgumentParser) -> None:
    """Add the options of a presentation."""
    add_options(p)
    p.add_argument(
        "--audiens",
        metavar="A",
        help=f"untuk siapa: {', '.join(AUDIENS)}; bawaan menurut wilayahnya",
    )
    p.add_argument(
        "--urutan", metavar="ID,ID,…", help="slide yang ditampilkan, menurut urutan ini"
    )


def run_deck(
    args: argparse.Namespace, perintah: str, akhiran: str, make: Pembuat
) -> None:
    """Write the presentations asked for, and the receipt."""
    sumber = source(args)
    tanda = TandaTerima(perintah, sumber.each()[0] if not args.all else sumber.konteks)
    if not sumber.banyak:
        ending(args.output, (akhiran,))
        tanda.write(Path(args.output), make(_deck(args, sumber.each()[0])))
    else:
        di = folder(args.output)
        for n, k in enumerate(sumber.each(), 1):
            isi = make(_deck(args, k))
            tanda.write(di / f"{stem('presentasi', k)}{akhiran}", isi)
            progress(n, len(sumber.wilayah), nama_wilayah(k.wilayah))
    tanda.finish(args.tanda_terima)


def _deck(args: argparse.Namespace, k: Konteks) -> Deck:
    audiens = args.audiens or ("kelurahan" if k.tingkat == "kelurahan" else "pimpinan")
    urutan = args.urutan.split(",") if args.urutan else None
    try:
        return build(k, audiens, urutan)
    except ValueError as sebab:
        raise WrongUseError(str(sebab)) from sebab
