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

from reference.rekap import KODE as REKAP
from store.tables import (
    alasan,
    kegiatan,
    kiriman,
    langkah,
    laporan_kelurahan,
    pembacaan,
    peristiwa_kiriman,
    posisi,
    rekap,
    temuan,
    uji_coba,
)

BATAS: BindParameter[str] = bindparam("batas")


def _newest_first(terbaca: Subquery) -> tuple[ColumnElement[Any], ...]:
    return terbaca.c.diterima_pada.desc(), terbaca.c.kiriman_id.desc()


def _narrow(tabel: Table, sempit: Iterable[str]) -> list[ColumnElement[bool]]:
    return [tabel.c[nama] == bindparam(nama) for nama in sempit]


def is_recap(layout: ColumnElement[Any], ya: bool = True) -> ColumnElement[bool]:
    """Whether a reading is one of the official recap, or of a report of groups.

    The two never supersede each other.
    """
    isi = func.coalesce(layout, "")
    return isi == REKAP if ya else isi != REKAP


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
        milik = select(pembacaan.c.kiriman_id).where(*_narrow(pembacaan, sempit))
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


def _counted(*sempit: str) -> Subquery:
    """Keys of the group rows that count, and whether a newer submission holds one.

    Held rows take part in the first numbering only: a counting row that is not first
    there has nothing but held rows before it.
    """
    terbaca = readings(*sempit)
    kunci = (posisi.c.kode_kelompok, posisi.c.periode)
    urutan = _newest_first(terbaca)
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
        .where(posisi.c.kode_kelompok.is_not(None), *_narrow(posisi, sempit))
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


def _same_row(tabel: Table, berlaku: Subquery) -> ColumnElement[bool]:
    return (tabel.c.pembacaan_id == berlaku.c.pembacaan_id) & (
        tabel.c.urut == berlaku.c.urut
    )


def kecamatan_of(kode_wilayah: ColumnElement[str]) -> ColumnElement[str]:
    """The kecamatan's code: the first eight characters of the kelurahan's."""
    return func.substr(kode_wilayah, 1, 8).label("kode_kecamatan")


def group_rows(*kolom: str, sempit: Iterable[str] = ()) -> Select[Any]:
    """The counting group rows: the named columns, in that order.

    Columns may be any of `posisi`, and kode_kecamatan, kiriman_id, diterima_pada,
    tertahan.
    """
    berlaku = _counted(*sempit)
    tersedia = {
        **dict(posisi.c.items()),
        **{n: berlaku.c[n] for n in ("kiriman_id", "diterima_pada", "tertahan")},
        "kode_kecamatan": kecamatan_of(posisi.c.kode_wilayah),
    }
    return (
        select(*(tersedia[k] for k in kolom))
        .join(berlaku, _same_row(posisi, berlaku))
        .order_by(posisi.c.kode_kelompok, posisi.c.periode)
    )


def step_rows() -> Select[Any]:
    """The steps to koperasi in the newest readings, of rows that count or not.

    Gives pembacaan_id and urut of the group row, kode_langkah, status, tanggal, nomor;
    to number and sort as many rows as `group_rows` does costs more than reading all.
    """
    terbaca = readings()
    return (
        select(langkah)
        .where(langkah.c.pembacaan_id.in_(select(terbaca.c.pembacaan_id)))
        .order_by(langkah.c.pembacaan_id, langkah.c.urut, langkah.c.kode_langkah)
    )


def kelurahan_rows(*kolom: str, sempit: Iterable[str] = ()) -> Select[Any]:
    """The newest kelurahan report of each kelurahan and period."""
    terbaca = readings(*sempit)
    tabel = laporan_kelurahan
    tersedia = {
        **dict(tabel.c.items()),
        **{n: terbaca.c[n] for n in ("kiriman_id", "diterima_pada")},
        "kode_kecamatan": kecamatan_of(tabel.c.kode_wilayah),
    }
    bernomor = (
        select(
            *(tersedia[k].label(k) for k in kolom),
            func.row_number()
            .over(
                partition_by=(tabel.c.kode_wilayah, tabel.c.periode),
                order_by=_newest_first(terbaca),
            )
            .label("ke"),
        )
        .join(terbaca, terbaca.c.pembacaan_id == tabel.c.pembacaan_id)
        .where(*_narrow(tabel, sempit))
        .subquery("bernomor")
    )
    return (
        select(*(bernomor.c[k] for k in kolom))
        .where(bernomor.c.ke == 1)
        .order_by(bernomor.c.kode_wilayah, bernomor.c.periode)
    )


