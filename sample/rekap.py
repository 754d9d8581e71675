"""The official recaps that offices send each half-year: who does, and how they slip."""

import datetime as dt
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loaders.rekap.dari_kelompok import BarisTulis, IsiRekap
from loaders.rekap.write import write_recap
from reference.periode import Periode
from reference.rekap import KOPERASI, columns_of, counted, rung_of, rungs
from reference.wilayah import kecamatan, kelurahan, nama_wilayah
from sample.acak import Acak
from sample.cerita import history, level, stage
from sample.kota import KelompokContoh, groups, periods

BANYAK = 2
_PELUANG_TIDAK_KIRIM = {"kelurahan": 0.12, "kecamatan": 0.4}
_PELUANG_KELIRU = 0.34
_PALING_CEPAT_HARI, _PALING_LAMBAT_HARI = 4, 26
_KELIRU = ("tingkat_lama", "koperasi_dua_kali", "anggota_lama", "terlewat")


@dataclass(frozen=True, slots=True)
class RekapContoh:
    """One recap on its way: from where, at the end of which quarter, arriving when."""

    kode_wilayah: str
    t: int
    diterima: dt.date

    @property
    def periode(self) -> Periode:
        """The half-year that ends with the quarter."""
        return Periode.containing(periods()[self.t].end, "semester")

    @property
    def nama_berkas(self) -> str:
        """The name of the file."""
        nama = nama_wilayah(self.kode_wilayah)
        return f"Rekap Pokja II {nama} {self.periode.label}.xlsx"


def half_years() -> tuple[int, ...]:
    """The quarters with which the last half-years end.

    >>> [str(periods()[t]) for t in half_years()]
    ['2025-T4', '2026-T2']
    """
    semua = [t for t, p in enumerate(periods()) if p.nomor % 2 == 0]
    return tuple(semua[-BANYAK:])


def slip(kode_wilayah: str, t: int) -> str:
    """What an office gets wrong in a recap, if it changes a number; "" for nothing."""
    acak = Acak("rekap keliru", kode_wilayah, t)
    if not acak.mungkin(_PELUANG_KELIRU):
        return ""
    benar = _of_kelurahan(kode_wilayah, t, "")
    berarti = [k for k in _KELIRU if _of_kelurahan(kode_wilayah, t, k) != benar]
    return acak.pilih(berarti[:2])


def _sends(kode: str, t: int) -> bool:
    apa = "kecamatan" if kode in kecamatan() else "kelurahan"
    return not Acak("rekap", kode, t).mungkin(_PELUANG_TIDAK_KIRIM[apa])


def schedule_recaps(t: int, kode_wilayah: Iterable[str]) -> list[RekapContoh]:
    """The recaps of a half-year in the order of their arrival; of other quarters none.

    A kecamatan sends one when all its kelurahan are in `kode_wilayah`.
    """
    if t not in half_years():
        return []
    tempat = set(kode_wilayah)
    semua = [k for k in kelurahan() if k in tempat]
    semua += [k for k in kecamatan() if set(_within(k)) <= tempat]
    kiriman = [RekapContoh(k, t, _received(k, t)) for k in semua if _sends(k, t)]
    return sorted(kiriman, key=lambda k: (k.diterima, k.kode_wilayah))


def _received(kode: str, t: int) -> dt.date:
    hari = Acak("rekap tiba", kode, t).bulat(_PALING_CEPAT_HARI, _PALING_LAMBAT_HARI)
    return periods()[t].end + dt.timedelta(days=hari)


def _within(kode_kecamatan: str) -> list[str]:
    return [k for k in kelurahan() if k.startswith(kode_kecamatan)]


def rows(kode_wilayah: str, t: int) -> list[BarisTulis]:
    """The rows that an office writes: its RW, or a kecamatan its kelurahan."""
    if kode_wilayah in kecamatan():
        return [
            BarisTulis(nama_wilayah(k), _sum(b.nilai for b in rows(k, t)))
            for k in _within(kode_wilayah)
        ]
    return _of_kelurahan(kode_wilayah, t, slip(kode_wilayah, t))


def _of_kelurahan(kode_wilayah: str, t: int, keliru: str) -> list[BarisTulis]:
    ada = [k for k in groups(kode_wilayah) if t in history(k)]
    if keliru == "terlewat" and len(ada) > 1:
        ada = ada[:-1]
    semua = sorted({k.rw for k in ada})
    return [
        BarisTulis(f"RW {rw}", _sum(_counted(k, t, keliru) for k in ada if k.rw == rw))
        for rw in semua
    ]


def _counted(k: KelompokContoh, t: int, keliru: str) -> dict[str, int | None]:
    """One group as the office counts it."""
    dulu = t - 2 if t - 2 in history(k) else t
    tingkat = level(k, dulu if keliru == "tingkat_lama" else t)
    lama = keliru == "anggota_lama" and k.urut == 1
    orang = int(history(k)[dulu if lama else t]["anggota_akhir"])
    hasil = _zero()
    jenjang = {rung_of(tingkat, stage(k, t))}
    if keliru == "koperasi_dua_kali" or KOPERASI not in jenjang:
        jenjang.add(tingkat)
    for j in jenjang:
        klp, peserta = columns_of(str(j))
        hasil |= {klp: 1, peserta: orang}
    return hasil


def _zero() -> dict[str, int | None]:
    kosong: dict[str, int | None] = dict.fromkeys(counted())
    return kosong | {k: 0 for j in rungs() for k in columns_of(j)}


def _sum(semua: Iterable[Mapping[str, int | None]]) -> dict[str, int | None]:
    hasil = _zero()
    for satu in semua:
        for nama, n in satu.items():
            if n:
                hasil[nama] = (hasil[nama] or 0) + n
    return hasil


def render_recap(kiriman: RekapContoh) -> bytes:
    """The workbook that arrives, stamped as a sample."""
    isi = IsiRekap(tuple(rows(kiriman.kode_wilayah, kiriman.t)))
    keluar = io.BytesIO()
    write_recap(keluar, kiriman.kode_wilayah, kiriman.periode, isi, contoh=True)
    return keluar.getvalue()
