"""Where the stores are: the real one and the sample never share a file."""

import os
from pathlib import Path

from sqlalchemy import URL

from reference.paths import store_dir


def _sqlite(path: Path) -> str:
    return URL.create("sqlite", database=str(path)).render_as_string()


def real_url() -> str:
    """The real store: `UP2K_DATABASE_URL`, else `up2k.db` in the data folder."""
    return os.environ.get("UP2K_DATABASE_URL") or _sqlite(store_dir() / "up2k.db")


def sample_url() -> str:
    """The sample city's store, always a file of its own: `contoh.db`."""
    return _sqlite(store_dir() / "contoh.db")
