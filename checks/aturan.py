"""What a kind of finding and a rule over a row are made of."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from checks.sekitar import Sekitar

TINGKAT = ("galat", "periksa", "info")
Nilai = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Jenis:
    """A kind of finding: its code, how grave it is, and what it means.

    `tingkat` is galat (must be mended), periksa (should be looked at) or info.
    `lingkup` says what a galat of this kind stops: berkas (the whole file),
    kelompok (that group), or nilai (only the value itself is left out).
    `asal` is baca (found in the workbook alone), aturan (by a rule over a row) or
    terima (found on receipt, against what is stored).
    `pembaca` says who is told: semua, or koordinator alone. A kind on `uji_coba` is
    tried out: it only counts, and nobody is told of it. `rumus` says by which formula,
    thresholds and tolerance it is found, with the values in force.
    """

    kode: str
    tingkat: str
    judul: str
    penjelasan: str
    tindakan: str
    lingkup: str = "kelompok"
    asal: str = "baca"
    pembaca: str = "semua"
    uji_coba: bool = False
    rumus: str = ""

    @property
    def disampaikan(self) -> bool:
        """Whether the sender is told: on the receipt, the page, the marked workbook."""
        return self.pembaca == "semua" and not self.uji_coba


@dataclass(frozen=True, slots=True)
class Pelanggaran:
    """One breach of a rule: which variables, what was found and expected.

    `variabel` is the suspect, `terkait` the other variables that took part, `kosong`
    those that should have but are blank; `kalimat` says it in words, without the place
    where it stands.
    """

    variabel: str
    ditemukan: str
    diharapkan: str
    saran: str
    kalimat: str
    terkait: tuple[str, ...] = ()
    kosong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aturan(Jenis):
    """A rule over one row, or over a row and its predecessor (`perlu_lalu`).

    `jalankan(nilai, lalu)` takes the row's values by variable (None = not reported)
    and the values of the period before (empty when there is none), and yields what
    breaks the rule.
    """

    jalankan: Callable[[Nilai, Nilai], Iterable[Pelanggaran]]
    perlu_lalu: bool = False
    asal: str = "aturan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Banding(Jenis):
    """A rule that holds a group's row against its earlier rows, or other groups' rows.

    `jalankan` takes the row with what is around it; `kolom` names the variables that it
    looks at in those other rows (only these are read from the store).
    """

    jalankan: Callable[[Sekitar], Iterable[Pelanggaran]]
    kolom: tuple[str, ...]
    asal: str = "terima"
