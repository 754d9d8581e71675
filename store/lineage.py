"""The way back from a submission to its bytes, from a recap to its cells."""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Connection, bindparam, select

from store.decisions import perbaikan
from store.engine import Store, StoreError, read
from store.moments import moment
from store.origin import COLUMNS
from store.tables import berkas, kiriman, pembacaan, rekap

_TEKS = ("nama_berkas", "lembar", "sel", "variabel")
_PERBAIKAN = select(
    perbaikan.c.lembar, perbaikan.c.sel, perbaikan.c.lama, perbaikan.c.baru
).where(perbaikan.c.kiriman_id == bindparam("kiriman_id"))
_TERSIMPAN = (
    select(
        kiriman.c.kiriman_id,
        kiriman.c.nama_berkas,
        kiriman.c.diterima_pada,
        kiriman.c.dicatat_pada,
        kiriman.c.contoh,
        kiriman.c.sha256_diterima,
    )
    .where(kiriman.c.sha256_disimpan.is_not(None))
    .order_by(kiriman.c.diterima_pada, kiriman.c.kiriman_id)
)
_REKAP = (
    select(rekap, kiriman.c.kiriman_id, kiriman.c.nama_berkas, pembacaan.c.kolom)
    .join(pembacaan, pembacaan.c.pembacaan_id == rekap.c.pembacaan_id)
    .join(kiriman, kiriman.c.kiriman_id == pembacaan.c.kiriman_id)
    .where(
        rekap.c.pembacaan_id == bindparam("pembacaan_id"),
        rekap.c.urut == bindparam("urut"),
    )
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A submission whose bytes are kept: which, received and written down when."""

    kiriman_id: int
    nama_berkas: str
    diterima_pada: dt.datetime
    dicatat_pada: dt.datetime
    contoh: bool
    sha256: str


def kept(store: Store) -> list[Kept]:
    """Every submission that can be read again, in order of receipt."""
    with read(store) as conn:
        return [
            Kept(nomor, nama, moment(diterima), moment(dicatat), bool(contoh), sha256)
            for nomor, nama, diterima, dicatat, contoh, sha256 in conn.execute(
                _TERSIMPAN
            )
        ]


def original(store: Store, kiriman_id: int) -> tuple[str, bytes]:
    """A submission's name and bytes as stored (personal cells blanked).

    Raises StoreError when there is no such submission, or when its file was none of
    our forms, whose bytes are never kept.
    """
    with read(store) as conn:
        baris = conn.execute(
            select(kiriman.c.nama_berkas, kiriman.c.nama_disimpan, berkas.c.isi)
            .outerjoin(berkas, berkas.c.sha256_disimpan == kiriman.c.sha256_disimpan)
            .where(kiriman.c.kiriman_id == kiriman_id)
        ).one_or_none()
    if baris is None:
        raise StoreError(f"Kiriman nomor {kiriman_id} tidak ada.")
    if baris.isi is None:
        raise StoreError(
            f"Berkas “{baris.nama_berkas}” bukan formulir yang dikenal, sehingga "
            "isinya tidak disimpan."
        )
    return baris.nama_disimpan or baris.nama_berkas, bytes(baris.isi)


def _mends(conn: Connection, kiriman_id: int) -> dict[Sequence[str], tuple[str, str]]:
    rows = conn.execute(_PERBAIKAN, {"kiriman_id": kiriman_id})
    return {(r.lembar, r.sel): (r.lama, r.baru) for r in rows}


def _frame(rows: Iterable[tuple[Any, ...]]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=list(COLUMNS), dtype=object)
    return frame.astype({"kiriman_id": "int64", **dict.fromkeys(_TEKS, "str")})


def recap_cells(
    store: Store, pembacaan_id: int, urut: int, variables: Iterable[str]
) -> pd.DataFrame:
    """The cells of one row of an official recap; columns as of `cells`."""
    with read(store) as conn:
        dari = {"pembacaan_id": pembacaan_id, "urut": urut}
        baris = conn.execute(_REKAP, dari).mappings().one_or_none()
        if baris is None:
            return pd.DataFrame(columns=list(COLUMNS))
        diperbaiki = _mends(conn, baris["kiriman_id"])
    kolom = json.loads(baris["kolom"])
    siapa = (baris["kiriman_id"], baris["nama_berkas"])
    sel = {v: (n, f"{huruf}{baris['baris']}") for v, (n, huruf) in kolom.items()}
    return _frame(
        (*siapa, *sel[v], v, baris[v], *diperbaiki.get(sel[v], (None, None)))
        for v in variables
        if v in sel
    )
