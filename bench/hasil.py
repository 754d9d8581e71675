"""One measure beside its floor, interleaved rounds, and the table of all of them."""

import gc
import statistics
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from loaders.progress import watched


@dataclass(frozen=True, slots=True)
class Aim:
    """What a measure should reach: a ratio to its floor, or a bound of its own.

    `kind` is "ratio" (ours ÷ floor at most), "faster" (floor ÷ ours at least) or
    "most" (ours at most, in the measure's unit).
    """

    kind: str
    value: float

    def __str__(self) -> str:
        sign = "≥" if self.kind == "faster" else "≤"
        return f"{sign} {self.value:g}{'' if self.kind == 'most' else '×'}"


@dataclass(frozen=True, slots=True)
class Hasil:
    """One line of the table; `floor` and `aim` are None where there is none."""

    what: str
    ours: float
    unit: str
    floor: float | None = None
    aim: Aim | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the floor; for "faster", how many times faster."""
        if not self.floor:
            return None
        faster = self.aim is not None and self.aim.kind == "faster"
        return self.floor / self.ours if faster else self.ours / self.floor

    @property
    def reached(self) -> bool | None:
        """Whether the aim is reached; None when there is no aim."""
        if self.aim is None:
            return None
        if self.aim.kind == "most":
            return self.ours <= self.aim.value
        ratio = self.ratio
        if ratio is None:
            return None
        faster = self.aim.kind == "faster"
        return ratio >= self.aim.value if faster else ratio <= self.aim.value

    def row(self) -> str:
        """The measure as a row of a Markdown table.

        >>> Hasil("a page", 90.0, "ms", 60.0, Aim("ratio", 2)).row()
        '| a page | 90 ms | 60 ms | 1.50× | ≤ 2× | yes |'
        """
        cells = [
            self.what,
            _amount(self.ours, self.unit),
            _amount(self.floor, self.unit),
            "" if self.ratio is None else f"{self.ratio:.2f}×",
            "" if self.aim is None else str(self.aim),
            {True: "yes", False: "**no**", None: ""}[self.reached],
        ]
        return f"| {' | '.join(cells)} |"


HEADER = (
    "| measure | ours | floor | ratio | aim | reached |\n"
    "| --- | ---: | ---: | ---: | ---: | --- |"
)


def table(results: Iterable[Hasil]) -> str:
    """All measures as one Markdown table."""
    return "\n".join([HEADER, *(h.row() for h in results)])


def interleaved(
    rounds: int, tasks: Mapping[str, Callable[[], float]]
) -> dict[str, float]:
    """The median of each task's own figure, all tasks taking turns in every round."""
    figures: dict[str, list[float]] = {name: [] for name in tasks}
    for name in watched([name for _ in range(rounds) for name in tasks]):
        # what one task leaves behind, or the bench holds, is not the next one's cost
        gc.collect()
        gc.freeze()
        figures[name].append(tasks[name]())
    return {name: statistics.median(many) for name, many in figures.items()}


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    digits = 0 if value >= 20 else 1 if value >= 2 else 2
    return f"{value:.{digits}f} {unit}"
