"""What taking forms costs: 29 kelurahan × 36 quarters = 1,044 forms of five sheets.

Reading and checking beside bare python-calamine, both in two processes; checks beside
reading; storing beside bare sqlite3; all beside `pandas.read_excel` with openpyxl.
"""

import datetime as dt
import io
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import pandas as pd

import loaders.ingest
from bench.contoh import nine_years, sample_city
from bench.hasil import Aim, Hasil, interleaved
from bench.lantai import calamine
from bench.lantai.sqlite import Replay
from bench.large import ROWS, write_large
from bench.peak import peak
from checks.rules import check
from loaders.ahead import Readers
from loaders.bacaan import Bacaan
from loaders.bantuan import TANPA_BANTUAN, Bantuan
from loaders.form.read import read
from loaders.ingest import ingest
from loaders.privacy import clean
from loaders.reader import Pembaca
from store import open_store

CORES = 2
SHARE = 9
SLOW = 116
"""The forms of one year are enough for what is many times slower."""
MEMORY_MB, MEMORY_LARGE_MB = 400, 1024


class Judged:
    """How long holding forms against the store took, while they were taken in."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __enter__(self) -> Self:
        self._assess = loaders.ingest.assess

        def timed(*args: Any, **named: Any) -> Any:  # noqa: ANN401
            start = time.perf_counter()
            try:
                return self._assess(*args, **named)
            finally:
                self.seconds += time.perf_counter() - start

        loaders.ingest.assess = timed
        return self

    def __exit__(self, *_: object) -> None:
        loaders.ingest.assess = self._assess


class AlreadyRead:
    """Stands for the worker where only storing is measured."""

    def __init__(self, bacaan: dict[str, Bacaan]) -> None:
        self._bacaan = bacaan

    def read(
        self,
        data: bytes,  # noqa: ARG002
        nama: str,
        *,
        hari_ini: dt.date,  # noqa: ARG002
        bantuan: Bantuan = TANPA_BANTUAN,  # noqa: ARG002
    ) -> Bacaan:
        """What was read of this file before."""
        return self._bacaan[nama]


def measure(rounds: int) -> list[Hasil]:
    """Milliseconds a form, and megabytes."""
    with sample_city() as folder:
        paths = nine_years(folder)
        speed = _speed(rounds, paths)
        return [*speed, *_memory(folder, paths[0].parent)]


def _speed(rounds: int, paths: Sequence[Path]) -> list[Hasil]:
    files = {p.name: p.read_bytes() for p in paths}
    before = {n: _read(n, d) for n, d in files.items()}
    kept, without_personal = _cleaned(files, before)
    replay = _replay(kept, without_personal)
    few = dict(list(files.items())[-SLOW:])
    judged: list[float] = []

    def store() -> float:
        """What storing took once a form was held against the store."""
        with Judged() as judge:
            seconds = _ingest(kept, AlreadyRead(without_personal))
        judged.append(judge.seconds)
        return seconds - judge.seconds

    with ProcessPoolExecutor(CORES) as pool, Readers(CORES) as readers:
        _read_shared(readers, paths[:CORES])
        calamine.read_shared(pool, list(paths), 1)
        seconds = interleaved(
            rounds,
            {
                "calamine": lambda: _timed(
                    lambda: calamine.read_shared(pool, list(paths), SHARE)
                ),
                "read": lambda: _timed(lambda: _read_shared(readers, paths)),
                "calamine_alone": lambda: _timed(
                    lambda: calamine.read_some(list(paths))
                ),
                "rules": lambda: _timed(lambda: _rules(before)),
                "clean": lambda: _timed(lambda: _cleaned(files, before)),
                "sqlite": replay.seconds,
                "store": store,
                "judge": lambda: judged.pop(),
                "all": lambda: _ingest(few, readers),
                "openpyxl": lambda: _timed(lambda: _openpyxl(few)),
            },
        )
    ms = {name: 1000 * s / len(files) for name, s in seconds.items()}
    ms |= {name: 1000 * seconds[name] / len(few) for name in ("all", "openpyxl")}
    return [
        Hasil(f"read and check a form ({len(files)} forms, {CORES} processes), against "
              f"bare python-calamine in {CORES} processes",
              ms["read"], "ms", ms["calamine"], Aim("ratio", 1.5)),
        Hasil("the rules over a form alone, against reading it with bare "
              "python-calamine, one process",
              ms["rules"], "ms", ms["calamine_alone"], Aim("ratio", 1)),
        Hasil("hold a form against all that is stored (the same groups, other "
              "groups, earlier periods), against the same",
              ms["judge"], "ms", ms["calamine_alone"], Aim("ratio", 1)),
        Hasil("take personal cells out of the bytes to keep, a form of all",
              ms["clean"], "ms"),
        Hasil("store a form, its rows, findings and bytes, against the same by bare "
              "sqlite3",
              ms["store"], "ms", ms["sqlite"], Aim("ratio", 2)),
        Hasil(f"all of it ({len(few)} forms, one after another), against "
              "`pandas.read_excel(engine=\"openpyxl\")` alone",
              ms["all"], "ms", ms["openpyxl"], Aim("faster", 6)),
    ]  # fmt: skip


def _memory(folder: Path, forms: Path) -> list[Hasil]:
    """Peaks of the command line itself, one run each."""
    large = folder / "large.xlsx"
    write_large(large)
    env = {"UP2K_DATA_DIR": str(folder / "empty")}
    many = peak(["ingest", "--contoh", str(forms)], env)
    one = peak(["check", str(large)], env)
    parts = " + ".join(f"{mb:.0f}" for mb in (many.program, *many.readers))
    return [
        Hasil(f"most memory while taking all forms: program + readers ({parts})",
              many.all, "MB", aim=Aim("most", MEMORY_MB)),
        Hasil(f"most memory of the reader of one sheet of {ROWS} rows",
              max(one.readers), "MB", aim=Aim("most", MEMORY_LARGE_MB)),
        Hasil("… of the program that asked for it",
              one.program, "MB", aim=Aim("most", MEMORY_LARGE_MB)),
    ]  # fmt: skip


def _timed(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def _read(nama: str, data: bytes) -> Bacaan:
    return read(data, nama, hari_ini=dt.date.today())


def _read_shared(readers: Readers, paths: Sequence[Path]) -> None:
    """All readings, in order, as the command line takes them."""
    today = dt.date.today()

    def look(path: Path) -> Bacaan:
        return readers.read(path.read_bytes(), path.name, hari_ini=today)

    for _, reading in readers.in_order(paths, look):
        reading.result()


def _rules(read_before: dict[str, Bacaan]) -> int:
    """Every rule over every row, and over every row with one before it (its own)."""
    n = 0
    for bacaan in read_before.values():
        for values in (*(g.nilai for g in bacaan.kelompok), bacaan.kelurahan):
            n += len(list(check(values)))
        for g in bacaan.kelompok:
            n += len(list(check(g.nilai, g.nilai)))
    return n


def _cleaned(
    files: dict[str, bytes], read_before: dict[str, Bacaan]
) -> tuple[dict[str, bytes], dict[str, Bacaan]]:
    """The bytes to keep, and readings in which nothing is left to take out."""
    kept = {n: clean(d, n, read_before[n].buang) for n, d in files.items()}
    return kept, {n: replace(b, buang={}) for n, b in read_before.items()}


def _openpyxl(files: dict[str, bytes]) -> None:
    for data in files.values():
        pd.read_excel(io.BytesIO(data), sheet_name=None, engine="openpyxl")


def _ingest(files: dict[str, bytes], reader: Pembaca) -> float:
    with tempfile.TemporaryDirectory() as folder:
        return _fill(Path(folder) / "up2k.db", files, reader)


def _fill(path: Path, files: dict[str, bytes], reader: Pembaca) -> float:
    with closing(open_store(path)) as store:
        start = time.perf_counter()
        for nama, data in files.items():
            ingest(store, nama, data, oleh="bench", contoh=True, reader=reader)
        return time.perf_counter() - start


def _replay(files: dict[str, bytes], read_before: dict[str, Bacaan]) -> Replay:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "up2k.db"
        _fill(path, files, AlreadyRead(read_before))
        return Replay.of(path)
