"""Whether the columns that a form adds up by itself agree with their terms."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from loaders.bacaan import BarisKelompok
from loaders.form.match import Cocok
from loaders.form.sums import SELISIH, KolomOtomatis, automatic
from loaders.form.suspects import RUSAK, TEKS, TERLEWAT
from loaders.form.terms import (
    SEL_TERBACA,
    Isi,
    Suku,
    contrast,
    may_be_blank,
    printed,
    term,
)
from loaders.form.totals import tolerance
from loaders.formats.grid import ErrorCell
from loaders.record import Pencatat
from reference.tulisan import daftar

_SISI = {SELISIH: "aset dikurangi modal dan kewajiban"}


class Beda(NamedTuple):
    """An automatic cell that its row contradicts, and what alone explains it."""

    k: KolomOtomatis
    i: int
    g: BarisKelompok
    tertulis: float | ErrorCell
    hitung: float
    sebab: str
    suku: tuple[Suku, ...]


def check_automatic(
    pencatat: Pencatat, cocok: Cocok, baris: Sequence[tuple[int, BarisKelompok]]
) -> None:
    """Writes down every automatic cell with a value that its row contradicts.

    A blank one says nothing: its formula was never worked out. Where text instead of
    numbers, or a broken formula, is all that is wrong, one finding tells of the column.
    """
    rows = cocok.grid.rows
    for k in automatic(cocok.kepala):
        salah = [
            beda
            for i, g in baris
            if type(ada := rows[i][k.j]) in SEL_TERBACA and ada != ""
            if not _agrees(rows[i], k)
            for beda in _differences(cocok, k, i, g)
        ]
        for sebab in (TEKS, RUSAK):
            if sama := [b for b in salah if b.sebab == sebab]:
                _tell(pencatat, cocok, sama)
        for b in salah:
            if b.sebab not in (TEKS, RUSAK):
                _tell(pencatat, cocok, [b])


def _agrees(sel: Sequence[Any], k: KolomOtomatis) -> bool:
    """Whether plain numbers add up exactly; False when it must be looked at closely."""
    try:
        hasil: Any = sum(filter(None, map(sel.__getitem__, k.tambah)))
        if k.kurang:
            hasil -= sum(filter(None, map(sel.__getitem__, k.kurang)))
    except TypeError:
        return False
    return bool(hasil == sel[k.j])


def _differences(
    cocok: Cocok, k: KolomOtomatis, i: int, g: BarisKelompok
) -> Iterator[Beda]:
    """The difference in one row looked at closely, if there is one."""
    sel = cocok.grid.rows[i]
    tertulis = printed(sel[k.j], k.satuan)
    if tertulis is None or any(sel[j] == "" for j in k.wajib):
        return
    isi = Isi({i: g.nilai}, {})
    tanda = dict.fromkeys(k.tambah, 1) | dict.fromkeys(k.kurang, -1)
    semua = [term(cocok, isi, i, j, k.satuan) for j in tanda]
    suku = [s for s in semua if s is not None]
    hitung = sum(tanda[s.j] * s.nilai for s in suku)
    if len(suku) < len(semua):
        return
    if isinstance(tertulis, ErrorCell):
        yield Beda(k, i, g, tertulis, hitung, RUSAK, ())
    elif any(may_be_blank(tertulis, s) for s in _parts(k, suku)):
        return
    elif abs(hitung - tertulis) > tolerance(k.satuan):
        yield Beda(k, i, g, tertulis, hitung, *_cause(suku, hitung - tertulis))


def _parts(k: KolomOtomatis, suku: Sequence[Suku]) -> Sequence[Sequence[Suku]]:
    """The groups of terms each of which must have a number, or the cell is blank."""
    return [[s] for s in suku if s.j in k.wajib] or [suku]


def _cause(suku: Sequence[Suku], kurang: float) -> tuple[str, tuple[Suku, ...]]:
    """Which terms alone explain the difference."""
    teks = tuple(s for s in suku if s.teks)
    if teks and sum(s.nilai for s in teks) == kurang:
        return TEKS, teks
    satu = tuple(s for s in suku if s.nilai == kurang)
    return (TERLEWAT, satu) if len(satu) == 1 else ("", ())


def _tell(pencatat: Pencatat, cocok: Cocok, semua: Sequence[Beda]) -> None:
    b, *lain = semua
    grid = cocok.grid
    apa = _SISI.get(b.k.label, "jumlah bagian-bagiannya")
    kalimat, ada, harus = contrast(b.tertulis, b.hitung, b.k.satuan, apa)
    kalimat = f"{b.k.label} {kalimat}"
    if b.suku:
        label = [cocok.kepala.kolom[s.j].judul for s in b.suku]
        kalimat += f"; mungkin karena {daftar(label, paling_banyak=3)} {b.sebab}"
    kalimat += f" (kelompok {b.g.nama or b.g.kode})"
    if lain:
        kalimat += f"; begitu pula {len(lain)} baris lain"
    sel_lain = [grid.sel(x.i, x.k.j) for x in lain]
    sel_lain += [grid.sel(s.i, s.j) for x in semua for s in x.suku]
    pencatat.catat(
        "hitungan_tidak_cocok",
        kalimat,
        lembar=grid.nama,
        sel=grid.sel(b.i, b.k.j),
        sel_lain=tuple(sel_lain),
        kelompok=None if lain else b.g.sebutan,
        ditemukan=ada,
        diharapkan=harus,
        alasan="" if lain else b.g.catatan,
    )
