"""Runs the measures and writes them down: `python -m bench [part …] [--rounds 5]`."""

import argparse
import datetime as dt
import importlib
from pathlib import Path

from bench import mesin
from bench.hasil import Hasil, table
from reference.paths import ROOT

PARTS = ("ingest", "pages", "first_load", "memory", "warning", "planner", "reports")
RECORD = ROOT / "docs" / "kinerja.md"
START, END = "<!-- measured: start -->", "<!-- measured: end -->"


def record(text: str, file: Path = RECORD) -> None:
    """Put a text between the two marks of a page, and leave what people wrote."""
    page = file.read_text(encoding="utf-8")
    before, _, rest = page.partition(START)
    after = rest.partition(END)[2]
    file.write_text(f"{before}{START}\n{text}\n{END}{after}", encoding="utf-8")


def main() -> None:
    """Measure the parts asked for; all of them are also written to docs/kinerja.md."""
    p = argparse.ArgumentParser(prog="python -m bench")
    p.add_argument("part", nargs="*", help=f"{', '.join(PARTS)}; default: all")
    p.add_argument("--rounds", type=int, default=5)
    args = p.parse_args()
    results: list[Hasil] = []
    for part in args.part or PARTS:
        results += importlib.import_module(f"bench.{part}").measure(args.rounds)
    text = "\n\n".join(
        [
            f"Measured {dt.date.today()}, medians of {args.rounds} interleaved rounds:",
            table(results),
            mesin.description(),
        ]
    )
    print(f"\n{text}")
    if not args.part:
        record(text)


if __name__ == "__main__":
    main()
