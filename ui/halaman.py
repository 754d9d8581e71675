"""The pages, found by file: title, help, icon and section are read from each one.

The first line of a page's docstring is `Title: what it answers.`; the constants `ICON`
and `BAGIAN` stand in the file itself, so that a new page is one new file.
"""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reference.paths import ROOT

PAGES_DIR = ROOT / "pages"


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page: its file, name (`peta`), title, what it answers, icon, section."""

    path: Path
    nama: str
    judul: str
    bantuan: str
    icon: str
    bagian: str


def parse(path: Path) -> Halaman:
    """Read what a page says of itself, without running it.

    Raises ValueError when the docstring's first line has no `Title: …`.
    """
    pohon = ast.parse(path.read_text(encoding="utf-8"))
    baris = (ast.get_docstring(pohon) or "").partition("\n")[0]
    judul, titik_dua, bantuan = baris.partition(": ")
    if not titik_dua:
        raise ValueError(f"{path.name}: docstring harus dimulai “Judul: isi halaman.”")
    tetap = {
        sasaran.id: simpul.value.value
        for simpul in pohon.body
        if isinstance(simpul, ast.Assign) and isinstance(simpul.value, ast.Constant)
        for sasaran in simpul.targets
        if isinstance(sasaran, ast.Name)
    }
    nama = path.stem.partition("_")[2] or path.stem
    return Halaman(
        path, nama, judul, bantuan[:1].upper() + bantuan[1:],
        str(tetap.get("ICON", "")), str(tetap.get("BAGIAN", "")),
    )  # fmt: skip


@cache
def semua() -> dict[str, Halaman]:
    """All pages by name, in the order of their file names."""
    halaman = [parse(p) for p in sorted(PAGES_DIR.glob("[0-9]*.py"))]
    return {h.nama: h for h in halaman}
