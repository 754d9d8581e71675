"""A guess that follows a layout which was confirmed before."""

import dataclasses
from collections.abc import Sequence

from loaders.mapping.evidence import fits
from loaders.mapping.proposal import factor
from loaders.mapping.records import (
    CATATAN,
    KUNCI,
    LAIN,
    PRIBADI,
    SEDANG,
    TINGGI,
    VARIABEL,
    KolomPeta,
    KolomUsulan,
    Pemetaan,
    TabelUsulan,
)
from loaders.mapping.tables import DIBACA, Tabel

_MUAT = 0.6
_SEBAB = "sama seperti yang pernah dipastikan"


def followed(
    tebakan: Sequence[TabelUsulan], tabel: Sequence[Tabel], model: Pemetaan | None
) -> tuple[TabelUsulan, ...]:
    """The guess with every column that the model knows read as the model reads it.

    Only where the values still fit; a variable that the model gives to one column is
    taken from any other.
    """
    if model is None:
        return tuple(tebakan)
    dikenal = {k.kunci: k for t in model.tabel for k in t.kolom if k.peran != PRIBADI}
    dipakai = {
        k.nama
        for t in tabel
        for kunci in t.kunci.values()
        if (k := dikenal.get(kunci)) and k.peran == VARIABEL
    }
    return tuple(
        dataclasses.replace(
            usul,
            kolom=tuple(
                _column(k, satu, dikenal.get(k.kunci), dipakai) for k in usul.kolom
            ),
        )
        for usul, satu in zip(tebakan, tabel, strict=True)
    )


def _column(
    k: KolomUsulan, tabel: Tabel, lama: KolomPeta | None, dipakai: set[str]
) -> KolomUsulan:
    if k.peran == PRIBADI:
        return k
    if lama is None:
        if k.peran == VARIABEL and k.nama in dipakai:
            return _unread(k)
        return k
    if lama.peran not in DIBACA:
        return _unread(k) if k.peran in (VARIABEL, KUNCI, CATATAN) else k
    j = next(j for j in tabel.kolom if tabel.kunci[j] == k.kunci)
    faktor = lama.faktor
    if lama.peran == VARIABEL:
        sekarang = factor(tabel, j, lama.nama)
        faktor = sekarang if sekarang != 1 else lama.faktor
        muat = fits(lama.nama, tabel.cells(j), faktor=faktor, gaya=lama.gaya)
        if muat.nilai < _MUAT:
            return _unread(
                k, f"dulu {lama.nama.replace('_', ' ')}, tetapi {muat.sebab}"
            )
    return dataclasses.replace(
        k,
        peran=lama.peran,
        nama=lama.nama,
        keyakinan=TINGGI if faktor == lama.faktor else SEDANG,
        sebab=(_SEBAB,),
        faktor=faktor,
        gaya=k.gaya or lama.gaya,
    )


def _unread(k: KolomUsulan, sebab: str = "") -> KolomUsulan:
    return dataclasses.replace(
        k,
        peran=LAIN,
        nama="",
        keyakinan="",
        sebab=(sebab,) if sebab else (),
        faktor=1,
        gaya="",
    )
