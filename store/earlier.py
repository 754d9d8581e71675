"""Earlier submissions: the same bytes, the newest of a place, what was said of one."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select

from reference.daftar import Formulir, forms
from store.current import GOLONGAN, kind, withdrawn
from store.decisions import alasan, perbaikan
from store.moments import NOW, moment
from store.prepared import Prepared
from store.tables import DAFTAR, kiriman, pembacaan, posisi

_pembacaan_sama = (
    select(func.max(pembacaan.c.pembacaan_id))
    .join(kiriman, kiriman.c.kiriman_id == pembacaan.c.kiriman_id)
    .where(kiriman.c.sha256_diterima == bindparam("sha256"))
    .group_by(kiriman.c.kiriman_id)
)
_SAMA = Prepared(
    select(
        kiriman.c.kiriman_id,
        kiriman.c.diterima_pada,
        pembacaan.c.keadaan,
        pembacaan.c.kode_wilayah,
        pembacaan.c.periode,
        kind(pembacaan.c.layout),
        kiriman.c.kiriman_id.in_(withdrawn()),
    )
    .join(pembacaan, pembacaan.c.kiriman_id == kiriman.c.kiriman_id)
    .where(pembacaan.c.pembacaan_id.in_(_pembacaan_sama))
    .order_by(kiriman.c.diterima_pada, kiriman.c.kiriman_id)
)
_SEMUA_SHA256 = Prepared(select(kiriman.c.sha256_diterima).distinct())
_lain = pembacaan.alias("lain")
_terbaru_dari_kiriman = pembacaan.c.pembacaan_id == (
    select(func.max(_lain.c.pembacaan_id))
    .where(_lain.c.kiriman_id == pembacaan.c.kiriman_id)
    .scalar_subquery()
)
_BERLAKU = (_terbaru_dari_kiriman, pembacaan.c.kiriman_id.not_in(withdrawn()))
HERE = (
    pembacaan.c.kode_wilayah == bindparam("kode_wilayah"),
    pembacaan.c.periode == bindparam("periode"),
    *_BERLAKU,
)
"""The newest reading, not undone, of each submission of one place and period."""


def _newest(golongan: str) -> Prepared:
    # Registers and rules are for all periods: the newest is the newest of all.
    di_sini = _BERLAKU if golongan in ("tindakan", "acuan") else HERE
    return Prepared(
        select(kiriman.c.kiriman_id, kiriman.c.diterima_pada)
        .join(pembacaan, pembacaan.c.kiriman_id == kiriman.c.kiriman_id)
        .where(
            *di_sini,
            pembacaan.c.keadaan != "ditolak",
            kind(pembacaan.c.layout) == golongan,
        )
        .order_by(kiriman.c.diterima_pada.desc(), kiriman.c.kiriman_id.desc())
        .limit(1)
    )


def _newest_of_thing(form: Formulir) -> Prepared:
    kepala = DAFTAR[form.tabel_kepala]
    return Prepared(
        select(kiriman.c.kiriman_id, kiriman.c.diterima_pada)
        .join(pembacaan, pembacaan.c.kiriman_id == kiriman.c.kiriman_id)
        .join(kepala, kepala.c.pembacaan_id == pembacaan.c.pembacaan_id)
        .where(
            *_BERLAKU,
            pembacaan.c.keadaan != "ditolak",
            kepala.c[form.kolom_kode] == bindparam("hal"),
        )
        .order_by(kiriman.c.diterima_pada.desc(), kiriman.c.kiriman_id.desc())
        .limit(1)
    )


def _thing(form: Formulir) -> Prepared:
    kepala = DAFTAR[form.tabel_kepala]
    return Prepared(
        select(kepala.c[form.kolom_kode])
        .join(pembacaan, pembacaan.c.pembacaan_id == kepala.c.pembacaan_id)
        .where(pembacaan.c.kiriman_id == bindparam("kiriman_id"))
        .order_by(pembacaan.c.pembacaan_id.desc())
    )


_TERBARU = {
    g: _newest_of_thing(forms()[g]) if g in forms() else _newest(g) for g in GOLONGAN
}
_HAL = {f.kode: _thing(f) for f in forms().values()}
_PERBAIKAN = Prepared(
    select(perbaikan.c.lembar, perbaikan.c.sel, perbaikan.c.baru).where(
        perbaikan.c.kiriman_id == bindparam("kiriman_id")
    )
)
_ALASAN = Prepared(
    select(alasan.c.jenis, alasan.c.sel, alasan.c.alasan).where(
        alasan.c.kiriman_id == bindparam("kiriman_id")
    )
)
_KODE_DULU = Prepared(
    select(posisi.c.nama_kelompok, posisi.c.kode_kelompok)
    .join(pembacaan, pembacaan.c.pembacaan_id == posisi.c.pembacaan_id)
    .where(
        pembacaan.c.kiriman_id == bindparam("kiriman_id"),
        posisi.c.kode_kelompok.is_not(None),
    )
    .order_by(posisi.c.pembacaan_id)
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier submission, as its newest reading sees it.

    `perbaikan` are the cells mended on screen, by (sheet, cell); `hal` is the code of
    the event, competition or campaign that a list is about ("" for any other).
    """

    kiriman_id: int
    diterima_pada: dt.datetime
    keadaan: str
    kode_wilayah: str | None
    periode: str | None
    golongan: str
    dibatalkan: bool
    perbaikan: dict[tuple[str, str], str]
    hal: str = ""


