"""A finding: what is wrong, where it stands, and what the sender should do."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from checks.aturan import Jenis
from checks.rules import RULES

_BERKAS = Path(__file__).with_name("jenis.toml")


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding, with its place in the workbook and its whole sentence.

    `jenis` is a key of `JENIS`; `sel` is the first cell ("F14") and `sel_lain` the
    others; `kelompok` is the group's kode, else its name, else None; `alasan` is the
    reason that the sender wrote.
    """

    jenis: str
    tingkat: str
    pesan: str
    lembar: str | None = None
    sel: str | None = None
    sel_lain: tuple[str, ...] = ()
    variabel: str | None = None
    kelompok: str | None = None
    ditemukan: str = ""
    diharapkan: str = ""
    saran: str = ""
    alasan: str = ""


def _read_kinds() -> dict[str, Jenis]:
    isi = tomllib.loads(_BERKAS.read_text(encoding="utf-8"))
    return {kode: Jenis(kode=kode, **butir) for kode, butir in isi.items()}


JENIS: dict[str, Jenis] = {**_read_kinds(), **RULES}
"""Every kind of finding by code: those of reading and receipt, then the rules."""
