"""The steps to a koperasi with legal status, from `syarat_koperasi.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache

from reference.paths import REFERENCE_DIR

STATUS = ("belum", "proses", "selesai")


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step: what it is, its legal source, since when (as exact as the source).

    `usulan` marks a step whose date or wording has no official source yet.
    """

    kode: str
    label: str
    singkat: str
    sumber: str
    berlaku_sejak: str = ""
    usulan: bool = False


@cache
def langkah() -> dict[str, Langkah]:
    """All steps by code, in the order in which they are taken.

    >>> list(langkah())[0], langkah()["badan_hukum"].singkat
    ('calon_pendiri', 'Badan hukum')
    """
    isi = tomllib.loads(
        (REFERENCE_DIR / "syarat_koperasi.toml").read_text(encoding="utf-8")
    )
    return {b["kode"]: Langkah(**b) for b in isi["langkah"]}
