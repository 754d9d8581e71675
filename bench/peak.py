"""The most memory that the command line and its reading processes ever held (Linux)."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reference.paths import ROOT

_EVERY_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Peak:
    """Megabytes: of the program itself, and of each of its reading processes."""

    program: float
    readers: tuple[float, ...]

    @property
    def all(self) -> float:
        """As if each had held its most at the same moment."""
        return self.program + sum(self.readers)


def peak(args: list[str], env: Mapping[str, str]) -> Peak:
    """Runs `python -m loaders …` to its end and watches it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "loaders", *args],
        cwd=ROOT, env={**os.environ, **env},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    most: dict[int, float] = {}
    while process.poll() is None:
        for pid in (process.pid, *_children(process.pid)):
            most[pid] = max(most.get(pid, 0), _high_water(pid))
        time.sleep(_EVERY_SECONDS)
    program = most.pop(process.pid)
    return Peak(program, tuple(most.values()))


def _children(pid: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        return [int(c) for t in tasks for c in (t / "children").read_text().split()]
    except OSError:
        return []


def _high_water(pid: int) -> float:
    """The peak of resident memory in MB; 0 for a process that has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    kilobytes = [b.split()[1] for b in status.splitlines() if b.startswith("VmHWM")]
    return int(kilobytes[0]) / 1024 if kilobytes else 0
