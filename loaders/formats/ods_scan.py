"""What calamine does not tell of an ods: errors, formulas without result, far cells.

One pass over `content.xml`, which holds repeated rows and cells but once; elements as
in OpenDocument 1.3, part 3.
"""

import io
import re
import zipfile
from itertools import islice
from xml.parsers import expat

from loaders.formats.seen import Amatan, Jangkauan, refuse_far
from loaders.formats.unreadable import UnreadableError
from loaders.formats.xml_parts import as_utf8, refuse_declarations

JENIS = "application/vnd.oasis.opendocument.spreadsheet"
_TABEL = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TEKS = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_SEL = frozenset({f"{_TABEL}table-cell", f"{_TABEL}covered-table-cell"})
_LEMBAR, _BARIS, _KOLOM = (f"{_TABEL}table{n}" for n in ("", "-row", "-column"))
_NAMA, _RUMUS, _TAMPAK = (f"{_TABEL}{n}" for n in ("name", "formula", "visibility"))
_ULANG_BARIS, _ULANG_KOLOM = (
    f"{_TABEL}number-{n}-repeated" for n in ("rows", "columns")
)
_JENIS, _JENIS_CALC = f"{_OFFICE}value-type", f"{_CALC}value-type"
_SPASI, _BANYAK = f"{_TEKS}s", f"{_TEKS}c"
_MANIFES = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
    'manifest:1.0"/>'
)
_TAMPIL_GALAT = re.compile(r"\s*(#[A-Z/0]+[!?]?|Err:\d{3})\s*")
# White space between elements, but not inside a paragraph.
_SELA = re.compile(rb">\s+(?=</?(?:[a-su-z]\w*:|table:|text:[ph][\s>/]))")
_SPASI_TERBANYAK = 100_000
_DICATAT = 1000
_AWAL_RUMUS = re.compile(r"^\w+:(?==)")


def scan(xml: bytes) -> dict[str, Amatan]:
    """What is seen in every sheet that has something to tell.

    Raises UnreadableError for a sheet that reaches too far, and ValueError or
    expat.ExpatError when the part is broken.
    """
    refuse_declarations(xml, "content.xml")
    pembaca = expat.ParserCreate(namespace_separator=" ")
    tafsir = _Tafsir(pembaca)
    pembaca.StartElementHandler = tafsir.start
    pembaca.EndElementHandler = tafsir.end
    pembaca.Parse(xml, True)
    refuse_far(tafsir.jauh)
    return {nama: amatan for nama, amatan in tafsir.hasil if amatan}


class _Tafsir:
    """What is known while the elements go by."""

    def __init__(self, pembaca: expat.XMLParserType) -> None:
        self.pembaca = pembaca
        self.hasil: list[tuple[str, Amatan]] = []
        self.jauh: list[tuple[str, Jangkauan]] = []
        self.dalam = self.baris = self.kolom = self.ulang_baris = 0
        self.kolom_lebar = 0
        self.sel: dict[str, str] | None = None
        self.teks: list[str] = []

    def start(self, nama: str, isi: dict[str, str]) -> None:
        if nama in _SEL:
            self._cell(isi)
        elif nama == _LEMBAR:
            self.dalam += 1
            if self.dalam == 1:
                lembar = isi.get(_NAMA, "")
                self.hasil.append((lembar, Amatan()))
                self.jauh.append((lembar, Jangkauan()))
                self.baris = self.kolom_lebar = 0
        elif self.dalam != 1:
            return
        elif nama == _BARIS:
            self.kolom, self.ulang_baris = 0, _repeat(isi, _ULANG_BARIS)
            if _hidden(isi):
                self._amatan.baris += _some(self.baris, self.ulang_baris)
        elif nama == _KOLOM:
            ulang = _repeat(isi, _ULANG_KOLOM)
            if _hidden(isi):
                self._amatan.kolom += _some(self.kolom_lebar, ulang)
            self.kolom_lebar += ulang
        elif nama == _SPASI:
            self._spaces(isi)

    @property
    def _amatan(self) -> Amatan:
        return self.hasil[-1][1]

    def _cell(self, isi: dict[str, str]) -> None:
        if self.dalam != 1:
            return
        ulang = _repeat(isi, _ULANG_KOLOM)
        if _JENIS in isi:
            jauh = self.jauh[-1][1]
            jauh.add(self.baris + self.ulang_baris - 1, self.kolom + ulang - 1)
        if _RUMUS in isi or _JENIS_CALC in isi:
            self.sel, self.teks = isi, []
            self.pembaca.CharacterDataHandler = self.teks.append
        else:
            self.kolom += ulang

    def _spaces(self, isi: dict[str, str]) -> None:
        if int(isi.get(_BANYAK, "1")) > _SPASI_TERBANYAK:
            lembar = self.hasil[-1][0]
            raise UnreadableError(
                "berkas_berbahaya",
                f"Lembar {lembar} memuat teks yang sengaja dibuat raksasa.",
                lembar=lembar,
            )

    def end(self, nama: str) -> None:
        if nama == _LEMBAR:
            self.dalam -= 1
        elif nama == _BARIS and self.dalam == 1:
            self.baris += self.ulang_baris
        elif nama in _SEL and self.sel is not None:
            self._judge(self.sel, "".join(self.teks))
            self.kolom += _repeat(self.sel, _ULANG_KOLOM)
            self.sel = self.pembaca.CharacterDataHandler = None

    def _judge(self, isi: dict[str, str], teks: str) -> None:
        galat = isi.get(_JENIS_CALC) == "error"
        tampil = _TAMPIL_GALAT.fullmatch(teks)
        rumus = isi.get(_RUMUS)
        if galat or (rumus is not None and tampil):
            daftar, kata = self._amatan.galat, tampil[1] if tampil else "#GALAT"
        elif rumus is not None and _JENIS not in isi and not teks:
            daftar, kata = self._amatan.tanpa_hasil, _AWAL_RUMUS.sub("", rumus)
        else:
            return
        for i in _some(self.baris, self.ulang_baris):
            for j in _some(self.kolom, _repeat(isi, _ULANG_KOLOM)):
                daftar.append((i, j, kata))


def packed(xml: bytes) -> bytes:
    """A package of `content.xml` alone, in UTF-8 and on one line.

    That is for a workbook that is one XML file, and for one that is written over many
    lines, which calamine does not read.
    """
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as paket:
        paket.writestr("mimetype", JENIS)
        paket.writestr("META-INF/manifest.xml", _MANIFES)
        paket.writestr("content.xml", _SELA.sub(b">", as_utf8(xml)))
    return keluar.getvalue()


def _repeat(isi: dict[str, str], apa: str) -> int:
    return max(int(isi[apa]), 1) if apa in isi else 1


def _hidden(isi: dict[str, str]) -> bool:
    return isi.get(_TAMPAK, "visible") != "visible"


def _some(awal: int, banyak: int) -> list[int]:
    """So many numbers from the first on, but no endless list of them."""
    return list(islice(range(awal, awal + banyak), _DICATAT))
