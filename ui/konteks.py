"""What a report is made from, out of what the reader chose and the data in use."""

import datetime as dt
from dataclasses import dataclass

from indicators.data import Data
from reference.boundaries import usable_boundaries
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.wilayah import nama_wilayah
from reports.context import Konteks
from ui import cached, peran, selection


@dataclass(frozen=True, slots=True)
class Bahan:
    """All of a `Konteks` but the data and the boundaries: hashable, so that what is
    made of it can be remembered."""

    periode: Periode
    pembanding: Periode
    wilayah: str
    hari: dt.date
    contoh: bool
    siapa: str
    alamat: str


def chosen(pilihan: selection.Selection, wilayah: str = "") -> Bahan:
    """What the reader chose; `wilayah` is another place than that of the pickers."""
    return bahan(
        cached.sumber(), pilihan.periode, pilihan.pembanding, wilayah or pilihan.wilayah
    )


def bahan(
    sumber: cached.Sumber, periode: Periode, pembanding: Periode, wilayah: str
) -> Bahan:
    """What was asked of a source, for who is looking; needs no run of a page."""
    return Bahan(
        periode, pembanding, wilayah, cached.day_of(sumber), sumber.contoh,
        peran.peran(), pengaturan().alamat,
    )  # fmt: skip


def konteks(data: Data, isi: Bahan) -> Konteks:
    """The context of a report, the same one for all that is made from it."""

    def make() -> Konteks:
        return Konteks(
            data, isi.periode, isi.pembanding, isi.wilayah, isi.hari, isi.contoh,
            isi.siapa, usable_boundaries()[0], isi.alamat,
        )  # fmt: skip

    return data.kept(("konteks", isi), make)


def file_name(nama: str, isi: Bahan, akhiran: str) -> str:
    """The name of a file: what it is, of where and when; samples say so first.

        >>> from reference.periode import Periode
    >>> kini, hari = Periode.parse("2026-T3"), dt.date(2026, 10, 9)
    >>> isi = Bahan(kini, kini, "35.74.01.1009", hari, True, "koordinator", "")
    >>> file_name("rapor", isi, "pdf")
    'contoh_rapor_2026-T3_pilang.pdf'
    """
    tempat = "_".join(nama_wilayah(isi.wilayah).lower().split())
    awalan = "contoh_" if isi.contoh else ""
    return f"{awalan}{nama}_{isi.periode}_{tempat}.{akhiran}"
