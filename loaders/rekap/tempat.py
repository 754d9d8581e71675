"""Which place each row of a recap is, one tier below the one that made it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.record import quote
from loaders.rekap.baris import Mentah
from reference.pengaturan import pengaturan
from reference.wilayah import find_kelurahan, fold, kecamatan, kelurahan, nama_wilayah

Nilai = Mapping[str, int | None]


@dataclass(slots=True)
class Tempat:
    """The rows that are places, by index, with their code (None for a lingkungan).

    `subtotal` are rows that look like a place and are the sum of the others;
    `ditolak` says of each other row why it is not taken.
    """

    kode: dict[int, str | None] = field(default_factory=dict)
    subtotal: list[int] = field(default_factory=list)
    ganda: list[int] = field(default_factory=list)
    ditolak: dict[int, str] = field(default_factory=dict)


def tier_of(kode_wilayah: str) -> str:
    """Whether a code is a kelurahan's, a kecamatan's or the city's.

    >>> [tier_of(k) for k in ("35.74.04.1006", "35.74.04", "35.74")]
    ['kelurahan', 'kecamatan', 'kota']
    """
    if kode_wilayah in kelurahan():
        return "kelurahan"
    return "kecamatan" if kode_wilayah in kecamatan() else "kota"


def find_district(nama: str) -> str | None:
    """The code of the kecamatan of that name."""
    kunci = fold(nama)
    return next(
        (
            k.kode
            for k in kecamatan().values()
            if kunci in {fold(n) for n in (k.nama, *k.alias)}
        ),
        None,
    )


def _kelurahan_row(label: str, kode_kecamatan: str) -> tuple[str | None, str]:
    """The kelurahan that a row of a kecamatan's recap names, or why it names none."""
    if label.strip().casefold().startswith("kec"):
        return None, f"{quote(label)} adalah kecamatan, bukan kelurahan"
    tempat = find_kelurahan(label)
    if tempat.kode is None:
        mirip = f"; yang mirip: {' atau '.join(tempat.saran)}" if tempat.saran else ""
        return None, f"{tempat.alasan}{mirip}"
    benar = kelurahan()[tempat.kode].kode_kecamatan
    if benar != kode_kecamatan:
        return None, f"{quote(label)} berada di {nama_wilayah(benar)}"
    return tempat.kode, ""


def _kecamatan_row(label: str) -> tuple[str | None, str]:
    if kode := find_district(label):
        return kode, ""
    return None, f"{quote(label)} bukan kecamatan di kota ini"


def place_rows(
    rows: Sequence[Mentah], nilai: Mapping[int, Nilai], kode_wilayah: str
) -> Tempat:
    """Sorts the rows of a recap that are no printed total; `nilai` is by row index."""
    hasil = Tempat()
    for b in rows:
        if not b.label:
            hasil.ditolak[b.i] = "baris ini berisi angka tetapi tidak menyebut wilayah"
        elif tier_of(kode_wilayah) == "kelurahan":
            hasil.kode[b.i] = None
        else:
            _add(hasil, b, kode_wilayah)
    _own_name(hasil, rows, nilai, kode_wilayah)
    _twice(hasil)
    return hasil


def _add(hasil: Tempat, b: Mentah, kode_wilayah: str) -> None:
    kota = kode_wilayah == pengaturan().kode_kota
    kode, alasan = (
        _kecamatan_row(b.label) if kota else _kelurahan_row(b.label, kode_wilayah)
    )
    if kode:
        hasil.kode[b.i] = kode
    else:
        hasil.ditolak[b.i] = alasan


def _is_sum(i: int, lain: Sequence[int], nilai: Mapping[int, Nilai]) -> bool:
    """Whether a row is the sum of others in every column, in two of them above zero."""
    besar = 0
    for nama, ada in nilai[i].items():
        isi = [v for k in lain if (v := nilai[k][nama]) is not None]
        if (ada or 0) != sum(isi):
            return False
        besar += sum(isi) > 0
    return besar > 1 and len(lain) > 1


def _own_name(
    hasil: Tempat, rows: Sequence[Mentah], nilai: Mapping[int, Nilai], kode: str
) -> None:
    """A row that bears the name of the place itself, and is the sum of the others.

    All five kecamatan have a kelurahan of their name: only the numbers tell.
    """
    nama = {fold(nama_wilayah(kode))}
    semua = [*hasil.kode, *hasil.ditolak]
    for b in rows:
        if fold(b.label) in nama and _is_sum(
            b.i, [i for i in semua if i != b.i], nilai
        ):
            hasil.kode.pop(b.i, None)
            hasil.ditolak.pop(b.i, None)
            hasil.subtotal.append(b.i)
            return


def _twice(hasil: Tempat) -> None:
    per: dict[str, list[int]] = {}
    for i, kode in hasil.kode.items():
        if kode:
            per.setdefault(kode, []).append(i)
    for kembar in per.values():
        if len(kembar) > 1:
            hasil.ganda += kembar
            for i in kembar:
                del hasil.kode[i]
