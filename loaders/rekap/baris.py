"""The rows of a recap: which are places, which are totals, and where the table ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from loaders.cells.digits import take_apart
from loaders.cells.numbers import fold_text, word
from loaders.cells.personal import mask
from loaders.cells.terbaca import plain_text
from loaders.form.layout import fold_judul
from loaders.formats.grid import Grid
from loaders.rekap.kepala import Kepala
from reference.rekap import NAMA, NOMOR, counted, lampiran

_JUMLAH = re.compile(r"\s*(?:sub\s*-?\s*|grand\s*)?(?:jumlah|jml|total)\b", re.I)
_TTD = re.compile(
    r"\b(?:mengetahui|menyetujui|ketua|sekretaris|nip|ttd|tanda tangan|lurah|camat)\b"
    r"|\bprobolinggo\s*,",
    re.I,
)
NOTE = re.compile(r"\s*(?:\*|catatan|keterangan|sumber|ket\.?\s*:)", re.I)
_BUKAN_CACAH = 10**6
_LABEL_TERPANJANG = 80
_TEMPAT = re.compile(r"\s*(?:rw|rt|lingk|lk|dusun|dsn|kel|kec|blok)", re.I)


@dataclass(slots=True)
class Mentah:
    """One row as it stands: its index, what it calls its place, whether a total."""

    i: int
    label: str
    jumlah: bool = False


@dataclass(slots=True)
class Isi:
    """The rows of the table in order, and the index of the first row behind it."""

    rows: list[Mentah] = field(default_factory=list)
    sesudah: list[Mentah] = field(default_factory=list)
    akhir: int = 0


def _text(grid: Grid, i: int, j: int | None) -> str:
    return "" if j is None else plain_text(grid.rows[i][j])


def _is_number(sel: object) -> bool:
    """Whether a cell holds a count; a NIP below a column is none."""
    if isinstance(sel, str):
        teks = fold_text(sel)
        return bool(sel) and (bool(word(teks)) or take_apart(teks, "") is not None)
    return isinstance(sel, int | float) and abs(sel) < _BUKAN_CACAH


def _is_furniture(teks: Sequence[str]) -> bool:
    """Whether a row without numbers is part of the signatures, or begins a note."""
    return any(_TTD.search(t) for t in teks) or bool(teks and NOTE.match(teks[0]))


@cache
def _headings() -> frozenset[str]:
    judul = lampiran().kolom[1].judul[0]
    return frozenset(fold_judul(e) for e in (judul, *lampiran().ejaan[judul]))


def _is_heading(label: str) -> bool:
    """Whether the header is repeated, as on a second page: its words, or `(2)`."""
    return label.strip("()-. ") == "2" or fold_judul(label) in _headings()


def table_rows(grid: Grid, kepala: Kepala) -> Isi:
    """The rows below the header, up to the signatures.

    A total in the middle is one of a part: what counts as the whole table's total is
    the last one. Rows behind the last total are kept apart.
    """
    angka = [j for j, k in kepala.kolom.items() if k.nama in counted()]
    isi = Isi(akhir=len(grid.rows))
    for i in range(kepala.awal, len(grid.rows)):
        sel = [grid.rows[i][j] for j in angka]
        ada_angka = any(map(_is_number, sel))
        teks = [s for s in grid.rows[i] if isinstance(s, str) and s.strip()]
        if not ada_angka and _is_furniture(teks):
            isi.akhir = i
            break
        satu = _row(grid, kepala, i)
        bernama = satu.label and (satu.tempat or any(s != "" for s in sel))
        if not satu.kepala and (ada_angka or bernama):
            isi.rows.append(Mentah(i, satu.label, satu.jumlah))
    _split(isi)
    return isi


class _Label(NamedTuple):
    """What a row calls itself, and what that makes of it."""

    label: str
    jumlah: bool
    tempat: bool
    kepala: bool


def _row(grid: Grid, kepala: Kepala, i: int) -> _Label:
    no = _text(grid, i, kepala.letak(NOMOR))
    nama = _text(grid, i, kepala.letak(NAMA))
    bernomor = any(h.isdigit() for h in no)
    label = mask(nama or ("" if bernomor else no))[:_LABEL_TERPANJANG]
    jumlah = bool(_JUMLAH.match(label) or _JUMLAH.match(no))
    tempat = bernomor or jumlah or bool(_TEMPAT.match(label))
    return _Label(label, jumlah, tempat, _is_heading(label))


def _split(isi: Isi) -> None:
    """Keeps the rows behind the last total apart; a lone total on top has none."""
    total = [n for n, b in enumerate(isi.rows) if b.jumlah]
    if total and total != [0]:
        isi.sesudah = isi.rows[total[-1] + 1 :]
        isi.rows = isi.rows[: total[-1] + 1]
