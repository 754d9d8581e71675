"""What became of the findings of an earlier round: finished, left and new."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from checks.temuan import JENIS, Temuan
from loaders.bacaan import Bacaan
from loaders.marking.keys import counts, key, keys, since
from store.rounds import Found, found_before


def progress(conn: Connection, bacaan: Bacaan, temuan: Sequence[Temuan]) -> str:
    """What the sender has finished since the round before, as one line; else empty.

    That round is the one that the workbook carries, else the newest submission of the
    same place and period.
    """
    kini = keys(temuan)
    if bacaan.putaran is not None:
        return since(bacaan.putaran, kini) if bacaan.putaran or kini else ""
    if not (bacaan.kode_wilayah and bacaan.periode):
        return ""
    tempat = bacaan.kode_wilayah, bacaan.periode
    dulu = _keys(found_before(conn, *tempat, golongan=bacaan.golongan), bacaan)
    return since(dulu, kini) if dulu else ""


def _keys(dulu: Iterable[Found], bacaan: Bacaan) -> list[str]:
    """The keys of stored findings, each group called as it is called today."""
    kini = {g.nama: g.sebutan for g in bacaan.kelompok}
    kini |= {g.kode: g.sebutan for g in bacaan.kelompok if g.kode}
    hasil = []
    for d in dulu:
        nama = (d.kode_kelompok, d.nama_kelompok)
        siapa = next((kini[n] for n in nama if n in kini), nama[0] or nama[1])
        t = Temuan(
            d.jenis, d.tingkat, "", d.lembar, d.sel, variabel=d.variabel, kelompok=siapa
        )
        if d.jenis in JENIS and counts(t):
            hasil.append(key(t))
    return hasil
