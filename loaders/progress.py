"""A progress bar on standard error, for people who watch; silent in a pipe."""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO, TypeVar

T = TypeVar("T")
_LEBAR = 30
_LAMA = 90


def bar(selesai: int, semua: int) -> str:
    """How far it is, drawn.

    >>> bar(1, 3)
    '[██████████····················] 1/3'
    """
    isi = _LEBAR * selesai // semua if semua else _LEBAR
    return f"[{'█' * isi}{'·' * (_LEBAR - isi)}] {selesai}/{semua}"


def time_left(selesai: int, semua: int, detik: float) -> str:
    """How long the rest takes when it goes on as before; "" before the first is done.

    `detik` is how long the first `selesai` took.

    >>> time_left(0, 10, 3.0), time_left(2, 10, 3.0), time_left(10, 1000, 30.0)
    ('', 'sisa sekitar 12 detik', 'sisa sekitar 50 menit')
    """
    if not selesai:
        return ""
    sisa = detik / selesai * (semua - selesai)
    if sisa <= _LAMA:
        return f"sisa sekitar {sisa:.0f} detik"
    return f"sisa sekitar {sisa / 60:.0f} menit"


def clear(ke: TextIO | None = None) -> None:
    """Wipe the bar before other lines are printed."""
    ke = ke or sys.stderr
    if ke.isatty():
        ke.write("\r\033[K")
        ke.flush()


def watched(items: Sequence[T], ke: TextIO | None = None) -> Iterator[T]:
    """The items one after another, with the bar showing how many are done."""
    return counted(items, len(items), ke)


def counted(items: Iterable[T], semua: int, ke: TextIO | None = None) -> Iterator[T]:
    """Items of which there will be `semua`, with the bar and the time left."""
    ke = ke or sys.stderr
    mulai = time.monotonic()
    for n, item in enumerate(items):
        if ke.isatty():
            sisa = time_left(n, semua, time.monotonic() - mulai)
            ke.write(f"\r\033[K{bar(n, semua)} {sisa}".rstrip(" "))
            ke.flush()
        yield item
    clear(ke)
