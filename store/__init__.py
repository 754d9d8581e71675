"""The one place where what was received is kept: append-only, original bytes inside.

Writers add; readers ask for what counts now, or what counted at the end of a day.
"""

from store.actions import Action, actions, new_batch
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
from store.judgement import confirm
from store.lineage import original, recap_cells
from store.locations import real_url, sample_url
from store.origin import cells, cells_many
from store.reading import fingerprint, snapshot
from store.withdrawal import redo, undo, undone

__all__ = [
    "Action",
    "Snapshot",
    "Store",
    "StoreError",
    "actions",
    "cells",
    "cells_many",
    "close_group",
    "close_period",
    "confirm",
    "fingerprint",
    "is_started",
    "new_batch",
    "open_store",
    "original",
    "read",
    "recap_cells",
    "real_url",
    "redo",
    "reopen_group",
    "reopen_period",
    "sample_url",
    "snapshot",
    "start_empty",
    "undo",
    "undone",
    "write",
]
