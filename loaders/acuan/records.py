"""What a workbook of rules and assumptions holds, as plain Python."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from reference.acuan import Butir

CAP = "ACUAN UP2K"
VERSI = 1
BARIS_JUDUL = 5
"""The index of the heading row of a sheet that we write."""
LEMBAR_PETUNJUK = "Petunjuk"
KODE, NAMA = "Kode", "Nama"
TETAP = {
    "kode": KODE,
    "label": NAMA,
    "sumber": "Sumber",
    "usulan": "Usulan",
    "ditetapkan_oleh": "Ditetapkan oleh",
    "berlaku_sejak": "Berlaku sejak",
    "berlaku_sampai": "Berlaku sampai",
    "ketelitian": "Ketelitian tanggal",
}
"""The headings of what every list has; the columns of a list stand after the name."""
KEADAAN = "Keadaan (otomatis)"
BELUM_ADA_SUMBER = "belum ada sumber resmi"
BELUM_DISEBUT = "belum disebut"


@dataclass(slots=True)
class BarisAcuan:
    """One row: the entry that it says, and where; `butir` None when a galat holds it.

    `kunci` is (kode, first day as text) as the row tells it; `tanpa_hari` says that it
    names no first day.
    """

    kunci: tuple[str, str]
    butir: Butir | None
    sel: Mapping[str, str]
    baris: int
    tanpa_hari: bool = False


@dataclass(slots=True)
class LembarAcuan:
    """One list: its rows, and the mark of every entry that the sheet was written with.

    `semula` is None when the sheet does not say so any more.
    """

    daftar: str
    lembar: str
    rows: list[BarisAcuan] = field(default_factory=list)
    semula: dict[tuple[str, str], str] | None = None


@dataclass(slots=True)
class IsiAcuan:
    """A whole workbook of rules, received on a day."""

    hari: dt.date
    lembar: list[LembarAcuan] = field(default_factory=list)

    @property
    def n_baris(self) -> int:
        """How many rows it holds."""
        return sum(len(x.rows) for x in self.lembar)

    @property
    def n_tertahan(self) -> int:
        """How many of them a galat holds."""
        return sum(b.butir is None for x in self.lembar for b in x.rows)
