"""Which row is which entry, when rows were edited, added and deleted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.acuan.records import BarisAcuan
from reference.acuan_beda import mark

Kunci = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pasangan:
    """A changed row, and the key of the entry that it was written for (None: new)."""

    baris: BarisAcuan
    kunci: Kunci | None


@dataclass(slots=True)
class Hasil:
    """The changed rows, and the keys of entries that no row stands for any more."""

    pasangan: list[Pasangan] = field(default_factory=list)
    hilang: list[Kunci] = field(default_factory=list)


def pairs(rows: Sequence[BarisAcuan], semula: Mapping[Kunci, str]) -> Hasil:
    """Pair rows with the entries that the sheet was written with (`semula`: marks).

    A row with kode and first day of an entry is that entry, unchanged when its mark is
    the same. What is left of one kode is paired in order. Entries of a kode of which a
    row is held are not missed.
    """
    hasil = Hasil()
    sisa: list[BarisAcuan] = []
    for b in rows:
        if b.kunci not in semula:
            sisa.append(b)
        elif b.butir is not None and mark(b.butir) != semula[b.kunci]:
            hasil.pasangan.append(Pasangan(b, b.kunci))
    ditahan = {b.kunci[0] for b in rows if b.butir is None}
    ada = {b.kunci for b in rows}
    hilang = [k for k in semula if k not in ada and k[0] not in ditahan]
    for b in sisa:
        kunci = next((k for k in hilang if k[0] == b.kunci[0]), None)
        if kunci:
            hilang.remove(kunci)
        if b.butir is not None:
            hasil.pasangan.append(Pasangan(b, kunci))
    hasil.hilang = hilang
    return hasil
