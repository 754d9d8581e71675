"""The vocabulary: every variable of a report, from `variables.csv`."""

import csv
from dataclasses import dataclass
from functools import cache

from reference.paths import REFERENCE_DIR

KINDS = ("identitas", "posisi", "arus")
LEVELS = ("kelompok", "kelurahan", "kegiatan")
TYPES = ("text", "integer", "decimal", "date", "choice", "score", "boolean")


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable: its name, how people call it, its unit, bounds and source.

    `kind` is identitas, posisi (a stock at the period's end) or arus (a flow within
    the period); `level` is kelompok, kelurahan or kegiatan; `type` says how a cell
    is read. `choices` holds the values allowed, if the type is choice or score.
    """

    name: str
    label: str
    unit: str
    kind: str
    level: str
    type: str
    min: float | None
    max: float | None
    choices: tuple[str, ...]
    help: str
    source: str

    @property
    def is_number(self) -> bool:
        """Whether its values are counted or summed."""
        return self.type in ("integer", "decimal", "score", "boolean")

    @property
    def label_satuan(self) -> str:
        """The label with its unit, as it heads a column: `Kas (Rp)`."""
        return f"{self.label} ({self.unit})" if self.unit else self.label


@dataclass(frozen=True, slots=True)
class Pilihan:
    """One allowed value of a choice: what is stored, what is shown, what is typed."""

    nilai: str
    label: str
    alias: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kategori:
    """A named family of variables that are summed together."""

    label: str
    variables: tuple[str, ...]


MODAL_SENDIRI = (
    "simpanan_pokok", "simpanan_wajib", "cadangan",
    "hibah_pemerintah", "hibah_swasta", "hibah_luar_negeri", "hibah_lain",
)  # fmt: skip
HIBAH = ("hibah_pemerintah", "hibah_swasta", "hibah_luar_negeri", "hibah_lain")
MODAL_UP2K = (*MODAL_SENDIRI, "iuran_swadaya")
MODAL_LUAR = ("pinjaman_bank", "pinjaman_bergulir", "pinjaman_lain")
KEWAJIBAN_LAIN = ("simpanan_sukarela", "shu_belum_dibagi")
ASET = ("kas", "simpanan_di_bank", "pinjaman_beredar", "persediaan", "aset_lain")
TUNGGAKAN = (
    "tunggakan_1_30", "tunggakan_31_90", "tunggakan_91_180", "tunggakan_lebih_180",
)  # fmt: skip
BUKU = (
    "buku_anggota", "buku_kas", "buku_simpanan", "buku_pinjaman",
    "buku_notulen", "buku_inventaris", "buku_tamu", "buku_kegiatan",
)  # fmt: skip

KOMPOSISI_MODAL = (
    Kategori("Simpanan pokok", ("simpanan_pokok",)),
    Kategori("Simpanan wajib", ("simpanan_wajib",)),
    Kategori("Iuran swadaya", ("iuran_swadaya",)),
    Kategori("Cadangan", ("cadangan",)),
    Kategori("Hibah", HIBAH),
    Kategori("Pinjaman", MODAL_LUAR),
)


def _number(teks: str) -> float | None:
    return float(teks) if teks else None


@cache
def variables() -> dict[str, Variable]:
    """Every variable by name, in the order of the form.

    >>> variables()["kas"].label_satuan
    'Kas (Rp)'
    """
    with (REFERENCE_DIR / "variables.csv").open(encoding="utf-8", newline="") as berkas:
        return {
            r["name"]: Variable(
                r["name"], r["label"], r["unit"], r["kind"], r["level"], r["type"],
                _number(r["min"]), _number(r["max"]),
                tuple(c for c in r["choices"].split(";") if c),
                r["help"], r["source"],
            )
            for r in csv.DictReader(berkas)
        }  # fmt: skip


def at_level(level: str) -> dict[str, Variable]:
    """The variables of one level (kelompok, kelurahan, kegiatan).

    >>> list(at_level("kelurahan"))[0]
    'poksus_ada'
    """
    return {n: v for n, v in variables().items() if v.level == level}


@cache
def pilihan() -> dict[str, dict[str, Pilihan]]:
    """The allowed values of each choice variable, by stored value.

    The eight books share the key `buku`, the steps to koperasi the key `langkah`.

    >>> pilihan()["tahap"]["pra_koperasi"].label
    'Pra-koperasi'
    """
    hasil: dict[str, dict[str, Pilihan]] = {}
    with (REFERENCE_DIR / "pilihan.csv").open(encoding="utf-8", newline="") as berkas:
        for r in csv.DictReader(berkas):
            alias = tuple(a for a in r["alias"].split(";") if a)
            hasil.setdefault(r["variabel"], {})[r["nilai"]] = Pilihan(
                r["nilai"], r["label"], alias
            )
    return hasil


def pilihan_untuk(name: str) -> dict[str, Pilihan]:
    """The allowed values of one variable; empty if it is not a choice.

    >>> list(pilihan_untuk("buku_kas"))
    ['0', '1', '2']
    """
    return pilihan().get("buku" if name.startswith("buku_") else name, {})


def label_pilihan(name: str, nilai: str | None) -> str:
    """The words shown for a stored value; the value itself if it is unknown.

    >>> label_pilihan("tingkat", "pemula")
    'Pemula'
    """
    if not isinstance(nilai, str):
        return "belum dilaporkan"
    ada = pilihan_untuk(name).get(nilai)
    return ada.label if ada else nilai
