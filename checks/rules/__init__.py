"""All rules over rows, found by file: a new rule is a new file with `ATURAN`."""

import importlib
import pkgutil
from collections.abc import Iterator

from checks.aturan import Aturan, Nilai, Pelanggaran

RULES: dict[str, Aturan] = {
    aturan.kode: aturan
    for modul in pkgutil.iter_modules(__path__)
    for aturan in importlib.import_module(f"{__name__}.{modul.name}").ATURAN
}


def check(
    nilai: Nilai, lalu: Nilai | None = None
) -> Iterator[tuple[Aturan, Pelanggaran]]:
    """What breaks a rule in one row.

    Without `lalu` the rules over the row alone run; with `lalu` (the values that
    count for the same group one period earlier) only those that need both.
    """
    for aturan in RULES.values():
        if aturan.perlu_lalu == (lalu is not None):
            for pelanggaran in aturan.jalankan(nilai, lalu or {}):
                yield aturan, pelanggaran
