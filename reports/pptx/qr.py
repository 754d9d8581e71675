"""The live address as a code for a telephone's camera, of native squares."""

from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.util import Inches

from charts.theme import DASAR
from reports.pptx.box import Gaya, Kotak, describe, fit, flat, rgb, words

_TEPI = 4


def code(shapes: Any, alamat: str, kotak: Kotak) -> None:  # noqa: ANN401
    """Draws the code in a square box, and the address in words under it."""
    import segno

    kode = segno.make(alamat, error="m", micro=False)
    baris = [list(b) for b in kode.matrix_iter(border=_TEPI)]
    sisi = kotak.w / len(baris)
    latar = shapes.add_shape(1, *Kotak(kotak.x, kotak.y, kotak.w, kotak.w).emu)
    latar.fill.solid()
    latar.fill.fore_color.rgb = rgb(DASAR)
    latar.line.fill.background()
    flat(latar)
    describe(latar, "Latar kode QR")
    gelap = [(x, y, n) for y, b in enumerate(baris) for x, n in _runs(b)]
    satuan = Inches(1) * sisi / 1000
    x, y, n = gelap[0]
    jalan = shapes.build_freeform(x * 1000, y * 1000, scale=satuan)
    for i, (x, y, n) in enumerate(gelap):
        if i:
            jalan.move_to(x * 1000, y * 1000)
        jalan.add_line_segments(
            [((x + n) * 1000, y * 1000), ((x + n) * 1000, y * 1000 + 1000),
             (x * 1000, y * 1000 + 1000)]
        )  # fmt: skip
    bentuk = jalan.convert_to_shape(Inches(kotak.x), Inches(kotak.y))
    bentuk.fill.solid()
    bentuk.fill.fore_color.rgb = rgb("#000000")
    bentuk.line.fill.background()
    flat(bentuk)
    describe(bentuk, "Kode QR", f"Kode QR menuju {alamat}")
    kata = alamat.removeprefix("https://").removeprefix("http://").rstrip("/")
    di = Kotak(kotak.x, kotak.y + kotak.w + 0.05, kotak.w, 0.5)
    besar = fit(kata, di, (14, 12, 11, 10))
    words(shapes, di, kata, Gaya(besar, True, DASAR, PP_ALIGN.CENTER))


def _runs(baris: list[int]) -> list[tuple[int, int]]:
    """Where dark squares stand together: the first, and how many.

    >>> _runs([0, 1, 1, 0, 1])
    [(1, 2), (4, 1)]
    """
    hasil: list[tuple[int, int]] = []
    for x, hitam in enumerate(baris):
        if hitam and hasil and sum(hasil[-1]) == x:
            hasil[-1] = (hasil[-1][0], hasil[-1][1] + 1)
        elif hitam:
            hasil.append((x, 1))
    return hasil
