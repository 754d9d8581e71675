"""What one row of a table is: blank, data, a total, the header again, a signature."""

import re
from functools import lru_cache

from loaders.form.heading import Kepala
from loaders.form.labels import names_a_group, signs, total_kind
from loaders.form.match import Cocok
from loaders.formats.grid import UncalculatedCell

_KODE = re.compile(r"\s*[0-9]{2}\.[0-9]{2}\.")
_CATATAN = re.compile(r"\s*(?:catatan|keterangan|ket|sumber|nb)\s*[:.]|\s*\*", re.I)
_ULANGAN_JUDUL = 0.6


@lru_cache(maxsize=512)
def _own_formulas(kepala: Kepala) -> tuple[int, ...]:
    """The columns that the form fills in by itself."""
    otomatis = (j for j, k in kepala.kolom.items() if k.peran == "otomatis")
    return (*kepala.kunci, *otomatis)


class BarisTabel:
    """Judges the rows of one table."""

    def __init__(self, cocok: Cocok) -> None:
        self.cocok = cocok
        self.kepala = cocok.kepala
        self.nomor = cocok.kepala.nomor
        self.kunci = cocok.kepala.kunci
        self.data = cocok.kepala.data
        self.judul_kunci = {cocok.kepala.teks[j] for j in self.kunci}

    def keys(self, baris: list[object]) -> list[str]:
        """The texts in the columns that name the group."""
        return [s for j in self.kunci if type(s := baris[j]) is str and s]

    def plain(self, baris: list[object], kunci: list[str]) -> bool:
        """Whether a row can be nothing but data: a quick look, mostly yes."""
        pertama = baris[0]
        return (
            len(kunci) > 1
            and (type(pertama) is not str or pertama in ("", kunci[0]))
            and self.judul_kunci.isdisjoint(kunci)
            and all(map(names_a_group, kunci))
        )

    def filled(self, baris: list[object]) -> int:
        """How many cells of a row say something.

        The form's own formulas in a row without a group never have a result.
        """
        terisi = len(baris) - baris.count("")
        if terisi < 2:
            return terisi
        rumus = _own_formulas(self.kepala)
        return terisi - sum([type(baris[j]) is UncalculatedCell for j in rumus])

    def blank(self, baris: list[object], terisi: int) -> bool:
        """Whether a row of so many filled cells holds nothing but its own number."""
        bernomor = self.nomor is not None and baris[self.nomor] != ""
        return not terisi or (terisi == 1 and bernomor)

    def total(self, baris: list[object], kunci: list[str]) -> tuple[str, str]:
        """Which kind of total a row is ("" for none), and the label that says so."""
        pertama = next(filter(None, baris), "")
        calon = [pertama, *kunci] if type(pertama) is str else kunci
        if all(map(names_a_group, calon)):
            return "", ""
        for teks in calon:
            if (apa := total_kind(teks)) and not any(map(_KODE.match, kunci)):
                return apa, teks
        return "", ""

    def signs(self, baris: list[object], kunci: list[str]) -> bool:
        """Whether a row belongs to the signatures."""
        teks = kunci or [s for s in baris if type(s) is str and s]
        return any(map(signs, teks))

    def repeats_header(self, baris: list[object]) -> bool:
        """Whether a row is the header once more."""
        judul = self.kepala.teks
        sama = sum(baris[j] == teks for j, teks in judul.items())
        return sama >= _ULANGAN_JUDUL * len(judul)

    def has_data(self, baris: list[object]) -> bool:
        """Whether a row holds a key or a value; a lone note is no data."""
        terisi = [j for j in (*self.kunci, *self.data) if baris[j] != ""]
        if len(terisi) == 1 and isinstance(s := baris[terisi[0]], str):
            return terisi[0] in self.kunci and not _CATATAN.match(s)
        return bool(terisi)

    def lost(self, baris: list[object], kunci: list[str]) -> bool:
        """Whether a row below the total still looks like a group with numbers."""
        if not kunci:
            return False
        return sum(isinstance(baris[j], int | float) for j in self.data) >= 2
