"""Where the project keeps its data."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REFERENCE_DIR = ROOT / "data" / "reference"


def store_dir() -> Path:
    """The folder that the app writes to; `UP2K_DATA_DIR` moves it."""
    return Path(os.environ.get("UP2K_DATA_DIR") or ROOT / "data" / "store")
