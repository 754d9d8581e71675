"""The way back: from a number to its cell, from a submission to its bytes."""

import json
from collections.abc import Iterable
from typing import Any

import pandas as pd
from sqlalchemy import select

from store.current import group_rows, kelurahan_rows
from store.engine import Store, StoreError, read
from store.moments import end_of_day_text
from store.tables import berkas, kiriman, laporan_kelurahan, pembacaan, posisi

COLUMNS = ("kiriman_id", "nama_berkas", "lembar", "sel", "variabel", "nilai")


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


def _cell(baris: dict[str, Any], variabel: str) -> tuple[str, str] | None:
    """Sheet and cell of a variable of a group row, or None if it has no column."""
    lembar, kolom = json.loads(baris["kolom"]).get(variabel, ("", ""))
    nomor = json.loads(baris["baris"]).get(lembar)
    return (lembar, f"{kolom}{nomor}") if nomor else None


def cells(
    store: Store, kode: str, periode: str, variables: Iterable[str]
) -> pd.DataFrame:
    """The cells that the counting values of a group (or a kelurahan) came from.

    `kode` is a kode_kelompok, or a kode_wilayah for kelurahan variables. One row a
    variable that stands in the file: kiriman_id, nama_berkas, lembar, sel, variabel,
    nilai (as stored, None when not reported).
    """
    with read(store) as conn:
        if "-" in kode:
            pilih = group_rows(
                *posisi.c.keys(), "kiriman_id", one_kelurahan=True
            ).where(posisi.c.kode_kelompok == kode, posisi.c.periode == periode)
        else:
            sub = kelurahan_rows(*laporan_kelurahan.c.keys(), "kiriman_id").subquery()
            pilih = select(sub).where(
                sub.c.kode_wilayah == kode, sub.c.periode == periode
            )
        nilai = (
            conn.execute(
                pilih,
                {"batas": end_of_day_text(None), "kode_wilayah": kode.split("-")[0]},
            )
            .mappings()
            .one_or_none()
        )
        if nilai is None:
            return pd.DataFrame(columns=list(COLUMNS))
        asal = conn.execute(
            select(kiriman.c.nama_berkas, pembacaan.c.kolom)
            .join(pembacaan, pembacaan.c.kiriman_id == kiriman.c.kiriman_id)
            .where(pembacaan.c.pembacaan_id == nilai["pembacaan_id"])
        ).one()
    baris = {**nilai, "kolom": asal.kolom}
    if "-" in kode:
        sel = {v: _cell(baris, v) for v in variables}
    else:
        ada = json.loads(baris["sel"])
        sel = {v: ada.get(v) for v in variables}
    return pd.DataFrame(
        [
            (baris["kiriman_id"], asal.nama_berkas, *tempat, v, baris[v])
            for v, tempat in sel.items()
            if tempat
        ],
        columns=list(COLUMNS),
    ).astype({"nilai": object})
