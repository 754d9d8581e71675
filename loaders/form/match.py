"""Which sheet of a workbook is which sheet of a form, told by its headings."""

from dataclasses import dataclass, field

from loaders.form.heading import Kepala, Terurai, find_header, parsed, read_header
from loaders.form.layout import Layout, Lembar, fold_judul
from loaders.formats.grid import Grid
from loaders.formats.workbook import Workbook

_PALING_SEDIKIT = 0.4
_LABEL_SEDIKIT = 2
_KEPALA_KOSONG = Kepala({}, [], {}, [], [], None, [], [], [], [], {}, [], {})


@dataclass(slots=True)
class Cocok:
    """A sheet that fits: where its headings stand and what each column is.

    `judul` is the index of the header row in `grid.rows` (-1 in a sheet of labels).
    """

    terurai: Terurai
    grid: Grid
    judul: int = -1
    kepala: Kepala = _KEPALA_KOSONG

    @property
    def lembar(self) -> Lembar:
        """The sheet of the form."""
        return self.terurai.lembar


@dataclass(slots=True)
class Kecocokan:
    """How a workbook fits a form; `ganda` are sheets that fit the same sheet."""

    layout: Layout
    cocok: dict[str, Cocok] = field(default_factory=dict)
    ganda: dict[str, list[str]] = field(default_factory=dict)
    lain: list[str] = field(default_factory=list)

    @property
    def utama(self) -> Cocok | None:
        """The table in which every group must stand."""
        semua = (s.nama for s in self.layout.lembar if s.level == "kelompok")
        return self.cocok.get(next(semua, ""))

    @property
    def identitas(self) -> Cocok | None:
        """The sheet that says which kelurahan and which period."""
        semua = (s.nama for s in self.layout.lembar if s.isian)
        return self.cocok.get(next(semua, ""))


def _labels(rows: list[list[object]], t: Terurai) -> int:
    """How many labels of an isian sheet stand in rows; 0 without a place."""
    ada = {
        k.nama
        for baris in rows
        for sel in baris
        if type(sel) is str and sel and (k := t.judul.get(fold_judul(sel)))
    }
    return len(ada) if ada & {"kelurahan", "periode"} else 0


def _try(grid: Grid, t: Terurai, paling_sedikit: float) -> tuple[int, Cocok | None]:
    """How well a sheet fits, and how, when it fits well enough."""
    if t.lembar.jenis == "isian":
        nilai = _labels(grid.rows, t)
        return nilai, Cocok(t, grid) if nilai >= _LABEL_SEDIKIT else None
    judul, nilai = find_header(grid, t)
    if judul < 0 or nilai < max(2, paling_sedikit * len(t.kolom)):
        return nilai, None
    if t.lembar.isian and _labels(grid.rows[:judul], t) < _LABEL_SEDIKIT:
        return nilai, None
    return nilai, Cocok(t, grid, judul, read_header(t, tuple(grid.rows[judul])))


def match(buku: Workbook, layout: Layout) -> Kecocokan:
    """How a workbook fits a form: by the names of its sheets, else by headings."""
    hasil = Kecocokan(layout)
    sisa = {n: fold_judul(n) for n in buku.names}
    belum = []
    for t in parsed(layout.kode):
        nama = next(
            (n for n, f in sisa.items() if f == fold_judul(t.lembar.nama)), None
        )
        _, cocok = _try(buku.grid(nama), t, 0) if nama else (0, None)
        if nama and cocok:
            hasil.cocok[t.lembar.nama] = cocok
            del sisa[nama]
        else:
            belum.append(t)
    abaikan = {fold_judul(n) for n in layout.abaikan}
    calon = [n for n, f in sisa.items() if f not in abaikan and not buku.set_aside(n)]
    for t in belum:
        _by_headings(buku, t, calon, hasil)
    dipakai = {c.grid.nama for c in hasil.cocok.values()}
    hasil.lain = [n for n in buku.names if n not in dipakai]
    return hasil


def _by_headings(
    buku: Workbook, t: Terurai, calon: list[str], hasil: Kecocokan
) -> None:
    semua = [(_try(buku.grid(n), t, _PALING_SEDIKIT), n) for n in calon]
    muat = sorted(((v, n, c) for (v, c), n in semua if c), key=lambda x: -x[0])
    if not muat:
        return
    hasil.cocok[t.lembar.nama] = muat[0][2]
    seri = [n for v, n, _ in muat if v == muat[0][0]]
    if len(seri) > 1:
        hasil.ganda[t.lembar.nama] = seri
    for nama in seri:
        calon.remove(nama)
