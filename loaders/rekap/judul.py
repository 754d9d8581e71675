"""The headings of a recap: what each means, and which of them stand above a column."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from loaders.cells.terbaca import plain_text
from loaders.form.layout import fold_judul
from reference.rekap import KolomRekap, lampiran

Sel = tuple[int, int]


@cache
def _spellings() -> dict[str, frozenset[str]]:
    """Which headings of the form a folded text may stand for."""
    hasil: dict[str, set[str]] = {}
    judul = {j for k in lampiran().kolom for j in k.judul}
    for satu in judul:
        for ejaan in (satu, *lampiran().ejaan.get(satu, ())):
            hasil.setdefault(fold_judul(ejaan), set()).add(satu)
    return {ejaan: frozenset(semua) for ejaan, semua in hasil.items()}


def means(sel: object) -> frozenset[str]:
    """The headings of the form that a cell may be, whatever its spelling.

    >>> sorted(means("Jml. Kel")), means("Omzet")
    (['JML KLP', 'JML KLP BELAJAR'], frozenset())
    """
    if not isinstance(sel, str) or not sel.strip():
        return frozenset()
    return _spellings().get(fold_judul(sel), frozenset())


def is_blank(sel: object) -> bool:
    """Whether nothing can be seen in a cell."""
    return sel == "" or (isinstance(sel, str) and not sel.strip())


def _anchors(rows: Sequence[Sequence[object]]) -> list[list[Sel | None]]:
    """Which cell's text covers each cell of the block, as (row, column).

    A merged cell holds its text in its first cell only: a blank belongs to the text on
    its left when both lie below the same text, else to the text above it.
    """
    lebar = max(map(len, rows), default=0)
    hasil: list[list[Sel | None]] = []
    for r, baris in enumerate(rows):
        di_atas = hasil[-1] if hasil else [None] * lebar
        kini: list[Sel | None] = []
        for j in range(lebar):
            if j < len(baris) and not is_blank(baris[j]):
                kini.append((r, j))
            elif j > 0 and di_atas[j] == di_atas[j - 1]:
                kini.append(kini[j - 1])
            else:
                kini.append(di_atas[j])
        hasil.append(kini)
    return hasil


class Judul(NamedTuple):
    """The lowest heading of a column: its row in the block, its text, what it names."""

    r: int
    teks: str
    kolom: KolomRekap | None


def by_words(rows: Sequence[Sequence[object]]) -> dict[int, Judul]:
    """The lowest heading of each column that has one, and which column it names."""
    jangkar = _anchors(rows)
    hasil: dict[int, Judul] = {}
    for j, sel in enumerate(jangkar[-1] if jangkar else ()):
        if sel is None or sel[1] != j:
            continue
        semua = dict.fromkeys(a for b in reversed(jangkar) if (a := b[j]))
        judul = rows[sel[0]][j]
        induk = [means(rows[r][k]) for r, k in semua if (r, k) != sel]
        hasil[j] = Judul(sel[0], plain_text(judul), _named(means(judul), induk))
    return hasil


def _named(
    arti: frozenset[str], di_atas: Sequence[frozenset[str]]
) -> KolomRekap | None:
    """The column that a heading names below those headings, nearest first."""
    calon = [k for k in lampiran().kolom if k.judul[-1] in arti]
    if len(calon) <= 1:
        return next(iter(calon), None)
    for induk in di_atas:
        cocok = [k for k in calon if len(k.judul) > 1 and k.judul[-2] in induk]
        if cocok:
            return cocok[0] if len(cocok) == 1 else None
    return None
