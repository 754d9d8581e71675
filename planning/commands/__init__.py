"""The commands of `python -m planning`, one a file, found by file."""

import argparse
import datetime as dt

from indicators.data import Data
from reference.tulisan import hari_ini
from store import Store, is_started, open_store, real_url, sample_url, snapshot


def day(teks: str) -> dt.date:
    """A day as typed after `--on`; a sentence for people when it is none."""
    try:
        return dt.date.fromisoformat(teks)
    except ValueError as sebab:
        raise argparse.ArgumentTypeError(
            f"“{teks}” bukan tanggal; tulis misalnya 2026-10-09"
        ) from sebab


def store_in_use() -> tuple[Store, bool]:
    """The real store once it is started, until then the sample if there is one.

    And whether it is the sample.
    """
    asli = open_store(real_url())
    contoh = not is_started(asli) and is_started(open_store(sample_url()))
    return (open_store(sample_url()) if contoh else asli), contoh


def earlier(hari: dt.date | None) -> dt.date | None:
    """The day at whose end the store is cut; None for what counts now."""
    return hari if hari is not None and hari < hari_ini() else None


def data_on(hari: dt.date | None = None) -> tuple[Data, bool]:
    """What was known at the end of a day (default: now), and whether it is sample."""
    toko, contoh = store_in_use()
    return Data.from_snapshot(snapshot(toko, earlier(hari))), contoh
