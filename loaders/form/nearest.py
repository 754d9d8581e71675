"""One line on a file that is none of our forms: what it is, and what is missing."""

from loaders.form.layout import Layout
from loaders.form.match import Kecocokan
from loaders.formats.grid import Grid
from loaders.formats.workbook import Workbook
from loaders.record import quote
from reference.tulisan import daftar

_BARIS_KEPALA = 10
_JUDUL_DITULIS = 4
_JUDUL_PALING_PANJANG = 45


def _headings(grid: Grid) -> list[str]:
    """The row near the top that most looks like headings: distinct texts and years."""
    terbaik: list[str] = []
    for baris in grid.rows[:_BARIS_KEPALA]:
        isi: dict[str, None] = {}
        for sel in baris:
            if isinstance(sel, str) and sel.strip():
                isi[" ".join(sel.split())] = None
            elif isinstance(sel, float) and 1900 <= sel <= 2100 and sel.is_integer():
                isi[str(int(sel))] = None
        if len(isi) > len(terbaik) and len(isi) >= 2:
            terbaik = list(isi)
        if len(terbaik) >= 3 and all(isinstance(s, str) for s in baris):
            break
    return terbaik


def _shorten(judul: str) -> str:
    if len(judul) <= _JUDUL_PALING_PANJANG:
        return quote(judul)
    return quote(judul[: _JUDUL_PALING_PANJANG - 1].rstrip() + "…")


def describe(buku: Workbook) -> str:
    """What a workbook seems to be, by its sheets and their headings."""
    bagian = []
    for nama in buku.names[:2]:
        judul = [_shorten(j) for j in _headings(buku.grid(nama))]
        if judul:
            isi = f"judul kolom {daftar(judul, paling_banyak=_JUDUL_DITULIS)}"
            apa = "tabel CSV" if buku.jenis == "csv" else f"lembar {quote(nama)}"
            bagian.append(f"{apa} dengan {isi}")
    if not bagian:
        return "tidak berisi tabel"
    lain = len(buku.names) - len(bagian)
    return f"berisi {daftar(bagian)}" + (
        f", serta {lain} lembar lain" if lain > 0 else ""
    )


def why_not(buku: Workbook, k: Kecocokan) -> str:
    """Why a workbook is not a form: what it seems to be, and what it lacks of it."""
    ada = list(k.cocok)
    hilang = [lembar.nama for lembar in k.layout.lembar if lembar.nama not in ada]
    kurang = f"lembar {daftar(hilang)} tidak ada"
    if not ada:
        return f"Bukan {k.layout.nama}: berkas {describe(buku)}; {kurang}"
    return f"{k.layout.nama} tidak lengkap: ada lembar {daftar(ada)}, tetapi {kurang}"


def expected(layout: Layout) -> str:
    """What the form consists of, in words."""
    return f"{layout.nama} dengan lembar {daftar([s.nama for s in layout.lembar])}"
