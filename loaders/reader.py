"""Reads workbooks in a process of its own, kept warm, and survives its death."""

import datetime as dt
import os
import pickle
import signal
import subprocess
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from types import TracebackType
from typing import IO, Protocol, Self

from loaders.bacaan import Bacaan
from loaders.bantuan import TANPA_BANTUAN, Bantuan
from loaders.formats.unreadable import UnreadableError
from loaders.record import Pencatat
from loaders.worker import BATAS_CPU, HABIS_MEMORI, receive, send
from reference.paths import ROOT

BATAS_DETIK = 60.0
MAX_BERKAS = 64 * 2**20
_TUNGGU_DETIK = 2.0
_HABIS_WAKTU = getattr(signal, "SIGXCPU", 0)
# A library that finds no memory aborts; the system kills whoever takes too much of it.
_HABIS_MEMORI = (HABIS_MEMORI, -signal.SIGABRT, -getattr(signal, "SIGKILL", 0))
_PERCOBAAN = 2
_PERINTAH = (sys.executable, "-m", "loaders.worker")


class Pembaca(Protocol):
    """Whatever reads a workbook: `Reader`, or what stands for it."""

    def read(
        self, data: bytes, nama: str, *, hari_ini: dt.date, bantuan: Bantuan = ...
    ) -> Bacaan:
        """What a workbook says."""
        ...


class Closing(ABC):
    """Something that closes itself at the end of a `with`."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        jenis: type[BaseException] | None,
        galat: BaseException | None,
        jejak: TracebackType | None,
    ) -> None:
        self.close()

    @abstractmethod
    def close(self) -> None:
        """Gives back whatever it holds."""


class Reader(Closing):
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
        killed from outside, for its memory or by hand. If the file is to blame, the
        second reading looks into its parts first, to tell the cause and the cell.
        """
        if len(data) > MAX_BERKAS:
            return rejected(too_big(len(data)))
        with self._giliran:
            for kali in range(_PERCOBAAN):
                pesan = data, nama, hari_ini, replace(bantuan, teliti=kali > 0)
                try:
                    return self._ask(pesan)
                except (OSError, EOFError, pickle.UnpicklingError) as sebab:
                    lama = isinstance(sebab, TimeoutError)
                    status = self._stop(_TUNGGU_DETIK)
                if lama or self._selesai or status == -_HABIS_WAKTU:
                    break
        return rejected(_death(status, self.batas_detik if lama else None))

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

    def _stop(self, tunggu: float = 0) -> int:
        """Ends the process, which is dying when `tunggu` is given; its exit status."""
        proses, self._proses = self._proses, None
        if proses is None:
            return 0
        if tunggu:
            with suppress(subprocess.TimeoutExpired):
                proses.wait(tunggu)
        proses.kill()
        status = proses.wait()
        for pipa in (proses.stdin, proses.stdout):
            if pipa:
                _close_quietly(pipa)
        return status


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


def too_big(bita: int) -> UnreadableError:
    """Why a file of so many bytes is not even sent to be read."""
    return UnreadableError(
        "berkas_terlalu_besar",
        f"Berkas ini {bita // 2**20} MB; paling besar {MAX_BERKAS // 2**20} MB.",
    )


def rejected(sebab: UnreadableError) -> Bacaan:
    """The reading of a file that cannot be read at all."""
    pencatat = Pencatat()
    pencatat.unreadable(sebab)
    return Bacaan(temuan=pencatat.temuan)


def _death(status: int, batas_detik: float | None) -> UnreadableError:
    """Why the process ended: too slow, too much memory, or broken by the file."""
    if batas_detik is None and status == -_HABIS_WAKTU:
        batas_detik = BATAS_CPU
    if batas_detik is not None:
        kalimat = f"Berkas ini belum selesai dibaca setelah {batas_detik:.0f} detik."
        return UnreadableError("berkas_tidak_terbaca", kalimat)
    if status in _HABIS_MEMORI:
        kalimat = "Berkas ini memerlukan memori jauh melebihi sebuah formulir."
        return UnreadableError("berkas_terlalu_besar", kalimat)
    kalimat = "Berkas ini membuat pembacanya berhenti; isinya mungkin rusak."
    return UnreadableError("berkas_tidak_terbaca", kalimat)
