"""The register of actions: its columns, spellings, states and codes."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from reference.kosakata import Variable
from reference.paths import REFERENCE_DIR

KODE = "daftar_tindakan"
"""The layout of a reading that is a register, and so not a report of groups."""

RENCANA, BERJALAN, SELESAI, BATAL = "rencana", "berjalan", "selesai", "batal"
LAIN = "lain"
"""The kind of an action that no package of the list describes."""

TEKS_DISIMPAN = (
    "kode_kelompok", "jenis", "uraian", "status", "pelaksana", "sumber_dana", "bukti",
    "catatan",
)  # fmt: skip
HARI_DISIMPAN = ("tanggal_rencana", "tanggal_selesai")
BIAYA_TERBESAR = 100_000_000_000
_HURUF_KODE = "TB"
_KODE = re.compile(rf"{_HURUF_KODE}-(20\d\d)-(\d+)")


@dataclass(frozen=True, slots=True)
class KolomTindakan:
    """One column: name, heading, how it is read, width, other headings, help."""

    nama: str
    judul: str
    tipe: str
    lebar: int
    ejaan: tuple[str, ...]
    bantuan: str


@dataclass(frozen=True, slots=True)
class Status:
    """One state of an action: what is stored, shown, and also typed."""

    nilai: str
    label: str
    ejaan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DaftarTindakan:
    """The form: stamp, sheet, columns in order, states."""

    nama: str
    versi: int
    cap: str
    lembar: str
    label_hari: str
    kolom: tuple[KolomTindakan, ...]
    status: Mapping[str, Status]

    def stamp(self, *, contoh: bool = False) -> str:
        """The text of the stamp cell.

        >>> daftar_tindakan().stamp()
        'DAFTAR-TINDAKAN/1'
        """
        return f"{self.cap}/{self.versi}" + ("/CONTOH" if contoh else "")

    def column(self, nama: str) -> KolomTindakan:
        """The column of that name; KeyError when there is none."""
        return {k.nama: k for k in self.kolom}[nama]


@cache
def daftar_tindakan() -> DaftarTindakan:
    """The form, from `daftar_tindakan.toml`.

    >>> len(daftar_tindakan().kolom), list(daftar_tindakan().status)
    (14, ['rencana', 'berjalan', 'selesai', 'batal'])
    """
    isi = tomllib.loads((REFERENCE_DIR / "daftar_tindakan.toml").read_text("utf-8"))
    kolom = tuple(
        KolomTindakan(**{**k, "ejaan": tuple(k["ejaan"])}) for k in isi["kolom"]
    )
    status = {
        s["nilai"]: Status(**{**s, "ejaan": tuple(s["ejaan"])}) for s in isi["status"]
    }
    rapi = {"kolom": kolom, "status": MappingProxyType(status)}
    return DaftarTindakan(**{**isi, **rapi})


@cache
def biaya() -> Variable:
    """The cost, as a variable that cells are read by."""
    k = daftar_tindakan().column("biaya_rp")
    return Variable(
        k.nama, "Biaya", "Rp", "arus", "tindakan", "integer", 0, BIAYA_TERBESAR,
        (), k.bantuan, "Daftar Tindakan Pembinaan",
    )  # fmt: skip


def label_status(nilai: str) -> str:
    """The words for a state.

    >>> label_status("berjalan")
    'Berjalan'
    """
    return daftar_tindakan().status[nilai].label


def new_code(tahun: int, nomor: int) -> str:
    """The code that the app gives to an action planned in a year.

    >>> new_code(2026, 7)
    'TB-2026-007'
    """
    return f"{_HURUF_KODE}-{tahun}-{nomor:03d}"


def code_number(kode: str) -> tuple[int, int] | None:
    """Year and number of a code that the app gave; None for a sender's own.

    >>> code_number("TB-2026-007"), code_number("DKUPP/12")
    ((2026, 7), None)
    """
    cocok = _KODE.fullmatch(kode)
    return (int(cocok[1]), int(cocok[2])) if cocok else None
