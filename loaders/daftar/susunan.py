"""How the sheets of a workbook hold a list: which form, its head, its tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.daftar.isian import KepalaIsian, find_head
from loaders.daftar.kepala import find_header
from loaders.daftar.pembaca_tabel import Tempat
from loaders.daftar.tabel import stamp
from loaders.formats.grid import Grid
from reference.daftar import Formulir, Tabel

_BARIS_CAP = 10


@dataclass(slots=True)
class Susunan:
    """How a workbook holds a form: its head, and where each table stands.

    A table may stand on several sheets, and several tables on one.
    """

    form: Formulir
    kepala: KepalaIsian
    versi: int | None
    contoh: bool
    tabel: dict[str, list[Tempat]] = field(default_factory=dict)

    @property
    def lembar(self) -> dict[str, Grid]:
        """The sheets that are read, by name."""
        semua = [self.kepala.grid, *(t.grid for v in self.tabel.values() for t in v)]
        return {g.nama: g for g in semua}

    def on(self, grid: Grid) -> Iterator[Tempat]:
        """The tables that stand on a sheet."""
        for semua in self.tabel.values():
            yield from (t for t in semua if t.grid is grid)


def arrange(grids: list[Grid], form: Formulir) -> Susunan | None:
    """How sheets hold a form; None without its stamp, or its head and a table."""
    cap = [stamp(g.rows[:_BARIS_CAP], form.cap) for g in grids]
    versi, contoh = next((c for c in cap if c[0] is not None), (None, False))
    awal = {
        (t.nama, g.nama): kepala
        for t in form.tabel
        for g in grids
        if (kepala := find_header(
            g, t.kolom, tanda=_marks(t), sedikit=2, boleh_tanpa=_wide(t),
            sampai=len(g.rows),
        ))
    }  # fmt: skip
    mulai = {
        g.nama: sorted(k.judul for (_, n), k in awal.items() if n == g.nama)
        for g in grids
    }
    heads = [find_head(g, form, (mulai[g.nama] or [len(g.rows)])[0]) for g in grids]
    utama = max(heads, key=lambda k: len(k.letak))
    wajib = {k.nama for k in form.kepala if k.wajib}
    dikenal = utama.letak.keys() >= wajib and bool(awal)
    if not dikenal and (versi is None or not utama.letak):
        return None
    s = Susunan(form, utama, versi, contoh)
    for g in grids:
        for t in form.tabel:
            if judul := awal.get((t.nama, g.nama)):
                lanjut = [m for m in mulai[g.nama] if m > judul.judul]
                akhir = lanjut[0] if lanjut else len(g.rows)
                s.tabel.setdefault(t.nama, []).append(Tempat(g, judul, akhir))
    return s


def _wide(t: Tabel) -> set[str]:
    return {t.matriks.kolom, t.matriks.isi} if t.matriks else set()


def _marks(t: Tabel) -> set[str]:
    """The columns without which a row is no heading of a table."""
    return {k.nama for k in t.kolom if k.wajib} - _wide(t)
