"""From a guess and somebody's answers to a mapping that files are read with."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from loaders.bacaan import Bacaan
from loaders.mapping.changes import profile
from loaders.mapping.evidence import CAMPUR
from loaders.mapping.records import (
    CATATAN,
    KUNCI,
    LAIN,
    NOMOR,
    PRIBADI,
    TEMPAT,
    VARIABEL,
    WAKTU,
    KolomPeta,
    KolomUsulan,
    Pemetaan,
    TabelPeta,
    Usulan,
)
from reference.kosakata import at_level, variables
from reference.periode import Periode
from reference.tulisan import daftar
from reference.wilayah import kelurahan

KUNCI_BARIS = ("nama_kelompok", "kode_kelompok")
_TETAP = (NOMOR, TEMPAT, WAKTU, PRIBADI)

Pilihan = tuple[str, int, str]
"""What a column is (a variable, "catatan", "" for not read), its factor and style."""


def _mapped(kolom: KolomUsulan, pilihan: Pilihan | None) -> KolomPeta:
    peta = KolomPeta(kunci=kolom.kunci, judul=kolom.judul, peran=LAIN)
    if pilihan is None:
        return dataclasses.replace(
            peta, peran=kolom.peran, nama=kolom.nama,
            faktor=kolom.faktor, gaya=kolom.gaya,
        )  # fmt: skip
    nama, faktor, gaya = pilihan
    if kolom.peran == PRIBADI or not nama:
        peran = kolom.peran if kolom.peran in _TETAP else LAIN
        return dataclasses.replace(peta, peran=peran)
    if nama == CATATAN:
        return dataclasses.replace(peta, peran=CATATAN)
    if nama not in at_level("kelompok"):
        raise ValueError(f"“{nama}” bukan isian yang dikenal.")
    return dataclasses.replace(
        peta,
        peran=KUNCI if nama in KUNCI_BARIS else VARIABEL,
        nama=nama,
        faktor=faktor if variables()[nama].unit == "Rp" else 1,
        gaya=gaya,
    )


def _one_style(kolom: Sequence[KolomPeta]) -> tuple[KolomPeta, ...]:
    """Columns that show no style of their own take that of all the others."""
    gaya = {k.gaya for k in kolom if k.gaya and k.nama}
    if len(gaya) != 1 or CAMPUR in gaya:
        return tuple(kolom)
    satu = gaya.pop()
    return tuple(
        dataclasses.replace(k, gaya=satu)
        if k.peran == VARIABEL and variables()[k.nama].type in ("integer", "decimal")
        else k
        for k in kolom
    )


def _check(tabel: Iterable[Sequence[KolomPeta]]) -> None:
    dipakai: dict[str, list[str]] = {}
    for kolom in tabel:
        di_sini = [k for k in kolom if k.nama]
        for k in di_sini:
            if k.nama not in KUNCI_BARIS:
                dipakai.setdefault(k.nama, []).append(k.judul)
        for kunci in KUNCI_BARIS:
            dua = [k.judul for k in di_sini if k.nama == kunci]
            if len(dua) > 1:
                dipakai[kunci] = dua
        if di_sini and not any(k.nama in KUNCI_BARIS for k in di_sini):
            raise ValueError(
                "Pilih kolom yang berisi nama kelompok pada setiap lembar yang dibaca."
            )
    for nama, judul in dipakai.items():
        if len(judul) > 1:
            label = variables()[nama].label
            raise ValueError(f"{label} dipilih untuk {daftar(judul)}; pilih satu saja.")
    if not dipakai:
        raise ValueError("Pilih sedikitnya satu kolom selain nama kelompok.")


def confirmed(
    usulan: Usulan,
    pilihan: Mapping[tuple[str, str], Pilihan],
    *,
    kode_wilayah: str,
    periode: str,
    ingat: bool = True,
    oleh: str = "",
) -> Pemetaan:
    """The mapping that somebody confirmed; columns not in `pilihan` stay as guessed.

    `pilihan` is keyed by sheet and column letters. Raises ValueError, in Indonesian,
    when a variable stands for two columns, no column names the groups, nothing else is
    read, or the place or period is none of ours.
    """
    if kode_wilayah not in kelurahan():
        raise ValueError("Pilih kelurahannya.")
    Periode.parse(periode)
    kolom = [
        _one_style([_mapped(k, pilihan.get((t.lembar, k.huruf))) for k in t.kolom])
        for t in usulan.tabel
    ]
    _check(kolom)
    tabel = tuple(
        TabelPeta(kolom=k, satuan=t.satuan)
        for k, t in zip(kolom, usulan.tabel, strict=True)
    )
    return Pemetaan(
        sidik=usulan.sidik,
        tabel=tabel,
        kode_wilayah=kode_wilayah,
        periode=periode,
        ingat=ingat,
        oleh=oleh,
    )


def as_read(p: Pemetaan, bacaan: Bacaan) -> Pemetaan:
    """A mapping with what its columns held in one reading, to be kept with it."""
    tabel = tuple(
        dataclasses.replace(
            t,
            kolom=tuple(
                dataclasses.replace(k, profil=profile(bacaan, k)) for k in t.kolom
            ),
        )
        for t in p.tabel
    )
    return dataclasses.replace(
        p,
        tabel=tabel,
        kode_wilayah=bacaan.kode_wilayah or p.kode_wilayah,
        periode=bacaan.periode or p.periode,
    )
