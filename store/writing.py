"""Adding to the store, inside a transaction that the caller holds (`store.write`).

Rows arrive as plain mappings of Python values (dates as dates); nothing is ever
changed or removed.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from store.engine import StoreError
from store.moments import moment_text, now_text
from store.prepared import Prepared, cursor, insert_text
from store.tables import kelompok, kiriman, metadata

_INT_MAX = 2**63 - 1
_BERKAS = ("sha256_disimpan", "isi")
_CONTOH = Prepared(select(kiriman.c.contoh).limit(1))
_NOMOR_TERAKHIR = Prepared(
    select(func.max(kelompok.c.nomor)).where(
        kelompok.c.kode_wilayah == bindparam("kode_wilayah")
    )
)

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
    group); `langkah` rows are (index of their group row, kode_langkah, status,
    tanggal, nomor). `kelurahan` is None when the file says nothing at that level.
    `daftar` are the rows of lists that are no report, by table.
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
    kolom: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    posisi: Sequence[Row] = ()
    kelurahan: Row | None = None
    langkah: Sequence[tuple[Any, ...]] = ()
    kegiatan: Sequence[Row] = ()
    rekap: Sequence[Row] = ()
    tindakan: Sequence[Row] = ()
    acuan: Sequence[Row] = ()
    daftar: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    temuan: Sequence[Row] = ()
    uji_coba: Mapping[str, int] = field(default_factory=dict)


def stored(value: Any) -> Any:  # noqa: ANN401
    """A Python value as the databases take it alike.

    Dates become ISO text; text loses NUL and lone surrogates.

    >>> stored(dt.date(2026, 9, 30)), stored(True), stored("a\\0b")
    ('2026-09-30', 1, 'ab')
    """
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", "replace").decode()
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def _row(values: Iterable[Any]) -> tuple[Any, ...]:
    """A row of stored values; what needs no change costs no call."""
    return tuple(
        [
            v if v is None or (jenis := v.__class__) is int or jenis is float
            or (jenis is str and v.isascii() and "\0" not in v)
            else stored(v)
            for v in values
        ]
    )  # fmt: skip


def _fitting(row: Row) -> Row:
    """A row without integers that no database can hold; their finding quotes them.

    Values that were taken lie within the bounds of the vocabulary; only held rows,
    and what no group is held for, may have such a thing.
    """
    return {
        k: None if v.__class__ is int and not -_INT_MAX <= v <= _INT_MAX else v
        for k, v in row.items()
    }


@lru_cache(maxsize=256)
def _columns_json(kolom: tuple[tuple[str, tuple[str, str]], ...]) -> str:
    """Which column each variable stood in; nearly all forms have the same."""
    return json.dumps(dict(kolom))


@cache
def _columns(tabel: str) -> tuple[tuple[str, ...], Any, dict[str, None]]:
    """A table's columns, how to take them from a mapping, and a row without values."""
    kolom = tuple(metadata.tables[tabel].c.keys())
    return kolom, itemgetter(*kolom), dict.fromkeys(kolom)


def _append(conn: Connection, tabel: str, rows: Iterable[Row], tetap: Row) -> None:
    """Add rows; what is the same in all of them is in `tetap`."""
    _, ambil, kosong = _columns(tabel)
    dasar = {**kosong, **tetap}
    isi = [_row(ambil({**dasar, "urut": n, **b})) for n, b in enumerate(rows)]
    _append_plain(conn, tabel, isi)


def _append_plain(
    conn: Connection, tabel: str, rows: Sequence[tuple[Any, ...]]
) -> None:
    """Add rows that are ready: every column of the table, in order."""
    if rows:
        perintah = insert_text(conn.dialect.name, tabel, _columns(tabel)[0])
        cursor(conn).executemany(perintah, rows)


def _append_one(conn: Connection, tabel: str, nomor: str, row: Row) -> int:
    """Add one row; gives the number that the database gave it."""
    kursor = cursor(conn)
    perintah = insert_text(conn.dialect.name, tabel, tuple(row), nomor)
    return kursor.execute(perintah, _row(row.values())).fetchone()[0]


