"""What a group's row may be held against: its own past, and other groups' rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Baris = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """Rows as plain tuples, and where each column stands in them.

    Made once a workbook from what the store gives; dates are ISO text, None is "not
    reported".

    >>> t = Tabel.of(("periode", "kas"), [("2026-T1", 5), ("2026-T2", None)])
    >>> t.values("kas"), t.cell(t.rows[0], "periode")
    ([5], '2026-T1')
    """

    letak: Mapping[str, int]
    rows: Sequence[Baris]

    @classmethod
    def of(cls, kolom: Sequence[str], rows: Sequence[Baris]) -> "Tabel":
        """Rows whose columns are named in order."""
        return cls({n: i for i, n in enumerate(kolom)}, rows)

    def values(self, variabel: str) -> list[Any]:
        """What was reported of a variable, in the order of the rows."""
        i = self.letak[variabel]
        return [b[i] for b in self.rows if b[i] is not None]

    def cell(self, baris: Baris, variabel: str) -> Any:  # noqa: ANN401
        """One row's value."""
        return baris[self.letak[variabel]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sekitar:
    """A group's row with what is around it.

    `nilai` holds its values by variable (dates as dates). `riwayat` are its rows of
    earlier periods, oldest first, with the column `periode`; `sebaya` those of other
    groups for the same period, of other kelurahan or standing above it in the same
    workbook, with `kode_kelompok`, `nama_kelompok` and `kode_wilayah`; `pendahulu`
    those of other kelurahan for the period before, read only for a new group.
    """

    nama: str
    kode_wilayah: str
    nilai: Mapping[str, Any]
    riwayat: Tabel
    sebaya: Tabel
    pendahulu: Tabel | None = None

    @property
    def baru(self) -> bool:
        """Whether the group has reported for no earlier period."""
        return not self.riwayat.rows

    def elsewhere(self) -> Iterator[tuple[Tabel, Baris]]:
        """The rows of other kelurahan, of this period and then of the one before."""
        for tabel in (self.sebaya, self.pendahulu):
            for baris in tabel.rows if tabel else ():
                if tabel and tabel.cell(baris, "kode_wilayah") != self.kode_wilayah:
                    yield tabel, baris
