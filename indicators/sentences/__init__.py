"""Sentences by rules: what changed, how sure, what next; silent within the noise.

One rule a file in `rules/`, found by file. At most one sentence speaks of one subject,
so that no two of a set can contradict each other.
"""

import datetime as dt
import importlib
import pkgutil

from indicators.data import Data
from indicators.sentences import rules
from indicators.sentences.kalimat import Aturan, Dasar, Kalimat
from indicators.sentences.soal import Soal
from reference.pengaturan import pengaturan
from reference.periode import Periode

__all__ = ["Aturan", "Dasar", "Kalimat", "sentences"]


def _found() -> tuple[Aturan, ...]:
    semua = [
        importlib.import_module(f"{rules.__name__}.{m.name}").ATURAN
        for m in pkgutil.iter_modules(rules.__path__)
    ]
    return tuple(sorted(semua, key=lambda a: (a.urut, a.nama)))


ATURAN: tuple[Aturan, ...] = _found()
"""Every rule, in the order in which its sentence is read."""


def sentences(
    data: Data,
    periode: Periode,
    pembanding: Periode,
    hari_ini: dt.date,
    wilayah: str | None = None,
) -> list[Kalimat]:
    """What can be said of a place or a group (default: the city) in a period.

    Changes since `pembanding` are those of the groups that reported in both periods,
    since anything else would mix them with who happened to report. A rule that has
    nothing to say beyond the noise (`noise`, thresholds in the list "kalimat") is
    silent.
    """
    kode = wilayah or pengaturan().kode_kota
    soal = Soal(data, periode, pembanding, hari_ini, kode)
    kata = [a.tulis(soal) for a in ATURAN if soal.by in a.untuk]
    return [k for k in kata if k is not None]
