"""Layouts of the offices' own: taken from the store to read with, and kept with it."""

import dataclasses
import re

from sqlalchemy import Connection

from loaders.bacaan import Bacaan
from loaders.bantuan import Bantuan
from loaders.mapping.reading import KODE
from loaders.mapping.records import Pemetaan
from loaders.mapping.remembered import from_text, to_text
from store import Store, read
from store.mappings import add_mapping, kept_mapping, layout_used, remembered

_NOMOR = re.compile(rf"{KODE}:(\d+)")


def with_known_layouts(store: Store, bantuan: Bantuan) -> Bantuan:
    """What helps to read a file, with every layout that a kelurahan confirmed."""
    with read(store) as conn:
        semua = tuple(from_text(k.isi) for k in remembered(conn))
    return dataclasses.replace(bantuan, pemetaan=semua)


def keep_layout(conn: Connection, bacaan: Bacaan, oleh: str) -> None:
    """Keep the layout that a file was read with, and note its number in the reading.

    It holds what stood in each column this time, against which the next file is held.
    """
    p = bacaan.pemetaan
    if p is None:
        return
    nomor = add_mapping(
        conn,
        kode_wilayah=p.kode_wilayah,
        sidik=p.sidik if p.ingat else "",
        isi=to_text(p),
        oleh=p.oleh or oleh,
    )
    bacaan.layout = f"{KODE}:{nomor}"


def layout_of_submission(conn: Connection, kiriman_id: int) -> Pemetaan | None:
    """The layout with which a submission was first read; None for our own forms."""
    cocok = _NOMOR.fullmatch(layout_used(conn, kiriman_id, KODE) or "")
    kept = kept_mapping(conn, int(cocok[1])) if cocok else None
    return from_text(kept.isi) if kept else None
