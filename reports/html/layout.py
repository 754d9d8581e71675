"""Where things stand on the stage of 1280 × 720, measured without a browser."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.drawing.letters import width, wrap
from reports.slide import BarisAngka, Grafik, Isi, Peta, Slide

LEBAR, TINGGI = 1280, 720
TEPI = 56
KAKI = 60
ATAS = 40
SELA = 28
_JUDUL = (48, 44, 40, 36)
_KALIMAT = (30, 28, 26)
_PETA = 0.56
_GAMBAR = 1.35
_ANGKA_ATAS = 0.42


@dataclass(frozen=True, slots=True)
class Kotak:
    """A box on the stage, in its pixels."""

    lebar: float
    tinggi: float


@dataclass(frozen=True, slots=True)
class Susunan:
    """How the blocks of a slide stand: below one another or side by side."""

    menurun: bool
    kotak: tuple[Kotak, ...]


def tied(teks: str) -> str:
    """The text with "Rp" kept on the line of its amount.

    >>> tied("naik Rp 250.000").split(" ")
    ['naik', 'Rp\\xa0250.000']
    """
    return re.sub(r"Rp (?=\d)", "Rp\u00a0", teks)


def fit(
    teks: str, lebar: float, ukuran: Sequence[int], paling_banyak: int, tebal: int = 400
) -> tuple[int, int]:
    """The largest size at which a text takes at most so many lines, and how many.

    >>> fit("Modal tumbuh", 1000, (48, 44), 1, 700), fit("satu dua", 60, (24, 20), 1)
    ((48, 1), (20, 2))
    """
    for besar in ukuran:
        baris = len(wrap(teks, lebar, besar, tebal)) if teks else 0
        if baris <= paling_banyak:
            break
    return besar, baris


def heading(slide: Slide, lebar: float) -> tuple[int, int, float]:
    """Sizes of title and sentence, and how high both are together."""
    judul, b1 = fit(slide.judul, lebar, _JUDUL, 2, 700)
    kalimat, b2 = fit(slide.kalimat, lebar, _KALIMAT, 2)
    return judul, kalimat, b1 * judul * 1.15 + b2 * kalimat * 1.3 + (10 if b2 else 0)


def arrange(isi: Sequence[Isi], kotak: Kotak) -> Susunan:
    """The boxes of the blocks: numbers above a chart, else side by side."""
    if len(isi) < 2:
        return Susunan(True, (kotak,) * len(isi))
    if any(isinstance(b, BarisAngka) for b in isi) and not _has_map(isi):
        return Susunan(True, _below(isi, kotak))
    berat = [_weight(b, isi) for b in isi]
    ruang = kotak.lebar - SELA * (len(isi) - 1)
    return Susunan(
        False, tuple(Kotak(ruang * w / sum(berat), kotak.tinggi) for w in berat)
    )


def _has_map(isi: Sequence[Isi]) -> bool:
    return any(isinstance(b, Peta) for b in isi)


def _weight(b: Isi, isi: Sequence[Isi]) -> float:
    if isinstance(b, Peta):
        return _PETA / (1 - _PETA)
    return _GAMBAR if isinstance(b, Grafik) and not _has_map(isi) else 1.0


def _below(isi: Sequence[Isi], kotak: Kotak) -> tuple[Kotak, ...]:
    ruang = kotak.tinggi - SELA * (len(isi) - 1)
    angka = sum(isinstance(b, BarisAngka) for b in isi)
    if angka == len(isi):
        return (Kotak(kotak.lebar, ruang / angka),) * angka
    atas = min(ruang * _ANGKA_ATAS, 176)
    lain = (ruang - atas * angka) / (len(isi) - angka)
    return tuple(
        Kotak(kotak.lebar, atas if isinstance(b, BarisAngka) else lain) for b in isi
    )


def lines_high(teks: str, lebar: float, ukuran: float, jarak: float = 1.3) -> float:
    """How high a text is in that width ("" is nothing)."""
    return len(wrap(teks, lebar, ukuran)) * ukuran * jarak if teks else 0.0


def widest(teks: Sequence[str], tebal: int = 400) -> float:
    """The width of the widest text for each pixel of size."""
    return max((width(t, 1, tebal) for t in teks), default=0.0)
