"""The columns and dtypes of the frames that indicators read (docs/architecture.md)."""

from functools import cache
from typing import Any

import pandas as pd

from reference.daftar import tables
from reference.kosakata import Variable, at_level
from reference.rekap import counted
from reference.tindakan import HARI_DISIMPAN, TEKS_DISIMPAN
from reference.tulisan import WIB

_DAY = "datetime64[us]"
_MOMENT = pd.DatetimeTZDtype("us", WIB)
_DTYPE = {
    "text": "str", "choice": "str", "integer": "Int64", "decimal": "Float64",
    "score": "Int64", "boolean": "Int64", "date": _DAY,
}  # fmt: skip
_KEYS = {"kode_kelompok": "str", "periode": "str", "kode_wilayah": "str"}
_RECEIPT = {"kiriman_id": "Int64", "pembacaan_id": "Int64", "diterima_pada": _MOMENT}


def _columns(variables: dict[str, Variable]) -> dict[str, Any]:
    return {n: _DTYPE[v.type] for n, v in variables.items()}


def _lists() -> dict[str, dict[str, Any]]:
    """The frames of lists that are no report, one a table of their forms."""
    return {
        nama: {f.kolom_kode: "str", **{n: _DTYPE[k.type] for n, k in kolom.items()},
               "baris": "Int64", **_RECEIPT}
        for f, nama, kolom in tables()
    }  # fmt: skip


@cache
def schemas() -> dict[str, dict[str, Any]]:
    """Every frame's columns with their dtypes, by the name of the frame.

    >>> schemas()["posisi"]["kas"]
    'Int64'
    """
    kelompok = _columns(at_level("kelompok"))
    return {
        "posisi": {**_KEYS, "kode_kecamatan": "str", **kelompok,
                   "tidak_berlaku": "object", **_RECEIPT, "tertahan": "bool"},
        "kelurahan": {"kode_wilayah": "str", "periode": "str", "kode_kecamatan": "str",
                      **_columns(at_level("kelurahan")), **_RECEIPT},
        "langkah": {"kode_kelompok": "str", "periode": "str", "kode_langkah": "str",
                    "status": "str", "tanggal": _DAY, "nomor": "str",
                    "kode_wilayah": "str"},
        "kegiatan": {"kode_wilayah": "str", "periode": "str",
                     **_columns(at_level("kegiatan")), "kiriman_id": "Int64"},
        "kelompok": {"kode_kelompok": "str", "kode_wilayah": "str",
                     "kode_kecamatan": "str", "nama_kelompok": "str", "rw": "str",
                     "tanggal_berdiri": _DAY,
                     "tanggal_tutup": _DAY, "periode_pertama": "str"},
        "kiriman": {"kiriman_id": "Int64", "nama_berkas": "str", "kode_wilayah": "str",
                    "periode": "str", "diterima_pada": _MOMENT, "dicatat_pada": _MOMENT,
                    "oleh": "str", "keadaan": "str", "n_diterima": "Int64",
                    "n_tertahan": "Int64", "n_galat": "Int64", "n_periksa": "Int64",
                    "contoh": "bool", "layout": "str"},
        "rekap": {"kode_wilayah": "str", "periode": "str", "tingkat_wilayah": "str",
                  "urut": "Int64", "kode_baris": "str", "nama_baris": "str",
                  "jumlah": "bool", "baris": "Int64",
                  **dict.fromkeys(counted(), "Int64"), **_RECEIPT},
        "tindakan": {"kode_tindakan": "str", "kode_wilayah": "str",
                     "kode_kecamatan": "str", **dict.fromkeys(TEKS_DISIMPAN, "str"),
                     **dict.fromkeys(HARI_DISIMPAN, _DAY), "biaya_rp": "Int64",
                     "baris": "Int64", **_RECEIPT},
        **_lists(),
    }  # fmt: skip


def empty_frames() -> dict[str, pd.DataFrame]:
    """Every frame with its columns and no row.

    >>> len(empty_frames()["posisi"])
    0
    """
    return {nama: empty_frame(nama) for nama in schemas()}


def empty_frame(nama: str) -> pd.DataFrame:
    """One frame with its columns and no row.

    >>> len(empty_frame("acara"))
    0
    """
    kolom = schemas()[nama].items()
    return pd.DataFrame({k: pd.Series(dtype=d) for k, d in kolom})
