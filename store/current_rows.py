"""The rows that count, as statements: the named columns, in that order.

Which readings and rows count is told by `store.current`.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Label,
    Select,
    Subquery,
    Table,
    bindparam,
    case,
    func,
    select,
)

from reference.daftar import Formulir
from store.current import (
    BATAS,
    counted,
    kind,
    narrow,
    newest_first,
    readings,
    withdrawn,
)
from store.decisions import alasan
from store.tables import (
    DAFTAR,
    kegiatan,
    langkah,
    laporan_kelurahan,
    posisi,
    rekap,
    temuan,
    tindakan,
    uji_coba,
)


def kecamatan_of(kode_wilayah: ColumnElement[str]) -> ColumnElement[str]:
    """The kecamatan's code: the first eight characters of the kelurahan's."""
    return func.substr(kode_wilayah, 1, 8).label("kode_kecamatan")


def _same_row(tabel: Table, berlaku: Subquery) -> ColumnElement[bool]:
    return (tabel.c.pembacaan_id == berlaku.c.pembacaan_id) & (
        tabel.c.urut == berlaku.c.urut
    )


def _newest_in_place(tabel: FromClause, terbaca: Subquery) -> Label[int]:
    """The number of each row within its place and period, the newest being 1."""
    return (
        func.row_number()
        .over(
            partition_by=(tabel.c.kode_wilayah, tabel.c.periode),
            order_by=newest_first(terbaca),
        )
        .label("ke")
    )


def group_rows(*kolom: str, sempit: Iterable[str] = ()) -> Select[Any]:
    """The counting group rows: the named columns, in that order.

    Columns may be any of `posisi`, and kode_kecamatan, kiriman_id, diterima_pada,
    tertahan.
    """
    berlaku = counted(*sempit)
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
            _newest_in_place(tabel, terbaca),
        )
        .join(terbaca, terbaca.c.pembacaan_id == tabel.c.pembacaan_id)
        .where(*narrow(tabel, sempit))
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
            _newest_in_place(terbaca, terbaca),
        )
        .where(
            terbaca.c.keadaan != "ditolak",
            kind(terbaca.c.layout) == "laporan",
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
            _newest_in_place(terbaca, terbaca),
        )
        .where(terbaca.c.keadaan != "ditolak", kind(terbaca.c.layout) == "rekap")
        .subquery("bernomor")
    )
    tersedia = {**dict(bernomor.c.items()), **dict(rekap.c.items())}
    return (
        select(*(tersedia[k] for k in kolom))
        .join(rekap, rekap.c.pembacaan_id == bernomor.c.pembacaan_id)
        .where(bernomor.c.ke == 1)
        .order_by(rekap.c.kode_wilayah, rekap.c.periode, rekap.c.urut)
    )


def action_rows(*kolom: str) -> Select[Any]:
    """The actions of the register: the newest row of each kode_tindakan.

    Columns may be any of `tindakan`, and kode_kecamatan, kiriman_id, diterima_pada.
    """
    isi = _newest_of_each(
        tindakan, ("kode_tindakan",), kecamatan_of(tindakan.c.kode_wilayah)
    )
    return select(*(isi.c[k] for k in kolom)).order_by(isi.c.kode_tindakan)


def _newest_of_each(
    tabel: Table, kunci: Iterable[str], *lain: ColumnElement[Any]
) -> Subquery:
    """The newest taken row of each key, with kiriman_id, diterima_pada and `lain`."""
    terbaca = readings()
    urutan = (*newest_first(terbaca), tabel.c.urut.desc())
    bernomor = (
        select(
            *tabel.c,
            *lain,
            terbaca.c.kiriman_id,
            terbaca.c.diterima_pada,
            func.row_number()
            .over(partition_by=[tabel.c[k] for k in kunci], order_by=urutan)
            .label("ke"),
        )
        .join(terbaca, terbaca.c.pembacaan_id == tabel.c.pembacaan_id)
        .where(terbaca.c.keadaan != "ditolak")
        .subquery("bernomor")
    )
    return select(bernomor).where(bernomor.c.ke == 1).subquery("terbaru")


def list_rows(form: Formulir, nama: str, *kolom: str) -> Select[Any]:
    """The rows of one table of a list that is no report: the newest of each thing.

    Of a table that is replaced as a whole all rows of the newest workbook of the thing,
    else the newest row of each key. Columns may be any of the table, and kiriman_id,
    diterima_pada.
    """
    tabel = DAFTAR[nama]
    if nama == form.tabel_kepala:
        isi = _newest_of_each(tabel, (form.kolom_kode,))
    elif form.table(nama).utuh:
        kepala = _newest_of_each(DAFTAR[form.tabel_kepala], (form.kolom_kode,))
        isi = (
            select(*tabel.c, kepala.c.kiriman_id, kepala.c.diterima_pada)
            .join(kepala, kepala.c.pembacaan_id == tabel.c.pembacaan_id)
            .subquery("isi")
        )
    else:
        isi = _newest_of_each(tabel, (form.kolom_kode, *form.table(nama).kunci))
    urut = (isi.c[form.kolom_kode], isi.c.diterima_pada, isi.c.kiriman_id, isi.c.urut)
    return select(*(isi.c[k] for k in kolom)).order_by(*urut)


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
