"""What counts now in one kelurahan and period, for saying what a newer file changes."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from reference.kosakata import at_level
from store.current_rows import activity_rows, group_rows, kelurahan_rows
from store.moments import NOW
from store.tables import langkah

_SEMPIT = ("kode_wilayah", "periode")
_TIPE = {n: v.type for level in ("kelompok", "kelurahan")
         for n, v in at_level(level).items()}  # fmt: skip
_KELOMPOK_ISI = [n for n in at_level("kelompok") if n != "kode_kelompok"]
_KELURAHAN_ISI = list(at_level("kelurahan"))
_KELOMPOK = group_rows(
    "kode_kelompok", "pembacaan_id", "urut", *_KELOMPOK_ISI, sempit=_SEMPIT
)
_KELURAHAN = kelurahan_rows(*_KELURAHAN_ISI, "kode_wilayah", "periode", sempit=_SEMPIT)
_KEGIATAN = activity_rows("kode_wilayah", "periode", "urut", sempit=_SEMPIT)
_LANGKAH = select(
    langkah.c.pembacaan_id, langkah.c.urut, langkah.c.kode_langkah, langkah.c.status
).where(langkah.c.pembacaan_id.in_(bindparam("pembacaan", expanding=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """The reports that count for a kelurahan and a period.

    `kelompok` are the values of each group by code, `langkah` the states of its steps;
    `kelurahan` the values at that level; `kegiatan` how many activities there are.
    """

    kelompok: dict[str, dict[str, Any]] = field(default_factory=dict)
    langkah: dict[str, dict[str, str | None]] = field(default_factory=dict)
    kelurahan: dict[str, Any] = field(default_factory=dict)
    kegiatan: int = 0


def reported(conn: Connection, kode_wilayah: str, periode: str) -> Reported:
    """What counts now for a kelurahan and a period; empty when nothing does."""
    di_sini = {"batas": NOW, "kode_wilayah": kode_wilayah, "periode": periode}
    rows = conn.execute(_KELOMPOK, di_sini).all()
    kelurahan = conn.execute(_KELURAHAN, di_sini).one_or_none()
    return Reported(
        kelompok={r.kode_kelompok: _values(_KELOMPOK_ISI, r) for r in rows},
        langkah=_steps(conn, rows),
        kelurahan=_values(_KELURAHAN_ISI, kelurahan) if kelurahan else {},
        kegiatan=len(conn.execute(_KEGIATAN, di_sini).all()),
    )


def _steps(conn: Connection, rows: Iterable[Row[Any]]) -> dict[str, Any]:
    siapa = {(r.pembacaan_id, r.urut): r.kode_kelompok for r in rows}
    hasil: dict[str, dict[str, str | None]] = {}
    pembacaan = sorted({nomor for nomor, _ in siapa})
    for r in conn.execute(_LANGKAH, {"pembacaan": pembacaan}):
        if kode := siapa.get((r.pembacaan_id, r.urut)):
            hasil.setdefault(kode, {})[r.kode_langkah] = r.status
    return hasil


def _values(nama: Iterable[str], baris: Row[Any]) -> dict[str, Any]:
    """A stored row as values, as a workbook gives them: days as days."""
    isi = baris._mapping
    return {n: _value(_TIPE[n], isi[n]) for n in nama}


def _value(tipe: str, nilai: Any) -> Any:  # noqa: ANN401
    if nilai is None:
        return None
    if tipe == "date":
        return dt.date.fromisoformat(nilai)
    return bool(nilai) if tipe == "boolean" else nilai
