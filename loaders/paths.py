"""Which files a command line names: files, and all that lies in folders."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_ABAIKAN = {"thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True)
class Ditemukan:
    """The files to take, in order, and those that are nobody's report."""

    berkas: tuple[Path, ...]
    dilewati: tuple[Path, ...]


def _is_report(path: Path) -> bool:
    """Whether a file may be a report: not a lock file, not hidden.

    >>> _is_report(Path("~$Formulir.xlsx")), _is_report(Path("Formulir.xlsx"))
    (False, True)
    """
    nama = path.name.lower()
    return not nama.startswith(("~$", ".")) and nama not in _ABAIKAN


def _inside(folder: Path) -> list[Path]:
    return [
        Path(akar, nama)
        for akar, _, isi in sorted(os.walk(folder))
        for nama in sorted(isi)
    ]


def find_files(paths: Iterable[Path]) -> Ditemukan:
    """The files named, folders with all that lies in them, each once.

    Raises FileNotFoundError, in Indonesian, for a path that is not there.
    """
    semua: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            semua |= dict.fromkeys(_inside(path))
        elif path.exists():
            semua[path] = None
        else:
            raise FileNotFoundError(f"“{path}” tidak ada.")
    return Ditemukan(
        tuple(p for p in semua if _is_report(p)),
        tuple(p for p in semua if not _is_report(p)),
    )
