"""Our guess of what each column of a foreign sheet is.

Heading and values must both fit, no variable stands for two columns, and what is only
half sure says so.
"""

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.cells.personal import SAMARAN, personal_heading, personal_value
from loaders.form.excerpt import shown
from loaders.mapping.evidence import COCOK, filled, fits, places, style_of
from loaders.mapping.records import (
    KUNCI,
    LAIN,
    PRIBADI,
    RENDAH,
    SEDANG,
    TEMPAT,
    TINGGI,
    VARIABEL,
    KolomUsulan,
    TabelUsulan,
)
from loaders.mapping.tables import Tabel
from loaders.mapping.units import split_unit
from loaders.mapping.words import Calon, candidates
from reference.kosakata import variables

KUNCI_BARIS = ("nama_kelompok", "kode_kelompok")
_DITEBAK = 0.6
_JUDUL_PASTI = 0.9
_SELISIH = 0.08
_SEDANG = 0.72
_CALON = 4
_CONTOH = 3
_CUPLIKAN = 5
_SEBAB_PRIBADI = "berisi data pribadi: tidak dibaca dan tidak disimpan"
_KATA_FAKTOR = {1000: "ribuan", 10**6: "jutaan"}


@dataclass(slots=True)
class Tebakan:
    """A guess of one column while the whole is being worked out."""

    tabel: int
    j: int
    nama: str
    judul: float
    isi: float
    sebab: str

    @property
    def nilai(self) -> float:
        """How sure it is, by heading and by values."""
        return self.judul * self.isi


def factor(tabel: Tabel, j: int, nama: str) -> int:
    """What a column's numbers count: its heading says it, else a line above."""
    if variables()[nama].unit != "Rp":
        return 1
    for teks in reversed(tabel.blok.jalur.get(j, ())):
        if (sendiri := split_unit(teks)[1]) is not None:
            return sendiri
    return tabel.blok.satuan


def is_personal(tabel: Tabel, j: int) -> bool:
    """Whether a column announces or holds personal data."""
    jalur = tabel.blok.jalur.get(j, ())
    bukan_kelompok = j != tabel.blok.nama
    return any(personal_heading(t, lembar_asing=bukan_kelompok) for t in jalur) or any(
        personal_value(s, angka_telepon=True) for s in tabel.cells(j)
    )


def _role(tabel: Tabel, j: int, calon: Sequence[Calon]) -> str:
    """The role of a column that is no variable; "" when it may be one."""
    if is_personal(tabel, j):
        return PRIBADI
    peran = calon[0].nama[1:] if calon and calon[0].nama.startswith("@") else ""
    if peran == TEMPAT and places(tabel.cells(j)) < 0.5:
        return LAIN
    return peran


def _guesses(
    tabel: Sequence[Tabel], peran: dict[tuple[int, int], str]
) -> list[Tebakan]:
    hasil = []
    for t, satu in enumerate(tabel):
        for j in satu.kolom:
            if peran[t, j]:
                continue
            calon = candidates(satu.blok.jalur.get(j, ()))
            for c in [c for c in calon if c.nama[0] != "@"][:_CALON]:
                faktor = factor(satu, j, c.nama)
                gaya = style_of(satu.cells(j), variables()[c.nama].unit)
                muat = fits(c.nama, satu.cells(j), faktor=faktor, gaya=gaya)
                hasil.append(Tebakan(t, j, c.nama, c.nilai, muat.nilai, muat.sebab))
    return sorted(hasil, key=lambda g: (-g.nilai, g.tabel, g.j))


def _assign(semua: Iterable[Tebakan]) -> dict[tuple[int, int], Tebakan]:
    """The surest guesses, no column and no variable twice; keys once in each table."""
    hasil: dict[tuple[int, int], Tebakan] = {}
    dipakai: set[tuple[str, int]] = set()
    for g in semua:
        milik = (g.nama, g.tabel if g.nama in KUNCI_BARIS else -1)
        if g.nilai < _DITEBAK or (g.tabel, g.j) in hasil or milik in dipakai:
            continue
        hasil[g.tabel, g.j] = g
        dipakai.add(milik)
    return hasil


def _confidence(g: Tebakan, semua: Sequence[Tebakan]) -> str:
    saingan = max(
        (
            x.nilai
            for x in semua
            if (x.tabel == g.tabel and x.j == g.j and x.nama != g.nama)
            or (x.nama == g.nama and (x.tabel, x.j) != (g.tabel, g.j)
                and (x.tabel == g.tabel or g.nama not in KUNCI_BARIS))
        ),
        default=0.0,
    )  # fmt: skip
    jelas = g.nilai - saingan >= _SELISIH
    if g.judul >= _JUDUL_PASTI and g.isi >= COCOK and jelas:
        return TINGGI
    return SEDANG if g.nilai >= _SEDANG and jelas else RENDAH


