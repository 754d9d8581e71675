"""What is kept of one file: its bytes without personal cells, its rows, its mends."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection

from checks.temuan import Temuan
from loaders.assess import Penilaian
from loaders.bacaan import Bacaan
from loaders.filing import taken_reading
from loaders.formats.unreadable import UnreadableError
from loaders.mended import mended
from loaders.privacy import clean
from loaders.received import Berkas
from loaders.record import Pencatat
from store.writing import add_mends, add_reading, register_groups


def to_keep(data: bytes, nama: str, bacaan: Bacaan) -> tuple[Bacaan, bytes | None]:
    """The reading, and the bytes to keep: those of our forms, without personal cells.

    A form whose personal cells cannot be removed is rejected, and not kept.
    """
    if not bacaan.layout:
        return bacaan, None
    try:
        return bacaan, clean(data, nama, bacaan.buang)
    except UnreadableError as sebab:
        pencatat = Pencatat()
        pencatat.unreadable(sebab)
        return Bacaan(temuan=pencatat.temuan), None


def keep_mends(conn: Connection, kiriman_id: int, b: Berkas) -> None:
    """Keep the cells that were mended on screen, beside the untouched original."""
    isi = [dataclasses.asdict(d) for d in mended(b.bacaan, b.perbaikan)]
    add_mends(conn, kiriman_id, isi, b.oleh)


def keep_reading(
    conn: Connection,
    kiriman_id: int,
    bacaan: Bacaan,
    penilaian: Penilaian,
    temuan: Sequence[Temuan],
    dibaca_pada: dt.datetime,
) -> list[str | None]:
    """Store a taken reading, giving new groups their codes; gives all the codes."""
    baru = sum(g.baru for g in penilaian.kelompok)
    wilayah = str(bacaan.kode_wilayah)
    berikut = iter(register_groups(conn, kiriman_id, wilayah, baru) if baru else ())
    kode = [next(berikut) if g.baru else g.kode for g in penilaian.kelompok]
    isi = taken_reading(bacaan, penilaian, kode, temuan, dibaca_pada)
    add_reading(conn, kiriman_id, isi)
    return kode
