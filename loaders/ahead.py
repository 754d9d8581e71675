"""Many files read by several processes at once, and handed over in their order."""

import datetime as dt
import os
import queue
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import TypeVar

from loaders.bacaan import Bacaan
from loaders.bantuan import TANPA_BANTUAN, Bantuan
from loaders.reader import Closing, Pembaca, Reader

T = TypeVar("T")
R = TypeVar("R")

_PALING_BANYAK = 4
_MENUNGGU_DETIK = 0.1
# How many files are read, or being read, before the first of them is stored.
_DIMUKA = 4


@dataclass(frozen=True, slots=True)
class Terbaca:
    """One file with its reading, if it was read ahead; stands for a reader.

    Asked for anything but that reading, it passes the question on to `pembaca`.
    """

    data: bytes
    sha256: str
    hari_ini: dt.date
    pembaca: Pembaca
    bacaan: Bacaan | None = None

    def read(
        self,
        data: bytes,
        nama: str,
        *,
        hari_ini: dt.date,
        bantuan: Bantuan = TANPA_BANTUAN,
    ) -> Bacaan:
        """What the workbook says."""
        if self.bacaan is not None and (data, hari_ini, bantuan) == (
            self.data,
            self.hari_ini,
            TANPA_BANTUAN,
        ):
            return self.bacaan
        return self.pembaca.read(data, nama, hari_ini=hari_ini, bantuan=bantuan)


def processors() -> int:
    """How many reading processes pay: one for each processor, but no more than four."""
    boleh = getattr(os, "sched_getaffinity", None)
    banyak = len(boleh(0)) if boleh else os.cpu_count() or 1
    return min(banyak, _PALING_BANYAK)


class Readers(Closing):
    """Several reading processes, each started when it is first needed.

    A context manager; may be shared by threads.
    """

    def __init__(self, banyak: int | None = None) -> None:
        """Starts nothing yet; without `banyak` there is one for each processor."""
        self.banyak = banyak or processors()
        self._semua = [Reader() for _ in range(self.banyak)]
        self._bebas: queue.LifoQueue[Reader] = queue.LifoQueue()
        for satu in self._semua:
            self._bebas.put(satu)
        self._utas = ThreadPoolExecutor(self.banyak)

    def read(
        self,
        data: bytes,
        nama: str,
        *,
        hari_ini: dt.date,
        bantuan: Bantuan = TANPA_BANTUAN,
    ) -> Bacaan:
        """What a workbook says, as `Reader.read` gives it."""
        satu = self._bebas.get()
        try:
            return satu.read(data, nama, hari_ini=hari_ini, bantuan=bantuan)
        finally:
            self._bebas.put(satu)

    def in_order(
        self,
        items: Iterable[T],
        kerja: Callable[[T], R],
        berhenti: Callable[[], bool] = bool,
    ) -> Iterator[tuple[T, Future[R]]]:
        """Each item with `kerja` of it, done in threads a few items ahead.

        Ends early when `berhenti` says so, also while it waits for the next item.
        """
        antre: deque[tuple[T, Future[R]]] = deque()
        sisa = iter(items)
        while not berhenti():
            for item in sisa:
                antre.append((item, self._utas.submit(kerja, item)))
                if len(antre) == _DIMUKA * self.banyak:
                    break
            if not antre:
                return
            depan = antre[0][1]
            while not depan.done() and not berhenti():
                wait([depan], timeout=_MENUNGGU_DETIK)
            if depan.done():
                yield antre.popleft()

    def close(self) -> None:
        """Stops every process, also in the middle of a file."""
        self._utas.shutdown(wait=False, cancel_futures=True)
        for satu in self._semua:
            satu.abort()
        self._utas.shutdown()
