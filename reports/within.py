"""The rows of a frame that lie in a place."""

import pandas as pd

from indicators.places import in_place


def within(frame: pd.DataFrame, wilayah: str) -> pd.DataFrame:
    """Rows whose `kode_wilayah` is the place or lies in it."""
    return frame[in_place(pd.Index(frame["kode_wilayah"]), wilayah)]
