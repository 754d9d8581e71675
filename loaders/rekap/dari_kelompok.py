"""The rows of a recap as the groups' reports add up to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from loaders.rekap.tempat import tier_of
from reference.periode import Periode
from reference.rekap import columns_of, counted, rung_of, rungs
from reference.tulisan import daftar, is_missing
from reference.wilayah import kecamatan, kelurahan, nama_wilayah
from store import Snapshot

TANPA_RW = "RW belum dilaporkan"
_SUMBER = (
    "Hanya kolom 26–35 yang berasal dari laporan kelompok UP2K ({periode}); kolom lain "
    "tidak diketahui aplikasi ini dan dibiarkan kosong."
)
_CARA = (
    "Tingkat seperti yang dilaporkan kelompok; kelompok bertahap koperasi dihitung di "
    "kolom 34–35 saja. Peserta dan anggota adalah anggota pada akhir periode (belum "
    "dikonfirmasi)."
)


@dataclass(frozen=True, slots=True)
class BarisTulis:
    """One row to write: the place, and its numbers (None = left blank)."""

    nama: str
    nilai: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class IsiRekap:
    """The rows of a recap with what must be said below them."""

    rows: tuple[BarisTulis, ...]
    catatan: tuple[str, ...] = ()


def group_period(isi: Snapshot, periode: Periode) -> str | None:
    """The period of groups' reports that ends when the recap's does, if there is one.

    A stock at the end of a half-year is the stock at the end of its last quarter.
    """
    ada = isi.posisi["periode"].unique()
    return next((str(p) for p in ada if Periode.parse(p).end == periode.end), None)


def from_groups(isi: Snapshot, kode_wilayah: str, periode: Periode) -> IsiRekap:
    """The recap of a kelurahan, a kecamatan or the city, from its groups' reports.

    Its rows are one tier lower: RW, kelurahan, kecamatan. A place of which no group
    reported has a blank row; the columns that reports do not fill stay blank.

    Raises KeyError for a code that is no place of this city.
    """
    nama_wilayah_sah(kode_wilayah)
    kelompok = _groups(isi, kode_wilayah, periode)
    rows = tuple(
        BarisTulis(nama, _values(milik))
        for nama, milik in _by_place(kode_wilayah, kelompok)
    )
    label = group_period(isi, periode)
    periode_kelompok = Periode.parse(label).label if label else periode.label
    return IsiRekap(rows, (*_notes(kelompok, kode_wilayah, periode_kelompok),))


def nama_wilayah_sah(kode: str) -> str:
    """The name of a place of this city; KeyError for any other code."""
    nama = nama_wilayah(kode)
    if nama == kode:
        raise KeyError(kode)
    return nama


def _groups(isi: Snapshot, kode: str, periode: Periode) -> list[dict[str, Any]]:
    """The groups of a place open at the period's end, with their report if any."""
    akhir = pd.Timestamp(periode.end)
    k = isi.kelompok
    mulai = pd.to_datetime(
        k["periode_pertama"].map(
            {p: Periode.parse(p).start for p in k["periode_pertama"].dropna().unique()}
        )
    )
    buka = pd.concat([k["tanggal_berdiri"], mulai], axis=1).min(axis=1)
    di_sini = k["kode_wilayah"].str.startswith(kode)
    ada = k[di_sini & ~(buka > akhir) & ~(k["tanggal_tutup"] <= akhir)]
    lapor = isi.posisi[isi.posisi["periode"] == str(group_period(isi, periode))]
    kolom = ["kode_kelompok", "tingkat", "tahap", "anggota_akhir", "rw"]
    gabung = ada.drop(columns="rw").merge(lapor[kolom], on="kode_kelompok", how="left")
    gabung["lapor"] = gabung["kode_kelompok"].isin(lapor["kode_kelompok"])
    return gabung.astype("object").where(gabung.notna(), None).to_dict("records")  # type: ignore[return-value]


def _by_place(
    kode: str, kelompok: Sequence[dict[str, Any]]
) -> Iterable[tuple[str, list[dict[str, Any]]]]:
    """The places one tier lower, each with its groups."""
    tingkat = tier_of(kode)
    if tingkat == "kelurahan":
        per: dict[str, list[dict[str, Any]]] = {}
        for g in kelompok:
            per.setdefault(_rw(g["rw"]), []).append(g)
        return sorted(per.items(), key=lambda x: (x[0] == TANPA_RW, x[0]))
    dalam = kelurahan() if tingkat == "kecamatan" else kecamatan()
    nama = {k: t.nama for k, t in dalam.items() if k.startswith(kode)}
    return [
        (n, [g for g in kelompok if g["kode_wilayah"].startswith(k)])
        for k, n in nama.items()
    ]


def _rw(isi: object) -> str:
    """An RW as it heads a row: `RW 03`."""
    teks = "" if is_missing(isi) else str(isi).strip()
    nomor = teks.upper().removeprefix("RW").strip(" .")
    if not nomor:
        return TANPA_RW
    return f"RW {int(nomor):02d}" if nomor.isdecimal() else f"RW {nomor}"


def _values(kelompok: Sequence[dict[str, Any]]) -> dict[str, int | None]:
    hasil: dict[str, int | None] = dict.fromkeys(counted())
    lapor = [g for g in kelompok if g["lapor"]]
    if not lapor:
        return hasil
    for jenjang in rungs():
        di_sini = [g for g in lapor if rung_of(g["tingkat"], g["tahap"]) == jenjang]
        klp, orang = columns_of(jenjang)
        anggota = [g["anggota_akhir"] for g in di_sini]
        hasil[klp] = len(di_sini)
        hasil[orang] = None if None in anggota else sum(map(int, anggota))
    return hasil


def _notes(
    kelompok: Sequence[dict[str, Any]], kode: str, periode: str
) -> Iterable[str]:
    """What a reader of the recap must know; no group is left out without a name."""
    yield _SUMBER.format(periode=periode)
    yield _CARA

    def sebut(milik: Iterable[dict[str, Any]]) -> str:
        return daftar([_named(g, kode) for g in milik])

    diam = [g for g in kelompok if not g["lapor"]]
    lapor = [g for g in kelompok if g["lapor"]]
    tanpa = [g for g in lapor if rung_of(g["tingkat"], g["tahap"]) is None]
    kosong = [g for g in lapor if g not in tanpa and g["anggota_akhir"] is None]
    if diam:
        yield f"Belum melapor, jadi tidak terhitung ({len(diam)}): {sebut(diam)}."
    if tanpa:
        yield (
            f"Tingkatnya belum dilaporkan, jadi tidak terhitung ({len(tanpa)}): "
            f"{sebut(tanpa)}."
        )
    if kosong:
        yield (
            f"Anggotanya belum dilaporkan, jadi pesertanya dikosongkan "
            f"({len(kosong)}): {sebut(kosong)}."
        )


def _named(g: dict[str, Any], kode: str) -> str:
    nama = g["nama_kelompok"] or g["kode_kelompok"]
    if tier_of(kode) == "kelurahan":
        return str(nama)
    return f"{nama} ({nama_wilayah(g['kode_wilayah'])})"
