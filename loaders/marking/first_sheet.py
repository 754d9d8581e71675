"""The sheet *Perbaikan* as a part of the sender's own xlsx."""

import re
from collections.abc import Mapping, Sequence
from math import ceil

from lxml import etree

from loaders.formats.grid import column_letters
from loaders.formats.perbaikan import JUDUL_KOLOM, Jejak, encode
from loaders.marking.listing import TINGKAT, Butir, mended_rows, opening
from loaders.marking.package import UTAMA, add
from loaders.marking.styles import WARNA, Styles

AKSEN, TEKS, GARIS, SALAH = "FF0B7A75", "FF1F2933", "FFC3D1CE", "FFB42318"
LEBAR = (5, 16, 15, 8, 18, 46, 22, 38)
BARIS_JUDUL = 6
CETAK = f"${BARIS_JUDUL}:${BARIS_JUDUL}"
LEGENDA = ("", TINGKAT["galat"], TINGKAT["periksa"], "", TINGKAT["info"])
_TINGGI_HURUF, _PALING_TINGGI = 13, 400
_TERLARANG = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_PALING_PANJANG = 32_000
_PALING_BANYAK_TAUTAN = 60_000
_RUANG = "{http://www.w3.org/XML/1998/namespace}space"


def target(lembar: str, sel: str) -> str:
    """Where a link leads, as spreadsheets write it.

    >>> target("Buku dan Langkah", "O2"), target("Bu 'Ani'", "A1")
    ("'Buku dan Langkah'!O2", "'Bu ''Ani'''!A1")
    """
    kutip = lembar.replace("'", "''")
    return f"'{kutip}'!{sel}"


def row_height(isi: Sequence[str]) -> float:
    """How high a row must be, in points, for its cells (from No on) to be read whole.

    >>> row_height(["1", "Harus diperbaiki", "Kas"]), row_height(["", "", "", "x" * 30])
    (18.0, 57.0)
    """
    baris = (
        sum(ceil(max(len(b), 1) / lebar) for b in teks.split("\n"))
        for teks, lebar in zip(isi, LEBAR, strict=False)
    )
    return float(min(max(baris, default=1) * _TINGGI_HURUF + 5, _PALING_TINGGI))


def clean_text(teks: str) -> str:
    """A text as a cell can hold it.

    >>> clean_text("kas\\x00 kecil")
    'kas kecil'
    """
    return _TERLARANG.sub("", teks)[:_PALING_PANJANG]


class _Pola:
    """The formats of this sheet, added to the workbook's own."""

    def __init__(self, gaya: Styles) -> None:
        self._gaya = gaya
        asal = gaya.list_of("fonts")
        nama = asal[0].find("{*}name") if len(asal) else None
        self._huruf = nama.get("val") if nama is not None else "Calibri"
        biasa, tebal = self._font(10, TEKS), self._font(10, TEKS, tebal=True)
        putih = self._font(10, "FFFFFFFF", tebal=True)
        tautan = self._font(10, AKSEN, garis=True)
        kotak = self._border()
        self.judul = self._xf(self._font(16, AKSEN, tebal=True))
        self.kalimat = self._xf(biasa, bungkus=True)
        self.kepala = self._xf(putih, self._fill(AKSEN), kotak, bungkus=True)
        self.isi = self._xf(biasa, 0, kotak, bungkus=True)
        self.tautan = self._xf(tautan, 0, kotak)
        self.tingkat = {
            k: self._xf(tebal, self._fill(w), kotak, bungkus=True)
            for k, w in WARNA.items()
        }

    def _font(
        self, besar: int, warna: str, *, tebal: bool = False, garis: bool = False
    ) -> int:
        font = self._gaya.make("fonts", "font")
        if tebal:
            add(font, "b")
        if garis:
            add(font, "u")
        add(font, "sz", val=str(besar))
        add(font, "color", rgb=warna)
        add(font, "name", val=self._huruf)
        return self._gaya.append("fonts", font)

    def _fill(self, warna: str) -> int:
        fill = self._gaya.make("fills", "fill")
        pola = add(fill, "patternFill", patternType="solid")
        add(pola, "fgColor", rgb=warna)
        add(pola, "bgColor", indexed="64")
        return self._gaya.append("fills", fill)

    def _border(self) -> int:
        kotak = self._gaya.make("borders", "border")
        for sisi in ("left", "right", "top", "bottom"):
            add(add(kotak, sisi, style="thin"), "color", rgb=GARIS)
        add(kotak, "diagonal")
        return self._gaya.append("borders", kotak)

    def _xf(
        self, font: int, fill: int = 0, kotak: int = 0, *, bungkus: bool = False
    ) -> int:
        xf = self._gaya.make(
            "cellXfs", "xf", numFmtId="0", fontId=str(font), fillId=str(fill),
            borderId=str(kotak), xfId="0", applyFont="1", applyFill="1",
            applyBorder="1", applyAlignment="1",
        )  # fmt: skip
        letak = add(xf, "alignment", vertical="top")
        if bungkus:
            letak.set("wrapText", "1")
        return self._gaya.append("cellXfs", xf)


