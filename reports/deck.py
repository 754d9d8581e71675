"""The presentation of one context: which slides, in which order, with which notes."""

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, cast

from charts.geometry import rings
from reports import slides
from reports.context import Konteks
from reports.slide import AUDIENS, Deck, Slide


class Pembuat(Protocol):
    """A module of `reports/slides/`: one slide, whom it is for, where it stands."""

    ID: str
    JUDUL: str
    URUTAN: int
    AUDIENS: tuple[str, ...]

    def make(self, konteks: Konteks, audiens: str) -> Slide | None:
        """The slide, or None where there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Pilihan:
    """A slide that may be chosen: its id and title, and whether it stands by itself."""

    id: str
    judul: str
    dengan_sendirinya: bool


def _found() -> dict[str, Pembuat]:
    semua = [
        cast(Pembuat, importlib.import_module(f"{slides.__name__}.{m.name}"))
        for m in pkgutil.iter_modules(slides.__path__)
    ]
    return {s.ID: s for s in sorted(semua, key=lambda s: (s.URUTAN, s.ID))}


PEMBUAT: dict[str, Pembuat] = _found()
"""Every slide by its id, in the order in which slides stand by themselves."""


def choices(audiens: str) -> tuple[Pilihan, ...]:
    """The slides that a presenter may choose from, in their own order.

    >>> [p.id for p in choices("pimpinan")][:2]
    ['pembuka', 'sekilas']
    """
    return tuple(Pilihan(i, s.JUDUL, audiens in s.AUDIENS) for i, s in PEMBUAT.items())


def order(audiens: str, urutan: Sequence[str] | None = None) -> tuple[str, ...]:
    """The ids that are shown: the presenter's order, or else those for the audience.

    Raises ValueError with a sentence for an audience or an id that does not exist.
    """
    if audiens not in AUDIENS:
        raise ValueError(
            f"Audiens “{audiens}” tidak dikenal. Pilih: {', '.join(AUDIENS)}."
        )
    if urutan is None:
        return tuple(i for i, s in PEMBUAT.items() if audiens in s.AUDIENS)
    asing = [i for i in urutan if i not in PEMBUAT]
    if asing:
        raise ValueError(
            f"Slide “{asing[0]}” tidak dikenal. Pilih: {', '.join(PEMBUAT)}."
        )
    return tuple(dict.fromkeys(urutan))


def build(
    konteks: Konteks,
    audiens: str,
    urutan: Sequence[str] | None = None,
    catatan: Mapping[str, str] = {},
) -> Deck:
    """The presentation of a context for an audience (a key of `slide.AUDIENS`).

    `urutan` is the presenter's own order of ids; what is left out of it is not shown,
    and a slide for another audience may be in it. `catatan` are the presenter's own
    notes by id, in place of ours. A slide of which nothing is known is left out.

    Raises ValueError with a sentence for an audience or an id that does not exist.
    """
    semua = []
    for id_ in order(audiens, urutan):
        satu = PEMBUAT[id_].make(konteks, audiens)
        if satu is not None:
            sendiri = catatan.get(id_, "").strip()
            semua.append(replace(satu, catatan=sendiri) if sendiri else satu)
    return Deck(
        judul=f"UP2K PKK {konteks.nama}, {konteks.periode.label}",
        audiens=audiens,
        slides=tuple(semua),
        cap=konteks.cap,
        batas=rings(konteks.batas),
        alamat=konteks.alamat,
    )