def same_bytes(conn: Connection, sha256: str) -> list[Earlier]:
    """The submissions that held exactly these bytes, oldest first."""
    return [
        Earlier(
            nomor, moment(pada), keadaan, wilayah, periode,
            golongan, bool(batal), mends(conn, nomor), _about(conn, golongan, nomor),
        )
        for nomor, pada, keadaan, wilayah, periode, golongan, batal in _SAMA.rows(
            conn, {"batas": NOW, "sha256": sha256}
        )
    ]  # fmt: skip


def _about(conn: Connection, golongan: str, kiriman_id: int) -> str:
    if golongan not in _HAL:
        return ""
    baris = _HAL[golongan].first(conn, {"kiriman_id": kiriman_id})
    return str(baris[0]) if baris else ""


def every_sha256(conn: Connection) -> frozenset[str]:
    """What bytes were ever handed in and written down, by their sha256."""
    return frozenset(sha for (sha,) in _SEMUA_SHA256.rows(conn, {}))


def mends(conn: Connection, kiriman_id: int) -> dict[tuple[str, str], str]:
    """The cells of a submission that were mended on screen, by (sheet, cell)."""
    baris = _PERBAIKAN.rows(conn, {"kiriman_id": kiriman_id})
    return {(lembar, sel): baru for lembar, sel, baru in baris}


def newest_taken(
    conn: Connection,
    kode_wilayah: str,
    periode: str,
    *,
    golongan: str = "laporan",
    hal: str = "",
) -> tuple[int, dt.datetime] | None:
    """The newest submission taken for a place and period: number and receipt.

    `golongan` is one of `store.current.GOLONGAN`; of registers of actions ("tindakan")
    and of rules ("acuan") it is the newest of all, of a list that is no report the
    newest about the same thing (`hal`, its code).
    """
    tempat = {"kode_wilayah": kode_wilayah, "periode": periode}
    isi = {"batas": NOW, **tempat, "hal": hal}
    baris = _TERBARU[golongan].first(conn, isi)
    return (baris[0], moment(baris[1])) if baris else None


def reasons(conn: Connection, kiriman_id: int) -> dict[tuple[str, str | None], str]:
    """What the sender answered when submitting, by (jenis, place)."""
    baris = _ALASAN.rows(conn, {"kiriman_id": kiriman_id})
    return {(jenis, sel): teks for jenis, sel, teks in baris}


def codes_given(conn: Connection, kiriman_id: int) -> dict[str, str]:
    """The codes that earlier readings of a submission gave to its groups, by name."""
    return dict(_KODE_DULU.rows(conn, {"kiriman_id": kiriman_id}))
