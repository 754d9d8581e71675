"""A confirmed mapping as text, for the store, and back."""

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from loaders.mapping.records import KolomPeta, Pemetaan, Profil, TabelPeta

_PANJANG_SIDIK = 32


def fingerprint(tabel: Iterable[tuple[int, Sequence[str]]]) -> str:
    """The fingerprint of a layout: of each table the unit and the folded headings.

    >>> fingerprint([(1, ["kas", "bank"])]) == fingerprint([(1, ["bank", "kas"])])
    False
    """
    isi = json.dumps([[satuan, list(kunci)] for satuan, kunci in tabel])
    return hashlib.sha256(isi.encode()).hexdigest()[:_PANJANG_SIDIK]


def to_text(p: Pemetaan) -> str:
    """A mapping as JSON.

    >>> p = Pemetaan(sidik="a", tabel=(), kode_wilayah="x", periode="2026-T3")
    >>> from_text(to_text(p)) == p
    True
    """
    return json.dumps(dataclasses.asdict(p), ensure_ascii=False)


def _column(isi: dict[str, Any]) -> KolomPeta:
    profil = isi.pop("profil")
    if profil is not None:
        nilai = tuple((n, v) for n, v in profil.pop("nilai"))
        profil = Profil(**profil, nilai=nilai)
    return KolomPeta(**isi, profil=profil)


def from_text(teks: str) -> Pemetaan:
    """The mapping behind its JSON; raises ValueError or TypeError for anything else."""
    isi = json.loads(teks)
    tabel = tuple(
        TabelPeta(satuan=t["satuan"], kolom=tuple(_column(k) for k in t["kolom"]))
        for t in isi.pop("tabel")
    )
    return Pemetaan(**isi, tabel=tabel)
