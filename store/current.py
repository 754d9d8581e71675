"""Which rows count: per submission its newest reading, per group its newest taken row.

Every statement has the parameter `batas`: submissions received and readings made
before that moment count ("9999" for now). Statements "of one kelurahan" also have
`kode_wilayah`, and are cheap enough to run inside a write transaction.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, bindparam, func, select

from store.tables import (
    kegiatan,
    kiriman,
    langkah,
    laporan_kelurahan,
    pembacaan,
    posisi,
    temuan,
)

BATAS = bindparam("batas")
_WILAYAH = bindparam("kode_wilayah")


def _newest_first(terbaca: Subquery) -> tuple[ColumnElement[Any], ...]:
    return terbaca.c.diterima_pada.desc(), terbaca.c.kiriman_id.desc()


def readings(*, one_kelurahan: bool = False) -> Subquery:
    """The newest reading of each submission, with what the submission says."""
    terbaru = (
        select(func.max(pembacaan.c.pembacaan_id))
        .where(pembacaan.c.dibaca_pada < BATAS)
        .group_by(pembacaan.c.kiriman_id)
    )
    if one_kelurahan:
        milik = select(pembacaan.c.kiriman_id).where(
            pembacaan.c.kode_wilayah == _WILAYAH
        )
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
        )
        .subquery("terbaca")
    )


def _counted(terbaca: Subquery) -> Subquery:
    """Keys of the group rows that count, and whether a newer submission holds one.

    Held rows take part in the first numbering only: a counting row that is not first
    there has nothing but held rows before it.
    """
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
        .where(posisi.c.kode_kelompok.is_not(None))
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


def _same_row(tabel: Any, berlaku: Subquery) -> ColumnElement[bool]:  # noqa: ANN401
    return (tabel.c.pembacaan_id == berlaku.c.pembacaan_id) & (
        tabel.c.urut == berlaku.c.urut
    )


def kecamatan_of(kode_wilayah: ColumnElement[str]) -> ColumnElement[str]:
    """The kecamatan's code: the first eight characters of the kelurahan's."""
    return func.substr(kode_wilayah, 1, 8).label("kode_kecamatan")


def group_rows(*kolom: str, one_kelurahan: bool = False) -> Select[tuple[Any, ...]]:
    """The counting group rows: the named columns, in that order.

    Columns may be any of `posisi`, and kode_kecamatan, kiriman_id, diterima_pada,
    tertahan.
    """
    berlaku = _counted(readings(one_kelurahan=one_kelurahan))
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


def step_rows(*kolom: str) -> Select[tuple[Any, ...]]:
    """The steps to koperasi that stand in the counting group rows."""
    berlaku = _counted(readings())
    tersedia = {**dict(posisi.c.items()), **dict(langkah.c.items())}
    return (
        select(*(tersedia[k] for k in kolom))
        .join(berlaku, _same_row(langkah, berlaku))
        .join(posisi, _same_row(posisi, berlaku))
        .order_by(posisi.c.kode_kelompok, posisi.c.periode, langkah.c.kode_langkah)
    )


def kelurahan_rows(*kolom: str) -> Select[tuple[Any, ...]]:
    """The newest kelurahan report of each kelurahan and period."""
    terbaca = readings()
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
        .subquery("bernomor")
    )
    return (
        select(*(bernomor.c[k] for k in kolom))
        .where(bernomor.c.ke == 1)
        .order_by(bernomor.c.kode_wilayah, bernomor.c.periode)
    )


def activity_rows(*kolom: str) -> Select[tuple[Any, ...]]:
    """The activities in the newest taken submission of each kelurahan and period."""
    terbaca = readings()
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
        .where(terbaca.c.keadaan != "ditolak")
        .subquery("bernomor")
    )
    tersedia = {**dict(bernomor.c.items()), **dict(kegiatan.c.items())}
    return (
        select(*(tersedia[k] for k in kolom))
        .join(kegiatan, kegiatan.c.pembacaan_id == bernomor.c.pembacaan_id)
        .where(bernomor.c.ke == 1)
        .order_by(bernomor.c.kode_wilayah, bernomor.c.periode, kegiatan.c.urut)
    )


def submission_rows(*kolom: str) -> Select[tuple[Any, ...]]:
    """Every submission, also the rejected ones, as its newest reading sees it."""
    terbaca = readings()
    return select(*(terbaca.c[k] for k in kolom)).order_by(terbaca.c.kiriman_id)


def finding_rows(*kolom: str) -> Select[tuple[Any, ...]]:
    """The findings of the newest reading of every submission."""
    terbaca = readings()
    tersedia = {**dict(temuan.c.items()), "kiriman_id": terbaca.c.kiriman_id}
    return (
        select(*(tersedia[k] for k in kolom))
        .join(terbaca, terbaca.c.pembacaan_id == temuan.c.pembacaan_id)
        .order_by(terbaca.c.kiriman_id, temuan.c.urut)
    )
