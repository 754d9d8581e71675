"""What storing a checked file would change: new groups, changed values, groups gone."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from loaders.assess import Dinilai, Penilaian
from loaders.bacaan import Bacaan
from reference.acuan import daftar
from reference.acuan_beda import SEMULA, Beda
from reference.kosakata import label_pilihan, pilihan_untuk, variables
from reference.periode import Periode
from reference.syarat import langkah
from reference.tulisan import bernilai, tanggal
from reference.wilayah import nama_wilayah
from store.reported import Reported, reported

KOSONG = "belum dilaporkan"
KALI_BESAR = 10
"""A value that becomes ten times as much, or a tenth, is worth a second look."""


@dataclass(frozen=True, slots=True)
class Berubah:
    """One value that would change: whose, which, and what it was and becomes.

    `besar` says that it becomes ten times as much or a tenth, or is reported no more.
    """

    pelapor: str
    isian: str
    lama: str
    baru: str
    besar: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Perubahan:
    """What storing a file would change, against what counts now.

    Groups are named; `hilang` reported in the period before, or this one, and are not
    in the file (what they reported for this period, if anything, goes on counting);
    `menjadi_kosong` reported numbers for this period and now report none; `kembali`
    were undone and come back. `sama` is how many groups report what counts already.
    """

    kelompok_baru: tuple[str, ...] = ()
    kembali: tuple[str, ...] = ()
    hilang: tuple[str, ...] = ()
    menjadi_kosong: tuple[str, ...] = ()
    berubah: tuple[Berubah, ...] = ()
    sama: int = 0

    @property
    def mengejutkan(self) -> bool:
        """Whether something is in it that a sender may not have meant."""
        aneh = self.hilang or self.menjadi_kosong or self.kembali
        return bool(aneh) or any(b.besar for b in self.berubah)

    def __bool__(self) -> bool:
        baru = self.kelompok_baru or self.kembali or self.hilang
        return bool(baru or self.menjadi_kosong or self.berubah)


def would_change(
    conn: Connection, bacaan: Bacaan, penilaian: Penilaian
) -> Perubahan | None:
    """What storing this reading would change; None for what is no report or rules."""
    if bacaan.acuan:
        return Perubahan(berubah=tuple(map(_of_rule, penilaian.beda)))
    if bacaan.golongan != "laporan":
        return None
    wilayah, periode = str(bacaan.kode_wilayah), Periode.parse(str(bacaan.periode))
    lalu = reported(conn, wilayah, str(periode.previous()))
    return changes(bacaan, penilaian, reported(conn, wilayah, str(periode)), lalu)


def _of_rule(b: Beda) -> Berubah:
    """One thing that a workbook of rules would change, with since when."""
    sejak = f", berlaku sejak {tanggal(b.sejak)}" if b.sejak else f", {SEMULA}"
    judul = daftar()[b.daftar].judul if b.daftar in daftar() else b.daftar
    return Berubah(f"{judul}: {b.label}", b.hal, b.lama, f"{b.baru}{sejak}")


def changes(
    bacaan: Bacaan, penilaian: Penilaian, kini: Reported, lalu: Reported
) -> Perubahan:
    """What a reading would change, given what counts for its period and the one before.

    Groups that are held change nothing: what they reported before goes on counting.
    """
    diterima = [g for g in penilaian.kelompok if not g.tertahan]
    lama = {g.kode: kini.kelompok.get(g.kode or "", {}) for g in diterima}
    kosong = [g for g in diterima if _emptied(g, lama[g.kode])]
    per = [
        list(_of_group(g, lama[g.kode], kini))
        for g in diterima
        if lama[g.kode] and g not in kosong
    ]
    return Perubahan(
        kelompok_baru=tuple(g.baris.nama for g in diterima if g.baru),
        kembali=tuple(g.baris.nama for g in diterima if g.kode in penilaian.dibatalkan),
        hilang=tuple(_left_out(bacaan, penilaian, {**lalu.kelompok, **kini.kelompok})),
        menjadi_kosong=tuple(g.baris.nama for g in kosong),
        berubah=(*chain.from_iterable(per), *_of_kelurahan(bacaan, kini)),
        sama=sum(not b for b in per),
    )


def _left_out(
    bacaan: Bacaan, penilaian: Penilaian, dikenal: Mapping[str, Mapping[str, Any]]
) -> Iterator[str]:
    """The groups open in the period that are not in the file, or whose row is blank."""
    for t in penilaian.temuan:
        if t.jenis == "kelompok_tidak_dilaporkan" and t.kelompok:
            yield penilaian.nama_terdaftar[t.kelompok]
    nama = {k: str(v.get("nama_kelompok")) for k, v in dikenal.items()}
    for t in bacaan.temuan:
        if t.jenis == "kelompok_kosong" and t.kelompok in {*nama, *nama.values()}:
            yield nama.get(t.kelompok, t.kelompok)


def _emptied(g: Dinilai, lama: Mapping[str, Any]) -> bool:
    """Whether a group that had numbers now reports none."""
    angka = [n for n in lama if variables()[n].is_number]
    tanpa = all(g.baris.nilai.get(n) is None for n in angka)
    return tanpa and any(lama[n] is not None for n in angka)


def _of_group(g: Dinilai, lama: Mapping[str, Any], kini: Reported) -> Iterator[Berubah]:
    baru = {**g.baris.nilai, "nama_kelompok": g.baris.nama}
    yield from _differing(g.baris.nama, lama, baru, g.baris.tidak_berlaku)
    dulu = kini.langkah.get(str(g.kode), {})
    for satu in g.baris.langkah:
        if satu.status != dulu.get(satu.kode_langkah):
            label = f"Langkah {langkah()[satu.kode_langkah].singkat}"
            tadi = dulu.get(satu.kode_langkah) or KOSONG
            yield Berubah(g.baris.nama, label, tadi, satu.status or KOSONG)


def _of_kelurahan(bacaan: Bacaan, kini: Reported) -> Iterator[Berubah]:
    nama = nama_wilayah(str(bacaan.kode_wilayah))
    if any(v is not None for v in bacaan.kelurahan.values()):
        tanpa = bacaan.tidak_berlaku_kelurahan
        yield from _differing(nama, kini.kelurahan, bacaan.kelurahan, tanpa)
    if kini.kegiatan and kini.kegiatan != len(bacaan.kegiatan):
        dulu, nanti = (f"{n} kegiatan" for n in (kini.kegiatan, len(bacaan.kegiatan)))
        yield Berubah(nama, "Daftar kegiatan", dulu, nanti, not bacaan.kegiatan)


def _differing(
    pelapor: str,
    lama: Mapping[str, Any],
    baru: Mapping[str, Any],
    tidak_berlaku: Iterable[str],
) -> Iterator[Berubah]:
    for n, dulu in lama.items():
        nanti = baru.get(n)
        if dulu != nanti:
            kata = "tidak berlaku" if n in tidak_berlaku else written(n, nanti)
            besar = _much(dulu, nanti) or (nanti is None and n not in tidak_berlaku)
            yield Berubah(pelapor, variables()[n].label, written(n, dulu), kata, besar)


def _much(dulu: Any, nanti: Any) -> bool:  # noqa: ANN401
    """Whether a number becomes ten times as much, or a tenth."""
    if not all(isinstance(n, int | float) and n > 0 for n in (dulu, nanti)):
        return False
    return bool(max(dulu, nanti) >= KALI_BESAR * min(dulu, nanti))


def written(nama: str, nilai: Any) -> str:  # noqa: ANN401
    """A value of a variable as people read it.

    >>> written("kas", 250_000), written("buku_kas", 2), written("tingkat", None)
    ('Rp 250.000', '2 - Tertib', 'belum dilaporkan')
    """
    if nilai is None:
        return KOSONG
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, dt.date):
        return tanggal(nilai)
    if pilihan_untuk(nama):
        return label_pilihan(nama, str(nilai))
    if isinstance(nilai, int | float):
        return bernilai(nilai, variables()[nama].unit)
    return str(nilai)
