"""`python -m reports pptx`: the presentation for PowerPoint and LibreOffice."""

import argparse
from typing import Any

from reports.commands.slides_of import add_deck_options, run_deck
from reports.pptx import deck_pptx


def add_parser(perintah: Any) -> None:  # noqa: ANN401
    """Add the command and its options."""
    p: argparse.ArgumentParser = perintah.add_parser(
        "pptx", help="presentasi PPTX; grafiknya dapat disunting"
    )
    add_deck_options(p)
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Write it; raises NothingToShowError and WrongUseError."""
    run_deck(args, "pptx", ".pptx", deck_pptx)
