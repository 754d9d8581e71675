"""All rules over rows, found by file: a new rule is a new file with `ATURAN`."""

import importlib
import pkgutil
from collections.abc import Iterator

from checks.aturan import Aturan, Banding, Nilai, Pelanggaran
from checks.sekitar import Sekitar

RULES: dict[str, Aturan | Banding] = {
    aturan.kode: aturan
    for modul in pkgutil.iter_modules(__path__)
    for aturan in importlib.import_module(f"{__name__}.{modul.name}").ATURAN
}
SEBARIS = tuple(a for a in RULES.values() if isinstance(a, Aturan) and not a.perlu_lalu)
"""Those over one row alone."""
BERLALU = tuple(a for a in RULES.values() if isinstance(a, Aturan) and a.perlu_lalu)
"""Those over a row and the one of the period before."""
BANDING = tuple(a for a in RULES.values() if isinstance(a, Banding))
"""Those over a row and what is around it."""
KOLOM_BANDING = tuple(dict.fromkeys(n for a in BANDING for n in a.kolom))
"""The variables that some rule looks at in other rows."""


def check(
    nilai: Nilai, lalu: Nilai | None = None
) -> Iterator[tuple[Aturan, Pelanggaran]]:
    """What breaks a rule in one row.

    Without `lalu` the rules over the row alone run; with `lalu` (the values that
    count for the same group one period earlier) only those that need both.
    """
    for aturan in SEBARIS if lalu is None else BERLALU:
        for pelanggaran in aturan.jalankan(nilai, lalu or {}):
            yield aturan, pelanggaran


def compare(sekitar: Sekitar) -> Iterator[tuple[Banding, Pelanggaran]]:
    """What breaks a rule in one row when it is held against the rows around it."""
    for aturan in BANDING:
        for pelanggaran in aturan.jalankan(sekitar):
            yield aturan, pelanggaran
