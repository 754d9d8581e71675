"""The command line: `python -m reports deck | pptx | rapor … -o PATH`.

Every module in `reports/commands/` that has `add_parser` adds one command. Exit
status: 0 written, 1 nothing to show, 2 wrong use, or a store or a place that fails.
"""

import argparse
import importlib
import io
import pkgutil
import sys
from collections.abc import Sequence

from reports import commands
from reports.commands import NothingToShowError, WrongUseError
from store import StoreError


def _parser() -> argparse.ArgumentParser:
    induk = argparse.ArgumentParser(
        prog="python -m reports",
        description="Presentasi dan rapor, juga untuk dijadwalkan.",
    )
    perintah = induk.add_subparsers(required=True, metavar="PERINTAH")
    for m in sorted(pkgutil.iter_modules(commands.__path__), key=lambda m: m.name):
        modul = importlib.import_module(f"{commands.__name__}.{m.name}")
        if hasattr(modul, "add_parser"):
            modul.add_parser(perintah)
    return induk


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status."""
    for aliran in (sys.stdout, sys.stderr):
        if isinstance(aliran, io.TextIOWrapper):
            aliran.reconfigure(encoding="utf-8", errors="replace")
    args = _parser().parse_args(argv)
    try:
        args.run(args)
    except NothingToShowError as sebab:
        print(sebab, file=sys.stderr)
        return 1
    except (StoreError, WrongUseError) as sebab:
        print(sebab, file=sys.stderr)
        return 2
    except OSError as sebab:
        print(f"Tidak dapat ditulis: {sebab}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
