"""What the coordinator decides: closing and reopening, and starting without sample."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, Table, exists, select

from reference.periode import Periode
from reference.tulisan import hari_ini
from store.decisions import peristiwa_kelompok, peristiwa_periode
from store.engine import Store, StoreError, read, write
from store.moments import now_text
from store.schema import note
from store.tables import catatan_store, kelompok, kiriman

_DIMULAI = select(
    exists(select(kiriman.c.kiriman_id))
    | exists(select(1).where(catatan_store.c.kunci == "mulai_kosong"))
)


def _last(conn: Connection, tabel: Table, kunci: str, nilai: str) -> str | None:
    return conn.execute(
        select(tabel.c.peristiwa)
        .where(tabel.c[kunci] == nilai)
        .order_by(tabel.c.peristiwa_id.desc())
        .limit(1)
    ).scalar()


def _append(
    store: Store, tabel: Table, kunci: str, peristiwa: str, isi: dict[str, Any]
) -> None:
    if not isi["oleh"].strip():
        raise StoreError("Sebutkan siapa yang memutuskan.")
    sebut = f"{'Periode' if kunci == 'periode' else 'Kelompok'} {isi[kunci]}"
    with write(store) as conn:
        if (
            kunci == "kode_kelompok"
            and not conn.execute(
                select(kelompok.c.nomor).where(kelompok.c.kode_kelompok == isi[kunci])
            ).scalar()
        ):
            raise StoreError(f"{sebut} tidak ada dalam daftar.")
        terakhir = _last(conn, tabel, kunci, isi[kunci]) or "buka"
        if terakhir == peristiwa:
            keadaan = (
                "sudah ditutup" if peristiwa == "tutup" else "tidak sedang ditutup"
            )
            raise StoreError(f"{sebut} {keadaan}.")
        conn.execute(
            tabel.insert(),
            {**isi, "peristiwa": peristiwa, "dicatat_pada": now_text()},
        )


def _period(periode: str) -> str:
    try:
        return str(Periode.parse(periode))
    except ValueError as sebab:
        raise StoreError(str(sebab)) from sebab


def close_period(store: Store, periode: str, *, oleh: str, alasan: str = "") -> None:
    """Refuse further reports for a period; raises StoreError if it is closed."""
    isi = {"periode": _period(periode), "oleh": oleh, "alasan": alasan}
    _append(store, peristiwa_periode, "periode", "tutup", isi)


def reopen_period(store: Store, periode: str, *, oleh: str, alasan: str = "") -> None:
    """Take reports for a closed period again; raises StoreError if it is open."""
    isi = {"periode": _period(periode), "oleh": oleh, "alasan": alasan}
    _append(store, peristiwa_periode, "periode", "buka", isi)


def close_group(
    store: Store,
    kode_kelompok: str,
    *,
    oleh: str,
    alasan: str = "",
    tanggal: dt.date | None = None,
) -> None:
    """Record that a group has ended on a day (today if not stated).

    Raises StoreError if the group is unknown or closed already.
    """
    hari = (tanggal or hari_ini()).isoformat()
    isi = {"kode_kelompok": kode_kelompok, "oleh": oleh, "alasan": alasan}
    _append(
        store, peristiwa_kelompok, "kode_kelompok", "tutup", {**isi, "tanggal": hari}
    )


def reopen_group(
    store: Store,
    kode_kelompok: str,
    *,
    oleh: str,
    alasan: str = "",
    tanggal: dt.date | None = None,
) -> None:
    """Record that a closed group works again; raises StoreError if it is open."""
    hari = (tanggal or hari_ini()).isoformat()
    isi = {"kode_kelompok": kode_kelompok, "oleh": oleh, "alasan": alasan}
    _append(
        store, peristiwa_kelompok, "kode_kelompok", "buka", {**isi, "tanggal": hari}
    )


def start_empty(store: Store, *, oleh: str = "koordinator") -> None:
    """Leave the sample city for good, before the first real submission."""
    with write(store) as conn:
        if not conn.execute(_DIMULAI).scalar():
            note(conn, "mulai_kosong", oleh)


def is_started(store: Store) -> bool:
    """Whether the store has a submission, or was started empty on purpose."""
    with read(store) as conn:
        return bool(conn.execute(_DIMULAI).scalar())
