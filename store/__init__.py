"""The one place where what was received is kept: append-only, original bytes inside.

Writers add; readers ask for what counts now, or what counted at the end of a day.
"""

from store.engine import Store, StoreError, open_store, read, write
from store.events import (
    close_group,
    close_period,
    is_started,
    reopen_group,
    reopen_period,
    start_empty,
)
from store.frames import Snapshot
from store.lineage import cells, original
from store.locations import real_url, sample_url
from store.reading import fingerprint, snapshot

__all__ = [
    "Snapshot",
    "Store",
    "StoreError",
    "cells",
    "close_group",
    "close_period",
    "fingerprint",
    "is_started",
    "open_store",
    "original",
    "read",
    "real_url",
    "reopen_group",
    "reopen_period",
    "sample_url",
    "snapshot",
    "start_empty",
    "write",
]
