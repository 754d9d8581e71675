"""The rows around a workbook's groups, read from the store when a rule first asks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection

from checks.rules import KOLOM_BANDING
from checks.sekitar import KEPALA, PETUNJUK, Baris, Tabel
from loaders.bacaan import BarisKelompok
from reference.periode import Periode
from store.around import history, is_echoed, others

_KOLOM = (*KEPALA, *KOLOM_BANDING)
_LETAK = {n: i for i, n in enumerate(_KOLOM)}
_PETUNJUK = tuple(_LETAK[n] for n in PETUNJUK)
_BERSAMA = 2
_KOSONG = Tabel(_LETAK, ())

Isi = Sequence[tuple[BarisKelompok, str | None]]
Angka = frozenset[tuple[int, Any]]


class Tetangga:
    """What stands around the groups of one workbook, each table read at most once.

    `isi` are its groups with their codes; `lalu` their values one period before, by
    code; `sebelum` the submission at which the store is cut.
    """

    def __init__(
        self,
        conn: Connection,
        kode_wilayah: str,
        periode: Periode,
        isi: Isi,
        lalu: Mapping[str, Mapping[str, Any]],
        sebelum: int,
    ) -> None:
        self.conn = conn
        self.kode_wilayah = kode_wilayah
        self.periode = str(periode)
        self._sebelumnya = str(periode.previous())
        self.isi = isi
        self.lalu = lalu
        self._sebelum = sebelum

    def __iter__(self) -> Iterator["SatuKelompok"]:
        """Each group with what is around it, in the order of the workbook."""
        for urut, (g, kode) in enumerate(self.isi):
            lalu = self.lalu.get(kode) if kode else None
            yield SatuKelompok(self, urut, g, kode, lalu)

    @cached_property
    def history(self) -> dict[str, list[Baris]]:
        """The earlier rows of the kelurahan's groups, by code."""
        return history(
            self.conn, self.kode_wilayah, self.periode, KOLOM_BANDING, self._sebelum
        )

    @cached_property
    def others(self) -> Tabel:
        """The rows of other kelurahan in this period."""
        return self._others(self.periode)

    @cached_property
    def before(self) -> Tabel:
        """The rows of other kelurahan in the period before."""
        return self._others(self._sebelumnya)

    def _others(self, periode: str) -> Tabel:
        rows = others(
            self.conn, self.kode_wilayah, periode, KOLOM_BANDING, self._sebelum
        )
        return Tabel(_LETAK, rows)

    @cached_property
    def own(self) -> list[Baris]:
        """The workbook's own groups as rows."""
        tempat = self.kode_wilayah, self.periode
        return [
            (kode, *tempat, g.nama, *map(g.nilai.get, KOLOM_BANDING))
            for g, kode in self.isi
        ]

    @cached_property
    def echoes(self) -> list[Baris]:
        """The rows in the store that may share figures with some group, newest first.

        The store is asked once whether there are any; most often there are none.
        """
        dicari = {
            n: [v for g, _ in self.isi if (v := g.nilai.get(n))] for n in PETUNJUK
        }
        if sum(map(bool, dicari.values())) < _BERSAMA or not is_echoed(
            self.conn, self.kode_wilayah, self.periode, dicari, self._sebelum
        ):
            return []
        dulu = [b for rows in self.history.values() for b in reversed(rows)]
        return [*self.others.rows, *dulu]

    @cached_property
    def own_figures(self) -> list[Angka]:
        """The telltale figures of each of the workbook's own groups."""
        return list(map(_figures, self.own))

    @cached_property
    def echoed_figures(self) -> list[Angka]:
        """Those of each row in the store that may share some."""
        return list(map(_figures, self.echoes))


def _figures(baris: Baris) -> Angka:
    """A row's telltale figures, each with what it is a figure of."""
    return frozenset([(i, v) for i in _PETUNJUK if (v := baris[i])])


@dataclass(frozen=True)
class SatuKelompok:
    """One group of a workbook with what is around it: a `checks.sekitar.Sekitar`."""

    tetangga: Tetangga
    urut: int
    baris: BarisKelompok
    kode: str | None
    lalu: Mapping[str, Any] | None

    @property
    def nama(self) -> str:
        """Its name as written."""
        return self.baris.nama

    @property
    def kode_wilayah(self) -> str:
        """Its kelurahan."""
        return self.tetangga.kode_wilayah

    @property
    def periode(self) -> str:
        """The period's code."""
        return self.tetangga.periode

    @property
    def nilai(self) -> Mapping[str, Any]:
        """Its own row."""
        return self.baris.nilai

    @cached_property
    def riwayat(self) -> Tabel:
        """Its rows of earlier periods, oldest first; a new group has none to read."""
        if self.kode is None:
            return _KOSONG
        return Tabel(_LETAK, self.tetangga.history.get(self.kode, ()))

    @property
    def sebaya(self) -> Tabel:
        """The rows of other kelurahan's groups for the same period."""
        return self.tetangga.others

    @property
    def pendahulu(self) -> Tabel:
        """The rows of other kelurahan's groups for the period before."""
        return self.tetangga.before

    @cached_property
    def seangka(self) -> Tabel:
        """The rows that share two of the figures `PETUNJUK`, newest first."""
        t = self.tetangga
        ini = t.own_figures[self.urut]
        if len(ini) < _BERSAMA:
            return _KOSONG
        semua = zip(
            (*t.own[: self.urut], *t.echoes),
            (*t.own_figures[: self.urut], *t.echoed_figures),
            strict=True,
        )
        return Tabel(_LETAK, [b for b, angka in semua if len(ini & angka) >= _BERSAMA])
