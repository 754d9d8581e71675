"""What the store knows about a kelurahan's groups, for prefilling its next form."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import pandas as pd

from loaders.template.isian import KelompokLama, Langkah, Nilai
from reference.kosakata import at_level, variables
from reference.periode import Periode
from store import Snapshot, Store, snapshot

_KUNCI = ("kode_kelompok", "nama_kelompok")


def _day(nilai: Any) -> dt.date | None:  # noqa: ANN401
    return None if pd.isna(nilai) else pd.Timestamp(nilai).date()


def _plain(nama: str, nilai: Any) -> Nilai:  # noqa: ANN401
    tipe = variables()[nama].type
    if pd.isna(nilai):
        return None
    if tipe == "date":
        return _day(nilai)
    if tipe == "decimal":
        return float(nilai)
    return str(nilai) if tipe in ("text", "choice") else int(nilai)


def _langkah(baris: pd.DataFrame) -> dict[str, Langkah]:
    hasil: dict[str, Langkah] = {}
    for r in baris.to_dict("records"):
        nomor = "" if pd.isna(r["nomor"]) else str(r["nomor"])
        hari: dt.date | None = _day(r["tanggal"])
        hasil[str(r["kode_langkah"])] = (str(r["status"]), hari, nomor)
    return hasil


def _terakhir(frame: pd.DataFrame, kode: str, periode: Periode) -> pd.DataFrame:
    """The rows of a group's newest period before this one."""
    milik = frame[frame["kode_kelompok"] == kode]
    dulu = [p for p in set(milik["periode"]) if Periode.parse(p) < periode]
    if not dulu:
        return milik.iloc[:0]
    return milik[milik["periode"] == str(max(dulu, key=Periode.parse))]


def groups_before(
    isi: Snapshot, kode_wilayah: str, periode: Periode
) -> list[KelompokLama]:
    """The groups open in a period, each as it last reported before it."""
    daftar = isi.kelompok[isi.kelompok["kode_wilayah"] == kode_wilayah]
    tutup = daftar["tanggal_tutup"]
    buka = daftar[tutup.isna() | (tutup > pd.Timestamp(periode.start))]
    hasil = []
    for kode, nama in zip(buka["kode_kelompok"], buka["nama_kelompok"], strict=True):
        baris = _terakhir(isi.posisi, kode, periode)
        nilai = _values(baris.to_dict("records"))
        langkah = _langkah(_terakhir(isi.langkah, kode, periode))
        if not baris.empty:
            hasil.append(KelompokLama(kode, nama, nilai, langkah))
    return hasil


def _values(rows: Iterable[dict[Any, Any]]) -> dict[str, Nilai]:
    semua = {n: _plain(n, r[n]) for r in rows for n in at_level("kelompok")}
    return {n: v for n, v in semua.items() if v is not None and n not in _KUNCI}


def known_groups(
    store: Store, kode_wilayah: str, periode: Periode
) -> list[KelompokLama]:
    """The groups that a store knows, for prefilling the form of a period.

    Empty when the kelurahan has not reported before that period.
    """
    return groups_before(snapshot(store), kode_wilayah, periode)
