"""An office on a day, and the same office later: more came in, some was taken back.

On the last day of the quarter Pilang and Sukoharjo had reported. Since then Jati came
in late, Pilang sent a correction (one group of it is held), what Sukoharjo sent was
undone, one group was closed, and every file was read again.
"""

import contextlib
import datetime as dt
import shutil
from pathlib import Path

from loaders.ingest import ingest
from loaders.reader import Reader
from loaders.rebuild import reread
from store import close_group, open_store, undo
from store.lineage import kept
from tests.forms_city import JATI, KINI, PERIODE, PILANG, SUKOHARJO, form

HARI = KINI.end
SERUNI, CEMPAKA = f"{PILANG}-01", f"{PILANG}-02"
KENANGA, ANGGREK = f"{SUKOHARJO}-01", f"{SUKOHARJO}-02"
KAS_BARU = 140_000


def then(folder: Path) -> Path:
    """The real store as it was on that day."""
    berkas = folder / "up2k.db"
    with contextlib.closing(open_store(berkas)) as s, Reader() as reader:
        for periode in PERIODE:
            for kode in (PILANG, SUKOHARJO):
                ingest(
                    s, f"{kode} {periode}.xlsx", form(kode, periode), oleh="petugas",
                    diterima=periode.end, reader=reader,
                )  # fmt: skip
    return berkas


def since(dulu: Path, folder: Path) -> Path:
    """A copy of the store of that day, to which all the rest has happened since."""
    berkas = Path(shutil.copy(dulu, folder / "up2k.db"))
    besok = HARI + dt.timedelta(days=1)
    koreksi = form(PILANG, Seruni={"kas": "dua juta"}, Cempaka={"kas": KAS_BARU})
    with contextlib.closing(open_store(berkas)) as s, Reader() as reader:
        for nama, data in (("jati.xlsx", form(JATI)), ("koreksi.xlsx", koreksi)):
            ingest(s, nama, data, oleh="petugas", diterima=besok, reader=reader)
        undo(s, str(2 * len(PERIODE)), oleh="petugas", alasan="salah berkas")
        close_group(s, KENANGA, oleh="koordinator", alasan="bubar")
        for lama in kept(s):
            reread(s, reader, lama)
    return berkas
