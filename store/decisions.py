"""The tables of what people decided or said: answers, events, mends, layouts, rules."""

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

acuan = Table(
    "acuan",
    metadata,
    Column("pembacaan_id", ForeignKey("pembacaan.pembacaan_id"), primary_key=True),
    Column("urut", Integer, primary_key=True),
    Column("daftar", Text, nullable=False),
    Column("kode", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("isi", Text, nullable=False),
    Column("sumber", Text, nullable=False),
    Column("usulan", Integer, nullable=False),
    Column("ditetapkan_oleh", Text, nullable=False),
    Column("berlaku_sejak", Text),
    Column("berlaku_sampai", Text),
    Column("ketelitian", Text, nullable=False),
    Column("dicabut", Integer, nullable=False),
    sqlite_with_rowid=False,
)