def _reasons(g: Tebakan, faktor: int) -> tuple[str, ...]:
    label = variables()[g.nama].label
    apa = "menyebut" if g.judul >= _JUDUL_PASTI else "mirip dengan"
    sebab = [f"judulnya {apa} “{label}”"]
    sebab.append(g.sebab or "isinya cocok")
    if faktor in _KATA_FAKTOR:
        sebab.append(f"nilainya dalam {_KATA_FAKTOR[faktor]} rupiah")
    return tuple(sebab)


def _samples(tabel: Tabel, j: int) -> tuple[str, ...]:
    return tuple(shown(s) for s in filled(tabel.cells(j))[:_CONTOH])


def _column(
    tabel: Tabel,
    t: int,
    j: int,
    peran: str,
    g: Tebakan | None,
    semua: Sequence[Tebakan],
) -> KolomUsulan:
    dasar = KolomUsulan(
        huruf=tabel.huruf(j),
        judul=tabel.blok.judul(j) or "(tanpa judul)",
        kunci=tabel.kunci[j],
        peran=peran or LAIN,
        contoh=(SAMARAN,) if peran == PRIBADI else _samples(tabel, j),
    )
    if peran == PRIBADI:
        return dataclasses.replace(dasar, sebab=(_SEBAB_PRIBADI,))
    if g is None:
        sebab = () if peran else _why_not(semua, t, j)
        return dataclasses.replace(dasar, sebab=sebab)
    faktor = factor(tabel, j, g.nama)
    return dataclasses.replace(
        dasar,
        peran=KUNCI if g.nama in KUNCI_BARIS else VARIABEL,
        nama=g.nama,
        keyakinan=_confidence(g, semua),
        sebab=_reasons(g, faktor),
        faktor=faktor,
        gaya=style_of(tabel.cells(j), variables()[g.nama].unit),
    )


def _why_not(semua: Iterable[Tebakan], t: int, j: int) -> tuple[str, ...]:
    """Why a heading that names a variable was not taken for it."""
    for x in semua:
        if (x.tabel, x.j) == (t, j) and x.judul >= _JUDUL_PASTI and x.sebab:
            label = variables()[x.nama].label
            return (f"judulnya menyebut “{label}”, tetapi {x.sebab}",)
    return ()


def guess(tabel: Sequence[Tabel]) -> tuple[TabelUsulan, ...]:
    """Our guess of every column of every table."""
    peran = {
        (t, j): _role(satu, j, candidates(satu.blok.jalur.get(j, ())))
        for t, satu in enumerate(tabel)
        for j in satu.kolom
    }
    semua = _guesses(tabel, peran)
    dipilih = _assign(semua)
    return tuple(
        _table(
            satu,
            [
                _column(satu, t, j, peran[t, j], dipilih.get((t, j)), semua)
                for j in satu.kolom
            ],
        )
        for t, satu in enumerate(tabel)
    )


def _table(tabel: Tabel, kolom: Sequence[KolomUsulan]) -> TabelUsulan:
    blok = tabel.blok
    pribadi = [k.peran == PRIBADI for k in kolom]
    cuplikan = tuple(
        (
            blok.grid.baris(i),
            tuple(
                SAMARAN if p else shown(blok.grid.rows[i][j])
                for j, p in zip(tabel.kolom, pribadi, strict=True)
            ),
        )
        for i in tabel.rows[:_CUPLIKAN]
    )
    return TabelUsulan(
        lembar=tabel.nama,
        judul_awal=blok.grid.baris(blok.awal),
        judul_akhir=blok.grid.baris(blok.akhir),
        n_baris=len(tabel.rows),
        kolom=tuple(kolom),
        satuan=blok.satuan,
        cuplikan=cuplikan,
    )


def readable(tabel: Iterable[TabelUsulan]) -> bool:
    """Whether a guess is worth confirming: groups named, and two numbers known."""
    semua = [k for t in tabel for k in t.kolom]
    angka = sum(
        k.peran == VARIABEL and variables()[k.nama].is_number and bool(k.contoh)
        for k in semua
    )
    return angka >= 2 and any(k.nama == "nama_kelompok" for k in semua)
