"""Holding a workbook, once read, against what is stored: what is new, held, left out.

Only reads; the caller holds the transaction, so that nothing changes in between.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from checks.temuan import JENIS, Temuan
from loaders.acuan.assess import assess_acuan
from loaders.acuan.records import IsiAcuan
from loaders.around import Tetangga
from loaders.bacaan import Bacaan, BarisKelompok, IsiDaftar
from loaders.compared import Pembanding
from loaders.daftar.assess import assess_list
from loaders.known import Daftar
from loaders.record import Pencatat
from loaders.tindakan.assess import assess_actions
from reference.acuan import Butir
from reference.acuan_beda import Beda
from reference.periode import Periode
from store.context import SEMUA, Registered, registry, values_in


@dataclass(slots=True)
class Dinilai:
    """One group of the workbook: its code (None: new), and whether it is held."""

    baris: BarisKelompok
    kode: str | None
    tertahan: bool

    @property
    def baru(self) -> bool:
        """Whether a code must be given to it."""
        return self.kode is None and not self.tertahan


@dataclass(slots=True)
class Penilaian:
    """A workbook held against the store: its groups, and what was found doing so.

    `dibatalkan` are the codes of groups all of whose submissions were undone;
    `uji_coba` counts what kinds of finding on trial would have said. `tindakan` are the
    rows of a register that are taken, as the store keeps them; `acuan` the rules that a
    workbook of rules changes, and `beda` what that changes in words; `daftar` the rows
    of a list that is no report, by table, and `daftar_diterima` how many stand in its
    tables.
    """

    kelompok: list[Dinilai] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    nama_terdaftar: dict[str, str] = field(default_factory=dict)
    dibatalkan: frozenset[str] = frozenset()
    uji_coba: Counter[str] = field(default_factory=Counter)
    tindakan: list[dict[str, Any]] = field(default_factory=list)
    tindakan_tertahan: int = 0
    acuan: list[Butir] = field(default_factory=list)
    beda: list[Beda] = field(default_factory=list)
    acuan_tertahan: int = 0
    daftar: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    daftar_diterima: int = 0
    daftar_tertahan: int = 0

    @property
    def n_tertahan(self) -> int:
        """How many groups, actions, rules, or rows of a list, are held."""
        lain = self.tindakan_tertahan + self.acuan_tertahan + self.daftar_tertahan
        return sum(g.tertahan for g in self.kelompok) + lain

    @property
    def n_diterima(self) -> int:
        """How many groups, actions, rules, or rows of a list, are taken."""
        lain = len(self.tindakan) + len(self.acuan) + self.daftar_diterima
        return sum(not g.tertahan for g in self.kelompok) + lain


def stops(temuan: Iterable[Temuan]) -> bool:
    """Whether a finding rejects the whole file."""
    return any(
        t.tingkat == "galat" and JENIS[t.jenis].lingkup == "berkas" for t in temuan
    )


def assess(
    conn: Connection,
    bacaan: Bacaan,
    kode_dulu: Mapping[str, str] | None = None,
    sebelum: int = SEMUA,
) -> Penilaian:
    """Hold a workbook that was not rejected against the store.

    `kode_dulu` are the codes that an earlier reading of the same file gave, by name;
    `sebelum` is its number when it is read again: later submissions are not looked at.
    An official recap names no groups, so the registry has nothing to say of it.
    """
    if bacaan.golongan == "rekap":
        return Penilaian()
    if bacaan.golongan == "tindakan":
        return _of_register(conn, bacaan, sebelum)
    if bacaan.acuan:
        return _of_rules(conn, bacaan.acuan, sebelum)
    if bacaan.daftar:
        return _of_list(conn, str(bacaan.layout), bacaan.daftar, sebelum)
    wilayah, periode = str(bacaan.kode_wilayah), Periode.parse(str(bacaan.periode))
    terdaftar = registry(conn, wilayah)
    lalu = values_in(conn, wilayah, str(periode.previous()), sebelum)
    pencatat = Pencatat()
    daftar = Daftar(bacaan, pencatat, terdaftar, lalu)
    isi = list(zip(bacaan.kelompok, daftar.codes(kode_dulu or {}), strict=True))
    daftar.twice(isi)
    pembanding = Pembanding(bacaan, pencatat)
    for g, kode in isi:
        daftar.who(g, kode)
        pembanding.last(g, lalu.get(kode) if kode else None)
    pembanding.columns([(g, lalu[k]) for g, k in isi if k and k in lalu])
    pembanding.around(Tetangga(conn, wilayah, periode, isi, lalu, sebelum))
    daftar.left_out({k for _, k in isi if k})
    return _judged(bacaan, pencatat, isi, terdaftar)


def _of_register(conn: Connection, bacaan: Bacaan, sebelum: int) -> Penilaian:
    """A register held against the groups and actions that are known."""
    dinilai = assess_actions(conn, bacaan, sebelum)
    return Penilaian(
        temuan=dinilai.temuan,
        tindakan=dinilai.rows,
        tindakan_tertahan=dinilai.n_tertahan,
    )


def _of_rules(conn: Connection, isi: IsiAcuan, sebelum: int) -> Penilaian:
    """A workbook of rules held against those that count."""
    dinilai = assess_acuan(conn, isi, sebelum)
    return Penilaian(
        temuan=dinilai.temuan,
        acuan=dinilai.butir,
        beda=dinilai.beda,
        acuan_tertahan=dinilai.n_tertahan,
    )


def _of_list(conn: Connection, layout: str, isi: IsiDaftar, sebelum: int) -> Penilaian:
    """A list that is no report held against the groups and names that are known."""
    dinilai = assess_list(conn, layout, isi, sebelum)
    return Penilaian(
        temuan=dinilai.temuan,
        daftar=dinilai.rows,
        daftar_diterima=sum(len(dinilai.rows[n]) for n in isi.rows),
        daftar_tertahan=dinilai.n_tertahan,
    )


def _judged(
    bacaan: Bacaan,
    pencatat: Pencatat,
    isi: Sequence[tuple[BarisKelompok, str | None]],
    terdaftar: Mapping[str, Registered],
) -> Penilaian:
    tertahan = bacaan.tertahan() | {
        t.kelompok
        for t in pencatat.temuan
        if t.tingkat == "galat" and JENIS[t.jenis].lingkup == "kelompok"
    }
    return Penilaian(
        [Dinilai(g, k, g.sebutan in tertahan) for g, k in isi],
        pencatat.temuan,
        {d.kode: d.nama for d in terdaftar.values()},
        frozenset(d.kode for d in terdaftar.values() if not d.periode_pertama),
        pencatat.uji_coba,
    )
