"""A progress bar on standard error, for people who watch; silent in a pipe."""

import sys
from collections.abc import Iterator, Sequence
from typing import TextIO, TypeVar

T = TypeVar("T")
_LEBAR = 30


def bar(selesai: int, semua: int) -> str:
    """How far it is, drawn.

    >>> bar(1, 3)
    '[██████████····················] 1/3'
    """
    isi = _LEBAR * selesai // semua if semua else _LEBAR
    return f"[{'█' * isi}{'·' * (_LEBAR - isi)}] {selesai}/{semua}"


def clear(ke: TextIO | None = None) -> None:
    """Wipe the bar before other lines are printed."""
    ke = ke or sys.stderr
    if ke.isatty():
        ke.write("\r\033[K")
        ke.flush()


def watched(items: Sequence[T], ke: TextIO | None = None) -> Iterator[T]:
    """The items one after another, with the bar showing how many are done."""
    ke = ke or sys.stderr
    for n, item in enumerate(items):
        if ke.isatty():
            ke.write("\r\033[K" + bar(n, len(items)))
            ke.flush()
        yield item
    clear(ke)
