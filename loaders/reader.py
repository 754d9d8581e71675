"""Reads workbooks in a process of its own, kept warm, and survives its death."""

import datetime as dt
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import IO, Protocol, Self

from loaders.bacaan import Bacaan
from loaders.bantuan import TANPA_BANTUAN, Bantuan
from loaders.formats.unreadable import UnreadableError
from loaders.record import Pencatat
from loaders.worker import receive, send
from reference.paths import ROOT

BATAS_DETIK = 60.0
_PERCOBAAN = 2
_PERINTAH = (sys.executable, "-m", "loaders.worker")


class Pembaca(Protocol):
    """Whatever reads a workbook: `Reader`, or what stands for it."""

    def read(
        self, data: bytes, nama: str, *, hari_ini: dt.date, bantuan: Bantuan = ...
    ) -> Bacaan:
        """What a workbook says."""
        ...


class Reader:
    """A reading process that is started when needed and again when it dies or hangs.

    A context manager; may be shared by threads, which then take turns.
    """

    def __init__(
        self, *, batas_detik: float = BATAS_DETIK, perintah: Sequence[str] = _PERINTAH
    ) -> None:
        """Starts nothing yet; `batas_detik` is how long one file may take."""
        self.batas_detik = batas_detik
        self._perintah = tuple(perintah)
        self._proses: subprocess.Popen[bytes] | None = None
        self._giliran = threading.Lock()
        self._selesai = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        jenis: type[BaseException] | None,
        galat: BaseException | None,
        jejak: TracebackType | None,
    ) -> None:
        self.close()

    def read(
        self,
        data: bytes,
        nama: str,
        *,
        hari_ini: dt.date,
        bantuan: Bantuan = TANPA_BANTUAN,
    ) -> Bacaan:
        """What a workbook says; a file that kills or hangs the process is rejected.

        A process that dies is started once more for the same file: it may have been
        killed from outside, for its memory or by hand.
        """
        with self._giliran:
            for _ in range(_PERCOBAAN):
                try:
                    return self._ask((data, nama, hari_ini, bantuan))
                except (OSError, EOFError) as sebab:
                    lama = isinstance(sebab, TimeoutError)
                    self._stop()
                if lama or self._selesai:
                    break
        return _failed(self.batas_detik if lama else None)

    def close(self) -> None:
        """Stops the process."""
        with self._giliran:
            self._stop()

    def abort(self) -> None:
        """Stops the process at once and for good, also while it reads for a thread."""
        self._selesai = True
        if proses := self._proses:
            proses.kill()
        self.close()

    def _ask(self, pesan: tuple[bytes, str, dt.date, Bantuan]) -> Bacaan:
        proses = self._running()
        habis = threading.Event()

        def time_out() -> None:
            habis.set()
            proses.kill()

        penjaga = threading.Timer(self.batas_detik, time_out)
        penjaga.daemon = True
        penjaga.start()
        try:
            send(_pipe(proses.stdin), pesan)
            bacaan: Bacaan = receive(_pipe(proses.stdout))
            return bacaan
        except (OSError, EOFError) as sebab:
            if habis.is_set():
                raise TimeoutError from sebab
            raise
        finally:
            penjaga.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._proses and self._proses.poll() is None:
            return self._proses
        self._stop()
        self._proses = subprocess.Popen(
            self._perintah,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Ctrl-C at the terminal is for us to answer, not for the process.
            start_new_session=True,
            env={**os.environ, "PYTHONSAFEPATH": "", "RUST_BACKTRACE": "0"},
        )
        return self._proses

    def _stop(self) -> None:
        proses, self._proses = self._proses, None
        if proses is None:
            return
        proses.kill()
        proses.wait()
        for pipa in (proses.stdin, proses.stdout):
            if pipa:
                _close_quietly(pipa)


def _pipe(pipa: IO[bytes] | None) -> IO[bytes]:
    if pipa is None:
        raise EOFError
    return pipa


def _close_quietly(pipa: IO[bytes]) -> None:
    """Closes a pipe whose other end may be gone with bytes still unsent."""
    try:
        pipa.close()
    except BrokenPipeError:
        return


def _failed(batas_detik: float | None) -> Bacaan:
    kalimat = "Berkas ini membuat pembacanya berhenti; isinya mungkin rusak."
    if batas_detik is not None:
        kalimat = f"Berkas ini belum selesai dibaca setelah {batas_detik:.0f} detik."
    pencatat = Pencatat()
    pencatat.unreadable(UnreadableError("berkas_tidak_terbaca", kalimat))
    return Bacaan(temuan=pencatat.temuan)
