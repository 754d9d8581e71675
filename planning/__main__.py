"""The command line: `python -m planning explain | plan …`.

Every module in `planning/commands/` adds one command. Exit status: 0 done, 1 what was
asked for is not there, 2 wrong use or a store that fails.
"""

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Sequence

from planning import commands
from store import StoreError


def _parser() -> argparse.ArgumentParser:
    induk = argparse.ArgumentParser(
        prog="python -m planning", description="Rencana pembinaan kelompok UP2K."
    )
    perintah = induk.add_subparsers(required=True, metavar="PERINTAH")
    for m in sorted(pkgutil.iter_modules(commands.__path__), key=lambda m: m.name):
        importlib.import_module(f"{commands.__name__}.{m.name}").add_parser(perintah)
    return induk


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status."""
    args = _parser().parse_args(argv)
    try:
        status: int = args.run(args)
    except StoreError as sebab:
        print(sebab, file=sys.stderr)
        return 2
    return status


if __name__ == "__main__":
    sys.exit(main())
