"""The commands of `python -m planning`, one a file, found by file."""

import argparse
import datetime as dt

from indicators.data import Data
from reference.tulisan import hari_ini
from store import is_started, open_store, real_url, sample_url, snapshot


def day(teks: str) -> dt.date:
    """A day as typed after `--on`; a sentence for people when it is none."""
    try:
        return dt.date.fromisoformat(teks)
    except ValueError as sebab:
        raise argparse.ArgumentTypeError(
            f"“{teks}” bukan tanggal; tulis misalnya 2026-10-09"
        ) from sebab


def data_on(hari: dt.date | None = None) -> tuple[Data, bool]:
    """What was known at the end of a day (default: now), and whether it is sample.

    The real store once it is started, until then the sample if there is one.
    """
    asli = open_store(real_url())
    contoh = not is_started(asli) and is_started(open_store(sample_url()))
    toko = open_store(sample_url()) if contoh else asli
    lalu = hari if hari is not None and hari < hari_ini() else None
    return Data.from_snapshot(snapshot(toko, lalu)), contoh
