"""Small tables of words as native tables, letters as large as they fit."""

from collections.abc import Callable
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches

from charts.theme import AKSEN, DASAR, DASAR_KEDUA, TEKS
from reports.pptx.box import Gaya, Kotak, describe, lines, rgb, say, text_width
from reports.slide import Tabel


def table(shapes: Any, b: Tabel, kotak: Kotak) -> None:  # noqa: ANN401
    """Draws the table from the top of its box, as wide as it."""
    semua = [b.kepala, *b.baris]
    ukuran, lebar = _table_size(semua, kotak)
    tinggi = _row_heights(semua, lebar, ukuran)
    di = Kotak(kotak.x, kotak.y, sum(lebar), sum(tinggi))
    bingkai = shapes.add_table(len(semua), len(b.kepala), *di.emu)
    describe(bingkai, b.judul or "Tabel", f"Tabel. {b.judul}. {b.sumber}".strip())
    for k, w in zip(bingkai.table.columns, lebar, strict=True):
        k.width = Inches(w)
    for i, baris in enumerate(semua):
        bingkai.table.rows[i].height = Inches(tinggi[i])
        for j, teks in enumerate(baris):
            _cell(bingkai.table.cell(i, j), teks, ukuran, kepala=i == 0,
                  kanan=j > 0 and _is_number(b, j), selang=i % 2 == 0)  # fmt: skip


def _table_size(
    semua: list[tuple[str, ...]], kotak: Kotak
) -> tuple[float, list[float]]:
    """Size of letters and widths of columns at which the table fits into the box."""
    for ukuran in (20.0, 18.0, 16.0, 14.0, 12.0, 11.0, 10.0, 9.0):
        kata = _widest(semua, ukuran, str.split)
        isi = _widest(semua, ukuran, lambda t: [t])
        sisa = kotak.w - sum(kata)
        lebih = sum(isi) - sum(kata)
        bagian = sisa / lebih if lebih else 0.0
        lebar = [k + (i - k) * bagian for k, i in zip(kata, isi, strict=True)]
        if not lebih:
            lebar = [kotak.w / len(kata)] * len(kata)
        if sisa >= 0 and sum(_row_heights(semua, lebar, ukuran)) <= kotak.h:
            break
    return ukuran, lebar


def _widest(
    semua: list[tuple[str, ...]], ukuran: float, parts: Callable[[str], list[str]]
) -> list[float]:
    """The widest part of the cells of each column, with its margins."""
    return [
        max(
            (text_width(t, ukuran, tebal=i == 0) for i, b in enumerate(semua)
             for t in parts(b[j])),
            default=0.0,
        ) + 0.25
        for j in range(len(semua[0]))
    ]  # fmt: skip


def _row_heights(
    semua: list[tuple[str, ...]], lebar: list[float], ukuran: float
) -> list[float]:
    return [
        max(lines(t, w - 0.2, ukuran, tebal=i == 0)
            for t, w in zip(baris, lebar, strict=True)) * ukuran * 1.2 / 72 + 0.16
        for i, baris in enumerate(semua)
    ]  # fmt: skip


def _is_number(b: Tabel, j: int) -> bool:
    """Whether a column's cells begin with a digit, a sign or Rp."""
    isi = [baris[j] for baris in b.baris if baris[j]]
    return bool(isi) and all(t[0].isdigit() or t[:2] in ("Rp", "-R") or
                             t[0] in "+-–" for t in isi)  # fmt: skip


def _cell(
    sel: Any, teks: str, ukuran: float, *, kepala: bool, kanan: bool, selang: bool  # noqa: ANN401
) -> None:  # fmt: skip
    sel.fill.solid()
    warna = AKSEN if kepala else DASAR_KEDUA if selang else DASAR
    sel.fill.fore_color.rgb = rgb(warna)
    sel.margin_left = sel.margin_right = Inches(0.1)
    sel.margin_top = sel.margin_bottom = Inches(0.05)
    sel.vertical_anchor = MSO_ANCHOR.MIDDLE
    jajar = PP_ALIGN.RIGHT if kanan else PP_ALIGN.LEFT
    say(sel.text_frame.paragraphs[0], teks,
        Gaya(ukuran, kepala, DASAR if kepala else TEKS, jajar))  # fmt: skip
