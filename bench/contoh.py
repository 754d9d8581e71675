"""The sample city, made once for a measure: a store of its own, and its forms."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reference.paths import ROOT

FORMS = "formulir"


@contextmanager
def sample_city() -> Iterator[Path]:
    """A data folder filled as `make run` fills it, and the forms in `formulir/`."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "sample", "-o", str(Path(folder) / FORMS)]
        env = {**os.environ, "UP2K_DATA_DIR": folder}
        subprocess.run(command, cwd=ROOT, env=env, check=True)
        yield Path(folder)


def forms(folder: Path) -> list[Path]:
    """Every form of the sample city, quarter by quarter."""
    return sorted((folder / FORMS).rglob("*.xlsx"))
