"""What an indicator is: words for people and one pure function for the machine."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reference.periode import Periode

if TYPE_CHECKING:
    import pandas as pd

    from indicators.data import Data

PartsFunction = Callable[["Data", Periode], "pd.DataFrame"]
ReadsFunction = Callable[[Periode], tuple[Periode, ...]]

FAMILIES = {
    "modal": "Modal",
    "keanggotaan": "Keanggotaan",
    "pinjaman": "Pinjaman",
    "kinerja": "Usaha dan kinerja",
    "koperasi": "Menuju koperasi",
    "pelaporan": "Pelaporan",
}


def this_period(periode: Periode) -> tuple[Periode, ...]:
    """The one period that most indicators read."""
    return (periode,)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal line: its value (in the indicator's unit), its source, its direction.

    `arah` is "<=" when the value should stay at or below the line, ">=" when at or
    above it.
    """

    value: float
    source: str
    arah: Literal["<=", ">="]

    def is_met(self, value: float) -> bool:
        """Whether a value lies on the wanted side of the line.

        >>> Goal(5, "PEARLS A1", "<=").is_met(4.9)
        True
        """
        return value <= self.value if self.arah == "<=" else value >= self.value

    @property
    def label(self) -> str:
        """The line in words.

        >>> Goal(5, "PEARLS A1", "<=").label
        'paling banyak 5'
        """
        kata = "paling banyak" if self.arah == "<=" else "paling sedikit"
        return f"{kata} {self.value:g}".replace(".", ",")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: how it is called, where it comes from, how it is computed.

    `parts(data, periode)` gives a frame indexed by kode_kelompok (`level`
    "kelompok"), kode_wilayah ("kelurahan") or kode_kecamatan ("kecamatan"), with
    `numerator`, `denominator` (absent for plain sums) and, where reporting is not
    the same as having both parts, `lapor` (how many groups reported). `variables`
    are the columns it reads and `reads` the periods: the way back to the cells.
    `scale` is 100 for percentages. `needs_report` is False for what is about reporting
    itself: there "nobody reported" is a value, elsewhere it is no value. `bagian` says
    that the numerator is a part of the denominator, so that the value is a share.
    """

    id: str
    label: str
    unit: str
    kelompok_indikator: str
    level: Literal["kelompok", "kelurahan", "kecamatan"]
    better: Literal["high", "low"] | None
    source: str
    formula: str
    help: str
    parts: PartsFunction
    variables: tuple[str, ...] = ()
    scale: float = 1
    goal: Goal | None = None
    reads: ReadsFunction = this_period
    needs_report: bool = True
    bagian: bool = False

    @property
    def satuan_lapor(self) -> str:
        """What `n_lapor` and `n_kelompok` count for this indicator."""
        return "kelurahan" if self.level == "kelurahan" else "kelompok"

    @property
    def label_satuan(self) -> str:
        """The label with its unit, as it heads a column: `Modal sendiri (Rp)`."""
        return f"{self.label} ({self.unit})" if self.unit else self.label
