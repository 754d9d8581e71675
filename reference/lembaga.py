"""Which texts name an institution, and so no person."""

import re
import tomllib
from functools import cache

from reference.paths import REFERENCE_DIR

_BUKAN_HURUF = re.compile(r"[^a-z]+")


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """Words of institutions, and of persons (salutations, titles)."""
    isi = tomllib.loads((REFERENCE_DIR / "lembaga.toml").read_text("utf-8"))
    return frozenset(isi["kata"]), frozenset(isi["sapaan"])


def is_institution(teks: str) -> bool:
    """Whether a text names an institution, and so no person.

    >>> is_institution("Dinas Koperasi"), is_institution("Ibu Siti (Dinas Koperasi)")
    (True, False)
    """
    kata = set(_BUKAN_HURUF.sub(" ", teks.casefold()).split())
    lembaga, sapaan = _words()
    return bool(kata & lembaga) and not kata & sapaan
