"""The tables of what was received, made from the vocabulary.

What people decided about it stands in `store.decisions`.

Days and moments are ISO text (moments in UTC, always with microseconds), so that they
sort and compare alike on SQLite and PostgreSQL. Lists of variable names are text
separated by spaces; maps are JSON. Tables keyed by reading and order have no rowid on
SQLite: their key is their only tree, so that fewer pages are written.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from reference.daftar import Isian, tables
from reference.kosakata import Variable, at_level
from reference.rekap import counted
from reference.tindakan import HARI_DISIMPAN, TEKS_DISIMPAN

SCHEMA_VERSION = 4

metadata = MetaData()

# 64 bits even for counts: a held row keeps what was typed, however absurd.
_TYPES = {
    "integer": BigInteger,
    "score": BigInteger,
    "boolean": BigInteger,
    "decimal": Double,
}


def column_of(variable: Variable | Isian) -> Column[Any]:
    """The column that holds one variable; NULL means "not reported"."""
    nama = variable.nama if isinstance(variable, Isian) else variable.name
    return Column(nama, _TYPES.get(variable.type, Text)())


def _columns(level: str) -> list[Column[Any]]:
    return [column_of(v) for n, v in at_level(level).items() if n != "kode_kelompok"]


def _reading() -> Column[int]:
    return Column(
        "pembacaan_id", ForeignKey("pembacaan.pembacaan_id"), primary_key=True
    )


berkas = Table(
    "berkas",
    metadata,
    Column("sha256_disimpan", Text, primary_key=True),
    Column("isi", LargeBinary, nullable=False),
)

kiriman = Table(
    "kiriman",
    metadata,
    Column("kiriman_id", Integer, primary_key=True),
    Column("nama_berkas", Text, nullable=False),
    Column("nama_disimpan", Text),
    Column("ukuran", BigInteger, nullable=False),
    Column("sha256_diterima", Text, nullable=False, index=True),
    Column("sha256_disimpan", ForeignKey("berkas.sha256_disimpan")),
    Column("diterima_pada", Text, nullable=False),
    Column("dicatat_pada", Text, nullable=False),
    Column("oleh", Text, nullable=False),
    Column("contoh", Integer, nullable=False),
    Column("menggantikan", ForeignKey("kiriman.kiriman_id")),
)

pembacaan = Table(
    "pembacaan",
    metadata,
    Column("pembacaan_id", Integer, primary_key=True),
    Column("kiriman_id", ForeignKey("kiriman.kiriman_id"), nullable=False, index=True),
    Column("dibaca_pada", Text, nullable=False),
    Column("layout", Text),
    Column("versi", Integer),
    Column("kode_wilayah", Text),
    Column("periode", Text),
    Column("keadaan", Text, nullable=False),
    Column("n_diterima", Integer, nullable=False),
    Column("n_tertahan", Integer, nullable=False),
    Column("n_galat", Integer, nullable=False),
    Column("n_periksa", Integer, nullable=False),
    Column("kolom", Text, nullable=False),
    CheckConstraint("keadaan IN ('diterima', 'sebagian', 'ditolak')", "keadaan"),
    Index("ix_pembacaan_wilayah_periode", "kode_wilayah", "periode"),
)

kelompok = Table(
    "kelompok",
    metadata,
    Column("kode_kelompok", Text, primary_key=True),
    Column("kode_wilayah", Text, nullable=False),
    Column("nomor", Integer, nullable=False),
    Column("kiriman_id", ForeignKey("kiriman.kiriman_id"), nullable=False),
    UniqueConstraint("kode_wilayah", "nomor"),
)

posisi = Table(
    "posisi",
    metadata,
    _reading(),
    Column("urut", Integer, primary_key=True),
    Column("kode_kelompok", ForeignKey("kelompok.kode_kelompok")),
    Column("kode_tertulis", Text, nullable=False),
    Column("kode_wilayah", Text, nullable=False),
    Column("periode", Text, nullable=False),
    Column("keadaan", Text, nullable=False),
    Column("catatan", Text, nullable=False),
    Column("tidak_berlaku", Text, nullable=False),
    Column("baris", Text, nullable=False),
    *_columns("kelompok"),
    CheckConstraint("keadaan IN ('diterima', 'tertahan')", "keadaan"),
    sqlite_with_rowid=False,
)

laporan_kelurahan = Table(
    "laporan_kelurahan",
    metadata,
    _reading(),
    Column("kode_wilayah", Text, nullable=False),
    Column("periode", Text, nullable=False),
    Column("catatan", Text, nullable=False),
    Column("tidak_berlaku", Text, nullable=False),
    Column("sel", Text, nullable=False),
    *_columns("kelurahan"),
)

langkah = Table(
    "langkah",
    metadata,
    _reading(),
    Column("urut", Integer, primary_key=True),
    Column("kode_langkah", Text, primary_key=True),
    Column("status", Text),
    Column("tanggal", Text),
    Column("nomor", Text),
    sqlite_with_rowid=False,
)

kegiatan = Table(
    "kegiatan",
    metadata,
    _reading(),
    Column("urut", Integer, primary_key=True),
    *_columns("kegiatan"),
    sqlite_with_rowid=False,
)

temuan = Table(
    "temuan",
    metadata,
    _reading(),
    Column("urut", Integer, primary_key=True),
    Column("jenis", Text, nullable=False),
    Column("tingkat", Text, nullable=False),
    Column("lembar", Text),
    Column("sel", Text),
    Column("sel_lain", Text, nullable=False),
    Column("variabel", Text),
    Column("kode_kelompok", Text),
    Column("nama_kelompok", Text),
    Column("ditemukan", Text, nullable=False),
    Column("diharapkan", Text, nullable=False),
    Column("saran", Text, nullable=False),
    Column("pesan", Text, nullable=False),
    Column("alasan", Text, nullable=False),
    sqlite_with_rowid=False,
)

catatan_store = Table(
    "catatan_store",
    metadata,
    Column("catatan_id", Integer, primary_key=True),
    Column("kunci", Text, nullable=False),
    Column("nilai", Text, nullable=False),
    Column("dicatat_pada", Text, nullable=False),
)

rekap = Table(
    "rekap",
    metadata,
    _reading(),
    Column("urut", Integer, primary_key=True),
    Column("tingkat_wilayah", Text, nullable=False),
    Column("kode_wilayah", Text, nullable=False),
    Column("periode", Text, nullable=False),
    Column("kode_baris", Text),
    Column("nama_baris", Text, nullable=False),
    Column("jumlah", Integer, nullable=False),
    Column("baris", Integer, nullable=False),
    *(column_of(v) for v in counted().values()),
    sqlite_with_rowid=False,
)

tindakan = Table(
    "tindakan",
    metadata,
    _reading(),
    Column("urut", Integer, primary_key=True),
    Column("kode_tindakan", Text, nullable=False, index=True),
    Column("kode_wilayah", Text, nullable=False),
    *(Column(n, Text) for n in (*TEKS_DISIMPAN, *HARI_DISIMPAN)),
    Column("biaya_rp", BigInteger),
    Column("baris", Integer, nullable=False),
    sqlite_with_rowid=False,
)

DAFTAR: dict[str, Table] = {
    nama: Table(
        nama,
        metadata,
        _reading(),
        Column("urut", Integer, primary_key=True),
        Column(f.kolom_kode, Text, nullable=False, index=True),
        *(column_of(k) for k in kolom.values()),
        Column("baris", Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    for f, nama, kolom in tables()
}
"""The tables of lists that are no report, by name: one a head and one a table."""

uji_coba = Table(
    "uji_coba",
    metadata,
    _reading(),
    Column("jenis", Text, primary_key=True),
    Column("jumlah", Integer, nullable=False),
)

WIDE = {"posisi": "kelompok", "laporan_kelurahan": "kelurahan", "kegiatan": "kegiatan"}
"""The wide tables, with the level of the vocabulary that their columns come from."""
