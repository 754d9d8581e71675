"""The live address as a code for a telephone's camera."""

import io
from typing import Any

from pptx.enum.text import PP_ALIGN

from charts.theme import DASAR
from reports.pptx.box import Gaya, Kotak, describe, fit, words

_TITIK = 10


def code(shapes: Any, alamat: str, kotak: Kotak) -> None:  # noqa: ANN401
    """Draws the code in a square box, and the address in words under it.

    A picture, with the white border that cameras need: as one shape of some four
    hundred squares it would take longer than all the rest of the presentation.
    """
    import segno

    gambar = io.BytesIO()
    segno.make(alamat, error="m", micro=False).save(
        gambar, kind="png", scale=_TITIK, border=4
    )
    bentuk = shapes.add_picture(gambar, *kotak.emu)
    describe(bentuk, "Kode QR", f"Kode QR menuju {alamat}")
    kata = alamat.removeprefix("https://").removeprefix("http://").rstrip("/")
    di = Kotak(kotak.x, kotak.y + kotak.w + 0.05, kotak.w, 0.5)
    besar = fit(kata, di, (14, 12, 11, 10))
    words(shapes, di, kata, Gaya(besar, True, DASAR, PP_ALIGN.CENTER))
