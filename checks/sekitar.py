"""What a group's row may be held against: its own past, and other groups' rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

Baris = tuple[Any, ...]

KEPALA = ("kode_kelompok", "kode_wilayah", "periode", "nama_kelompok")
"""What every row around a group starts with."""

PETUNJUK = ("jasa_diterima", "angsuran_pokok", "kas")
"""Figures that two groups, or two periods of one, rarely share by chance.

Each is paid or counted, never set; whoever copies a row copies them. Only rows that
share two of them are looked at closely.
"""


@dataclass(frozen=True, slots=True)
class Tabel:
    """Rows as plain tuples, and where each column stands in them.

    Dates are ISO text, None is "not reported".

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


class Sekitar(Protocol):
    """A group's row with what is around it; the tables are read when first asked for.

    `kode` is None for a new group; `nilai` holds its values by variable, `lalu` those
    of the period before (None when it did not report), dates as dates in both. All
    tables have the columns `KEPALA` and those that some rule names.
    """

    @property
    def kode(self) -> str | None:
        """Its code, None while it has none."""

    @property
    def nama(self) -> str:
        """Its name as written."""

    @property
    def kode_wilayah(self) -> str:
        """Its kelurahan."""

    @property
    def periode(self) -> str:
        """The period's code."""

    @property
    def nilai(self) -> Mapping[str, Any]:
        """Its own row."""

    @property
    def lalu(self) -> Mapping[str, Any] | None:
        """Its row of the period before."""

    @property
    def riwayat(self) -> Tabel:
        """Its rows of earlier periods, oldest first."""

    @property
    def sebaya(self) -> Tabel:
        """The rows of other kelurahan's groups for the same period."""

    @property
    def pendahulu(self) -> Tabel:
        """The rows of other kelurahan's groups for the period before."""

    @property
    def seangka(self) -> Tabel:
        """The rows that share two of the figures `PETUNJUK`, newest first.

        Of its kelurahan in earlier periods, of all others in this one, and of the
        groups above it in the same workbook.
        """