class FirstSheet:
    """The part, built before the formats are final and sealed after."""

    def __init__(self, gaya: Styles) -> None:
        """Adds the formats that the sheet needs to the workbook's own."""
        self._pola = _Pola(gaya)
        ruang = {None: UTAMA}
        self._akar = etree.Element(etree.QName(UTAMA, "worksheet"), nsmap=ruang)
        self._baris = 0

    def build(
        self,
        nama: str,
        butir: Sequence[Butir],
        lembar: Sequence[str],
        perbaikan: Mapping[tuple[str, str], str],
        jejak: Jejak,
    ) -> etree._Element:
        """The root of the part: title, opening, legend, table; the round unseen."""
        muatan = encode(jejak)
        self._frame(len(muatan))
        data = add(self._akar, "sheetData")
        akhir = column_letters(len(JUDUL_KOLOM) - 1)
        self._row(data, ["Perbaikan"], [self._pola.judul], 26, unseen=muatan)
        kalimat = opening(nama, butir)
        for satu in kalimat:
            self._row(data, [satu], [self._pola.kalimat], 32)
        self._row(data, LEGENDA, self._legend(), 18)
        self._baris = BARIS_JUDUL - 1
        self._row(data, JUDUL_KOLOM, [self._pola.kepala] * len(JUDUL_KOLOM), 20)
        tautan = self._table(data, butir, lembar)
        for baris in mended_rows(perbaikan):
            isi = ["", *baris]
            self._row(data, isi, [self._pola.isi] * len(isi), row_height(isi))
        self._tail(tautan, [f"A{n}:{akhir}{n}" for n in range(2, 2 + len(kalimat))])
        return self._akar

    def _legend(self) -> list[int]:
        warna = {TINGKAT[k]: gaya for k, gaya in self._pola.tingkat.items()}
        return [warna.get(teks, 0) for teks in LEGENDA]

    def _frame(self, muatan: int) -> None:
        """Everything before the cells: tab colour, panes, widths."""
        sifat = add(self._akar, "sheetPr")
        add(sifat, "tabColor", rgb=SALAH)
        add(sifat, "pageSetUpPr", fitToPage="1")
        lihat = add(add(self._akar, "sheetViews"), "sheetView",
                    showGridLines="0", workbookViewId="0")  # fmt: skip
        add(lihat, "pane", ySplit=str(BARIS_JUDUL), topLeftCell=f"A{BARIS_JUDUL + 1}",
            activePane="bottomLeft", state="frozen")  # fmt: skip
        add(lihat, "selection", pane="bottomLeft")
        add(self._akar, "sheetFormatPr", defaultRowHeight="15")
        kolom = add(self._akar, "cols")
        for n, lebar in enumerate(LEBAR, start=1):
            add(kolom, "col", min=str(n), max=str(n), width=str(lebar),
                customWidth="1")  # fmt: skip
        awal = len(LEBAR) + 2
        add(kolom, "col", min=str(awal), max=str(awal + muatan - 1), width="9",
            hidden="1", customWidth="1")  # fmt: skip

    def _row(
        self,
        data: etree._Element,
        isi: Sequence[str],
        pola: Sequence[int],
        tinggi: float,
        unseen: Sequence[str] = (),
    ) -> None:
        self._baris += 1
        baris = add(data, "row", r=str(self._baris))
        baris.set("ht", f"{tinggi:g}")
        baris.set("customHeight", "1")
        for j, (teks, gaya) in enumerate(zip(isi, pola, strict=True)):
            self._cell(baris, j, teks, gaya)
        for j, teks in enumerate(unseen, start=len(LEBAR) + 1):
            self._cell(baris, j, teks, 0)

    def _cell(self, baris: etree._Element, j: int, teks: str, gaya: int) -> None:
        c = add(baris, "c", r=f"{column_letters(j)}{self._baris}")
        if gaya:
            c.set("s", str(gaya))
        if j == 0 and teks.isdigit():
            add(c, "v").text = teks
        elif teks:
            c.set("t", "inlineStr")
            t = add(add(c, "is"), "t")
            t.text = clean_text(teks)
            t.set(_RUANG, "preserve")

    def _table(
        self, data: etree._Element, butir: Sequence[Butir], lembar: Sequence[str]
    ) -> list[tuple[str, str]]:
        """The findings; gives the links: from which cell, to where."""
        tautan: list[tuple[str, str]] = []
        p = self._pola
        for b in butir:
            t = b.temuan
            ada = bool(t.sel and t.lembar in lembar)
            pola = [
                p.isi, p.tingkat[t.tingkat], p.isi, p.tautan if ada else p.isi, p.isi,
                p.isi, p.isi, p.isi,
            ]  # fmt: skip
            isi = [str(b.nomor), *b.row()]
            self._row(data, isi, pola, row_height(isi))
            if ada and len(tautan) < _PALING_BANYAK_TAUTAN:
                tuju = target(t.lembar or "", t.sel or "")
                tautan.append((f"D{self._baris}", tuju))
        return tautan

    def _tail(self, tautan: Sequence[tuple[str, str]], gabung: Sequence[str]) -> None:
        """Everything after the cells: merged lines, links, A4 lying down."""
        semua = add(self._akar, "mergeCells", count=str(len(gabung)))
        for rentang in gabung:
            add(semua, "mergeCell", ref=rentang)
        if tautan:
            daftar = add(self._akar, "hyperlinks")
            for dari, ke in tautan:
                add(daftar, "hyperlink", ref=dari, location=ke)
        add(self._akar, "pageMargins", left="0.4", right="0.4", top="0.5",
            bottom="0.6", header="0.3", footer="0.3")  # fmt: skip
        add(self._akar, "pageSetup", paperSize="9", orientation="landscape",
            fitToWidth="1", fitToHeight="0")  # fmt: skip
        kaki = add(add(self._akar, "headerFooter"), "oddFooter")
        kaki.text = "&L&8Daftar perbaikan&R&8Halaman &P dari &N"
