"""Stopping between two files, when whoever is at the keyboard, or the system, asks."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_TANDA = (signal.SIGINT, signal.SIGTERM)
_STATUS_TANDA = 128


class Berhenti:
    """Whether a stop was asked for, and by which signal."""

    def __init__(self) -> None:
        """Nobody has asked yet."""
        self._tanda = 0
        self._diminta = threading.Event()

    def __bool__(self) -> bool:
        return self._diminta.is_set()

    @property
    def status(self) -> int:
        """The exit status of a program that a signal stopped: 130 for Ctrl-C."""
        return _STATUS_TANDA + self._tanda

    def ask(self, tanda: int) -> None:
        """Ask for a stop; a second time stops at once, in the middle of a file.

        Raises KeyboardInterrupt then: the file in hand is dropped whole.
        """
        if self:
            raise KeyboardInterrupt
        self._tanda = tanda
        self._diminta.set()


@contextmanager
def stoppable() -> Iterator[Berhenti]:
    """Makes Ctrl-C and SIGTERM a wish to stop after the file in hand."""
    berhenti = Berhenti()

    def handle(tanda: int, _bingkai: FrameType | None) -> None:
        berhenti.ask(tanda)

    lama = {t: signal.signal(t, handle) for t in _TANDA}
    try:
        yield berhenti
    finally:
        for t, dulu in lama.items():
            signal.signal(t, dulu)
