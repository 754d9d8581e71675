"""Numbers, points and tables on a slide, each as large as its box allows."""

import re
from html import escape

from reports.drawing.letters import width, wrap
from reports.html.layout import Kotak, lines_high, tied, widest
from reports.slide import BarisAngka, Butir, Tabel

_ANGKA_TERBESAR, _ANGKA_TERKECIL, _ANGKA_TERBACA = 104, 34, 64
_KATA_KARTU = ((30, 26), (28, 24), (26, 22), (24, 20), (22, 18), (20, 17))
_BUTIR = (36, 34, 32, 30, 28, 26, 24, 22, 20)
_TABEL = (28, 26, 24, 22, 21, 20, 19, 18, 17, 16, 15, 14)
_PADAT = 20
_LAJUR_SEMPIT = 3
_BILANGAN = re.compile(r"[-+–]?(Rp )?[\d.,]+( %| [a-z]+)?|–|belum ada data")

Bagian = tuple[str, str]


def numbers(b: BarisAngka, kotak: Kotak, tanda: str) -> Bagian:
    """Big numbers in cards, in as many columns as keep them legible; with its style."""
    lajur, besar, label, ket = min(
        (_cards(b, kotak, lajur) for lajur in range(1, len(b.angka) + 1)),
        key=lambda c: (
            -min(c[1], _ANGKA_TERBACA),
            -c[0] if kotak.lebar > 600 else c[0],
        ),
    )
    kartu = "".join(
        f'<div class="kartu"><dt>{escape(a.label)}</dt>'
        f"<dd><b>{escape(a.teks)}</b>"
        + (f"<span>{escape(a.keterangan)}</span>" if a.keterangan else "")
        + "</dd></div>"
        for a in b.angka
    )
    gaya = (
        f"#{tanda}{{grid-template-columns:repeat({lajur},1fr);max-height:{kotak.tinggi:.0f}px}}"
        f"#{tanda} b{{font-size:{besar}px}}#{tanda} dt{{font-size:{label}px}}"
        f"#{tanda} span{{font-size:{ket}px}}"
    )
    return f'<dl id="{tanda}" class="blok angka">{kartu}</dl>', gaya


