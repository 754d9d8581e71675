"""Names of colours and hatches in rows, each with its swatch."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.drawing.canvas import Kanvas, element
from reports.drawing.letters import cut, width

BARIS = 1.5


@dataclass(frozen=True, slots=True)
class Butir:
    """One entry: its words and what its swatch is filled with."""

    nama: str
    isian: str


def swatch(k: Kanvas, x: float, y: float, isian: str, sisi: float) -> str:
    """The small square of an entry, its middle line at y."""
    return element(
        "rect", x=x, y=y - sisi / 2, width=sisi, height=sisi, fill=isian,
        stroke=k.palet.lembut, stroke_width=1,
    )  # fmt: skip


def across(k: Kanvas, y: float, butir: Sequence[Butir], ukuran: float) -> float:
    """Draws entries side by side from y on, in as many rows as it takes.

    Gives where the last row ends.
    """
    x, baris = 0.0, y + ukuran * 0.7
    sisi = ukuran * 0.9
    for b in butir:
        nama = cut(b.nama, k.lebar - sisi * 1.5, ukuran)
        panjang = sisi * 1.4 + width(nama, ukuran)
        if x and x + panjang > k.lebar:
            x, baris = 0.0, baris + ukuran * BARIS
        k.add(swatch(k, x, baris, b.isian, sisi))
        k.add(k.text(x + sisi * 1.4, baris, nama, ukuran=ukuran))
        x += panjang + ukuran * 1.2
    return baris + ukuran * 0.9


def down(
    k: Kanvas, x: float, y: float, butir: Sequence[Butir], ukuran: float, lebar: float
) -> float:
    """Draws entries one below the other from (x, y); gives where the last one ends."""
    sisi = ukuran * 1.15
    for b in butir:
        baris = y + ukuran * BARIS / 2
        nama = cut(b.nama, lebar - sisi * 1.5, ukuran)
        k.add(swatch(k, x, baris, b.isian, sisi))
        k.add(k.text(x + sisi * 1.5, baris, nama, ukuran=ukuran))
        y += ukuran * BARIS
    return y
