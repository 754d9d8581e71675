"""The way back from marked cell formats to those that the marks covered."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from lxml import etree

from loaders.marking.package import Package, local, parse, written
from loaders.marking.styles import DAFTAR, RAHASIA, WARNA, Styles, fingerprint


class Restoration:
    """The way back from marked formats to those that they covered.

    A part that nobody saved anew is cut back to what it was; in any other the marks
    are known by their colour, and the cell gets back the fill that it had.
    """

    def __init__(self, paket: Package, bagian: str, tanda: Mapping[str, Any]) -> None:
        """Looks for marks in the formats of a package."""
        self.styles = Styles(paket, bagian)
        gaya = tanda.get("gaya") or {}
        self.utuh = gaya.get("sidik") == fingerprint(paket.isi[bagian])
        self._mulai: Sequence[int] = gaya.get("mulai", ())
        self._asal: Sequence[int] = gaya.get("asal", ())
        self._ragam: Sequence[str] = gaya.get("ragam", ())
        self._sel: Mapping[str, Mapping[str, int]] = tanda.get("sel", {})
        self._baru: dict[tuple[int, str | None], int] = {}
        self.ditandai = self._marked()

    def _marked(self) -> set[int]:
        if self.utuh:
            return set(range(self._mulai[3], self._mulai[3] + len(self._asal)))
        s = self.styles
        return {
            i for i in range(s.mulai[3]) if s.colour(s.fill_of(i)) in WARNA.values()
        }

    def before(self, nomor: int, lembar: str, sel: str) -> int:
        """The format that a marked cell had."""
        if self.utuh:
            return self._asal[nomor - self._mulai[3]]
        isi = self._covered(nomor, lembar, sel)
        if (nomor, isi) not in self._baru:
            self._baru[nomor, isi] = self._unmarked(nomor, isi)
        return self._baru[nomor, isi]

    def _covered(self, nomor: int, lembar: str, sel: str) -> str | None:
        """The fill under a mark: as the mark says, else as the cell or column had."""
        belakang = self.styles.fill_of(nomor).find("{*}patternFill/{*}bgColor")
        kode = (belakang.get("rgb") or "") if belakang is not None else ""
        sel_lembar = self._sel.get(lembar, {})
        huruf = sel.rstrip("0123456789")
        sekolom = (k for s, k in sel_lembar.items() if s.rstrip("0123456789") == huruf)
        ragam = sel_lembar.get(sel, next(sekolom, -1))
        if kode.startswith(RAHASIA):
            ragam = int(kode[len(RAHASIA) :], 16)
        return self._ragam[ragam] if 0 <= ragam < len(self._ragam) else None

    def _unmarked(self, nomor: int, isi: str | None) -> int:
        xf = deepcopy(self.styles.format(nomor))
        fill = parse(isi.encode()) if isi else None
        xf.set("fillId", str(self._fill(fill)))
        if xf.get("fillId") == "0":
            xf.attrib.pop("applyFill", None)
        semua = self.styles.list_of("cellXfs")
        for i, ada in enumerate(semua):
            if _alike(ada) == _alike(xf):
                return i
        return self.styles.append("cellXfs", xf)

    def _fill(self, fill: etree._Element | None) -> int:
        if fill is None:
            return 0
        for i, ada in enumerate(self.styles.list_of("fills")):
            if _same_fill(ada, fill):
                return i
        return self.styles.append("fills", fill)

    def finish(self) -> bytes:
        """The part without what marking added to it."""
        if self.utuh:
            for nama, banyak in zip(DAFTAR, self._mulai, strict=True):
                daftar = self.styles.list_of(nama)
                del daftar[banyak:]
                if daftar.get("count"):
                    daftar.set("count", str(len(daftar)))
        return written(self.styles.akar)


def _alike(xf: etree._Element) -> tuple[object, ...]:
    """What of a format is seen, to find one that looks the same."""
    sifat = {k: v for k, v in xf.items() if not k.startswith("apply")}
    for nama in ("numFmtId", "fontId", "fillId", "borderId", "xfId"):
        sifat.setdefault(nama, "0")
    return sorted(sifat.items()), [etree.tostring(a, with_tail=False) for a in xf]


def _same_fill(satu: etree._Element, lain: etree._Element) -> bool:
    def shape(fill: etree._Element) -> list[object]:
        return [
            (local(u), sorted(u.items()))
            for u in fill.iter()
            if local(u) not in ("bgColor", "fill")
        ]

    return shape(satu) == shape(lain)
