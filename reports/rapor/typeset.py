"""Typst: templates beside this file and letters of our own; never the machine's."""

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from typst import Fonts

SINI = Path(__file__).resolve().parent
HURUF = SINI.parent / "fonts"
_WIB = dt.timezone(dt.timedelta(hours=7))


@cache
def _fonts() -> "Fonts":
    from typst import Fonts

    return Fonts(
        include_system_fonts=False, include_embedded_fonts=False,
        font_paths=[str(HURUF)],
    )  # fmt: skip


def typeset(
    template: str,
    isi: dict[str, Any],
    *,
    hari: dt.date,
    format: Literal["pdf", "png"] = "pdf",
    ppi: float = 72,
) -> bytes:
    """One document from a template and what it is filled with.

    `isi` reaches the template as JSON, so that no text of a sender is ever read as
    markup. `hari` is the day written into the PDF: equal contents give equal bytes.
    A template for "png" has one page. Raises `typst.TypstError` for a template that
    cannot be set.
    """
    from typst import Compiler

    penyusun = Compiler(str(SINI / template), root=str(SINI), font_paths=_fonts())
    hasil = penyusun.compile(
        format=format,
        ppi=ppi,
        sys_inputs={"isi": json.dumps(isi, ensure_ascii=False)},
        timestamp=dt.datetime.combine(hari, dt.time(), _WIB),
    )
    if isinstance(hasil, list):
        hasil = hasil[0]
    if hasil is None:
        raise ValueError(f"{template} tidak menghasilkan apa pun")
    return hasil
