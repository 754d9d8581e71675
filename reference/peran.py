"""The roles, and the one that the environment says is looking."""

import os
from typing import Literal

Peran = Literal["umum", "petugas", "koordinator"]


def peran() -> Peran:
    """The role of the reader, from `UP2K_PERAN`; koordinator when it is not set.

    A value that is none of the three gives the least: umum.
    """
    match os.environ.get("UP2K_PERAN", "").strip().lower():
        case "" | "koordinator":
            return "koordinator"
        case "petugas":
            return "petugas"
        case _:
            return "umum"
