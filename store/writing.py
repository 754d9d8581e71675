"""Adding to the store, inside a transaction that the caller holds (`store.write`).

Rows arrive as plain mappings of Python values (dates as dates); nothing is ever
changed or removed.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from store.engine import StoreError
from store.moments import moment_text, now_text
from store.tables import berkas, kelompok, kiriman, metadata, pembacaan

_INT_MAX = 2**63 - 1
_ADA_BERKAS = select(berkas.c.sha256_disimpan).where(
    berkas.c.sha256_disimpan == bindparam("sha")
)
_NOMOR_TERAKHIR = select(func.max(kelompok.c.nomor)).where(
    kelompok.c.kode_wilayah == bindparam("kode_wilayah")
)
_CONTOH = select(kiriman.c.contoh).limit(1)
_TAMBAH_KIRIMAN = kiriman.insert()
_TAMBAH_PEMBACAAN = pembacaan.insert()

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSubmission:
    """A file as it was received, before anything is said about what it holds.

    `isi` are the bytes to keep, with personal cells blanked; None when the file is
    none of our forms, because such a file may hold anybody's personal data.
    """

    nama_berkas: str
    nama_disimpan: str | None
    ukuran: int
    sha256_diterima: str
    sha256_disimpan: str | None
    isi: bytes | None
    diterima_pada: dt.datetime
    oleh: str
    contoh: bool = False
    menggantikan: int | None = None


@dataclass(slots=True, kw_only=True)
class NewReading:
    """What one reading of a submission found.

    `posisi` rows name the columns of that table (kode_kelompok None for a held new
    group); `langkah` rows add `urut`, the index of their group row. `kelurahan` is
    None when the file says nothing at that level.
    """

    dibaca_pada: dt.datetime
    layout: str | None
    versi: int | None
    kode_wilayah: str | None
    periode: str | None
    keadaan: str
    n_diterima: int = 0
    n_tertahan: int = 0
    n_galat: int = 0
    n_periksa: int = 0
    kolom: Mapping[str, Sequence[str]] = field(default_factory=dict)
    posisi: Sequence[Row] = ()
    kelurahan: Row | None = None
    langkah: Sequence[Row] = ()
    kegiatan: Sequence[Row] = ()
    temuan: Sequence[Row] = ()


def stored(value: Any) -> Any:  # noqa: ANN401
    """A Python value as the databases take it alike.

    Dates become ISO text, text loses NUL and lone surrogates, and an integer that no
    database can hold becomes None (only held rows have one; their finding quotes it).

    >>> stored(dt.date(2026, 9, 30)), stored(True), stored(10**30), stored("a\\0b")
    ('2026-09-30', 1, None, 'ab')
    """
    if value is None or value.__class__ is float:
        return value
    if value.__class__ is str:
        if value.isascii() and "\0" not in value:
            return value
        return value.replace("\0", "").encode("utf-8", "replace").decode()
    if isinstance(value, int):
        return int(value) if -_INT_MAX <= value <= _INT_MAX else None
    return value.isoformat() if isinstance(value, dt.date) else value


@cache
def _insert(dialect: str, tabel: str) -> tuple[str, tuple[str, ...]]:
    """A ready INSERT for a table, with the columns in the order of its parameters."""
    kolom = tuple(metadata.tables[tabel].c.keys())
    tanda = ", ".join(["?" if dialect == "sqlite" else "%s"] * len(kolom))
    return f"INSERT INTO {tabel} ({', '.join(kolom)}) VALUES ({tanda})", kolom


def _append(conn: Connection, tabel: str, rows: Iterable[Row]) -> None:
    perintah, kolom = _insert(conn.dialect.name, tabel)
    isi = [tuple([stored(b.get(k)) for k in kolom]) for b in rows]
    if isi:
        conn.exec_driver_sql(perintah, isi)


def add_submission(conn: Connection, baru: NewSubmission) -> int:
    """Add a received file, its bytes once; gives its number (kiriman_id).

    Raises StoreError rather than put a sample beside real submissions.
    """
    ada = conn.execute(_CONTOH).scalar()
    if ada is not None and bool(ada) != baru.contoh:
        isi = "contoh" if ada else "sebenarnya"
        raise StoreError(
            f"Store ini berisi data {isi}; keduanya tidak boleh tercampur."
        )
    if (
        baru.isi is not None
        and not conn.execute(_ADA_BERKAS, {"sha": baru.sha256_disimpan}).first()
    ):
        isi = {"sha256_disimpan": baru.sha256_disimpan, "isi": baru.isi}
        conn.execute(berkas.insert(), isi)
    return conn.execute(
        _TAMBAH_KIRIMAN,
        {
            "nama_berkas": stored(baru.nama_berkas),
            "nama_disimpan": stored(baru.nama_disimpan),
            "ukuran": baru.ukuran,
            "sha256_diterima": baru.sha256_diterima,
            "sha256_disimpan": baru.sha256_disimpan,
            "diterima_pada": moment_text(baru.diterima_pada),
            "dicatat_pada": now_text(),
            "oleh": stored(baru.oleh),
            "contoh": int(baru.contoh),
            "menggantikan": baru.menggantikan,
        },
    ).inserted_primary_key[0]


def add_reading(conn: Connection, kiriman_id: int, baru: NewReading) -> int:
    """Add a reading of a submission with all its rows; gives its number."""
    nomor = conn.execute(
        _TAMBAH_PEMBACAAN,
        {
            "kiriman_id": kiriman_id,
            "dibaca_pada": moment_text(baru.dibaca_pada),
            "layout": baru.layout,
            "versi": baru.versi,
            "kode_wilayah": baru.kode_wilayah,
            "periode": baru.periode,
            "keadaan": baru.keadaan,
            "n_diterima": baru.n_diterima,
            "n_tertahan": baru.n_tertahan,
            "n_galat": baru.n_galat,
            "n_periksa": baru.n_periksa,
            "kolom": json.dumps(baru.kolom),
        },
    ).inserted_primary_key[0]
    milik = {
        "pembacaan_id": nomor,
        "kode_wilayah": baru.kode_wilayah,
        "periode": baru.periode,
    }
    _append(
        conn, "posisi", ({**b, **milik, "urut": n} for n, b in enumerate(baru.posisi))
    )
    _append(conn, "langkah", ({**b, **milik} for b in baru.langkah))
    if baru.kelurahan is not None:
        _append(conn, "laporan_kelurahan", [{**baru.kelurahan, **milik}])
    for tabel, rows in (("kegiatan", baru.kegiatan), ("temuan", baru.temuan)):
        _append(conn, tabel, ({**b, **milik, "urut": n} for n, b in enumerate(rows)))
    return nomor


def add_reasons(
    conn: Connection, kiriman_id: int, rows: Iterable[Row], oleh: str
) -> None:
    """Keep what a sender answered to findings: rows of jenis, sel (place), alasan."""
    lengkap = {"kiriman_id": kiriman_id, "oleh": oleh, "dicatat_pada": now_text()}
    for b in rows:
        isi = {**b, **lengkap}
        conn.execute(
            metadata.tables["alasan"].insert(), {k: stored(v) for k, v in isi.items()}
        )


def register_groups(
    conn: Connection, kiriman_id: int, kode_wilayah: str, banyak: int
) -> list[str]:
    """Give codes to new groups of a kelurahan: the next numbers, never used before."""
    akhir = conn.execute(_NOMOR_TERAKHIR, {"kode_wilayah": kode_wilayah}).scalar() or 0
    baru = [
        {
            "kode_kelompok": f"{kode_wilayah}-{n:02d}",
            "kode_wilayah": kode_wilayah,
            "nomor": n,
            "kiriman_id": kiriman_id,
        }
        for n in range(akhir + 1, akhir + banyak + 1)
    ]
    _append(conn, "kelompok", baru)
    return [b["kode_kelompok"] for b in baru]
