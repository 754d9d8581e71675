"""What a reader gets: frames whose columns and types are always the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from reference.acuan import Acuan
from reference.daftar import tables
from reference.kosakata import at_level
from reference.rekap import counted
from reference.tindakan import HARI_DISIMPAN, TEKS_DISIMPAN
from reference.tulisan import WIB
from store.rules import Masuk

DAY = "datetime64[us]"
MOMENT = pd.DatetimeTZDtype("us", WIB)
_DTYPES = {
    "integer": "Int64",
    "score": "Int64",
    "boolean": "Int64",
    "decimal": "Float64",
    "date": DAY,
}


def _variables(level: str) -> dict[str, Any]:
    return {
        n: _DTYPES.get(v.type, "str")
        for n, v in at_level(level).items()
        if n != "kode_kelompok"
    }


POSISI = {
    "kode_kelompok": "str",
    "periode": "str",
    "kode_wilayah": "str",
    "kode_kecamatan": "str",
    **_variables("kelompok"),
    "tidak_berlaku": "object",
    "kiriman_id": "Int64",
    "pembacaan_id": "Int64",
    "diterima_pada": MOMENT,
    "tertahan": "bool",
}
KELURAHAN = {
    "kode_wilayah": "str",
    "periode": "str",
    "kode_kecamatan": "str",
    **_variables("kelurahan"),
    "kiriman_id": "Int64",
    "pembacaan_id": "Int64",
    "diterima_pada": MOMENT,
}
LANGKAH = {
    "kode_kelompok": "str",
    "periode": "str",
    "kode_langkah": "str",
    "status": "str",
    "tanggal": DAY,
    "nomor": "str",
    "kode_wilayah": "str",
}
KEGIATAN = {
    "kode_wilayah": "str",
    "periode": "str",
    **_variables("kegiatan"),
    "kiriman_id": "Int64",
}
KELOMPOK = {
    "kode_kelompok": "str",
    "kode_wilayah": "str",
    "kode_kecamatan": "str",
    "nama_kelompok": "str",
    "rw": "str",
    "tanggal_berdiri": DAY,
    "tanggal_tutup": DAY,
    "periode_pertama": "str",
}
KIRIMAN = {
    "kiriman_id": "Int64",
    "nama_berkas": "str",
    "kode_wilayah": "str",
    "periode": "str",
    "diterima_pada": MOMENT,
    "dicatat_pada": MOMENT,
    "oleh": "str",
    "keadaan": "str",
    "n_diterima": "Int64",
    "n_tertahan": "Int64",
    "n_galat": "Int64",
    "n_periksa": "Int64",
    "contoh": "bool",
    "layout": "str",
}
TEMUAN = {
    "kiriman_id": "Int64",
    "pembacaan_id": "Int64",
    "jenis": "str",
    "tingkat": "str",
    "lembar": "str",
    "sel": "str",
    "variabel": "str",
    "kode_kelompok": "str",
    "nama_kelompok": "str",
    "ditemukan": "str",
    "diharapkan": "str",
    "saran": "str",
    "pesan": "str",
    "alasan": "str",
}
REKAP = {
    "kode_wilayah": "str",
    "periode": "str",
    "tingkat_wilayah": "str",
    "urut": "Int64",
    "kode_baris": "str",
    "nama_baris": "str",
    "jumlah": "bool",
    "baris": "Int64",
    **dict.fromkeys(counted(), "Int64"),
    "kiriman_id": "Int64",
    "pembacaan_id": "Int64",
    "diterima_pada": MOMENT,
}
TINDAKAN = {
    "kode_tindakan": "str",
    "kode_wilayah": "str",
    "kode_kecamatan": "str",
    **dict.fromkeys(TEKS_DISIMPAN, "str"),
    **dict.fromkeys(HARI_DISIMPAN, DAY),
    "biaya_rp": "Int64",
    "baris": "Int64",
    "kiriman_id": "Int64",
    "pembacaan_id": "Int64",
    "diterima_pada": MOMENT,
}
DAFTAR: dict[str, dict[str, Any]] = {
    nama: {
        f.kolom_kode: "str",
        **{n: _DTYPES.get(k.type, "str") for n, k in kolom.items()},
        "baris": "Int64",
        "kiriman_id": "Int64",
        "pembacaan_id": "Int64",
        "diterima_pada": MOMENT,
    }
    for f, nama, kolom in tables()
}
"""The lists that are no report, by the name of their table."""
ALASAN = {
    "kiriman_id": "Int64",
    "jenis": "str",
    "sel": "str",
    "alasan": "str",
    "oleh": "str",
    "dicatat_pada": MOMENT,
}
UJI_COBA = {"kiriman_id": "Int64", "jenis": "str", "jumlah": "Int64"}
PERIODE = {"periode": "str", "ditutup": "bool", "ditutup_pada": MOMENT}


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """What counts at one moment, as frames; the columns are in this module.

    `posisi` has one row per (kode_kelompok, periode), `kelurahan` one per
    (kode_wilayah, periode), `kelompok` one a group, `kiriman` one a submission,
    `periode` one a period, `rekap` one a row of an official recap, `tindakan` one an
    action of the register (kode_kelompok NA: for a whole kelurahan), `alasan` one a
    reason given for a finding (`sel` is its place), `uji_coba` one a submission and
    kind on trial with how often it would have fired. NA is "not reported", never zero.
    `acuan` are the rules and assumptions known at that moment, `acuan_masuk` those
    among them that people sent in, in the order in which they count. `daftar` are the
    frames of the lists that are no report (events, competitions, campaigns), by name.
    """

    posisi: pd.DataFrame
    kelurahan: pd.DataFrame
    langkah: pd.DataFrame
    kegiatan: pd.DataFrame
    kelompok: pd.DataFrame
    kiriman: pd.DataFrame
    temuan: pd.DataFrame
    periode: pd.DataFrame
    rekap: pd.DataFrame
    tindakan: pd.DataFrame
    alasan: pd.DataFrame
    uji_coba: pd.DataFrame
    acuan: Acuan
    acuan_masuk: tuple[Masuk, ...]
    daftar: Mapping[str, pd.DataFrame] = field(default_factory=dict)


def _array(nilai: Sequence[Any], dtype: Any) -> Any:  # noqa: ANN401
    if dtype == MOMENT:
        return pd.to_datetime(
            pd.array(nilai, dtype="str"), format="%Y-%m-%dT%H:%M:%S.%fZ", utc=True
        ).astype(dtype)
    if dtype == DAY:
        hari = pd.array(nilai, dtype="str")
        return pd.to_datetime(hari, format="%Y-%m-%d").astype(dtype)
    return pd.array(nilai, dtype=dtype)


def frame(columns: Mapping[str, Any], rows: Iterable[Sequence[Any]]) -> pd.DataFrame:
    """Rows of plain values as a frame with declared types, also when there are none.

    Dates and moments arrive as the store's text.

    >>> frame({"n": "Int64"}, [(1,), (None,)])["n"].isna().tolist()
    [False, True]
    """
    kolom = list(zip(*rows, strict=True)) or [()] * len(columns)
    return pd.DataFrame(
        {n: _array(nilai, columns[n]) for n, nilai in zip(columns, kolom, strict=True)}
    )
