"""The tables of a workbook whose headings name groups: their columns and rows."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from loaders.form.heading import Kepala, Terurai, cell_type
from loaders.form.layout import Kolom, Lembar
from loaders.form.match import Cocok
from loaders.form.table import data_rows
from loaders.formats.workbook import Workbook
from loaders.mapping.block import Blok, find_block
from loaders.mapping.records import CATATAN, KUNCI, NOMOR, VARIABEL
from loaders.mapping.remembered import fingerprint
from loaders.mapping.words import candidates
from reference.kosakata import at_level

_LEMBAR_PALING_BANYAK = 40
_DIKENAL = 0.75
_PALING_SEDIKIT = 2
_TANPA = "\0"
DIBACA = (VARIABEL, KUNCI, CATATAN)

Peran = tuple[str, str]
"""What a column is, and for a variable its name."""


@dataclass(eq=False)
class Tabel:
    """One table: its headings and the indexes of its rows of data."""

    blok: Blok
    rows: list[int] = field(default_factory=list)

    @property
    def nama(self) -> str:
        """The sheet it stands in."""
        return self.blok.grid.nama

    @cached_property
    def kolom(self) -> list[int]:
        """Its columns: those with a heading, and those half full without one."""
        rows = self.blok.grid.rows
        lebar = len(rows[0]) if rows else 0
        cukup = max(1, (len(self.rows) + 1) // 2)
        return [
            j
            for j in range(lebar)
            if j in self.blok.jalur or sum(rows[i][j] != "" for i in self.rows) >= cukup
        ]

    @cached_property
    def kunci(self) -> dict[int, str]:
        """The folded heading of each column; one that comes again is numbered."""
        ada, hasil, banyak = self.blok.keys(), {}, Counter[str]()
        for j in self.kolom:
            satu = ada.get(j, "")
            banyak[satu] += 1
            hasil[j] = satu if satu and banyak[satu] == 1 else f"{satu}#{banyak[satu]}"
        return hasil

    @property
    def sidik(self) -> tuple[int, list[str]]:
        """What the fingerprint is made of."""
        return self.blok.satuan, list(self.kunci.values())

    def cells(self, j: int) -> list[object]:
        """The cells of one column in the rows of data."""
        return [self.blok.grid.rows[i][j] for i in self.rows]

    def huruf(self, j: int) -> str:
        """The letters of a column."""
        return self.blok.grid.kolom(j)

    def fitted(self, peran: dict[int, Peran], lambat: Collection[int] = ()) -> Cocok:
        """The table as the readers of our forms take it, with the columns read so.

        The cells of the columns in `lambat` are not taken as they are.
        """
        return Cocok(
            Terurai(_sheet(self.nama, peran), {}, (), frozenset()),
            self.blok.grid,
            self.blok.akhir,
            _header(self, peran, lambat),
        )


def _sheet(nama: str, peran: dict[int, Peran]) -> Lembar:
    semua = list(peran.values())
    return Lembar(
        nama,
        "tabel",
        True,
        level="kelompok",
        kunci=tuple(n for p, n in semua if p == KUNCI),
        variabel=tuple(n for p, n in semua if p == VARIABEL),
    )


def _header(tabel: Tabel, peran: dict[int, Peran], lambat: Collection[int]) -> Kepala:
    kolom = {
        j: Kolom(tabel.blok.judul(j), p, n)
        for j, (p, n) in peran.items()
        if p in (*DIBACA, NOMOR)
    }
    tipe = {j: cell_type(k) for j, k in kolom.items()}
    data = [j for j, k in kolom.items() if k.peran in (VARIABEL, CATATAN)]
    cepat = {j for j in data if tipe[j] == "integer" and j not in lambat}
    lebar = len(tabel.blok.grid.rows[0])
    return Kepala(
        kolom=kolom,
        asing=[j for j in tabel.kolom if j not in kolom],
        ganda={},
        ribuan=[],
        hilang=[],
        nomor=next((j for j, k in kolom.items() if k.peran == NOMOR), None),
        kunci=[j for j, k in kolom.items() if k.peran == KUNCI],
        data=data,
        bulat=[(j, kolom[j].nama) for j in data if j in cepat],
        lain=[j for j in data if j not in cepat],
        tipe=tipe,
        tanpa_judul=[j for j in range(lebar) if j not in tabel.kolom],
        teks={
            j: str(tabel.blok.grid.rows[tabel.blok.akhir][j]) or _TANPA for j in kolom
        },
    )


def _known_numbers(blok: Blok) -> int:
    """How many different variables that are numbers the headings name."""
    angka = {n for n, v in at_level("kelompok").items() if v.is_number}
    return len(
        {
            c.nama
            for jalur in blok.jalur.values()
            for c in candidates(jalur)[:1]
            if c.nama in angka and c.nilai >= _DIKENAL
        }
    )


def _rough_roles(blok: Blok) -> dict[int, Peran]:
    """What is needed to tell rows of data from the rest."""
    hasil: dict[int, Peran] = dict.fromkeys(blok.jalur, (VARIABEL, "nama_kelompok"))
    for j, jalur in blok.jalur.items():
        calon = candidates(jalur)
        if calon and calon[0].nama == f"@{NOMOR}":
            hasil[j] = (NOMOR, "")
        elif calon and calon[0].nama == "kode_kelompok":
            hasil[j] = (KUNCI, "kode_kelompok")
    hasil[blok.nama] = (KUNCI, "nama_kelompok")
    return hasil


def find_tables(buku: Workbook) -> list[Tabel]:
    """The tables of a workbook that name groups and at least two of our numbers."""
    hasil = []
    for nama in buku.names[:_LEMBAR_PALING_BANYAK]:
        grid = buku.grid(nama)
        if not grid.rows:
            continue
        blok = find_block(grid, buku.merged(nama))
        if blok is None or _known_numbers(blok) < _PALING_SEDIKIT:
            continue
        tabel = Tabel(blok)
        tabel.rows = data_rows(tabel.fitted(_rough_roles(blok))).isi
        hasil.append(Tabel(blok, tabel.rows))
    return hasil


def layout_of(tabel: list[Tabel]) -> str:
    """The fingerprint of the tables of a workbook."""
    return fingerprint(t.sidik for t in tabel)
