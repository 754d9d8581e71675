"""What was found in the submission before this one, to tell finished from left."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select

from store.current import GOLONGAN, kind, withdrawn
from store.moments import NOW
from store.prepared import Prepared
from store.tables import kiriman, pembacaan, temuan

_lain = pembacaan.alias("lain")
_TERAKHIR = {
    golongan: Prepared(
        select(pembacaan.c.pembacaan_id)
        .join(kiriman, kiriman.c.kiriman_id == pembacaan.c.kiriman_id)
        .where(
            pembacaan.c.kode_wilayah == bindparam("kode_wilayah"),
            pembacaan.c.periode == bindparam("periode"),
            pembacaan.c.pembacaan_id
            == select(func.max(_lain.c.pembacaan_id))
            .where(_lain.c.kiriman_id == pembacaan.c.kiriman_id)
            .scalar_subquery(),
            pembacaan.c.kiriman_id.not_in(withdrawn()),
            kind(pembacaan.c.layout) == golongan,
        )
        .order_by(kiriman.c.kiriman_id.desc())
        .limit(1)
    )
    for golongan in GOLONGAN
}
_TEMUAN = Prepared(
    select(
        temuan.c.jenis, temuan.c.tingkat, temuan.c.lembar, temuan.c.sel,
        temuan.c.variabel, temuan.c.kode_kelompok, temuan.c.nama_kelompok,
    )
    .where(temuan.c.pembacaan_id == bindparam("pembacaan_id"))
    .order_by(temuan.c.urut)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """One finding of an earlier submission, with its group by code and by name."""

    jenis: str
    tingkat: str
    lembar: str | None
    sel: str | None
    variabel: str | None
    kode_kelompok: str | None
    nama_kelompok: str | None


def found_before(
    conn: Connection, kode_wilayah: str, periode: str, *, golongan: str = "laporan"
) -> list[Found]:
    """The findings of the newest submission of a place and period, also a rejected one.

    `golongan` is one of `store.current.GOLONGAN`; none when there is no submission, or
    all were undone.
    """
    isi = {"batas": NOW, "kode_wilayah": kode_wilayah, "periode": periode}
    baris = _TERAKHIR[golongan].first(conn, isi)
    if baris is None:
        return []
    return [Found(*b) for b in _TEMUAN.rows(conn, {"pembacaan_id": baris[0]})]
