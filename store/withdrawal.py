"""Undoing what was handed in, by a newer event and never by deletion; and redoing it.

From that moment on an undone submission counts nowhere, and what it superseded counts
again.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from reference.periode import Periode
from reference.tulisan import daftar
from store.actions import Member, members
from store.current import BERPERIODE, last_closings
from store.decisions import peristiwa_kiriman, peristiwa_periode
from store.engine import Store, StoreError, read, write
from store.moments import NOW, moment, now_text

_DITUTUP = last_closings(peristiwa_periode, "periode")
_TERAKHIR = (
    select(
        peristiwa_kiriman.c.peristiwa,
        peristiwa_kiriman.c.alasan,
        peristiwa_kiriman.c.oleh,
        peristiwa_kiriman.c.dicatat_pada,
    )
    .order_by(peristiwa_kiriman.c.peristiwa_id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Undone:
    """Why, by whom and when a submission was undone."""

    alasan: str
    oleh: str
    pada: datetime


def undo(store: Store, kunci: str, *, oleh: str, alasan: str) -> list[Member]:
    """Make a whole batch, or one submission by its number, count no more.

    Gives the submissions undone. Raises StoreError, for people, without a reason, when
    there is nothing left to undo, and when a period of theirs is closed; then nothing
    is undone.
    """
    if not alasan.strip():
        raise StoreError("Tulis alasan pembatalannya terlebih dahulu.")
    return _record(store, kunci, "batal", oleh, alasan.strip())


def redo(store: Store, kunci: str, *, oleh: str, alasan: str = "") -> list[Member]:
    """Make what was undone count again, at its old place; raises StoreError as undo."""
    return _record(store, kunci, "pulih", oleh, alasan.strip())


def undone(store: Store, kiriman_id: int) -> Undone | None:
    """Why a submission counts no more; None when it was not undone."""
    perintah = _TERAKHIR.where(peristiwa_kiriman.c.kiriman_id == kiriman_id)
    with read(store) as conn:
        r = conn.execute(perintah).one_or_none()
    if r is None or r.peristiwa != "batal":
        return None
    return Undone(r.alasan, r.oleh, moment(r.dicatat_pada))


def _record(
    store: Store, kunci: str, peristiwa: str, oleh: str, alasan: str
) -> list[Member]:
    if not oleh.strip():
        raise StoreError("Sebutkan siapa yang memutuskan.")
    with write(store) as conn:
        semua = members(conn, kunci.strip())
        if not semua:
            raise StoreError(f"Kiriman yang diterima bernomor “{kunci}” tidak ada.")
        kena = [m for m in semua if m.dibatalkan == (peristiwa == "pulih")]
        if not kena:
            raise StoreError(
                "Kiriman ini sudah dibatalkan."
                if peristiwa == "batal"
                else "Kiriman ini tidak sedang dibatalkan."
            )
        _refuse_closed(conn, kena)
        saat = now_text()
        conn.execute(
            peristiwa_kiriman.insert(),
            [
                {
                    "kiriman_id": m.kiriman_id,
                    "peristiwa": peristiwa,
                    "alasan": alasan,
                    "oleh": oleh,
                    "dicatat_pada": saat,
                }
                for m in kena
            ],
        )
    return kena


def _refuse_closed(conn: Connection, kena: list[Member]) -> None:
    tutup = set(conn.execute(_DITUTUP, {"batas": NOW}).scalars())
    if tersangkut := sorted(
        {Periode.parse(m.periode) for m in kena if m.golongan in BERPERIODE}
        & {Periode.parse(p) for p in tutup}
    ):
        label = daftar([p.label for p in tersangkut])
        raise StoreError(
            f"{label} sudah ditutup. Minta koordinator membukanya kembali terlebih "
            "dahulu; belum ada yang berubah."
        )
