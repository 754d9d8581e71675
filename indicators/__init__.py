"""From frames to values: one indicator a file in `catalogue/`, found by file."""

import importlib
import pkgutil

from indicators import catalogue
from indicators.indicator import FAMILIES, Indicator


def _found() -> dict[str, Indicator]:
    semua = [
        importlib.import_module(f"{catalogue.__name__}.{m.name}").INDICATOR
        for m in pkgutil.iter_modules(catalogue.__path__)
    ]
    urutan = list(FAMILIES)
    semua.sort(key=lambda i: (urutan.index(i.kelompok_indikator), i.label))
    return {i.id: i for i in semua}


INDICATORS: dict[str, Indicator] = _found()
"""Every indicator by id, ordered by family, then by label."""