def add_submission(conn: Connection, baru: NewSubmission) -> int:
    """Add a received file, its bytes once; gives its number (kiriman_id).

    Raises StoreError rather than put a sample beside real submissions.
    """
    ada = _CONTOH.first(conn, {})
    if ada and bool(ada[0]) != baru.contoh:
        isi = "contoh" if ada[0] else "sebenarnya"
        raise StoreError(
            f"Store ini berisi data {isi}; keduanya tidak boleh tercampur."
        )
    if baru.isi is not None:
        perintah = insert_text(conn.dialect.name, "berkas", _BERKAS)
        sekali = f"{perintah} ON CONFLICT DO NOTHING"
        cursor(conn).execute(sekali, (baru.sha256_disimpan, baru.isi))
    row = {
        "nama_berkas": baru.nama_berkas,
        "nama_disimpan": baru.nama_disimpan,
        "ukuran": baru.ukuran,
        "sha256_diterima": baru.sha256_diterima,
        "sha256_disimpan": baru.sha256_disimpan,
        "diterima_pada": moment_text(baru.diterima_pada),
        "dicatat_pada": now_text(),
        "oleh": baru.oleh,
        "contoh": baru.contoh,
        "menggantikan": baru.menggantikan,
    }
    return _append_one(conn, "kiriman", "kiriman_id", row)


def add_reading(conn: Connection, kiriman_id: int, baru: NewReading) -> int:
    """Add a reading of a submission with all its rows; gives its number."""
    tempat = {"kode_wilayah": baru.kode_wilayah, "periode": baru.periode}
    row = {
        "kiriman_id": kiriman_id,
        "dibaca_pada": moment_text(baru.dibaca_pada),
        "layout": baru.layout,
        "versi": baru.versi,
        **tempat,
        "keadaan": baru.keadaan,
        "n_diterima": baru.n_diterima,
        "n_tertahan": baru.n_tertahan,
        "n_galat": baru.n_galat,
        "n_periksa": baru.n_periksa,
        "kolom": _columns_json(tuple(baru.kolom.items())),
    }
    nomor = _append_one(conn, "pembacaan", "pembacaan_id", row)
    milik = {"pembacaan_id": nomor, **tempat}
    posisi = (b if b["keadaan"] == "diterima" else _fitting(b) for b in baru.posisi)
    _append(conn, "posisi", posisi, milik)
    langkah = [
        (nomor, *tiga, hari and hari.isoformat(), dokumen and stored(dokumen))
        for *tiga, hari, dokumen in baru.langkah
    ]
    _append_plain(conn, "langkah", langkah)
    if baru.kelurahan is not None:
        _append(conn, "laporan_kelurahan", [_fitting(baru.kelurahan)], milik)
    _append(conn, "kegiatan", map(_fitting, baru.kegiatan), milik)
    _append(conn, "rekap", baru.rekap, milik)
    _append(conn, "tindakan", baru.tindakan, milik)
    _append(conn, "acuan", baru.acuan, milik)
    for tabel, rows in baru.daftar.items():
        _append(conn, tabel, rows, milik)
    _append(conn, "temuan", baru.temuan, milik)
    _append_plain(conn, "uji_coba", [(nomor, *satu) for satu in baru.uji_coba.items()])
    return nomor


def add_reasons(
    conn: Connection, kiriman_id: int, rows: Iterable[Row], oleh: str
) -> None:
    """Keep what a sender answered to findings: rows of jenis, sel (place), alasan."""
    tetap = {"kiriman_id": kiriman_id, "oleh": oleh, "dicatat_pada": now_text()}
    for b in rows:
        _append_one(conn, "alasan", "alasan_id", {**b, **tetap})


def add_mends(
    conn: Connection, kiriman_id: int, rows: Iterable[Row], oleh: str
) -> None:
    """Keep the cells mended on screen: rows of lembar, sel, lama, baru."""
    tetap = {"kiriman_id": kiriman_id, "oleh": oleh, "dicatat_pada": now_text()}
    _append(conn, "perbaikan", rows, tetap)


def add_to_batch(conn: Connection, kiriman_id: int, tumpukan: str) -> None:
    """Note that a submission came in one action with others (`tumpukan`)."""
    _append(conn, "tumpukan", [{"kiriman_id": kiriman_id}], {"tumpukan": tumpukan})


def register_groups(
    conn: Connection, kiriman_id: int, kode_wilayah: str, banyak: int
) -> list[str]:
    """Give codes to new groups of a kelurahan: the next numbers, never used before."""
    terakhir = _NOMOR_TERAKHIR.first(conn, {"kode_wilayah": kode_wilayah})
    mulai = ((terakhir and terakhir[0]) or 0) + 1
    baru = {f"{kode_wilayah}-{n:02d}": n for n in range(mulai, mulai + banyak)}
    rows = [{"kode_kelompok": kode, "nomor": n} for kode, n in baru.items()]
    tetap = {"kode_wilayah": kode_wilayah, "kiriman_id": kiriman_id}
    _append(conn, "kelompok", rows, tetap)
    return list(baru)
