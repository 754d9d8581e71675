"""Which sheet of a workbook is which sheet of a form, told by its headings."""

import re
from dataclasses import dataclass, field
from functools import cache

from loaders.grid import Grid
from loaders.layout import Kolom, Layout, Lembar, fold_judul, layouts
from loaders.workbook import Workbook

_BARIS_DICARI = 300
_CUKUP = 0.6
_PALING_SEDIKIT = 0.4
_RIBUAN = re.compile(r"\((?=[^)]*(?:000|ribu|rb|juta|jt))[^)]*\)\s*$", re.I)


@dataclass(slots=True)
class Terurai:
    """A sheet of a form with its headings folded once."""

    lembar: Lembar
    judul: dict[str, Kolom]
    kolom: tuple[Kolom, ...]

    @property
    def kunci(self) -> set[str]:
        """The variables by which a row is known."""
        return set(self.lembar.kunci)


@dataclass(slots=True)
class Cocok:
    """A sheet that fits: where its headings stand and what each column is.

    `judul` is the index of the header row in `grid.rows` (-1 in a sheet of labels).
    Column indexes count within `grid.rows`.
    """

    terurai: Terurai
    grid: Grid
    judul: int = -1
    kolom: dict[int, Kolom] = field(default_factory=dict)
    asing: list[int] = field(default_factory=list)
    ganda: dict[str, list[int]] = field(default_factory=dict)
    ribuan: list[int] = field(default_factory=list)

    @property
    def lembar(self) -> Lembar:
        """The sheet of the form."""
        return self.terurai.lembar

    @property
    def hilang(self) -> list[Kolom]:
        """The columns that the form has and this sheet lacks."""
        ada = {id(k) for k in self.kolom.values()}
        return [
            k
            for k in self.terurai.kolom
            if k.peran not in ("otomatis", "catatan") and id(k) not in ada
        ]


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


@cache
def _parsed(kode: str) -> tuple[Terurai, ...]:
    hasil = []
    for lembar in layouts()[kode].lembar:
        judul = lembar.headings()
        unik = {id(k): k for k in judul.values() if k.peran != "nomor"}
        hasil.append(Terurai(lembar, judul, tuple(unik.values())))
    return tuple(hasil)


def _find_header(grid: Grid, t: Terurai) -> tuple[int, int]:
    """The row that holds most headings, and how many; (-1, 0) when none has a key."""
    terbaik = (-1, 0)
    cukup = _CUKUP * len(t.kolom)
    for i, baris in enumerate(grid.rows[:_BARIS_DICARI]):
        ada = {
            k.judul: k
            for sel in baris
            if type(sel) is str and sel and (k := t.judul.get(fold_judul(sel)))
        }
        if len(ada) > terbaik[1] and any(k.nama in t.kunci for k in ada.values()):
            terbaik = (i, len(ada))
            if len(ada) >= cukup:
                break
    return terbaik


def _columns(grid: Grid, t: Terurai, judul: int) -> Cocok:
    cocok = Cocok(t, grid, judul)
    letak: dict[str, list[int]] = {}
    for j, sel in enumerate(grid.rows[judul]):
        if type(sel) is not str or not sel.strip():
            if sel != "" and type(sel) is not str:
                cocok.asing.append(j)
            continue
        kolom = t.judul.get(fold_judul(sel))
        if kolom is None:
            ribuan = t.judul.get(fold_judul(_RIBUAN.sub("", sel)))
            (cocok.ribuan if ribuan else cocok.asing).append(j)
            kolom = ribuan
        if kolom:
            letak.setdefault(kolom.judul, []).append(j)
            cocok.kolom[j] = kolom
    for nama, tempat in letak.items():
        if len(tempat) > 1 and cocok.kolom[tempat[0]].peran not in (
            "nomor",
            "otomatis",
        ):
            cocok.ganda[nama] = tempat
    return cocok


def _labels(grid: Grid, t: Terurai) -> int:
    """How many labels of an isian sheet stand in a sheet; 0 without a place."""
    ada = {
        k.nama
        for baris in grid.rows[:_BARIS_DICARI]
        for sel in baris
        if type(sel) is str and sel and (k := t.judul.get(fold_judul(sel)))
    }
    return len(ada) if ada & {"kelurahan", "periode"} else 0


def _try(grid: Grid, t: Terurai, paling_sedikit: float) -> tuple[int, Cocok | None]:
    """How well a sheet fits, and how, when it fits well enough."""
    if t.lembar.jenis == "isian":
        nilai = _labels(grid, t)
        return nilai, Cocok(t, grid) if nilai >= 2 else None
    judul, nilai = _find_header(grid, t)
    if judul < 0 or nilai < max(2, paling_sedikit * len(t.kolom)):
        return nilai, None
    return nilai, _columns(grid, t, judul)


def match(buku: Workbook, layout: Layout) -> Kecocokan:
    """How a workbook fits a form: by the names of its sheets, else by headings."""
    hasil = Kecocokan(layout)
    sisa = {n: fold_judul(n) for n in buku.names}
    belum = []
    for t in _parsed(layout.kode):
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
    calon = [n for n, f in sisa.items() if f not in abaikan]
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
