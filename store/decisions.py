"""The tables of what people decided or said: answers, events, mends, layouts."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from store.tables import metadata


def _who() -> tuple[Column[str], Column[str]]:
    return (
        Column("oleh", Text, nullable=False),
        Column("dicatat_pada", Text, nullable=False),
    )


def _submission(**lain: Any) -> Column[int]:  # noqa: ANN401
    return Column("kiriman_id", ForeignKey("kiriman.kiriman_id"), **lain)


def _events(nama: str, dua: tuple[str, str], *tentang: Column[Any]) -> Table:
    """A table of events of two kinds, the second undoing the first."""
    return Table(
        nama,
        metadata,
        Column("peristiwa_id", Integer, primary_key=True),
        *tentang,
        Column("peristiwa", Text, nullable=False),
        Column("alasan", Text, nullable=False),
        *_who(),
        CheckConstraint(f"peristiwa IN {dua}", "peristiwa"),
    )


alasan = Table(
    "alasan",
    metadata,
    Column("alasan_id", Integer, primary_key=True),
    _submission(nullable=False, index=True),
    Column("jenis", Text, nullable=False),
    Column("sel", Text, nullable=False),
    Column("alasan", Text, nullable=False),
    *_who(),
)

peristiwa_kelompok = _events(
    "peristiwa_kelompok",
    ("tutup", "buka"),
    Column("kode_kelompok", ForeignKey("kelompok.kode_kelompok"), nullable=False),
    Column("tanggal", Text, nullable=False),
)

peristiwa_periode = _events(
    "peristiwa_periode",
    ("tutup", "buka"),
    Column("periode", Text, nullable=False),
)

peristiwa_kiriman = _events(
    "peristiwa_kiriman",
    ("batal", "pulih"),
    _submission(nullable=False, index=True),
)

perbaikan = Table(
    "perbaikan",
    metadata,
    _submission(primary_key=True),
    Column("lembar", Text, primary_key=True),
    Column("sel", Text, primary_key=True),
    Column("lama", Text, nullable=False),
    Column("baru", Text, nullable=False),
    *_who(),
)

tumpukan = Table(
    "tumpukan",
    metadata,
    _submission(primary_key=True),
    Column("tumpukan", Text, nullable=False, index=True),
)

pemetaan = Table(
    "pemetaan",
    metadata,
    Column("pemetaan_id", Integer, primary_key=True),
    Column("kode_wilayah", Text, nullable=False, index=True),
    Column("sidik", Text, nullable=False),
    Column("isi", Text, nullable=False),
    *_who(),
)
