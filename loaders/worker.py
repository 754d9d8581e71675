"""The reading process: workbooks come in on stdin, readings go out on stdout.

`python -m loaders.worker` reads messages of four bytes of length (big-endian) and a
pickle, and answers in the same way, until stdin closes. Both ends are ours, started by
`loaders.reader`: nothing that a browser sent is ever unpickled, only passed as bytes.
"""

import gc
import os
import pickle
import struct
import sys
from typing import IO, Any

from loaders.form.read import read

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

LENGTH = struct.Struct(">I")
MAX_MEMORI = 3 * 2**29
MAX_PESAN = 2**28
BATAS_CPU = 60
"""Seconds of processor time for one file; the parent's clock may be stopped by then."""
HABIS_MEMORI = 71
"""The exit status of a process that one file has filled up."""


def send(ke: IO[bytes], isi: object) -> None:
    """Writes one message."""
    data = pickle.dumps(isi, protocol=pickle.HIGHEST_PROTOCOL)
    ke.write(LENGTH.pack(len(data)))
    ke.write(data)
    ke.flush()


def receive(dari: IO[bytes]) -> Any:  # noqa: ANN401
    """Reads one message; raises EOFError when the other end is gone or talks nonsense.

    >>> from io import BytesIO
    >>> pipa = BytesIO()
    >>> send(pipa, {"kas": 1})
    >>> _ = pipa.seek(0)
    >>> receive(pipa)
    {'kas': 1}
    """
    kepala = dari.read(LENGTH.size)
    if len(kepala) < LENGTH.size:
        raise EOFError
    panjang = LENGTH.unpack(kepala)[0]
    if panjang > MAX_PESAN:
        raise EOFError
    data = dari.read(panjang)
    if len(data) < panjang:
        raise EOFError
    return pickle.loads(data)


def _limit_memory() -> None:
    """Keeps one hostile file from taking the whole machine's memory."""
    if resource:
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORI, MAX_MEMORI))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time() -> None:
    """Gives one file its processor time: a loop ends, also when nobody waits for it."""
    if resource:
        dipakai = resource.getrusage(resource.RUSAGE_SELF)
        batas = int(dipakai.ru_utime + dipakai.ru_stime) + BATAS_CPU
        keras = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (batas, keras))


def serve(dari: IO[bytes], ke: IO[bytes]) -> None:
    """Answers every message (data, nama, hari_ini, bantuan) with a Bacaan."""
    while True:
        try:
            data, nama, hari_ini, bantuan = receive(dari)
        except EOFError:
            return
        _limit_time()
        try:
            send(ke, read(data, nama, hari_ini=hari_ini, bantuan=bantuan))
        except MemoryError:
            # What is left of the memory may not be enough for the next file either.
            os._exit(HABIS_MEMORI)


def main() -> None:
    """Serves stdin and stdout; whatever else would print goes to stderr."""
    _limit_memory()
    # What is imported stays: no need to look through it after each file.
    gc.freeze()
    ke = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve(sys.stdin.buffer, ke)


if __name__ == "__main__":
    main()
