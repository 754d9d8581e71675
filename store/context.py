"""What a new submission is held against, read inside its own write transaction."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, select

from store.current import group_rows, readings
from store.moments import end_of_day_text
from store.reading import last_events
from store.tables import (
    alasan,
    kelompok,
    kiriman,
    pembacaan,
    peristiwa_kelompok,
    peristiwa_periode,
    posisi,
)

_SEMUA = {"batas": end_of_day_text(None)}
