"""From values that count to the cells that they stand in, one at a time or by hundreds.

The cut is that of `store.snapshot`: what counts now, or what counted at the end of a
day. What was undone has no cells.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import pandas as pd
from sqlalchemy import Connection, bindparam, select

from store.current_rows import group_rows, kelurahan_rows
from store.decisions import perbaikan
from store.engine import Store, read
from store.frames import MOMENT
from store.moments import end_of_day_text
from store.prepared import Prepared
from store.tables import kiriman, langkah, laporan_kelurahan, pembacaan, posisi

COLUMNS = (
    "kiriman_id", "nama_berkas", "lembar", "sel", "variabel", "nilai", "lama", "baru",
)  # fmt: skip
MANY = (
    "kode", "periode", *COLUMNS,
    "pembacaan_id", "layout", "versi", "diterima_pada", "keadaan",
)  # fmt: skip
LANGKAH = "langkah:"
"""A variable `langkah:KODE` is the status of that step to koperasi."""

_TEKS = ("kode", "periode", "nama_berkas", "lembar", "sel", "variabel", "keadaan")
_SEMPIT = (("kode_wilayah", "periode"), ("periode",))
_LAIN = ("kiriman_id", "diterima_pada")
_KELOMPOK = {
    n: (
        (*posisi.c.keys(), *_LAIN, "tertahan"),
        Prepared(group_rows(*posisi.c.keys(), *_LAIN, "tertahan", sempit=n)),
    )
    for n in _SEMPIT
}
_KELURAHAN = {
    n: (
        (*laporan_kelurahan.c.keys(), *_LAIN),
        Prepared(kelurahan_rows(*laporan_kelurahan.c.keys(), *_LAIN, sempit=n)),
    )
    for n in _SEMPIT
}
_BACAAN = select(
    pembacaan.c.pembacaan_id,
    pembacaan.c.kolom,
    pembacaan.c.layout,
    pembacaan.c.versi,
    kiriman.c.nama_berkas,
).join(kiriman, kiriman.c.kiriman_id == pembacaan.c.kiriman_id)
_DIPERBAIKI = select(perbaikan)
_LANGKAH = select(langkah)

_Row = dict[str, Any]
_Place = tuple[str, str]


def cells(
    store: Store,
    kode: str,
    periode: str,
    variables: Iterable[str],
    as_of: dt.date | None = None,
) -> pd.DataFrame:
    """The cells that the counting values of a group (or a kelurahan) came from.

    `kode` is a kode_kelompok, or a kode_wilayah for kelurahan variables. One row a
    variable that stands in the file: kiriman_id, nama_berkas, lembar, sel, variabel,
    nilai (as stored, None when not reported); of a cell that was mended on screen also
    lama (what the file holds) and baru (what was read), else both None. `as_of` cuts
    as `store.snapshot` does.
    """
    return cells_many(store, [(kode, periode)], variables, as_of)[list(COLUMNS)]


def cells_many(
    store: Store,
    keys: Iterable[tuple[str, str]],
    variables: Iterable[str],
    as_of: dt.date | None = None,
) -> pd.DataFrame:
    """`cells` for many pairs of (kode, periode), with version and state.

    Columns `MANY`: kode, periode, those of `cells`, pembacaan_id, layout, versi,
    diterima_pada, and keadaan: "diterima", "diperbaiki" (this cell was mended on
    screen) or "tertahan" (a newer kiriman holds the group, this older row counts
    still). One query a period and kind of place.
    """
    per: dict[tuple[str, bool], set[str]] = {}
    for kode, periode in keys:
        per.setdefault((periode, "-" in kode), set()).add(kode)
    nama = list(dict.fromkeys(variables))
    with read(store) as conn:
        rows = [
            b
            for (periode, kelompok), kode in per.items()
            for b in _counting(conn, periode, kode, end_of_day_text(as_of), kelompok)
        ]
        return _frame(_cells(conn, rows, nama))


def _counting(
    conn: Connection, periode: str, kode: set[str], batas: str, kelompok: bool
) -> list[_Row]:
    wilayah = {k.partition("-")[0] for k in kode}
    sempit = _SEMPIT[0] if len(wilayah) == 1 else _SEMPIT[1]
    kolom, perintah = (_KELOMPOK if kelompok else _KELURAHAN)[sempit]
    isi = {"batas": batas, "periode": periode, "kode_wilayah": next(iter(wilayah))}
    kunci = kolom.index("kode_kelompok" if kelompok else "kode_wilayah")
    return [
        dict(zip(kolom, b, strict=True), kode=b[kunci])
        for b in perintah.rows(conn, isi)
        if b[kunci] in kode
    ]


def _in(conn: Connection, perintah: Any, kolom: Any, nilai: set[int]) -> list[_Row]:  # noqa: ANN401
    dicari = perintah.where(kolom.in_(bindparam("nilai", expanding=True)))
    hasil = conn.execute(dicari, {"nilai": sorted(nilai)}).mappings()
    return [dict(b) for b in hasil]


def _cells(
    conn: Connection, rows: Sequence[_Row], nama: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    dibaca = {b["pembacaan_id"] for b in rows}
    bacaan = {
        b["pembacaan_id"]: b
        for b in _in(conn, _BACAAN, pembacaan.c.pembacaan_id, dibaca)
    }
    mends = _mends(conn, {b["kiriman_id"] for b in rows})
    steps = _steps(conn, dibaca) if any(n.startswith(LANGKAH) for n in nama) else {}
    for b in rows:
        asal = bacaan[b["pembacaan_id"]]
        letak = _places(b, asal["kolom"])
        isi = b | steps.get((b["pembacaan_id"], b.get("urut", -1)), {})
        versi = (b["pembacaan_id"], asal["layout"], asal["versi"], b["diterima_pada"])
        siapa = (b["kode"], b["periode"], b["kiriman_id"], asal["nama_berkas"])
        for n in nama:
            if tempat := letak.get(n):
                mend = mends.get((b["kiriman_id"], *tempat), (None, None))
                ubah = (*tempat, n, isi.get(n), *mend)
                yield (*siapa, *ubah, *versi, _state(b, mend))


def _state(b: _Row, mend: tuple[str | None, str | None]) -> str:
    if b.get("tertahan"):
        return "tertahan"
    return "diterima" if mend[1] is None else "diperbaiki"


def _places(b: _Row, kolom: str) -> dict[str, _Place]:
    """In which sheet and cell each variable of a row stands."""
    if "sel" in b:
        return {n: (lembar, sel) for n, (lembar, sel) in _parsed(b["sel"]).items()}
    baris = _parsed(b["baris"])
    return {
        n: (lembar, f"{huruf}{baris[lembar]}")
        for n, (lembar, huruf) in _parsed(kolom).items()
        if lembar in baris
    }


@lru_cache(maxsize=256)
def _parsed(teks: str) -> dict[str, Any]:
    isi: dict[str, Any] = json.loads(teks)
    return isi


def _mends(
    conn: Connection, nomor: set[int]
) -> dict[tuple[int, str, str], tuple[str, str]]:
    return {
        (r["kiriman_id"], r["lembar"], r["sel"]): (r["lama"], r["baru"])
        for r in _in(conn, _DIPERBAIKI, perbaikan.c.kiriman_id, nomor)
    }


def _steps(conn: Connection, dibaca: set[int]) -> dict[tuple[int, int], _Row]:
    hasil: dict[tuple[int, int], _Row] = {}
    for r in _in(conn, _LANGKAH, langkah.c.pembacaan_id, dibaca):
        baris = hasil.setdefault((r["pembacaan_id"], r["urut"]), {})
        baris[f"{LANGKAH}{r['kode_langkah']}"] = r["status"]
    return hasil


def _frame(rows: Iterable[tuple[Any, ...]]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=list(MANY), dtype=object)
    bulat = dict.fromkeys(("kiriman_id", "pembacaan_id"), "int64")
    frame = frame.astype(bulat | dict.fromkeys(_TEKS, "str"))
    saat = pd.to_datetime(frame["diterima_pada"], utc=True).astype(MOMENT)
    return frame.assign(
        diterima_pada=saat,
        layout=frame["layout"].astype("str"),
        versi=frame["versi"].astype("Int64"),
    )
