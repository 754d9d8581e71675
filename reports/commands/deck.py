"""`python -m reports deck`: the presentation as one offline HTML file."""

import argparse
from typing import Any

from reports.commands.slides_of import add_deck_options, run_deck


def add_parser(perintah: Any) -> None:  # noqa: ANN401
    """Add the command and its options."""
    p: argparse.ArgumentParser = perintah.add_parser(
        "deck", help="presentasi satu berkas HTML, dapat dibuka tanpa internet"
    )
    add_deck_options(p)
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Write it; raises NothingToShowError and WrongUseError."""
    from reports.html import deck_html

    run_deck(args, "deck", ".html", deck_html)
