"""Which rows count: per submission its newest reading, per group its newest taken row.

A submission that was undone counts nowhere, as if it had never come.

Every statement has the parameter `batas`: submissions received, readings made and
events written down before that moment count ("9999" for now). A narrowed statement
also has `kode_wilayah`, and `periode` too if it is narrowed to one: cheap enough to run
inside a write transaction.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    Subquery,
    Table,
    bindparam,
    case,
    func,
    select,
)

from reference.acuan import KODE as ACUAN
from reference.daftar import forms
from reference.rekap import KODE as REKAP
from reference.tindakan import KODE as TINDAKAN
from store.decisions import peristiwa_kiriman
from store.tables import kiriman, pembacaan, posisi

BATAS: BindParameter[str] = bindparam("batas")
GOLONGAN = ("laporan", "rekap", "tindakan", "acuan", *forms())
"""What a reading may be of: reports of groups, an official recap, a register, rules, or
one of the forms of lists that are no report."""
BERPERIODE = ("laporan", "rekap")
"""Those that speak of one period, and so are stopped once it is closed."""


def newest_first(terbaca: Subquery) -> tuple[ColumnElement[Any], ...]:
    """The order in which a later submission comes before an earlier one."""
    return terbaca.c.diterima_pada.desc(), terbaca.c.kiriman_id.desc()


def narrow(tabel: Table, sempit: Iterable[str]) -> list[ColumnElement[bool]]:
    """The conditions that narrow a table to what `sempit` names."""
    return [tabel.c[nama] == bindparam(nama) for nama in sempit]


def kind(layout: ColumnElement[Any]) -> ColumnElement[str]:
    """Which of `GOLONGAN` a reading is; those of one never supersede another's."""
    return case(
        (layout == REKAP, "rekap"),
        (layout == TINDAKAN, "tindakan"),
        (layout == ACUAN, "acuan"),
        *((layout == kode, kode) for kode in forms()),
        else_="laporan",
    )


def withdrawn() -> Select[Any]:
    """The submissions (kiriman_id) that were undone and not taken back since."""
    return last_events(peristiwa_kiriman, "kiriman_id", "batal")


def readings(*sempit: str, semua: bool = False) -> Subquery:
    """The newest reading of each submission, with what the submission says.

    `sempit` names what it is narrowed to: kode_wilayah, periode. With `semua` those
    that were undone are among them.
    """
    terbaru = (
        select(func.max(pembacaan.c.pembacaan_id))
        .where(pembacaan.c.dibaca_pada < BATAS)
        .group_by(pembacaan.c.kiriman_id)
    )
    if sempit:
        milik = select(pembacaan.c.kiriman_id).where(*narrow(pembacaan, sempit))
        terbaru = terbaru.where(pembacaan.c.kiriman_id.in_(milik))
    return (
        select(
            pembacaan,
            kiriman.c.nama_berkas,
            kiriman.c.diterima_pada,
            kiriman.c.dicatat_pada,
            kiriman.c.oleh,
            kiriman.c.contoh,
        )
        .join(kiriman, kiriman.c.kiriman_id == pembacaan.c.kiriman_id)
        .where(
            pembacaan.c.pembacaan_id.in_(terbaru),
            kiriman.c.diterima_pada < BATAS,
            *(() if semua else (kiriman.c.kiriman_id.not_in(withdrawn()),)),
        )
        .subquery("terbaca")
    )


def counted(*sempit: str) -> Subquery:
    """Keys of the group rows that count, and whether a newer submission holds one.

    Held rows take part in the first numbering only: a counting row that is not first
    there has nothing but held rows before it.
    """
    terbaca = readings(*sempit)
    kunci = (posisi.c.kode_kelompok, posisi.c.periode)
    urutan = newest_first(terbaca)
    bernomor = (
        select(
            posisi.c.pembacaan_id,
            posisi.c.urut,
            posisi.c.keadaan,
            terbaca.c.kiriman_id,
            terbaca.c.diterima_pada,
            func.row_number().over(partition_by=kunci, order_by=urutan).label("ke"),
            func.row_number()
            .over(partition_by=(*kunci, posisi.c.keadaan), order_by=urutan)
            .label("ke_sekeadaan"),
        )
        .join(terbaca, terbaca.c.pembacaan_id == posisi.c.pembacaan_id)
        .where(posisi.c.kode_kelompok.is_not(None), *narrow(posisi, sempit))
        .subquery("bernomor")
    )
    return (
        select(
            bernomor.c.pembacaan_id,
            bernomor.c.urut,
            bernomor.c.kiriman_id,
            bernomor.c.diterima_pada,
            (bernomor.c.ke > 1).label("tertahan"),
        )
        .where(bernomor.c.keadaan == "diterima", bernomor.c.ke_sekeadaan == 1)
        .subquery("berlaku")
    )


def last_closings(tabel: Table, kunci: str, *kolom: str) -> Select[Any]:
    """The groups or periods (`kunci`) whose last event is their closing."""
    return last_events(tabel, kunci, "tutup", *kolom)


def last_events(tabel: Table, kunci: str, peristiwa: str, *kolom: str) -> Select[Any]:
    """What (`kunci`) the last event of a table about it is a `peristiwa`."""
    terakhir = (
        select(func.max(tabel.c.peristiwa_id))
        .where(tabel.c.dicatat_pada < BATAS)
        .group_by(tabel.c[kunci])
    )
    return select(tabel.c[kunci], *(tabel.c[k] for k in kolom)).where(
        tabel.c.peristiwa_id.in_(terakhir), tabel.c.peristiwa == peristiwa
    )
