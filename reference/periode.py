"""Reporting periods: quarter `2026-T3`, half-year `2026-S2`, month `2026-B09`."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import total_ordering
from typing import Self

from babel.dates import get_month_names

from reference.pengaturan import pengaturan
from reference.tulisan import LOCALE

_HURUF = {"T": "triwulan", "S": "semester", "B": "bulan"}
_BULAN_PER = {"triwulan": 3, "semester": 6, "bulan": 1}
_ROMAWI = ("I", "II", "III", "IV")
_POLA = re.compile(r"(20\d\d)-(?:T([1-4])|S([12])|B(0[1-9]|1[0-2]))")


@total_ordering
@dataclass(frozen=True, slots=True)
class Periode:
    """One reporting period, known by its rhythm and its number in the year.

    >>> p = Periode.parse("2026-T3")
    >>> str(p), p.label, p.end.isoformat(), str(p.previous()), str(p.year_ago())
    ('2026-T3', 'Triwulan III 2026', '2026-09-30', '2026-T2', '2025-T3')
    """

    tahun: int
    irama: str
    nomor: int

    @classmethod
    def parse(cls, kode: str) -> Self:
        """The period behind a code.

        Raises ValueError with an Indonesian sentence when the code is none.
        """
        cocok = _POLA.fullmatch(kode.strip().upper())
        if not cocok:
            raise ValueError(
                f"Periode “{kode}” tidak dikenal. Tulis misalnya 2026-T3 (triwulan), "
                "2026-S1 (semester), atau 2026-B09 (bulan)."
            )
        huruf = kode.strip().upper()[5]
        nomor = next(int(g) for g in cocok.groups()[1:] if g)
        return cls(int(cocok[1]), _HURUF[huruf], nomor)

    @classmethod
    def containing(cls, hari: dt.date, irama: str | None = None) -> Self:
        """The period in which a day lies.

        >>> str(Periode.containing(dt.date(2026, 11, 24), "triwulan"))
        '2026-T4'
        """
        irama = irama or pengaturan().irama
        return cls(hari.year, irama, (hari.month - 1) // _BULAN_PER[irama] + 1)

    @classmethod
    def last_ended(cls, hari: dt.date, irama: str | None = None) -> Self:
        """The newest period that has ended on a day: the one now being reported.

        >>> str(Periode.last_ended(dt.date(2026, 11, 24), "triwulan"))
        '2026-T3'
        """
        return cls.containing(hari, irama).previous()

    def __str__(self) -> str:
        huruf = {v: k for k, v in _HURUF.items()}[self.irama]
        lebar = 2 if self.irama == "bulan" else 1
        return f"{self.tahun}-{huruf}{self.nomor:0{lebar}d}"

    def __lt__(self, other: "Periode") -> bool:
        return (self.end, self.irama) < (other.end, other.irama)

    @property
    def start(self) -> dt.date:
        """First day of the period."""
        bulan = (self.nomor - 1) * _BULAN_PER[self.irama] + 1
        return dt.date(self.tahun, bulan, 1)

    @property
    def end(self) -> dt.date:
        """Last day of the period, at whose end a *posisi* is read."""
        return self.next().start - dt.timedelta(days=1)

    @property
    def deadline(self) -> dt.date:
        """Last day on which a report counts as punctual (usulan)."""
        return self.end + dt.timedelta(days=pengaturan().batas_hari)

    @property
    def label(self) -> str:
        """The name people use: `Triwulan III 2026`."""
        if self.irama == "bulan":
            nama = get_month_names("wide", locale=LOCALE)[self.nomor]
            return f"{nama} {self.tahun}"
        nama = "Triwulan" if self.irama == "triwulan" else "Semester"
        return f"{nama} {_ROMAWI[self.nomor - 1]} {self.tahun}"

    @property
    def label_pendek(self) -> str:
        """A short name for axes: `TW III 26`."""
        if self.irama == "bulan":
            nama = get_month_names("abbreviated", locale=LOCALE)[self.nomor]
            return f"{nama} {self.tahun % 100:02d}"
        nama = "TW" if self.irama == "triwulan" else "Sem"
        return f"{nama} {_ROMAWI[self.nomor - 1]} {self.tahun % 100:02d}"

    @property
    def per_year(self) -> int:
        """How many periods make a year."""
        return 12 // _BULAN_PER[self.irama]

    def shift(self, langkah: int) -> Self:
        """The period so many steps later (earlier when negative)."""
        urut = self.tahun * self.per_year + self.nomor - 1 + langkah
        return type(self)(urut // self.per_year, self.irama, urut % self.per_year + 1)

    def next(self) -> Self:
        """The period after this one."""
        return self.shift(1)

    def previous(self) -> Self:
        """The period before this one."""
        return self.shift(-1)

    def year_ago(self) -> Self:
        """The same period one year earlier."""
        return self.shift(-self.per_year)
