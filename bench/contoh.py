"""The sample city, made once for all measures: a store, and its forms as files."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reference.paths import ROOT


@contextmanager
def sample_store() -> Iterator[Path]:
    """A data folder of its own, filled as `make run` fills it."""
    with tempfile.TemporaryDirectory() as folder:
        _sample([], {"UP2K_DATA_DIR": folder})
        yield Path(folder)


@contextmanager
def sample_forms() -> Iterator[list[Path]]:
    """Every form of the sample city as a file, in the order in which they came."""
    with tempfile.TemporaryDirectory() as folder:
        _sample(["-o", folder], {})
        yield sorted(Path(folder).rglob("*.xlsx"))


def _sample(args: list[str], env: dict[str, str]) -> None:
    command = [sys.executable, "-m", "sample", *args]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **env}, check=True)
