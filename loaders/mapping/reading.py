"""Reads the tables of a workbook with a mapping, as our forms are read."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.bacaan import Bacaan
from loaders.cells.terbaca import KolomTerbaca
from loaders.form.columns import Pemeriksa
from loaders.form.groups import Lembaran, Penggabung
from loaders.form.heading import cell_type
from loaders.form.identity import Isian, Pengenal
from loaders.form.layout import Kolom, Layout
from loaders.form.match import Cocok, Kecocokan
from loaders.form.other import Dibaca
from loaders.form.ruled import Penguji
from loaders.form.values import Pembaca
from loaders.formats.grid import Grid, position
from loaders.formats.workbook import Workbook
from loaders.mapping.accounting import account, columns_of
from loaders.mapping.places import Bukti
from loaders.mapping.records import KolomPeta, Pemetaan, TabelPeta
from loaders.mapping.scaled import read_scaled
from loaders.mapping.tables import DIBACA, Tabel
from loaders.record import Pencatat
from reference.kosakata import variables

KODE = "pemetaan"
NAMA = "Susunan sendiri"

Terpetakan = tuple[Tabel, TabelPeta]


def located(tabel: Sequence[Tabel], peta: Sequence[TabelPeta]) -> list[Terpetakan]:
    """The tables that a mapping speaks of, in its order; [] when one is not there."""
    sisa = list(tabel)
    hasil = []
    for satu in peta:
        if not any(k.peran in DIBACA for k in satu.kolom):
            continue
        dicari = {k.kunci for k in satu.kolom if k.peran in DIBACA}
        ada = next(
            (t for t in sisa if dicari <= set(t.kunci.values())),
            None,
        )
        if ada is None:
            return []
        sisa.remove(ada)
        hasil.append((ada, satu))
    return hasil


class PembacaTerpetakan(Pembaca):
    """Reads numbers in the unit and style that were confirmed for their column."""

    def __init__(
        self,
        bacaan: Bacaan,
        pemeriksa: Pemeriksa,
        hari_ini: dt.date,
        kolom: Mapping[str, KolomPeta],
    ) -> None:
        """`kolom` are the mapped columns by variable."""
        super().__init__(bacaan, pemeriksa, hari_ini)
        self.kolom = kolom

    def read_column(
        self, kolom: Kolom, sel: Sequence[object], tipe: str = ""
    ) -> KolomTerbaca:
        peta = self.kolom.get(kolom.nama)
        if peta and (tipe or cell_type(kolom)) in ("integer", "decimal"):
            v = variables()[kolom.nama]
            return read_scaled(v, sel, peta.faktor, peta.gaya)
        return super().read_column(kolom, sel, tipe)

    def totals(self, lembaran: Lembaran, cocok: Cocok) -> None:
        """Holds the totals against the rows, both in the final unit of each column."""
        grid = cocok.grid
        rows = list(grid.rows)
        jumlah = [x.i for x in lembaran.jumlah]
        for i in (*jumlah, *(i for i, _ in lembaran.baris)):
            rows[i] = list(rows[i])
        for j, kolom in cocok.kepala.kolom.items():
            v, peta = variables().get(kolom.nama), self.kolom.get(kolom.nama)
            if v is None or peta is None or v.type not in ("integer", "decimal"):
                continue
            for i, g in lembaran.baris:
                nilai = g.nilai[v.name]
                if isinstance(nilai, int | float):
                    rows[i][j] = float(nilai)
            for i in jumlah:
                (nilai,) = read_scaled(v, [rows[i][j]], peta.faktor, peta.gaya).nilai
                rows[i][j] = float(nilai) if isinstance(nilai, int | float) else ""
        akhir = Grid(grid.nama, rows, grid.baris0, grid.kolom0)
        super().totals(lembaran, dataclasses.replace(cocok, grid=akhir))


@dataclass(slots=True)
class Hasil:
    """One reading with a mapping, not yet taken for good."""

    bacaan: Bacaan
    pemeriksa: Pemeriksa
    dibaca: Dibaca

    def take_over(self, bacaan: Bacaan, pemeriksa: Pemeriksa) -> Dibaca:
        """Gives what was read to the reading that asked for it."""
        bacaan.layout = self.bacaan.layout
        bacaan.kode_wilayah = self.bacaan.kode_wilayah
        bacaan.periode = self.bacaan.periode
        bacaan.kelompok = self.bacaan.kelompok
        bacaan.kolom = self.bacaan.kolom
        pemeriksa.buang.update(self.pemeriksa.buang)
        pemeriksa.pencatat.temuan.extend(self.pemeriksa.pencatat.temuan)
        for kode, banyak in self.pemeriksa.pencatat.uji_coba.items():
            pemeriksa.pencatat.uji_coba[kode] += banyak
        return self.dibaca


def read_mapped(
    buku: Workbook,
    pemetaan: Pemetaan,
    terpetakan: Sequence[Terpetakan],
    *,
    tempat: Bukti,
    waktu: Bukti,
    hari_ini: dt.date,
) -> Hasil:
    """What the tables say, read with a mapping; `tempat` and `waktu` are settled.

    A period that is not over yet, or of another rhythm, is a finding as in any form.
    """
    pencatat = Pencatat()
    bacaan = Bacaan(layout=KODE, pemetaan=pemetaan)
    pemeriksa = Pemeriksa(pencatat, buku)
    cocok = [_fitted(t, p) for t, p in terpetakan]
    _sheets(pemeriksa, cocok)
    _identify(bacaan, pencatat, cocok[0], tempat, waktu, hari_ini)
    kolom = {k.nama: k for _, p in terpetakan for k in p.kolom if k.nama}
    pembaca = PembacaTerpetakan(bacaan, pemeriksa, hari_ini, kolom)
    penguji = Penguji(bacaan, pemeriksa)
    for (tabel, peta), satu in zip(terpetakan, cocok, strict=True):
        account(pemeriksa, tabel, peta, satu)
    gabung = Penggabung(pencatat, bacaan.kode_wilayah)
    lembaran = list(_join(gabung, cocok))
    for satu_ in lembaran:
        pembaca.groups(satu_)
    for satu_ in lembaran[1:]:
        gabung.missing(satu_.cocok)
    bacaan.kelompok = gabung.kelompok
    penguji.groups()
    penguji.leave_out_empty(cocok[0].grid.nama)
    dibaca = {
        t.nama: (t.blok.grid, t.blok.akhir) for t, _ in terpetakan
    }  # fmt: skip
    return Hasil(bacaan, pemeriksa, dibaca)


def _fitted(tabel: Tabel, peta: TabelPeta) -> Cocok:
    kolom = columns_of(tabel, peta)
    peran = {j: (k.peran, k.nama) for j, k in kolom.items()}
    berkala = {j for j, k in kolom.items() if k.faktor != 1}
    return tabel.fitted(peran, lambat=berkala)


def _join(gabung: Penggabung, cocok: Sequence[Cocok]) -> Iterator[Lembaran]:
    """The tables, joined to groups: the one with most rows first."""
    for urut, satu in enumerate(cocok):
        yield gabung.further(satu) if urut else gabung.first(satu)


def _sheets(pemeriksa: Pemeriksa, cocok: Sequence[Cocok]) -> None:
    layout = Layout(KODE, NAMA, 1, "", tuple(c.lembar for c in cocok))
    dipakai = {c.grid.nama: c for c in cocok}
    lain = [n for n in pemeriksa.buku.names if n not in dipakai]
    pemeriksa.sheets(Kecocokan(layout, dict(dipakai), lain=lain))


def _identify(
    bacaan: Bacaan,
    pencatat: Pencatat,
    cocok: Cocok,
    tempat: Bukti,
    waktu: Bukti,
    hari_ini: dt.date,
) -> None:
    isian = Isian({"kelurahan": tempat.nilai, "periode": waktu.nilai})
    for nama, bukti in (("kelurahan", tempat), ("periode", waktu)):
        if bukti.sel and bukti.lembar == cocok.grid.nama:
            baris, kolom = position(bukti.sel)
            letak = (baris - cocok.grid.baris0, kolom - cocok.grid.kolom0)
            isian.letak[nama] = letak
    pengenal = Pengenal(pencatat, cocok, isian)
    bacaan.kode_wilayah = pengenal.kelurahan()
    periode = pengenal.periode(hari_ini)
    bacaan.periode = str(periode) if periode else None
