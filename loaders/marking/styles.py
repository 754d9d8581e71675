"""The cell formats of an xlsx: the colour of a mark, and the way back from it."""

import hashlib
from copy import deepcopy
from typing import Any

from lxml import etree

from loaders.marking.package import UTAMA, Package, add, local, parse

WARNA = {"galat": "FFF8D3CD", "periksa": "FFFAE6BE", "info": "FFD6EBE9"}
"""The ground of a marked cell, by tingkat; no other program uses just these."""
RAHASIA = "FF5A17"
_URUTAN = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles",
    "dxfs", "tableStyles", "colors", "extLst",
)  # fmt: skip
DAFTAR = ("fonts", "fills", "borders", "cellXfs")
_KOSONG = f"""<styleSheet xmlns="{UTAMA}"><fonts count="1"><font><sz val="11"/>
<name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill
patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>
</cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"
xfId="0"/></cellXfs></styleSheet>""".encode()


def fingerprint(xml: bytes) -> str:
    """By what it is seen that nobody saved the formats anew."""
    return hashlib.blake2b(xml, digest_size=12).hexdigest()


class Styles:
    """The formats of one package; formats are only ever added at the end.

    `mulai` says how many fonts, fills, borders and formats were there before ours.
    """

    def __init__(self, paket: Package, bagian: str | None) -> None:
        """Reads the part; a package without one gets the plainest."""
        self.akar = paket.xml(bagian) if bagian else parse(_KOSONG)
        for nama in DAFTAR:
            if self.akar.find(f"{{*}}{nama}") is None:
                self._make(nama)
        self.mulai = [len(self.list_of(n)) for n in DAFTAR]
        self.asal: list[int] = []
        self.ragam: list[str] = []
        self._pakai: dict[tuple[str, int], int] = {}

    def _make(self, nama: str) -> None:
        sesudah = _URUTAN[_URUTAN.index(nama) + 1 :]
        akhir = next((u for u in self.akar if local(u) in sesudah), None)
        asal = parse(_KOSONG).find(f"{{*}}{nama}")
        if akhir is None:
            self.akar.append(asal)
        else:
            akhir.addprevious(asal)

    def list_of(self, nama: str) -> etree._Element:
        """The list of fonts, fills, borders or cellXfs."""
        return self.akar.find(f"{{*}}{nama}")

    def append(self, daftar: str, unsur: etree._Element) -> int:
        """Adds a font, fill, border or format; gives its number."""
        induk = self.list_of(daftar)
        induk.append(unsur)
        if induk.get("count"):
            induk.set("count", str(len(induk)))
        return len(induk) - 1

    def make(self, daftar: str, nama: str, **isi: str) -> etree._Element:
        """An element for `append`, in the namespace of the part."""
        return etree.Element(
            etree.QName(etree.QName(self.list_of(daftar)).namespace, nama), isi
        )

    def format(self, nomor: int) -> etree._Element:
        """One format of cells; the plain one for a number that there is not."""
        semua = self.list_of("cellXfs")
        return semua[nomor if 0 <= nomor < len(semua) else 0]

    def fill_of(self, nomor: int) -> etree._Element:
        """The fill of a format."""
        semua = self.list_of("fills")
        isi = int(self.format(nomor).get("fillId", 0))
        return semua[isi if isi < len(semua) else 0]

    def colour(self, fill: etree._Element) -> str:
        """The colour of a solid fill; empty for any other."""
        pola = fill.find("{*}patternFill")
        if pola is None or pola.get("patternType") != "solid":
            return ""
        depan = pola.find("{*}fgColor")
        return (depan.get("rgb") or "").upper() if depan is not None else ""

    def marked(self, nomor: int, tingkat: str) -> int:
        """The format `nomor` on the ground of a mark; all else of it stays."""
        nomor = nomor if nomor < self.mulai[3] else 0
        if (tingkat, nomor) not in self._pakai:
            xf = deepcopy(self.format(nomor))
            xf.set("fillId", str(self._tint(tingkat, self.variant(nomor))))
            xf.set("applyFill", "1")
            self._pakai[tingkat, nomor] = self.append("cellXfs", xf)
            self.asal.append(nomor)
        return self._pakai[tingkat, nomor]

    def variant(self, nomor: int) -> int:
        """Which of the fills that marks cover this format has."""
        teks = etree.tostring(self.fill_of(nomor), with_tail=False).decode()
        if teks not in self.ragam:
            self.ragam.append(teks)
        return self.ragam.index(teks)

    def _tint(self, tingkat: str, ragam: int) -> int:
        """The fill of a mark; what it covers is told by the colour behind it."""
        fill = self.make("fills", "fill")
        pola = add(fill, "patternFill", patternType="solid")
        add(pola, "fgColor", rgb=WARNA[tingkat])
        belakang = {"rgb": f"{RAHASIA}{ragam:02X}"} if ragam < 256 else {}
        add(pola, "bgColor", **(belakang or {"indexed": "64"}))
        teks = etree.tostring(fill)
        for nomor, ada in enumerate(self.list_of("fills")[self.mulai[1] :]):
            if etree.tostring(ada) == teks:
                return self.mulai[1] + nomor
        return self.append("fills", fill)

    def record(self) -> dict[str, Any]:
        """What is needed to take the marks out again, as plain JSON."""
        return {"mulai": self.mulai, "asal": self.asal, "ragam": self.ragam}
