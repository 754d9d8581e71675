"""What is known of actions before a new register comes: codes, whom, what, when."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from store.current import withdrawn
from store.moments import NOW
from store.prepared import Prepared
from store.tables import kelompok, kiriman, pembacaan, tindakan

_SEMUA_KELOMPOK = Prepared(select(kelompok.c.kode_kelompok, kelompok.c.kode_wilayah))
_TINDAKAN = Prepared(
    select(
        tindakan.c.kode_tindakan,
        tindakan.c.kode_wilayah,
        tindakan.c.kode_kelompok,
        tindakan.c.jenis,
        tindakan.c.uraian,
        tindakan.c.tanggal_rencana,
        pembacaan.c.kiriman_id.in_(withdrawn()),
    )
    .join(pembacaan, pembacaan.c.pembacaan_id == tindakan.c.pembacaan_id)
    .join(kiriman, kiriman.c.kiriman_id == pembacaan.c.kiriman_id)
    .where(pembacaan.c.kiriman_id < bindparam("sebelum"))
    .order_by(
        kiriman.c.diterima_pada,
        kiriman.c.kiriman_id,
        tindakan.c.pembacaan_id,
        tindakan.c.urut,
    )
)
_KODE_DULU = Prepared(
    select(tindakan.c.baris, tindakan.c.kode_tindakan)
    .join(pembacaan, pembacaan.c.pembacaan_id == tindakan.c.pembacaan_id)
    .where(pembacaan.c.kiriman_id == bindparam("kiriman_id"))
    .order_by(tindakan.c.pembacaan_id)
)


@dataclass(frozen=True, slots=True)
class KnownAction:
    """An action as last written down: its code, whom it is for, what, and when.

    `dibatalkan` says that every submission that named it was undone; its code is kept.
    """

    kode: str
    kode_wilayah: str
    kode_kelompok: str | None
    jenis: str
    uraian: str
    tanggal_rencana: str
    dibatalkan: bool


def known_actions(conn: Connection, sebelum: int) -> dict[str, KnownAction]:
    """Every action by code, as its newest row says; of submissions before `sebelum`.

    Rows that were not undone say it before those that were.
    """
    hasil: dict[str, KnownAction] = {}
    isi = {"batas": NOW, "sebelum": sebelum}
    for kode, wilayah, siapa, jenis, uraian, rencana, batal in _TINDAKAN.rows(
        conn, isi
    ):
        lama = hasil.get(kode)
        if lama is None or lama.dibatalkan or not batal:
            hasil[kode] = KnownAction(
                kode, wilayah, siapa, jenis or "", uraian or "", rencana or "",
                bool(batal),
            )  # fmt: skip
    return hasil


def codes_by_row(conn: Connection, kiriman_id: int) -> dict[int, str]:
    """The codes that earlier readings of a register gave, by row of its sheet."""
    return dict(_KODE_DULU.rows(conn, {"kiriman_id": kiriman_id}))


def every_group(conn: Connection) -> dict[str, str]:
    """The kelurahan (code) of every group that was ever registered, by its code."""
    return dict(_SEMUA_KELOMPOK.rows(conn, {}))
