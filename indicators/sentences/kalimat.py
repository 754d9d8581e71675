"""One sentence with all that it stands on, so that anybody can work it out again."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reference.periode import Periode

if TYPE_CHECKING:
    from indicators.sentences.soal import Soal


@dataclass(frozen=True, slots=True)
class Dasar:
    """Which figure a sentence states: indicator, place or group, periods, numbers.

    `angka` are pairs of a column of `indicators.change.change` (of `movement.counts`
    for `indikator` "tingkat") and the number read there for `kode`, None where there
    is none; reading one gives NaN for it.
    """

    indikator: str
    kode: str
    periode: Periode
    pembanding: Periode | None
    angka: tuple[tuple[str, float | None], ...]

    def __getitem__(self, kolom: str) -> float:
        nilai = dict(self.angka)[kolom]
        return math.nan if nilai is None else nilai


@dataclass(frozen=True, slots=True)
class Kalimat:
    """One sentence: `jenis` names its rule, `teks` is what is read.

    `arah` is "naik", "turun" or "" (claims no direction); `yakin` says how sure, in
    words; `dasar` are the figures stated; `halaman` is the page that goes on from
    there, "" where the cells of the first figure do.
    """

    jenis: str
    teks: str
    yakin: str
    dasar: tuple[Dasar, ...]
    arah: str = ""
    halaman: str = ""


@dataclass(frozen=True, slots=True)
class Aturan:
    """One rule: its name, place in the order, for which levels, and what it writes.

    `tulis` gives None where the rule has nothing to say.
    """

    nama: str
    urut: int
    untuk: tuple[str, ...]
    tulis: "Callable[[Soal], Kalimat | None]"


TEMPAT = ("kota", "kecamatan", "kelurahan")
SEMUA = (*TEMPAT, "kelompok")