def activity_rows(*kolom: str, sempit: Iterable[str] = ()) -> Select[Any]:
    """The activities in the newest taken submission of each kelurahan and period."""
    terbaca = readings(*sempit)
    bernomor = (
        select(
            terbaca.c.pembacaan_id,
            terbaca.c.kiriman_id,
            terbaca.c.kode_wilayah,
            terbaca.c.periode,
            func.row_number()
            .over(
                partition_by=(terbaca.c.kode_wilayah, terbaca.c.periode),
                order_by=_newest_first(terbaca),
            )
            .label("ke"),
        )
        .where(
            terbaca.c.keadaan != "ditolak",
            is_recap(terbaca.c.layout, False),
            *(terbaca.c[n] == bindparam(n) for n in sempit),
        )
        .subquery("bernomor")
    )
    tersedia = {**dict(bernomor.c.items()), **dict(kegiatan.c.items())}
    return (
        select(*(tersedia[k] for k in kolom))
        .join(kegiatan, kegiatan.c.pembacaan_id == bernomor.c.pembacaan_id)
        .where(bernomor.c.ke == 1)
        .order_by(bernomor.c.kode_wilayah, bernomor.c.periode, kegiatan.c.urut)
    )


def recap_rows(*kolom: str) -> Select[Any]:
    """The rows of the newest taken recap of each place and period."""
    terbaca = readings()
    bernomor = (
        select(
            *(terbaca.c[n] for n in ("pembacaan_id", "kiriman_id", "diterima_pada")),
            func.row_number()
            .over(
                partition_by=(terbaca.c.kode_wilayah, terbaca.c.periode),
                order_by=_newest_first(terbaca),
            )
            .label("ke"),
        )
        .where(terbaca.c.keadaan != "ditolak", is_recap(terbaca.c.layout))
        .subquery("bernomor")
    )
    tersedia = {**dict(bernomor.c.items()), **dict(rekap.c.items())}
    return (
        select(*(tersedia[k] for k in kolom))
        .join(rekap, rekap.c.pembacaan_id == bernomor.c.pembacaan_id)
        .where(bernomor.c.ke == 1)
        .order_by(rekap.c.kode_wilayah, rekap.c.periode, rekap.c.urut)
    )


def submission_rows(*kolom: str) -> Select[Any]:
    """Every submission as its newest reading sees it, also the rejected ones.

    `keadaan` of one that was undone is "dibatalkan".
    """
    terbaca = readings(semua=True)
    batal = terbaca.c.kiriman_id.in_(withdrawn())
    keadaan = case((batal, "dibatalkan"), else_=terbaca.c.keadaan).label("keadaan")
    tersedia = {**dict(terbaca.c.items()), "keadaan": keadaan}
    return select(*(tersedia[k] for k in kolom)).order_by(terbaca.c.kiriman_id)


def finding_rows(*kolom: str) -> Select[Any]:
    """The findings of the newest reading of every submission that was not undone."""
    terbaca = readings()
    tersedia = {**dict(temuan.c.items()), "kiriman_id": terbaca.c.kiriman_id}
    return (
        select(*(tersedia[k] for k in kolom))
        .join(terbaca, terbaca.c.pembacaan_id == temuan.c.pembacaan_id)
        .order_by(terbaca.c.kiriman_id, temuan.c.urut)
    )


def reason_rows(*kolom: str) -> Select[Any]:
    """What senders and the coordinator said of findings, oldest first."""
    return (
        select(*(alasan.c[k] for k in kolom))
        .where(alasan.c.dicatat_pada < BATAS)
        .order_by(alasan.c.alasan_id)
    )


def trial_rows(*kolom: str) -> Select[Any]:
    """How often kinds on trial fired in the newest reading of every submission."""
    terbaca = readings()
    tersedia = {**dict(uji_coba.c.items()), "kiriman_id": terbaca.c.kiriman_id}
    return (
        select(*(tersedia[k] for k in kolom))
        .join(terbaca, terbaca.c.pembacaan_id == uji_coba.c.pembacaan_id)
        .order_by(terbaca.c.kiriman_id, uji_coba.c.jenis)
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