def _cards(b: BarisAngka, kotak: Kotak, lajur: int) -> tuple[int, int, int, int]:
    """Columns, and the sizes of number, label and note that fit so many columns."""
    baris = -(-len(b.angka) // lajur)
    ruang = (kotak.lebar - 20 * (lajur - 1)) / lajur - 50
    tinggi = (kotak.tinggi - 20 * (baris - 1)) / baris - 32
    lebar = widest([a.teks for a in b.angka], 700)
    for label, ket in _KATA_KARTU:
        lain = max(
            lines_high(a.label, ruang, label, 1.2)
            + lines_high(a.keterangan, ruang, ket)
            for a in b.angka
        )
        muat = min(ruang / max(lebar, 1), _ANGKA_TERBESAR)
        besar = int(min(muat, (tinggi - lain) / 1.1))
        if besar >= int(min(muat, _ANGKA_TERBACA)):
            break
    return lajur, max(besar, _ANGKA_TERKECIL), label, ket


def points(b: Butir, kotak: Kotak, tanda: str) -> Bagian:
    """Short points; with its style."""
    butir = [tied(t) for t in b.butir]
    judul = f"<h3>{escape(b.judul)}</h3>" if b.judul else ""
    ruang = kotak.tinggi - lines_high(b.judul, kotak.lebar, 28) - (8 if judul else 0)
    for besar in _BUTIR:
        tinggi = sum(
            lines_high(t, kotak.lebar - besar * 1.1, besar, 1.25) + besar * 0.45
            for t in butir
        )
        if tinggi <= ruang:
            break
    isi = "".join(f"<li>{escape(t)}</li>" for t in butir)
    return (
        f'<div id="{tanda}" class="blok butir">{judul}<ul>{isi}</ul></div>',
        f"#{tanda} ul{{font-size:{besar}px}}",
    )


def table(b: Tabel, kotak: Kotak, tanda: str, judul: str) -> Bagian:
    """A small table; with its style. `judul` is that of the slide."""
    kepala = b.judul if b.judul != judul else ""
    ruang = kotak.tinggi - (
        lines_high(kepala, kotak.lebar, 26) + (8 if kepala else 0)
        + lines_high(b.sumber, kotak.lebar, 18)
    )  # fmt: skip
    bilangan = [
        all(_BILANGAN.fullmatch(baris[i]) for baris in b.baris)
        for i in range(len(b.kepala))
    ]
    for besar in _TABEL:
        lajur = _columns(b, bilangan, kotak.lebar, besar)
        if _table_high(b, lajur, besar) <= ruang and sum(lajur) <= kotak.lebar + 1:
            break
    gaya = f"#{tanda} table{{font-size:{besar}px}}" + "".join(
        f"#{tanda} col:nth-child({i}){{width:{w / sum(lajur):.2%}}}"
        for i, w in enumerate(lajur, 1)
    )
    return (
        f'<div id="{tanda}" class="blok tabel">'
        + (f"<h3>{escape(kepala)}</h3>" if kepala else "")
        + _markup(b, bilangan)
        + (f"<p class=sumber>{escape(b.sumber)}</p>" if b.sumber else "")
        + "</div>",
        gaya,
    )


def _markup(b: Tabel, bilangan: list[bool]) -> str:
    kepala = "".join(
        f'<th scope="col"{_class(n)}>{escape(t)}</th>'
        for t, n in zip(b.kepala, bilangan, strict=True)
    )
    baris = "".join(
        "<tr>"
        + "".join(
            f'<td{_class(n)} data-kepala="{escape(k)}">{escape(t)}</td>'
            for t, k, n in zip(satu, b.kepala, bilangan, strict=True)
        )
        + "</tr>"
        for satu in b.baris
    )
    return (
        f"<table{_class(len(b.kepala) > _LAJUR_SEMPIT, 'banyak')}>"
        f"<colgroup>{'<col>' * len(b.kepala)}</colgroup>"
        f"<thead><tr>{kepala}</tr></thead><tbody>{baris}</tbody></table>"
    )


def _class(ya: bool, nama: str = "bil") -> str:
    return f' class="{nama}"' if ya else ""


def _columns(b: Tabel, bilangan: list[bool], lebar: float, besar: float) -> list[float]:
    """The widths of the columns; what is too much is taken from the widest words."""
    wajar = [
        max(width(baris[i], besar, 700) for baris in (b.kepala, *b.baris)) + _PADAT
        for i in range(len(b.kepala))
    ]
    tersempit = [
        wajar[i] if n else _longest_word(b, i, besar) + _PADAT
        for i, n in enumerate(bilangan)
    ]
    lebih = sum(wajar) - lebar
    while lebih > 0:
        i = max(range(len(wajar)), key=lambda n: wajar[n] - tersempit[n])
        if wajar[i] <= tersempit[i]:
            break
        ambil = min(lebih, wajar[i] - tersempit[i], max(wajar[i] * 0.1, 1))
        wajar[i] -= ambil
        lebih -= ambil
    return [w + max(-lebih, 0) / len(wajar) for w in wajar]


def _longest_word(b: Tabel, i: int, besar: float) -> float:
    kata = [k for baris in (b.kepala, *b.baris) for k in baris[i].split()]
    return besar * widest(kata, 700)


def _table_high(b: Tabel, lajur: list[float], besar: float) -> float:
    return sum(
        max(
            len(wrap(t, w - _PADAT, besar, 700))
            for t, w in zip(baris, lajur, strict=True)
        ) * besar * 1.25 + besar * 0.5 + 1
        for baris in (b.kepala, *b.baris)
    )  # fmt: skip
